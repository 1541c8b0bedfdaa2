"""Who may open a scanner: the udev rules that we ship, under the real udev, and the driver as an ordinary user."""

import grp
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drivers.base import ScannerState
from tests.lab.conftest import Attach
from tests.lab.devices.descriptors import DATALOGIC_KEYBOARD, HONEYWELL_POS
from tests.lab.devices.nodes import hidraw_of, input_of
from tests.lab.devices.pos import HONEYWELL
from tests.lab.guest.store import ROOT
from tests.lab.kernel.conftest import PlugHid
from tests.lab.kernel.udev import settle, somebody_at_the_computer, tags, udev_running

pytestmark = pytest.mark.log_allowed

RULES = (ROOT / "drivers/udev/60-pid-station.rules").read_text(encoding="utf-8")
HONEYWELL_LINE = 'KERNELS=="000[35]:0C2E:*", TAG+="uaccess"'
USER, OTHER_USER = 61001, 61002


@contextmanager
def ordinary_user(user: int, groups: list[int]) -> Iterator[None]:
    """Let this process be somebody else for a while."""
    mine = os.getgroups()
    os.setgroups(groups)
    os.setegid(user)
    os.seteuid(user)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(mine)


def test_without_the_rules_the_scanner_is_refused_and_the_remedy_named(
    plug_hid: PlugHid, attach: Attach
) -> None:
    with udev_running(""):
        plug_hid(HONEYWELL_POS, "REFUSED")
        hidraw_of("REFUSED")
        settle()
        with ordinary_user(USER, []):
            recorder, _ = attach("hid:0c2e:1007:REFUSED")
            status = recorder.wait_state(ScannerState.NO_PERMISSION)
    assert "permission" in status.title
    assert "60-pid-station.rules" in status.message


def test_with_the_rules_who_sits_at_the_computer_reads_the_scanner(plug_hid: PlugHid, attach: Attach) -> None:
    with udev_running(RULES), somebody_at_the_computer(USER):
        device = plug_hid(HONEYWELL_POS, "ALLOWED")
        node = hidraw_of("ALLOWED")
        settle()
        assert "uaccess" in tags(node)
        with ordinary_user(OTHER_USER, []):
            assert not _may_open(node)
        with ordinary_user(USER, []):
            recorder, _ = attach("hid:0c2e:1007:ALLOWED")
            recorder.wait_state(ScannerState.READY)
            device.send(HONEYWELL.reports(b"AS-A-USER")[0])
            assert recorder.wait_scans(1) == ["AS-A-USER"]


def test_the_rules_open_a_scanner_in_keyboard_mode_and_no_other_keyboard(plug_hid: PlugHid) -> None:
    with udev_running(RULES), somebody_at_the_computer(USER):
        plug_hid(DATALOGIC_KEYBOARD, "SCANNER", vendor_id=0x05F9, product_id=0x2204)
        plug_hid(DATALOGIC_KEYBOARD, "KEYBOARD", vendor_id=0x046D, product_id=0xC31C)
        scanner = [hidraw_of("SCANNER"), input_of("SCANNER")]
        keyboard = [hidraw_of("KEYBOARD"), input_of("KEYBOARD")]
        settle()
        with ordinary_user(USER, []):
            assert [_may_open(node) for node in scanner] == [True, True]
            assert [_may_open(node) for node in keyboard] == [False, False]


def test_with_a_group_in_its_line_members_of_the_group_read_it(plug_hid: PlugHid, attach: Attach) -> None:
    """As the head of the file says for a station that runs without a person signed in."""
    assert HONEYWELL_LINE in RULES
    with udev_running(RULES.replace(HONEYWELL_LINE, f'{HONEYWELL_LINE}, GROUP="plugdev", MODE="0660"')):
        device = plug_hid(HONEYWELL_POS, "GROUP")
        node = hidraw_of("GROUP")
        settle()
        plugdev = grp.getgrnam("plugdev").gr_gid
        assert (node.stat().st_gid, oct(node.stat().st_mode & 0o777)) == (plugdev, "0o660")
        with ordinary_user(OTHER_USER, [plugdev]):
            recorder, _ = attach("hid:0c2e:1007:GROUP")
            recorder.wait_state(ScannerState.READY)
            device.send(HONEYWELL.reports(b"AS-A-MEMBER")[0])
            assert recorder.wait_scans(1) == ["AS-A-MEMBER"]


def _may_open(node: Path) -> bool:
    try:
        os.close(os.open(node, os.O_RDWR | os.O_NONBLOCK))
    except PermissionError:
        return False
    return True
