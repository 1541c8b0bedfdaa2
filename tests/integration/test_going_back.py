"""The platform is restored from its own copy: what it has forgotten is done again, once, and the counter is true."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from station.errors import NotReachable, PlatformWentBack
from station.events import StationEvent, SyncFailed
from station.model import ReplacementState as S
from station.model import Verdict
from station.store import certificates
from tests.helpers.platform_client import PlatformClient, item
from tests.helpers.replacing_platform import PREFIX, ReplacingPlatform
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, assert_sound, done, row_of, scan, signed_in, states, used
from tests.helpers.tiny_platform import Answer, Call, bad, good
from tests.integration.test_sync_doubt import station_at

CERTIFICATE = "CERT-000004"
SEND = f"{PREFIX}/replacements"
SNS = [f"SNEF{n:09d}" for n in range(12)]
pytestmark = pytest.mark.log_allowed


@pytest.fixture
def aging(tmp_path: Path) -> Iterator[SandboxProcess]:
    """A sandbox of the test's own: its file is exchanged under it."""
    with SandboxProcess(tmp_path / "platform") as process:
        yield process


def copy_of(sandbox: SandboxProcess, folder: Path) -> Callable[[], None]:
    """Copy the platform's file as of now; gives what puts that copy back and starts the process on it."""
    sandbox.stop()
    files = [path for path in sandbox.data_dir.iterdir() if path.name.startswith("sandbox.sqlite3")]
    folder.mkdir()
    for path in files:
        shutil.copy2(path, folder)
    sandbox.start()

    def go_back() -> None:
        sandbox.stop()
        for path in sandbox.data_dir.glob("sandbox.sqlite3*"):
            path.unlink()
        for path in folder.iterdir():
            shutil.copy2(path, sandbox.data_dir)
        sandbox.start()

    return go_back


def rival_does(sandbox: SandboxProcess, *sns: str) -> None:
    client = PlatformClient(sandbox.ready, account=1)
    client.sign_in()
    answer = client.replace(CERTIFICATE, [item(sn) for sn in sns], station_id="the-other-line")
    assert answer["summary"]["ok"] == len(sns)


def history(sandbox: SandboxProcess, *sns: str) -> list[tuple[str, str]]:
    """Station and code of everything that the platform shows of these units."""
    client = PlatformClient(sandbox.ready, account=1)
    client.sign_in()
    pages = [client.result("GET", "/replacements", query={"sn": sn, "page_no": 1}) for sn in sns]
    return [(line["station_id"], line["code"]) for page in pages for line in page["list"]]


def test_units_done_since_the_copy_are_done_again_once(
    aging: SandboxProcess, folder: Path, tmp_path: Path
) -> None:
    sns, before = aging.sns(CERTIFICATE, 16), used(aging, CERTIFICATE)
    kept, forgotten, rivals, later = sns[:4], sns[4:11], sns[11:14], sns[14:]
    told: list[StationEvent] = []
    with signed_in(folder, aging, CERTIFICATE) as station:
        station.on_change = told.append
        accept(station, *kept)
        station.drain(20)
        rival_does(aging, *rivals)
        go_back = copy_of(aging, tmp_path / "copy")
        items = accept(station, *forgotten)
        station.drain(20)
        go_back()
        assert done(aging, sns) == Counter(kept + rivals)
        station.fetch_certificates()
        assert states(station) == {"confirmed": 11}
        station.drain(20)
        assert states(station) == {"confirmed": 11}
        assert {row_of(station, item_id).attempts for item_id in items} == {2}
        assert_sound(station)
        accept(station, *later)
        station.drain(20)
        certificate = station.session.cached_certificate(CERTIFICATE)
        assert certificate is not None
        assert certificate.quota_used == used(aging, CERTIFICATE) == before + 16
        assert station.overview().room == certificate.quota_total - certificate.quota_used
    assert done(aging, sns) == Counter(sns)
    assert history(aging, *rivals) == [("the-other-line", "OK")] * 3
    errors = [event.error for event in told if isinstance(event, SyncFailed)]
    assert [type(error) for error in errors] == [PlatformWentBack]
    assert "7 units are sent again" in str(errors[0])


def test_a_sync_with_nothing_to_send_notices_it_as_well(
    aging: SandboxProcess, folder: Path, tmp_path: Path
) -> None:
    sns = aging.sns(CERTIFICATE, 5)
    go_back = copy_of(aging, tmp_path / "copy")
    with signed_in(folder, aging, CERTIFICATE) as station:
        accept(station, *sns)
        station.drain(20)
        go_back()
        assert not done(aging, sns)
        station.drain(20)
        assert states(station) == {"confirmed": 5}
        aging.stop()
        station.drain(0)  # nothing waits, so a platform that does not answer is no failure
    aging.start()
    assert done(aging, sns) == Counter(sns)


def test_the_other_account_looks_after_its_own_units_when_it_signs_in(
    aging: SandboxProcess, folder: Path, tmp_path: Path
) -> None:
    """By then the count has passed what that account had seen before."""
    sns = aging.sns(CERTIFICATE, 9)
    go_back = copy_of(aging, tmp_path / "copy")
    with signed_in(folder, aging, CERTIFICATE, account=1) as station:
        accept(station, *sns[:2])
        station.drain(20)
    with signed_in(folder, aging, CERTIFICATE) as station:
        accept(station, *sns[2:4])
        station.drain(20)
        go_back()
        station.fetch_certificates()
        accept(station, *sns[4:])
        station.drain(20)
    with signed_in(folder, aging, CERTIFICATE, account=1) as station:
        station.drain(20)
        assert states(station) == {"confirmed": 9}
        with station.database.read() as connection:
            assert certificates.suspects(connection, station.session.account_key) == []
    assert done(aging, sns) == Counter(sns)


def old_answer(platform: ReplacingPlatform, times: int, document: dict[str, Any]) -> list[str]:
    """The next `times` questions about the certificate are answered as it was before. Gives what was asked."""
    asked: list[str] = []

    def before(call: Call) -> Answer | None:
        asked.append(f"{call.method} {call.path}")
        if call.path != f"{PREFIX}/certificates/CERT-1":
            return None
        return good(document) if asked.count(asked[-1]) <= times else None

    platform.before = before
    return asked


@pytest.mark.parametrize("times", [1, 2])
def test_an_answer_that_was_held_up_is_no_going_back(folder: Path, times: int) -> None:
    platform = ReplacingPlatform()
    document = {**platform.certificate}
    with station_at(folder, platform) as (station, _):
        items = accept(station, *SNS)
        station.drain(10)
        asked = old_answer(platform, times, document)
        station.engine.refresh_certificate("CERT-1")
        station.drain(10)
        assert states(station) == {"confirmed": 12}
        assert {row_of(station, item_id).attempts for item_id in items} == {1}
        certificate = station.session.cached_certificate("CERT-1")
        assert certificate is not None
        assert certificate.quota_used == 12
        assert f"POST {SEND}" not in asked


@pytest.mark.parametrize("times", [1, 4, 5])
def test_a_rejected_question_is_asked_anew_but_not_for_ever(folder: Path, times: int) -> None:
    platform = ReplacingPlatform()
    document = {**platform.certificate}

    def reject(call: Call) -> Answer | None:
        return bad(1109, "param is illegal") if call.path == f"{PREFIX}/certificates/CERT-1" else None

    with station_at(folder, platform) as (station, _):

        def suspects() -> list[str]:
            with station.database.read() as connection:
                return certificates.suspects(connection, station.session.account_key)

        accept(station, *SNS)
        station.drain(10)
        platform.certificate = document
        platform.done.clear()
        platform.batches.clear()
        station.engine.refresh_certificate("CERT-1")
        platform.before = reject
        for _round in range(times):
            assert suspects() == ["CERT-1"]
            station.engine.ask()
        assert (suspects() == []) is (times == 5)
        platform.before = lambda _call: None
        station.drain(10)  # looks at the certificate, which is older still
        assert len(platform.done) == len(SNS)
        assert suspects() == []


def test_a_unit_that_is_in_doubt_again_stays_a_duplicate_and_spends_its_quota(folder: Path) -> None:
    platform = ReplacingPlatform(total=12)
    document = {**platform.certificate}
    with station_at(folder, platform) as (station, _):
        items = accept(station, *SNS[:8])
        station.drain(10)
        platform.certificate = document
        platform.done.clear()
        platform.batches.clear()
        station.engine.refresh_certificate("CERT-1")
        batches = [0]

        def away(call: Call) -> Answer | None:
            batches[0] += "/batches/" in call.path
            return bad(1110, "slow down") if batches[0] else None

        platform.before = away
        with pytest.raises(NotReachable):
            station.engine.ask()
        assert {row_of(station, item_id).state for item_id in items} == {S.IN_DOUBT}
        assert scan(station, SNS[0])[0].verdict is Verdict.DUPLICATE
        assert station.overview().room == 4
        assert_sound(station)
        platform.before = lambda _call: None
        station.drain(10)
        assert states(station) == {"confirmed": 8}
        assert platform.certificate["quota_used"] == 8
