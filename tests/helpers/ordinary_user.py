"""Root may open everything; tests of permissions are no longer root for a while."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_NOBODY = 65534


@contextmanager
def without_root() -> Iterator[None]:
    """Let this process be an ordinary user, if it is root."""
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)
