import threading

from hypothesis import given
from hypothesis import strategies as st

from drivers.base import DropCause, DroppedLabel, ScanEvent, ScannerState, ScannerStatus
from drivers.hand_over import HandOver, Happening


def _scan(number: int, size: int = 8) -> ScanEvent:
    return ScanEvent(f"{number:0{size}d}", f"{number:0{size}d}".encode(), None, None, "virtual:x", 1.0)


def _state(number: int) -> ScannerStatus:
    return ScannerStatus("virtual:x", ScannerState.READY, f"{number}", "title")


def _take_all(queue: HandOver) -> list[Happening]:
    queue.close()
    return list(iter(queue.take, None))


def _lost_in(events: list[Happening]) -> int:
    gaps = [
        event for event in events if isinstance(event, DroppedLabel) and event.cause is DropCause.OVERFLOW
    ]
    return sum(int(gap.reason.split()[0]) for gap in gaps)


@given(st.lists(st.sampled_from(["scan", "state", "take"]), max_size=200), st.integers(1, 8))
def test_nothing_vanishes_and_the_order_holds(steps: list[str], bound: int) -> None:
    queue, came, number = HandOver("virtual:x", most_events=bound), [], 0
    for number, step in enumerate(steps, 1):
        if step == "take":
            came += [queue.take()] if len(queue) else []
        else:
            queue.put(_scan(number) if step == "scan" else _state(number))
        assert len(queue) <= 3 * bound + 2
    events = [event for event in [*came, *_take_all(queue)] if event is not None]
    scans = [event.data for event in events if isinstance(event, ScanEvent)]
    assert scans == sorted(scans)
    assert len(scans) + _lost_in(events) == steps.count("scan")
    assert queue.lost == _lost_in(events)
    last_state = max((n for n, step in enumerate(steps, 1) if step == "state"), default=None)
    states = [event.code for event in events if isinstance(event, ScannerStatus)]
    assert states[-1:] == ([] if last_state is None else [str(last_state)])


def test_bytes_are_bounded_too() -> None:
    queue = HandOver("virtual:x", most_bytes=1_000_000)
    kept = sum(queue.put(_scan(number, size=16_000)) for number in range(100))
    assert 25 <= kept <= 35
    assert queue.lost == 100 - kept
    events = _take_all(queue)
    assert len(events) == kept + 1
    assert isinstance(events[-1], DroppedLabel)
    assert f"{100 - kept} scans were lost" in events[-1].reason


def test_room_comes_back_when_events_are_taken() -> None:
    queue = HandOver("virtual:x", most_events=4)
    for number in range(4):
        queue.put(_scan(number))
    assert not queue.wait_for_room(0.01)
    waited: list[bool] = []
    waiter = threading.Thread(target=lambda: waited.append(queue.wait_for_room(5.0)))
    waiter.start()
    queue.take()
    queue.take()
    waiter.join(5.0)
    assert waited == [True]
    assert queue.put(_scan(5))


def test_it_tells_for_how_long_nothing_was_taken() -> None:
    queue = HandOver("virtual:x")
    assert queue.waits_s() == 0.0
    queue.put(_scan(1))
    assert 0.0 <= queue.waits_s() < 5.0
    queue.take()
    assert queue.waits_s() == 0.0


def test_a_closed_queue_ends_the_waiting() -> None:
    queue = HandOver("virtual:x")
    taken: list[object] = ["nothing yet"]
    taker = threading.Thread(target=lambda: taken.append(queue.take()))
    taker.start()
    queue.close()
    taker.join(5.0)
    assert taken[-1] is None
