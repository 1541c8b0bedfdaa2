"""The end of a shift in the window: one presenter and one widget for each step, and the list of the steps beside it."""
