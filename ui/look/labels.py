"""The small common pieces of the desk: labels that never read their text as markup, panels, gaps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from ui.look.theme import Theme


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A plain-text label with a text role of the theme."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def set_role(made: QLabel, role: str) -> None:
    """Give a label another role; the style is looked up again."""
    if made.property("role") != role:
        made.setProperty("role", role)
        made.style().polish(made)


def panel(theme: Theme) -> tuple[QFrame, QVBoxLayout]:
    """A raised card and the column inside it."""
    frame = QFrame()
    frame.setProperty("role", "panel")
    column = QVBoxLayout(frame)
    margin = theme.px(24)
    column.setContentsMargins(margin, theme.px(20), margin, theme.px(20))
    column.setSpacing(theme.px(16))
    return frame, column
