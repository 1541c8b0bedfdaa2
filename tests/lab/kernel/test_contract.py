"""The contract of every kind of scanner, kept on real kernel devices: the tests are those of the pseudo terminals."""

from pathlib import Path

from tests.lab.kernel.rigs import KERNEL_RIGS
from tests.lab.rigs import KERNEL_KINDS
from tests.lab.test_scanner_contract import *  # noqa: F403 - the `rig` of this folder takes the other's place


def test_every_kind_left_to_this_kernel_has_a_rig(tmp_path: Path) -> None:
    assert {make(tmp_path).address.partition(":")[0] for make in KERNEL_RIGS.values()} >= KERNEL_KINDS
