"""A layout that goes on in the next line where a line is full, so that a bar of buttons fits a window of any width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Line = list[tuple[QLayoutItem, bool]]
"""What stands beside each other, each with whether it takes what is left of the line."""


class Flow(QLayout):
    """Lines from the left; a line in which nothing takes what is left stands at the right.

    `balanced`: the lines hold the same number of things, as near as may be. `tops`: things of a line have their upper
    edges on one height, as cards want it, and not their middles.
    """

    def __init__(self, gap: int, *, balanced: bool = False, tops: bool = False) -> None:
        super().__init__()
        self._balanced, self._tops = balanced, tops
        self._items: list[tuple[QLayoutItem, bool]] = []
        self._wide: set[QWidget] = set()
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, *, wide: bool = False) -> None:
        """Put a widget behind the others; a `wide` one takes its part of what is left of its line."""
        if wide:
            self._wide.add(widget)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append((item, item.widget() in self._wide))

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index][0] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index)[0] if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._there():
            return 0
        sides = self.contentsMargins()
        inside = QRect(0, 0, width - sides.left() - sides.right(), 0)
        return self._lay_out(inside, place=False) + sides.top() + sides.bottom()

    def sizeHint(self) -> QSize:
        line = self._there()
        return self._around(
            sum(_wanted(item) for item, _ in line) + self.spacing() * max(0, len(line) - 1),
            max((item.sizeHint().height() for item, _ in line), default=0),
        )

    def minimumSize(self) -> QSize:
        line = self._there()
        return self._around(
            max((item.minimumSize().width() for item, _ in line), default=0),
            max((item.minimumSize().height() for item, _ in line), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect.marginsRemoved(self.contentsMargins()), place=True)

    def _around(self, width: int, height: int) -> QSize:
        """The size with the margins; nothing where there is nothing."""
        return QSize(width, height).grownBy(self.contentsMargins()) if self._there() else QSize(0, 0)

    def _there(self) -> Line:
        return [(item, wide) for item, wide in self._items if not item.isEmpty()]

    def _lay_out(self, rect: QRect, *, place: bool) -> int:
        """Put everything into `rect`, or only find out how high it gets."""
        top = rect.top()
        for line in self._lines(rect.width()):
            widths = self._widths(line, rect.width())
            height = max(_height(item, width) for (item, _), width in zip(line, widths, strict=True))
            if place:
                self._place(line, widths, QRect(rect.left(), top, rect.width(), height))
            top += height + self.spacing()
        return max(0, top - self.spacing() - rect.top())

    def _place(self, line: Line, widths: Sequence[int], rect: QRect) -> None:
        left = rect.left() + rect.width() - sum(widths) - self.spacing() * (len(line) - 1)
        for (item, _), width in zip(line, widths, strict=True):
            height = min(rect.height(), _height(item, width))
            lower = 0 if self._tops else (rect.height() - height) // 2
            item.setGeometry(QRect(QPoint(left, rect.top() + lower), QSize(width, height)))
            left += width + self.spacing()

    def _lines(self, width: int) -> list[Line]:
        there = self._there()
        if self._balanced:
            for per_line in range(len(there), 0, -1):
                lines = [there[first : first + per_line] for first in range(0, len(there), per_line)]
                if all(self._needed(line) <= width for line in lines):
                    rows = len(lines)
                    even = -(-len(there) // rows)
                    return [there[first : first + even] for first in range(0, len(there), even)]
        lines = []
        for one in there:
            if lines and self._needed([*lines[-1], one]) <= width:
                lines[-1].append(one)
            else:
                lines.append([one])
        return lines

    def _needed(self, line: Line) -> int:
        return sum(_wanted(item) for item, _ in line) + self.spacing() * (len(line) - 1)

    def _widths(self, line: Line, width: int) -> list[int]:
        """What each gets of a line: the wide ones as nearly the same as their own widths allow."""
        wanted = [min(_wanted(item), width) for item, _ in line]
        rest = width - self.spacing() * (len(line) - 1)
        rest -= sum(own for own, (_, wide) in zip(wanted, line, strict=True) if not wide)
        left = sum(wide for _, wide in line)
        for own, place in sorted((own, n) for n, own in enumerate(wanted) if line[n][1])[::-1]:
            wanted[place] = max(own, rest // left)
            rest -= wanted[place]
            left -= 1
        return wanted


def _wanted(item: QLayoutItem) -> int:
    return max(item.sizeHint().width(), item.minimumSize().width())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
