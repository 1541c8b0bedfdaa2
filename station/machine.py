"""Which computer this is, to notice that a data folder has come to another one: by an image, a copy, a moved disk.

Kept are only hashes. Two things are looked at, since neither is sure: the id of the system's installation (images made
without care share it) and the addresses of network cards that are hardware (a card may be replaced).
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

_SYSTEM_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_CARDS = Path("/sys/class/net")
_REGISTRY = r"SOFTWARE\Microsoft\Cryptography"


@dataclass(frozen=True)
class Machine:
    """`system` is empty, `hardware` has nothing in it, where nothing is known."""

    system: str = ""
    hardware: frozenset[str] = frozenset()

    def is_same(self, other: Machine) -> bool:
        """Whether both may be one computer: a card in common says yes, none in common says no, else the system's id."""
        if self.hardware and other.hardware:
            return bool(self.hardware & other.hardware)
        return self.system == other.system or not (self.system and other.system)


def here(cards: Path = _CARDS, system_ids: tuple[Path, ...] = _SYSTEM_IDS) -> Machine:
    """This computer. Where nothing can be read nothing is known."""
    system = next(filter(None, map(_read, system_ids)), "") or _windows_id()
    return Machine(_digest("system", system), frozenset(_digest("card", card) for card in _addresses(cards)))


def _addresses(cards: Path) -> set[str]:
    """Addresses of the cards that are devices: bridges, tunnels and a container's cards come and go."""
    try:
        real = [card for card in cards.iterdir() if (card / "device").exists()]
    except OSError:
        return set()
    found = {_read(card / "address").lower() for card in real}
    return {address for address in found if address.strip("0:")}


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


if sys.platform == "win32":
    import winreg

    def _windows_id() -> str:
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _REGISTRY) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""
else:

    def _windows_id() -> str:
        """There is none."""
        return ""


def _digest(kind: str, text: str) -> str:
    return hashlib.sha256(f"pid-station {kind} {text}".encode()).hexdigest() if text else ""
