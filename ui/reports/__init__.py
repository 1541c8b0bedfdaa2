"""The shift report in the window: shown, saved, printed."""
