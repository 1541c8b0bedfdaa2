"""Each row of the table of events as the scan page has it: word, icon, colour and sound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.disk import Space
from station.model import AuditStatus, Link, LinkState, ReplacementState, Verdict
from tests.unit.ui.scan_data import (
    CERTIFICATE,
    LOST,
    NOW,
    OFFLINE,
    READY,
    accepted,
    already_replaced,
    closed,
    outcome,
    overview,
    presenter,
    row,
)
from ui.look.signs import Icon, Tone
from ui.scan.scan_presenter import ScanPresenter
from ui.scan.scan_views import Notice, ScanView
from ui.sounds.events import CUES, Event, Sound, SoundState

REFUSED = ReplacementState.REFUSED
NOT_AN_SN = outcome(Verdict.NOT_AN_SN, "mac: x", sn=None, label="A4:CF")
FULL, CLOSED = outcome(Verdict.QUOTA_FULL, "quota_full: x"), outcome(Verdict.CERTIFICATE_CLOSED, "revoked: x")


@pytest.mark.parametrize(
    ("scanned", "word", "icon", "tone", "sound"),
    [
        (accepted(), "OK", Icon.ACCEPTED, Tone.OK, Sound.ACCEPTED),
        (outcome(Verdict.DUPLICATE, "duplicate: x"), "ALREADY SCANNED", Icon.REPEAT, Tone.CAUTION, Sound.REPEAT),
        (
            outcome(Verdict.DUPLICATE, "set_aside: x", earlier=row(7, REFUSED)),
            "SET ASIDE",
            Icon.SET_ASIDE,
            Tone.BAD,
            Sound.SET_ASIDE,
        ),
        (already_replaced(), "SET ASIDE", Icon.SET_ASIDE, Tone.BAD, Sound.SET_ASIDE),
        (NOT_AN_SN, "NOT AN SN", Icon.QUESTION, Tone.BAD, Sound.SET_ASIDE),
        (outcome(Verdict.WRONG_PRODUCT, "x: y"), "WRONG PRODUCT", Icon.SET_ASIDE, Tone.BAD, Sound.SET_ASIDE),
        (FULL, "CERTIFICATE FULL", Icon.STOP, Tone.STOP, Sound.STOP),
        (CLOSED, "CERTIFICATE REVOKED", Icon.STOP, Tone.STOP, Sound.STOP),
        (outcome(Verdict.NOT_RECORDED, "not_recorded: x"), "NOT RECORDED", Icon.STOP, Tone.STOP, Sound.STOP),
    ],
)  # fmt: skip
def test_a_scan_has_word_icon_colour_and_sound(
    scanned: object, word: str, icon: Icon, tone: Tone, sound: Sound
) -> None:
    made = presenter()
    made.scanned(scanned)  # type: ignore[arg-type]
    view = made.view()
    assert (view.panel.word, view.panel.icon, view.panel.tone) == (word, icon, tone)
    assert sound_of(view) is sound
    assert (view.lasting != frozenset()) == (tone is Tone.STOP), "only a stop goes on sounding"


def sound_of(view: ScanView) -> Sound:
    assert view.call is not None
    return CUES[view.call.event].sound


def test_a_bounce_ticks() -> None:
    made = presenter()
    made.scanned(accepted())
    made.scanned(outcome(Verdict.BOUNCE, sn=row().sn))
    assert sound_of(made.view()) is Sound.TICK


def test_three_wrong_products_in_a_row_stop_the_line() -> None:
    made = presenter()
    for _ in range(3):
        made.scanned(outcome(Verdict.WRONG_PRODUCT, "x: y"))
    assert (made.view().panel.word, sound_of(made.view())) == ("LINE STOPPED", Sound.STOP)


def test_each_scan_is_a_call_of_its_own_and_drawing_again_is_none() -> None:
    made = presenter()
    assert made.view().call is None
    made.scanned(accepted(1))
    first = made.view().call
    assert made.view().call == first
    made.scanned(accepted(1))
    assert made.view().call != first


@pytest.mark.parametrize("shown", [True, False])
def test_a_unit_refused_later_is_set_aside_by_ear_too(shown: bool) -> None:
    made = presenter()
    if shown:
        made.scanned(accepted(1))
    made.settled([row(1, REFUSED, "SN_ACTIVATED")])
    assert sound_of(made.view()) is Sound.SET_ASIDE


def test_a_confirmed_unit_makes_no_sound() -> None:
    made = presenter()
    made.settled([row(1, ReplacementState.CONFIRMED)])
    assert made.view().call is None


def test_a_stop_goes_on_until_it_is_acknowledged() -> None:
    made = presenter()
    made.scanned(FULL)
    made.scanned(outcome(Verdict.DUPLICATE))
    assert made.view().lasting == {Event.QUOTA_FULL}
    made.acknowledge()
    assert made.view().lasting == frozenset()


def test_a_revocation_between_two_scans_sounds_by_itself() -> None:
    made = presenter()
    made.certificate_changed(closed(AuditStatus.REVOKED))
    assert made.view().lasting == {Event.CERTIFICATE_CLOSED}


def with_disk_low(made: ScanPresenter) -> None:
    made.overview_is(replace(overview(), disk=Space(total=100_000_000_000, free=120_000_000)))


@pytest.mark.parametrize(
    ("happen", "event", "icon", "tone"),
    [
        (lambda made: made.scanner_is(LOST), Event.SCANNER_LOST, Icon.SCANNER_LOST, Tone.STOP),
        (lambda made: made.link_is(OFFLINE), Event.OFFLINE, Icon.OFFLINE, Tone.INFO),
        (lambda made: made.link_is(LinkState(Link.SIGN_IN_NEEDED)), Event.SIGN_IN_NEEDED, Icon.SIGN_IN, Tone.INFO),
        (lambda made: made.link_is(LinkState(Link.SETUP_WRONG)), Event.SETUP_WRONG, Icon.WARNING, Tone.CAUTION),
        (with_disk_low, Event.DISK_LOW, Icon.WARNING, Tone.CAUTION),
    ],
)  # fmt: skip
def test_a_condition_has_word_icon_colour_and_sound(
    happen: object, event: Event, icon: Icon, tone: Tone
) -> None:
    made = presenter()
    happen(made)  # type: ignore[operator]
    notice: Notice = made.view().notices[0]
    assert notice.word
    assert (notice.event, notice.icon, notice.tone) == (event, icon, tone)
    assert made.view().lasting == {event}
    made.scanner_is(READY)
    made.link_is(LinkState(Link.ONLINE))
    made.overview_is(overview())
    assert made.view().lasting == frozenset()


@pytest.mark.parametrize(
    ("room", "event"),
    [(51, None), (50, Event.QUOTA_NEARLY_USED), (21, Event.QUOTA_NEARLY_USED), (20, Event.LAST_UNITS),
     (2, Event.LAST_UNITS), (1, Event.LAST_UNIT), (0, None)],
)  # fmt: skip
def test_the_end_of_the_certificate_is_announced(room: int, event: Event | None) -> None:
    made = presenter()
    made.overview_is(overview(replace(CERTIFICATE, quota_total=500), room=room))
    assert made.view().lasting == (frozenset({event}) if event else frozenset())


def test_rows_that_wait_too_long_are_announced() -> None:
    made = presenter()
    made.overview_is(overview(oldest_ms=NOW - 2 * 3_600_000))
    assert made.view().lasting == {Event.BEHIND}


@pytest.mark.parametrize(
    ("state", "cause"),
    [
        (SoundState.NO_DEVICE, "no audio device"),
        (SoundState.FAILED, "audio device fails"),
        (SoundState.VOLUME_ZERO, "volume is set to 0"),
    ],
)
def test_the_top_bar_says_when_nothing_can_be_heard(state: SoundState, cause: str) -> None:
    made = presenter()
    made.sound_is(state)
    status = made.view().statuses[-1]
    assert (status.value, status.second, status.icon, status.tone) == (
        "No sound",
        cause,
        Icon.NO_SOUND,
        Tone.CAUTION,
    )


@pytest.mark.parametrize("state", [SoundState.STARTING, SoundState.READY])
def test_the_top_bar_says_nothing_of_sounds_that_are_heard(state: SoundState) -> None:
    made = presenter()
    made.sound_is(state)
    assert [status.name for status in made.view().statuses][-1] == "waiting"
