"""The line of labels on their way into the ledger: one at a time, in order, held, stopped, ended."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from station import command_codes
from station.model import Label
from ui.scan.label_line import LabelLine

UNDO = command_codes.new_code()


class Sink:
    """What was sent, by text."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.line = LabelLine(lambda label: self.sent.append(label.text))

    def put(self, *texts: str) -> None:
        for text in texts:
            self.line.put(Label(text, "bench", 0.0))

    def open(self) -> None:
        assert self.line.close(held=False, stopped=False) == 0


def test_the_next_label_goes_when_the_one_before_is_done() -> None:
    sink = Sink()
    sink.put("a", "b", "c")
    sink.open()
    assert (sink.sent, len(sink.line)) == (["a"], 2)
    sink.open()
    assert sink.sent == ["a"]
    sink.line.done()
    sink.line.done()
    assert (sink.sent, len(sink.line)) == (["a", "b", "c"], 0)


def test_a_held_line_keeps_what_comes_and_lets_only_a_printed_code_through() -> None:
    sink = Sink()
    sink.put(UNDO, "a")
    sink.line.close(held=True, stopped=False)
    sink.line.done()
    assert sink.sent == [UNDO]
    sink.open()
    assert sink.sent == [UNDO, "a"]


def test_a_stopped_line_drops_what_waits_up_to_a_printed_code() -> None:
    sink = Sink()
    sink.put("a", "b", UNDO, "c")
    assert sink.line.close(held=False, stopped=True) == 2
    assert (sink.sent, len(sink.line)) == ([UNDO], 1)
    sink.open()
    sink.line.done()
    assert sink.sent == [UNDO, "c"]


def test_the_end_sends_what_was_held_but_obeys_nothing() -> None:
    sink = Sink()
    sink.put("a", UNDO, "b")
    sink.line.close(held=True, stopped=False)
    sink.line.end()
    sink.line.done()
    assert (sink.sent, len(sink.line)) == (["a", "b"], 0)


def test_the_end_of_a_stopped_line_sends_nothing() -> None:
    sink = Sink()
    sink.line.close(held=False, stopped=True)
    sink.put("a")
    sink.line.end()
    assert sink.sent == []


@given(st.lists(st.sampled_from(["put", "done", "hold", "open"])))
def test_whatever_happens_the_order_stays_and_nothing_is_lost(acts: list[str]) -> None:
    sink, count = Sink(), 0
    for act in acts:
        if act == "put":
            sink.put(f"{count}")
            count += 1
        elif act == "done":
            sink.line.done()
        else:
            sink.line.close(held=act == "hold", stopped=False)
    sink.line.end()
    assert sink.sent == [f"{n}" for n in range(count)]
