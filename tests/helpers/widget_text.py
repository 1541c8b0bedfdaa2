"""Which texts of a window's widgets do not fit into their places, and which controls are cut by what holds them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui.look.big_button import BigButton
from ui.look.painting import TextRun, width_of
from ui.navigation import NavigationButton
from ui.people.name_buttons import NameButton

_ROUNDING_PX = 2
"""Also what a control grows by when it gets the keyboard: its frame becomes thicker."""
_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QTabBar, QAbstractItemView, QLabel)


def misfits(window: QWidget) -> list[str]:
    """A line for each visible text that is wider or higher than its place."""
    found = []
    for part in window.findChildren(QWidget):
        if part.isVisible():
            found += [f"{type(part).__name__} {text!r}: {why}" for text, why in _misfits_of(part)]
    return found


def cut(window: QWidget) -> list[str]:
    """A line for each visible control that is not whole inside what holds it; what scrolls may be below the edge."""
    found = []
    for part in window.findChildren(QWidget):
        if part.isVisible() and isinstance(part, _CONTROLS) and not _inside_of_a_table(part):
            holder = _cutting(part)
            if holder is not None:
                found.append(f"{type(part).__name__} {_words(part)!r} is cut by {type(holder).__name__}")
    sideways = [one for one in window.findChildren(QScrollArea) if one.isVisible()]
    found += [
        f"a page has to be pushed sideways by {one.horizontalScrollBar().maximum()} px"
        for one in sideways
        if one.horizontalScrollBar().maximum() > 0
    ]
    return found


def _cutting(part: QWidget) -> QWidget | None:
    """The widget around this one that shows only a piece of it; up to what scrolls, or to the window."""
    holder = part.parentWidget()
    while holder is not None and not part.isWindow():
        place = QRect(part.mapTo(holder, QPoint(0, 0)), part.size())
        if not holder.rect().adjusted(-1, -1, 1, 1).contains(place):
            return holder
        around = holder.parentWidget()
        if holder.isWindow() or (around is not None and isinstance(around.parentWidget(), QScrollArea)):
            return None
        holder = around
    return None


def _inside_of_a_table(part: QWidget) -> bool:
    around = part.parentWidget()
    return around is not None and (isinstance(around, QAbstractItemView) or _inside_of_a_table(around))


def _words(part: QWidget) -> str:
    return str(part.property("text") or part.accessibleName())


def _misfits_of(part: QWidget) -> Iterator[tuple[str, str]]:
    match part:
        case QLabel():
            yield from _of_label(part)
        case NameButton():
            return  # a long name ends with dots
        case BigButton() | NavigationButton():
            yield from _of_painted(part)
        case QPushButton():
            if part.height() + _ROUNDING_PX < part.minimumSizeHint().height():
                yield part.text(), f"{part.minimumSizeHint().height()} px high in {part.height()}"
            yield from _too_wide(part, part.text(), part.minimumSizeHint().width(), part.width())
        case QToolButton():
            yield from _too_wide(part, part.text(), _advance(part, part.text()), part.width())
        case QComboBox() if part.isEditable():
            return  # what is typed in may be longer
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


def _of_painted(part: BigButton | NavigationButton) -> Iterator[tuple[str, str]]:
    """A painted button shows all of its words, on as many lines as it takes, inside of itself."""
    runs = [run for run in part.parts() if isinstance(run, TextRun)]
    if " ".join(run.text for run in runs) != part.text():
        yield part.text(), "shortened"
    for run in runs:
        inside = part.rect().toRectF().adjusted(-1, -1, 1, 1).contains(run.rect)
        if width_of(run.text, run.font) > run.rect.width() + _ROUNDING_PX or not inside:
            yield part.text(), f"outside of its place {run.rect}"


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
