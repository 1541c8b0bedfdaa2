"""What every kind of scanner promises. A new driver joins by its rig in `rigs.py`."""

import threading
import time
import tracemalloc
from pathlib import Path

import pytest

from drivers.base import DropCause, ScanEvent, ScannerState
from drivers.reader import ScannerReader
from drivers.registry import KINDS, open_scanner
from tests.helpers.ordinary_user import without_root
from tests.helpers.scan_recorder import ScanRecorder
from tests.lab.conftest import Attach
from tests.lab.rigs import KERNEL_KINDS, RIGS, Rig

pytestmark = pytest.mark.log_allowed

_STOPPED_WITHIN_S = 0.3
_STOPS = 3
"""The quickest counts: a machine that is emulated stands still for a moment now and then."""


def test_every_kind_of_the_registry_has_a_rig(tmp_path: Path) -> None:
    rigged = {make(tmp_path).address.partition(":")[0] for make in RIGS.values()}
    assert rigged | KERNEL_KINDS >= set(KINDS)


def test_scans_arrive_in_order_and_say_what_they_are(rig: Rig, ready: ScanRecorder) -> None:
    before = time.monotonic()
    rig.scan([b"]C0SN00000001", b"SN00000002", b"]d20109501101530003\x1d10AB"])
    ready.wait_scans(3)
    first, second, third = ready.scans
    assert (first.data, first.aim, first.symbology) == ("SN00000001", "]C0", "Code 128")
    assert (second.data, second.aim, second.symbology) == ("SN00000002", None, None)
    assert (third.data, third.symbology) == ("0109501101530003\x1d10AB", "GS1 Data Matrix")
    assert first.raw == b"]C0SN00000001"
    assert first.device == rig.address
    assert before <= first.at <= third.at <= time.monotonic()


def test_a_thousand_scans_at_full_speed(rig: Rig, ready: ScanRecorder) -> None:
    labels = [f"SN{number:08d}" for number in range(1000)]
    rig.scan([label.encode() for label in labels])
    assert ready.wait_scans(1000) == labels


def test_waiting_for_a_scan_costs_next_to_nothing(rig: Rig, ready: ScanRecorder) -> None:
    before = time.process_time()
    threading.Event().wait(0.6)
    assert time.process_time() - before < 0.06
    rig.scan([b"STILL-READ"])
    assert ready.wait_scans(1) == ["STILL-READ"]


def test_a_label_sent_byte_by_byte_is_one_scan(rig: Rig, ready: ScanRecorder) -> None:
    _only_bytewise(rig)
    for label in (b"SN-ONE", b"SN-TWO"):
        for byte in label:
            rig.send(bytes([byte]))
        rig.scan([b""])
    assert ready.wait_scans(2) == ["SN-ONE", "SN-TWO"]


def test_unplug_is_seen_within_two_seconds_and_replug_heals(rig: Rig, ready: ScanRecorder) -> None:
    labels = ["BEFORE", "BETWEEN", "AFTER"]
    for count, label in enumerate(labels, 1):
        rig.scan([label.encode()])
        assert ready.wait_scans(count) == labels[:count]
        rig.unplug()
        status = ready.wait_state(ScannerState.ABSENT, within_s=2.0)
        assert status.title
        assert status.message
        rig.plug()
        ready.wait_state(ScannerState.READY, within_s=2.0)


def test_unplug_amid_a_label_drops_it_and_says_so(rig: Rig, ready: ScanRecorder) -> None:
    _only_bytewise(rig)
    rig.scan([b"WHOLE"])
    rig.send(b"PART")
    ready.wait_scans(1)
    rig.unplug()
    dropped = ready.wait_dropped()
    assert dropped.raw == b"PART"
    assert dropped.reason
    rig.plug()
    ready.wait_state(ScannerState.READY)
    rig.scan([b"REST"])
    assert ready.wait_scans(2) == ["WHOLE", "REST"]


def test_a_scanner_that_is_not_there_is_named_with_its_remedy(rig: Rig, attach: Attach) -> None:
    rig.unplug()
    recorder, _ = attach(rig.address)
    status = recorder.wait_state(ScannerState.ABSENT)
    assert status.code == "absent"
    assert rig.address.partition(":")[2] in status.title
    assert status.message


def test_no_permission_is_named_with_its_remedy_and_heals(rig: Rig, attach: Attach) -> None:
    path = rig.node.resolve()
    path.chmod(0)
    with without_root():
        recorder, _ = attach(rig.address)
        status = recorder.wait_state(ScannerState.NO_PERMISSION)
        assert "permission" in status.title
        assert status.message
    path.chmod(0o600)
    recorder.wait_state(ScannerState.READY)


def test_stop_takes_less_than_300_ms_and_leaves_nothing(rig: Rig, attach: Attach) -> None:
    descriptors = _open_files()
    took = []
    for _ in range(_STOPS):
        recorder, reader = attach(rig.address)
        recorder.wait_state(ScannerState.READY)
        assert _open_files() > descriptors
        took.append(_seconds_to_stop(reader))
        assert _open_files() == descriptors
        assert not [thread for thread in threading.enumerate() if rig.address in thread.name]
    assert min(took) < _STOPPED_WITHIN_S


def test_stop_while_absent_takes_less_than_300_ms(rig: Rig, attach: Attach) -> None:
    rig.unplug()
    took = []
    for _ in range(_STOPS):
        recorder, reader = attach(rig.address)
        recorder.wait_state(ScannerState.ABSENT)
        took.append(_seconds_to_stop(reader))
    assert min(took) < _STOPPED_WITHIN_S


def _seconds_to_stop(reader: ScannerReader) -> float:
    before = time.monotonic()
    assert reader.stop()
    return time.monotonic() - before


def test_replugging_many_times_leaks_no_handle(rig: Rig, ready: ScanRecorder) -> None:
    descriptors = _open_files()
    for _ in range(5):
        rig.unplug()
        ready.wait_state(ScannerState.ABSENT)
        rig.plug()
        ready.wait_state(ScannerState.READY)
    assert _open_files() == descriptors


def test_noise_and_a_flood_neither_kill_nor_fill(rig: Rig, ready: ScanRecorder) -> None:
    _only_bytewise(rig)
    tracemalloc.start()
    try:
        for _ in range(64):  # one endless label of 4 MB with every byte value but the end marks
            rig.send(bytes(byte for byte in range(256) if byte not in b"\r\n\t\x00\x02\x03") * 256)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000
    rig.scan([b"", bytes(range(128, 256)), b"STILL-HERE"])
    assert ready.wait_scans(1, within_s=60.0) == ["STILL-HERE"]
    assert [label.cause for label in ready.dropped] == [DropCause.TOO_LONG, DropCause.NOISE]


def test_any_byte_is_shown_and_none_is_obeyed(rig: Rig, ready: ScanRecorder) -> None:
    labels = [b"]C0SN\x1b[2J-0001", b"SN\x07-00002", b"\xdcnit 42"] if rig.octets else [b"SN\x1d1", b"SN;--"]
    rig.scan(labels)
    ready.wait_scans(len(labels))
    assert [event.raw for event in ready.scans] == labels


def test_the_longest_label_survives(rig: Rig, ready: ScanRecorder) -> None:
    rig.scan([b"X" * rig.longest, b"NEXT"])
    assert ready.wait_scans(2) == ["X" * rig.longest, "NEXT"]


def test_a_blocked_station_costs_no_scan(rig: Rig) -> None:
    recorder, going_on = ScanRecorder(), threading.Event()

    def on_scan(event: ScanEvent) -> None:
        assert going_on.wait(60.0)
        recorder.on_scan(event)

    reader = ScannerReader(open_scanner(rig.address), on_scan, recorder.on_state)
    reader.start()
    recorder.wait_state(ScannerState.READY)
    labels = [f"SN{number:08d}" for number in range(1000)]
    try:
        for first in range(
            0, 1000, 10
        ):  # 50 a second would take 20 s; the blocked part of it is what matters
            rig.scan([label.encode() for label in labels[first : first + 10]])
            if first == 500:
                going_on.set()
        assert recorder.wait_scans(1000) == labels
    finally:
        going_on.set()
        assert reader.stop()


def test_other_scanners_go_on_when_one_is_unplugged(
    rig: Rig, ready: ScanRecorder, attach: Attach, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = RIGS["serial"](tmp_path / "other")
    other.plug()
    recorder, _ = attach(other.address)
    recorder.wait_state(ScannerState.READY)
    rig.unplug()
    ready.wait_state(ScannerState.ABSENT)
    other.scan([b"OTHER"])
    assert recorder.wait_scans(1) == ["OTHER"]
    other.unplug()


def test_the_scanner_is_described_before_it_is_opened(rig: Rig) -> None:
    info = open_scanner(rig.address).info
    assert info.kind == rig.address.partition(":")[0]
    assert info.address == rig.address
    assert info.words


def _only_bytewise(rig: Rig) -> None:
    if not rig.bytewise:
        pytest.skip("this scanner sends whole labels only")


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
