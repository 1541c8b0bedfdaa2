"""Changes the language of windows that stand open: every text on them is recognised and said again.

Nothing is built anew, so what goes on in the window (scans, questions, selections, what is being typed) goes on. It
is done from outside because a method for it in each of the many widgets would be forgotten in the next one. A widget
remembers the source of each text that was written here: in another language two sources may read the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from ui import languages
from ui.phrases import Phrases, phrases

_PROPERTIES = (
    "text",
    "placeholderText",
    "title",
    "windowTitle",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
)
_TYPED_IN = (QLineEdit, QAbstractSpinBox)
_MEMORY = "texts_as_said"
T = TypeVar("T")


@dataclass(frozen=True)
class _Place:
    """One text of a widget: where it stands, how it is read and how it is written."""

    owner: QObject
    name: str
    read: Callable[[], str]
    write: Callable[[str], object]


def change_language(code: str) -> Callable[[str], str]:
    """Speak another language from now on, in every window. Gives what puts a text from before into it."""
    before, after = phrases(languages.spoken()), phrases(code)
    languages.speak(code)
    _retell(QApplication.allWidgets(), before, after)
    return partial(before.told_in, after)


def made_in_english(make: Callable[[], T]) -> T:
    """Make widgets while another language may be spoken: as those from the start they know the source of each text."""
    code = languages.spoken()
    if code == languages.ENGLISH:
        return make()
    others = set(QApplication.allWidgets())
    languages.speak(languages.ENGLISH)
    try:
        made = make()
    finally:
        languages.speak(code)
    new = [part for part in QApplication.allWidgets() if part not in others]
    _retell(new, phrases(languages.ENGLISH), phrases(code))
    return made


def _retell(parts: Iterable[QWidget], before: Phrases, after: Phrases) -> None:
    for part in parts:
        for place in _places(part):
            _say_again(place, before, after)
        if isinstance(part, QTableView):
            _ask_again(part.model())


def _places(part: QWidget) -> Iterator[_Place]:
    for name in _PROPERTIES:
        if part.metaObject().indexOfProperty(name) >= 0 and not (
            name == "text" and isinstance(part, _TYPED_IN)
        ):
            yield _property(part, name)
    for action in part.actions():
        yield from (_property(action, name) for name in ("text", "toolTip"))
    if isinstance(part, QTabBar):
        yield from (_tab(part, place) for place in range(part.count()))
    if isinstance(part, QComboBox):
        yield from (_item(part, place) for place in range(part.count()))


def _property(owner: QWidget | QAction, name: str) -> _Place:
    return _Place(
        owner, name, lambda: str(owner.property(name) or ""), lambda said: owner.setProperty(name, said)
    )


def _tab(bar: QTabBar, place: int) -> _Place:
    return _Place(bar, f"tab {place}", lambda: bar.tabText(place), lambda said: bar.setTabText(place, said))


def _item(box: QComboBox, place: int) -> _Place:
    def write(said: str) -> None:
        typed, listed = box.currentText(), box.itemText(box.currentIndex())
        box.setItemText(place, said)
        if box.isEditable() and typed != listed:  # Qt puts the item's new text over it
            box.setEditText(typed)

    return _Place(box, f"item {place}", lambda: box.itemText(place), write)


def _say_again(place: _Place, before: Phrases, after: Phrases) -> None:
    text = place.read()
    if not text:
        return
    memory = dict(place.owner.property(_MEMORY) or {})
    written, source = memory.get(place.name, ("", ""))
    if text != written or not source:
        source = before.told_in(phrases(languages.ENGLISH), text)
    said = phrases(languages.ENGLISH).told_in(after, source)
    if said != text:
        place.write(said)
    if said != text or source != text:
        memory[place.name] = (said, source)
        place.owner.setProperty(_MEMORY, memory)


def _ask_again(model: QAbstractItemModel | None) -> None:
    """Models say their texts when they are asked."""
    if model is None or model.columnCount() == 0:
        return
    model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, model.columnCount() - 1)
    if model.rowCount():
        last = model.index(model.rowCount() - 1, model.columnCount() - 1)
        model.dataChanged.emit(model.index(0, 0), last)
