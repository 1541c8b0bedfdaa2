"""Which texts of a window's widgets do not fit into their places."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

_ROUNDING_PX = 1


def misfits(window: QWidget) -> list[str]:
    """A line for each visible text that is wider or higher than its place."""
    found = []
    for part in window.findChildren(QWidget):
        if part.isVisible():
            found += [f"{type(part).__name__} {text!r}: {why}" for text, why in _misfits_of(part)]
    return found


def _misfits_of(part: QWidget) -> Iterator[tuple[str, str]]:
    match part:
        case QLabel():
            yield from _of_label(part)
        case QPushButton():
            yield from _too_wide(part, part.text(), part.minimumSizeHint().width(), part.width())
        case QToolButton():
            yield from _too_wide(part, part.text(), _advance(part, part.text()), part.width())
        case QComboBox():
            room = part.width() - part.height() // 2
            yield from _too_wide(part, part.currentText(), _advance(part, part.currentText()), room)
        case QLineEdit():
            room = part.width() - part.height() // 4
            yield from _too_wide(part, part.placeholderText(), _advance(part, part.placeholderText()), room)
        case QTabBar():
            for place in range(part.count()):
                text = part.tabText(place)
                yield from _too_wide(part, text, _advance(part, text), part.tabRect(place).width())
        case QHeaderView() if part.orientation() == Qt.Orientation.Horizontal:
            yield from _of_header(part)


def _of_label(part: QLabel) -> Iterator[tuple[str, str]]:
    text, room = part.text(), part.contentsRect()
    if not text:
        return
    if part.wordWrap():
        needed = part.heightForWidth(part.width())
        if needed > part.height() + _ROUNDING_PX:
            yield text, f"{needed} px high in {part.height()}"
    else:
        widest = max(text.splitlines(), key=lambda line: _advance(part, line))
        yield from _too_wide(part, text, _advance(part, widest), room.width())


def _of_header(part: QHeaderView) -> Iterator[tuple[str, str]]:
    """Titles may take two lines or three, but no word may be cut."""
    model = part.model()
    for section in range(part.count()):
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        for word in text.split():
            if not part.isSectionHidden(section):
                yield from _too_wide(part, text, _advance(part, word), part.sectionSize(section))


def _too_wide(_part: QWidget, text: str, needed: int, room: int) -> Iterator[tuple[str, str]]:
    if text and needed > room + _ROUNDING_PX:
        yield text, f"{needed} px wide in {room}"


def _advance(part: QWidget, text: str) -> int:
    return part.fontMetrics().horizontalAdvance(text.replace("&", ""))
