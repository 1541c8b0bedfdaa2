"""Rows go out in the name of the account that scanned them, also when somebody else signs in at that moment."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from station.assembly import Station
from station.model import LeaseAnswer
from station.session import SignInForm
from station.store import leases
from station.store.leases import Lease
from tests.helpers.replacing_platform import PREFIX, ReplacingPlatform, form_for
from tests.helpers.stations import accept, assert_sound, open_station, row_of
from tests.helpers.tiny_platform import LOGIN, Answer, Call, TinyPlatform, bad, tokens

USERS = ["anna", "ben"]


def issue(call: Call) -> Answer | None:
    """A token of their own for each user: access-0 is anna's, access-1 ben's."""
    return tokens(USERS.index(call.document["username"])) if call.path == LOGIN else None


def enter(station: Station, form: SignInForm, user: str) -> None:
    station.sign_in(replace(form, username=user))
    station.fetch_certificates()
    station.choose_certificate("CERT-1")


def hold_share(station: Station) -> None:
    """A lease that the platform has not spoken of since the start: it is asked about before the next batch."""
    lease = Lease(uuid.uuid4().hex, "CERT-1", station.session.account_key, 10, 3600)
    now = leases.now(station.clock)
    answer = LeaseAnswer("lease-1", 10, 0, now.platform_ms + 3_600_000)
    station.database.write(lambda c: leases.ask(c, lease))
    station.database.write(lambda c: leases.answered(c, lease, answer, now))


def test_a_sign_in_on_the_way_to_a_batch_changes_neither_its_rows_nor_its_token(folder: Path) -> None:
    platform = ReplacingPlatform()
    platform.before = issue
    with TinyPlatform(platform) as server, open_station(folder) as station:
        form = form_for(server.url)
        enter(station, form, "ben")
        (of_ben,) = accept(station, "SNAB000000002")
        enter(station, form, "anna")
        (of_anna,) = accept(station, "SNAB000000001")
        hold_share(station)

        def on_the_way(call: Call) -> Answer | None:
            if "/leases/" in call.path:
                enter(station, form, "ben")
                return bad(1000, "no such lease")
            return issue(call)

        platform.before = on_the_way
        station.engine.send()
        platform.before = issue
        station.engine.send()
        sent = [
            call for call in server.calls if (call.method, call.path) == ("POST", f"{PREFIX}/replacements")
        ]
        owners = {of_anna: "access-0", of_ben: "access-1"}
        assert [
            (item["item_id"], call.headers["access_token"])
            for call in sent
            for item in call.document["items"]
        ] == [*owners.items()]
        assert {row_of(station, item_id).state for item_id in owners} == {"confirmed"}
        assert_sound(station)
