"""Where the keyboard goes when a page comes to the front."""

from __future__ import annotations

FIRST_FOCUS = "first_focus"
"""Property of a page: the widget that gets the keyboard first. A focus proxy would keep Tab from what is before it."""
