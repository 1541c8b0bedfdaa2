"""What the guest boots: the kernel of a Debian package, and a first file system with the modules the tests need."""

import lzma
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from tests.lab.guest.cpio import PROGRAM, CpioArchive

MODULES: Final = (
    *("virtio_pci", "9pnet_virtio", "9p", "overlay", "virtio_console"),
    *("hid", "hid-generic", "uhid", "evdev"),
    *("xhci-pci", "usbhid", "ftdi_sio", "cdc-acm"),
    *("dummy_hcd", "libcomposite", "usb_f_hid", "usb_f_acm"),
)
"""In the order in which the guest loads them; what they need comes before them."""

OPTIONS: Final = {"dummy_hcd": "num=2"}
"""Module options: two USB sockets, so that two gadgets can be plugged at a time."""

INIT: Final = Path(__file__).with_name("init.sh")
_SIGNATURE: Final = b"~Module signature appended~\n"
_DECOMPRESS: Final[tuple[tuple[bytes, Callable[[bytes], bytes]], ...]] = (
    (b"\xfd7zXZ\0", lambda data: lzma.LZMADecompressor(lzma.FORMAT_XZ).decompress(data)),
    (b"\x1f\x8b\x08", lambda data: zlib.decompressobj(31).decompress(data)),
)


def kernel(packed: bytes) -> bytes:
    """The ELF kernel in a bzImage, which boots faster than unpacking it under emulation would.

    Gives the bzImage itself when it is packed in another way: QEMU boots either.
    """
    for magic, decompress in _DECOMPRESS:
        for place in _places(packed, magic):
            try:
                elf = decompress(packed[place:])
            except (lzma.LZMAError, zlib.error):
                continue
            if elf.startswith(b"\x7fELF"):
                return elf
    return packed


def first_file_system(tree: Path, busybox: bytes) -> bytes:
    """The archive for the kernel of the package unpacked in `tree`. Raises FileNotFoundError for a missing module."""
    files = {_plain(path): path for path in tree.glob("lib/modules/*/kernel/**/*.ko*")}
    modules = {name: _module(files[name]) for name in _ordered(files, MODULES)}
    archive = CpioArchive()
    for folder in ("bin", "dev", "proc", "sys", "lower", "rw", "new", "m"):
        archive.folder(folder)
    archive.character_device("dev/console", 5, 1)
    archive.file("bin/busybox", busybox, PROGRAM)
    archive.file("init", INIT.read_bytes(), PROGRAM)
    order = "".join(f"{name} {OPTIONS.get(name, '')}\n" for name in modules)
    archive.file("modules.order", order.encode())
    for name, data in modules.items():
        archive.file(f"m/{name}.ko", data)
    return archive.finish()


def _places(data: bytes, magic: bytes) -> Iterator[int]:
    place = data.find(magic)
    while place >= 0:
        yield place
        place = data.find(magic, place + 1)


def _plain(path: Path | str) -> str:
    """A module's name; `-` and `_` are the same to the kernel."""
    return Path(path).name.partition(".")[0].replace("-", "_")


def _ordered(files: dict[str, Path], wanted: Iterable[str]) -> list[str]:
    """The modules with all that they need, each after its needs."""
    order: list[str] = []

    def add(name: str) -> None:
        if name in order:
            return
        if name not in files:
            raise FileNotFoundError(f"the kernel package has no module {name}")
        for need in _needs(_module(files[name])):
            add(need)
        order.append(name)

    for name in wanted:
        add(_plain(name))
    return order


def _needs(module: bytes) -> list[str]:
    found = re.search(rb"\0depends=([^\0]*)\0", module)
    return [_plain(name) for name in found[1].decode().split(",") if name] if found else []


def _module(path: Path) -> bytes:
    """A module without its signature, whose check takes long under emulation."""
    data = path.read_bytes()
    if path.suffix == ".xz":
        data = lzma.decompress(data)
    if not data.endswith(_SIGNATURE):
        return data
    trailer = len(_SIGNATURE) + 12  # 12 bytes of struct module_signature, the last four hold the length
    length = int.from_bytes(data[-len(_SIGNATURE) - 4 : -len(_SIGNATURE)], "big")
    return data[: -(trailer + length)]
