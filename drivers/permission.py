"""Who may open a device: the check without opening it, and the remedy in words."""

import os
from typing import Final

from drivers.base import DeviceInfo
from drivers.errors import NoPermissionError

_RULES: Final = (
    "Copy drivers/udev/60-pid-station.rules to /etc/udev/rules.d, run sudo udevadm control --reload and plug "
    "the scanner in again. docs/scanners.md says what the rules do."
)
_REMEDIES: Final = {
    "hid": _RULES,
    "hid-keyboard": f"{_RULES} A maker that is not in the rules: sudo usermod -aG input USER, "
    "then sign out and in again.",
    "serial": "Add this user to the group that owns the port (dialout on Debian): "
    "sudo usermod -aG dialout USER, then sign out and in again.",
}
"""Scanner kind → what to do when the system refuses the device."""


def refused(kind: str, node: str) -> NoPermissionError:
    """The words for a device of this kind that the system refuses to this user."""
    return NoPermissionError(f"No permission to open {node}", _REMEDIES[kind])


def refusal(device: DeviceInfo) -> NoPermissionError | None:
    """What keeps this user from opening the device; None when nothing does. It is not opened."""
    node = device.node
    if node is None or not _may(node, os.F_OK) or _may(node, os.R_OK | os.W_OK):
        return None
    return refused(device.kind, node)


def _may(node: str, mode: int) -> bool:
    return os.access(node, mode, effective_ids=os.access in os.supports_effective_ids)
