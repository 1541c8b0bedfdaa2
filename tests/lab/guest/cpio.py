"""The archive format of a kernel's first file system: cpio, "newc" (Linux: initramfs buffer format)."""

import io
from typing import Final

_FOLDER: Final = 0o040755
_FILE: Final = 0o100644
PROGRAM: Final = 0o100755
_CHARACTER_DEVICE: Final = 0o020600


class CpioArchive:
    """Collects folders, files and device nodes; `finish` gives the bytes."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self._inode = 0

    def folder(self, name: str) -> None:
        self._add(name, _FOLDER)

    def file(self, name: str, data: bytes, mode: int = _FILE) -> None:
        self._add(name, mode, data)

    def character_device(self, name: str, major: int, minor: int) -> None:
        self._add(name, _CHARACTER_DEVICE, device=(major, minor))

    def finish(self) -> bytes:
        """The whole archive with its trailer."""
        self._add("TRAILER!!!", 0)
        return self._buffer.getvalue()

    def _add(self, name: str, mode: int, data: bytes = b"", device: tuple[int, int] = (0, 0)) -> None:
        self._inode += 1
        path = name.encode() + b"\0"
        owner, links, time, place = (0, 0), 1, 0, (0, 0)
        numbers = (self._inode, mode, *owner, links, time, len(data), *place, *device, len(path), 0)
        self._buffer.write(b"070701" + b"".join(b"%08X" % number for number in numbers) + path)
        self._pad()
        self._buffer.write(data)
        self._pad()

    def _pad(self) -> None:
        self._buffer.write(b"\0" * (-self._buffer.tell() % 4))
