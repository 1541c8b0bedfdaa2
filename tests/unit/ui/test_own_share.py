from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.model import NO_SHARE, Share, ShareKind, Verdict
from station.overview import Overview
from station.quota import Limit
from tests.unit.ui.scan_data import CERTIFICATE, NOW, outcome, overview, presenter
from ui import i18n
from ui.look import theme
from ui.look.painting import TextRun, width_of
from ui.look.signs import Tone
from ui.scan.job_strip import HEIGHT, JobStrip
from ui.scan.scan_conditions import job

UNSUPPORTED = Share(ShareKind.UNSUPPORTED)
NO_SHARES_HERE = (
    "No shares on this platform: stations that are offline together could overrun the certificate"
)
LAPSES = NOW + 3_600_000


def holding(left: int, ready: int, expires_ms: int | None = LAPSES) -> Overview:
    """Room for 76 units on the certificate; `left` of them are this station's own, `ready` may be scanned now."""
    share = Share(ShareKind.HELD, left, expires_ms)
    return replace(overview(), share=share, room_now=ready, limit=Limit.SHARE)


def test_a_share_says_how_much_of_it_is_left_until_when() -> None:
    view = job(holding(60, 48), NOW)
    assert view.share == f"Own share: 48 of 60 left, until {i18n.clock(LAPSES, NOW)}"
    assert view.share_tone is Tone.NORMAL


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        (holding(12, 0), "Own share used up: scanning offline stops"),
        (holding(0, 0, None), "No share held: scanning offline stops"),
    ],
)
def test_where_scanning_would_stop_offline_the_strip_says_so(shares: Overview, words: str) -> None:
    view = job(shares, NOW)
    assert (view.share, view.share_tone) == (words, Tone.CAUTION)


def test_a_platform_without_shares_is_named_with_the_risk() -> None:
    assert job(replace(overview(), share=UNSUPPORTED), NOW).share == NO_SHARES_HERE


def test_without_a_share_the_certificate_is_the_limit() -> None:
    assert job(overview(), NOW).share == "No own share: the certificate's counter is the limit"


@pytest.mark.parametrize("share", [NO_SHARE, UNSUPPORTED, Share(ShareKind.HELD)])
def test_a_full_certificate_says_only_that_it_is_full(share: Share) -> None:
    view = job(replace(overview(room=0), share=share, limit=Limit.CERTIFICATE), NOW)
    assert (view.warning, view.share) == ("Full: nothing more is counted", "")


def test_a_used_up_share_stops_without_naming_another_certificate() -> None:
    made = presenter()
    made.certificates_are([CERTIFICATE, replace(CERTIFICATE, certificate_no="PRC-2", quota_used=0)])
    made.scanned(outcome(Verdict.QUOTA_FULL, "share_full: this station's own share is used up"))
    panel = made.view().panel
    assert (panel.tone, panel.word) == (Tone.STOP, "OWN SHARE USED UP")
    assert panel.detail == "Connect the station, or call the supervisor."
    assert "PRC-2" not in panel.spoken


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5])
@pytest.mark.parametrize("width", [1158, 1800])
@pytest.mark.parametrize(
    "shown",
    [
        holding(1_234_567, 999_999),
        holding(0, 0, None),
        replace(overview(), share=UNSUPPORTED),
        replace(overview(room=17), share=UNSUPPORTED),
    ],
)
def test_no_word_of_the_strip_is_cut_off(
    qtbot: QtBot, qapp: QApplication, shown: Overview, width: int, zoom: float
) -> None:
    scale = width / 1800 * zoom
    view = job(shown, NOW)
    strip = JobStrip(theme.apply(qapp, "light", zoom))
    qtbot.addWidget(strip)
    strip.set_look(strip.theme, scale)
    strip.resize(width, round(HEIGHT * scale))
    strip.show_job(view)
    runs = [part for part in strip.parts() if isinstance(part, TextRun)]
    words = " ".join(run.text for run in runs)
    for wanted in (view.certificate, view.original_pid, view.new_pid, view.share, view.warning):
        assert wanted in words
    for run in runs:
        assert QRectF(strip.rect()).adjusted(-1, -1, 1, 1).contains(run.rect), run.text
        assert width_of(run.text, run.font) <= run.rect.width() + 1, run.text
    assert view.share in strip.accessibleName()
