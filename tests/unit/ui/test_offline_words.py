"""The line about a lost link counts down to the limit that comes first, and says when it is reached."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station import offline
from station.model import Link, LinkState, Verdict
from station.offline import Left, OfflineLimit
from ui import i18n
from ui.look.signs import Tone
from ui.scan import stop_words
from ui.scan.scan_conditions import link_notice
from ui.scan.scan_views import Notice

from .scan_data import NOW, OFFLINE, outcome, overview

HOUR_MS = 3_600_000


def told(left: Left | None, link: LinkState = OFFLINE) -> Notice:
    notice = link_notice(link, replace(overview(waiting=137), offline=left), NOW)
    assert notice is not None
    return notice


def test_far_from_a_limit_it_is_blue_and_says_which_comes_first() -> None:
    notice = told(offline.by_time(OfflineLimit.HOURS, 50 * HOUR_MS, 72 * HOUR_MS))
    assert notice.tone is Tone.INFO
    assert "137 units saved here, room for 76 more. Limit in about 2 d 2 h: " in notice.text


def test_near_a_limit_it_is_amber_and_the_room_is_the_smaller_one() -> None:
    notice = told(offline.by_units(OfflineLimit.UNITS, 40, 1000, 80))
    assert notice.tone is Tone.CAUTION
    assert "room for 40 more. Limit in about 30 min: too many units wait." in notice.text


def test_without_a_pace_it_counts_units() -> None:
    assert (
        "Limit after 40 more: own share used up."
        in told(offline.by_units(OfflineLimit.SHARE, 40, 200, 0)).text
    )


def test_a_certificate_nearly_used_up_does_not_turn_the_line_amber() -> None:
    assert told(offline.by_units(OfflineLimit.CERTIFICATE, 10, 500, 100)).tone is Tone.INFO


@pytest.mark.parametrize("link", [Link.OFFLINE, Link.SIGN_IN_NEEDED])
def test_at_the_limit_nobody_is_told_to_go_on(link: Link) -> None:
    notice = told(offline.by_time(OfflineLimit.HOURS, 0, HOUR_MS), LinkState(link))
    assert notice.tone is Tone.CAUTION
    assert "Go on" not in notice.text
    assert "room for 0 more. Limit reached: the oldest unit has waited too long." in notice.text


def test_the_panel_does_not_call_the_certificate_full() -> None:
    panel = stop_words.quota_full(outcome(Verdict.QUOTA_FULL, "offline_limit: 20000 units wait"), None)
    assert panel.tone is Tone.STOP
    assert panel.word == "OFFLINE LIMIT"
    assert "safe" in panel.note


def test_every_limit_has_words() -> None:
    assert all(i18n.limit_word(limit) for limit in OfflineLimit)
