"""The page Health, what it offers whoever helps, and the watch over a window that stands still."""
