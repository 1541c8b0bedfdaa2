"""What the auditors decide is told once, whichever certificate is worked with, and without a storm of questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from station.assembly import Station
from station.events import CertificateChanged, StationEvent
from station.model import AuditStatus
from station.store import journal
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import ShiftedClock, signed_in

MINUTE_MS = 61_000
CERTIFICATES = "/v1.0/pid-replacement/certificates"


@pytest.fixture
def station(sandbox: SandboxProcess, folder: Path) -> Iterator[Station]:
    with signed_in(folder, sandbox) as station:
        yield station


def applied(station: Station) -> str:
    """A fresh certificate that waits for its audit."""
    original, new = [one for one in station.certificates.renew_products() if one.replaceable][:2]
    return station.apply(original.product_id, new.product_id, 10, "Stock").certificate_no


def decisions(station: Station) -> list[tuple[str, AuditStatus, AuditStatus]]:
    return [(one.certificate_no, one.before, one.status) for one in station.certificates.news()]


def test_a_certificate_nobody_works_with_is_noticed(station: Station, sandbox: SandboxProcess) -> None:
    heard: list[StationEvent] = []
    station.on_change = heard.append
    first, second = applied(station), applied(station)
    station.engine.audits.look(at_once=True)
    assert decisions(station) == []
    sandbox.approve(first)
    sandbox.reject(second)
    station.engine.audits.look(at_once=True)
    assert sorted(decisions(station)) == [
        (first, AuditStatus.PENDING, AuditStatus.APPROVED),
        (second, AuditStatus.PENDING, AuditStatus.REJECTED),
    ]
    told = {event.certificate.certificate_no for event in heard if isinstance(event, CertificateChanged)}
    assert {first, second} <= told
    story = station.certificates.story(first)
    assert story is not None
    assert [entry.event for entry in story.entries] == ["audit"]
    with station.database.read() as connection:
        assert journal.verify(connection).findings == ()


def test_a_decision_is_told_once_and_stays_until_it_is_read(
    station: Station, sandbox: SandboxProcess, folder: Path
) -> None:
    number = applied(station)
    sandbox.approve(number)
    station.fetch_certificates()
    station.engine.refresh_certificate(number)
    station.engine.audits.look(at_once=True)
    station.fetch_certificates()
    expected = [(number, AuditStatus.PENDING, AuditStatus.APPROVED)]
    assert [one for one in decisions(station) if one[0] == number] == expected
    station.close()
    with Station.open(folder) as again:
        news = [one for one in again.certificates.news() if one.certificate_no == number]
        assert len(news) == 1
        again.certificates.read_news(news)
        assert [one for one in decisions(again) if one[0] == number] == []


def test_of_two_decisions_about_one_certificate_the_newer_is_told(
    station: Station, sandbox: SandboxProcess
) -> None:
    number = applied(station)
    sandbox.approve(number)
    station.engine.refresh_certificate(number)
    seen = station.certificates.news()
    sandbox.revoke(number)
    station.engine.refresh_certificate(number)
    station.certificates.read_news(seen)
    assert (number, AuditStatus.APPROVED, AuditStatus.REVOKED) in decisions(station)


def test_it_asks_once_a_minute(sandbox: SandboxProcess, folder: Path) -> None:
    clock = ShiftedClock()
    with signed_in(folder, sandbox) as station:
        station.clock.monotonic_ms = clock.monotonic_ms  # type: ignore[method-assign]
        number = applied(station)
        station.engine.audits.look()
        sandbox.approve(number)
        station.engine.audits.look()
        assert decisions(station) == []
        clock.shift_ms += MINUTE_MS
        station.engine.audits.look()
        assert [one[0] for one in decisions(station)] == [number]


@pytest.mark.log_allowed
def test_a_platform_that_does_not_take_the_question_is_not_asked_again(
    station: Station, sandbox: SandboxProcess
) -> None:
    number = applied(station)
    station.engine.audits.look(at_once=True)
    sandbox.approve(number)
    sandbox.set_faults([{"effect": "error", "code": 1109, "method": "GET", "path": CERTIFICATES, "times": 1}])
    station.engine.audits.look(at_once=True)
    assert number not in [one[0] for one in decisions(station)]
    station.engine.audits.look()
    assert number not in [one[0] for one in decisions(station)]
    station.engine.audits.look(at_once=True)
    assert (number, AuditStatus.PENDING, AuditStatus.APPROVED) in decisions(station)
