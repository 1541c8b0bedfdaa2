"""A long list of which only the rows around those that are looked at are in memory."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar, overload

Row = TypeVar("Row")
Load = Callable[[Sequence[int]], Mapping[int, Row]]

CHUNK = 64
"""Rows read at a time: somewhat more than a screen shows."""
_MOST_CHUNKS = 8


class Window(Sequence[Row]):
    """The rows with the numbers `ids`, in their order; `load` reads them, `empty` stands for one that is gone.

    What was read stays as it was; for fresh contents make another window (`of`).
    """

    def __init__(self, load: Load[Row], empty: Row, ids: Iterable[int] = ()) -> None:
        self._load, self._empty = load, empty
        self.ids = array("q", ids)
        self._chunks: OrderedDict[int, list[Row]] = OrderedDict()

    def of(self, ids: Iterable[int]) -> Window[Row]:
        """The same for other numbers, or for these numbers read anew."""
        return Window(self._load, self._empty, ids)

    def first(self) -> list[Row]:
        """The rows at the top, those that a view shows first."""
        return self._chunk(0) if self.ids else []

    def place_of(self, is_it: Callable[[Row], bool]) -> int | None:
        """Where the first such row stands, or None; rows that were read lately are looked at first."""
        for number, rows in [*self._chunks.items()]:
            for place, row in enumerate(rows):
                if is_it(row):
                    return number * CHUNK + place
        return next((place for place, row in enumerate(self) if is_it(row)), None)

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        number, within = divmod(place % len(self), CHUNK)
        return self._chunk(number)[within]

    def _chunk(self, number: int) -> list[Row]:
        rows = self._chunks.get(number)
        if rows is None:
            wanted = self.ids[number * CHUNK : (number + 1) * CHUNK]
            found = self._load(wanted)
            rows = self._chunks[number] = [found.get(one, self._empty) for one in wanted]
            if len(self._chunks) > _MOST_CHUNKS:
                self._chunks.popitem(last=False)
        else:
            self._chunks.move_to_end(number)
        return rows
