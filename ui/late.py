"""Parts of the window that are built when they are first wanted, so that its first frame does not wait for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from ui.retelling import made_in_english

T = TypeVar("T")


class Late(Generic[T]):
    """Call it to get the part, which is built at the first call. Whoever has to know it then says so with `then`."""

    def __init__(self, build: Callable[[], T]) -> None:
        self._build = build
        self._part: T | None = None
        self._waiting: list[Callable[[T], object]] = []

    @property
    def there(self) -> bool:
        """Whether it has been built."""
        return self._part is not None

    def __call__(self) -> T:
        if self._part is None:
            self._part = made_in_english(self._build)
            for work in self._waiting:
                work(self._part)
            self._waiting.clear()
        return self._part

    def then(self, work: Callable[[T], object]) -> None:
        """Do this as soon as the part is there: at once when it is."""
        if self._part is None:
            self._waiting.append(work)
        else:
            work(self._part)
