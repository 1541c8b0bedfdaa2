"""Applications for certificates against the real sandbox: kept, checked, and never made twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station.application_form import HINTS, Fault, Form, look
from station.assembly import Station
from station.errors import CallRejected, NotReachable, UsageError
from station.model import AuditStatus, Product
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import form_of, open_station, signed_in

FILING = "/v1.0/pid-replacement/certificates"


@pytest.fixture
def station(sandbox: SandboxProcess, folder: Path) -> Iterator[Station]:
    with signed_in(folder, sandbox) as station:
        station.certificates.renew_products()
        yield station


def a_form(station: Station) -> Form:
    """One that the platform takes."""
    original, new = [one for one in station.certificates.products().products if one.replaceable][:2]
    return Form(original.product_id, new.product_id, "30", "Stock for Lumo")


def filed(sandbox: SandboxProcess) -> int:
    return int(sandbox.query("select count(*) from certificates")[0][0])


def test_an_application_is_filed_pending_and_journaled(station: Station, sandbox: SandboxProcess) -> None:
    before, form = filed(sandbox), a_form(station)
    station.applications.save(form)
    made = station.applications.send("Anna")
    assert (made.audit_status, made.quota_total) == (AuditStatus.PENDING, 30)
    assert (made.original_pid, made.new_pid, made.reason) == (form.original_pid, form.new_pid, form.reason)
    assert filed(sandbox) == before + 1
    assert station.applications.draft() is None
    story = station.certificates.story(made.certificate_no)
    assert story is not None
    assert [(entry.event, entry.actor) for entry in story.entries] == [("apply", "Anna")]


@pytest.mark.parametrize("effect", ["drop_after", "cut_body"])
def test_a_lost_answer_applies_for_nothing_twice(
    station: Station, sandbox: SandboxProcess, folder: Path, effect: str
) -> None:
    """The draft outlives the program; sent again, it is the same application."""
    before = filed(sandbox)
    station.applications.save(a_form(station))
    sandbox.set_faults([{"effect": effect, "method": "POST", "path": FILING, "times": 1}])
    with pytest.raises(NotReachable):
        station.applications.send("Anna")
    draft = station.applications.draft()
    assert draft is not None
    assert draft.in_doubt
    assert filed(sandbox) == before + 1, "it has arrived"
    with pytest.raises(UsageError, match="may have arrived"):
        station.applications.save(replace(draft.form, quantity="31"))
    station.close()
    with Station.open(folder) as again:
        again.sign_in(form_of(sandbox.ready))
        assert again.applications.draft() == draft
        again.applications.send("Anna")
        assert again.applications.draft() is None
    assert filed(sandbox) == before + 1


def test_a_draft_stays_without_a_network_and_belongs_to_its_account(
    sandbox: SandboxProcess, folder: Path
) -> None:
    with open_station(folder) as station:
        station.sign_in(form_of(sandbox.ready))
        station.applications.save(Form("pid", quantity="7"))
    with open_station(folder) as station:
        draft = station.applications.draft()
        assert draft is not None
        assert draft.form == Form("pid", quantity="7")
        station.sign_in(form_of(sandbox.ready, account=1))
        assert station.applications.draft() is None
        station.sign_in(form_of(sandbox.ready))
        with pytest.raises(UsageError, match="not complete"):
            station.applications.send("Anna")
        assert station.applications.draft() == draft
        assert station.applications.save(Form()) is None
        assert station.applications.draft() is None


def test_the_platforms_no_names_the_rule_and_leaves_the_draft_to_be_changed(station: Station) -> None:
    form = replace(a_form(station), new_pid="thereisnosuchpid")
    first = station.applications.save(form)
    with pytest.raises(CallRejected, match="new_pid"):
        station.applications.send("Anna")
    draft = station.applications.draft()
    assert draft is not None
    assert first is not None
    assert (draft.form, draft.in_doubt) == (form, False)
    assert draft.request_id != first.request_id
    assert station.applications.save(replace(form, quantity="1")) is not None


def test_products_are_known_after_a_restart(station: Station, folder: Path) -> None:
    known = station.certificates.products()
    assert {one.replaceable for one in known.products} == {True, False}
    assert known.fetched_ms > 0
    station.close()
    with Station.open(folder) as again:
        assert again.certificates.products() == known


_PLUG = Product("plug000000000001", "Plug", "cz", "wifi", "oem", "mass", True, "")
_LAMP = Product("lamp000000000001", "Lamp", "dj", "zigbee", "oem", "mass", True, "")
_NEW = Product("new0000000000001", "New", "cz", "wifi", "oem", "development", False, "Still in development.")
_GOOD = Form(_PLUG.product_id, "cust000000000001", "1 000", "Stock")


@pytest.mark.parametrize(
    ("form", "faults"),
    [
        (_GOOD, [Fault.NOT_HERE]),
        (replace(_GOOD, original_pid=""), [Fault.NO_ORIGINAL, Fault.NOT_HERE]),
        (replace(_GOOD, original_pid="unknown"), [Fault.NO_ORIGINAL, Fault.NOT_HERE]),
        (replace(_GOOD, original_pid=_NEW.product_id), [Fault.NOT_REPLACEABLE, Fault.NOT_HERE]),
        (replace(_GOOD, new_pid=""), [Fault.NO_NEW]),
        (replace(_GOOD, new_pid="cust-1"), [Fault.BAD_NEW]),
        (replace(_GOOD, new_pid="cust1"), [Fault.UNUSUAL_NEW]),
        (replace(_GOOD, new_pid=_PLUG.product_id.upper()), [Fault.SAME]),
        (replace(_GOOD, new_pid=_LAMP.product_id), [Fault.OTHER_PROTOCOL]),
        (replace(_GOOD, quantity="0"), [Fault.NOT_HERE, Fault.BAD_QUANTITY]),
        (replace(_GOOD, quantity="1000001"), [Fault.NOT_HERE, Fault.BAD_QUANTITY]),
        (replace(_GOOD, quantity="1.5"), [Fault.NOT_HERE, Fault.BAD_QUANTITY]),
        (replace(_GOOD, quantity="²"), [Fault.NOT_HERE, Fault.BAD_QUANTITY]),
        (replace(_GOOD, reason=" "), [Fault.NOT_HERE, Fault.NO_REASON]),
        (replace(_GOOD, reason="x" * 501), [Fault.NOT_HERE, Fault.NO_REASON]),
    ],
)
def test_what_is_wrong_with_a_form(form: Form, faults: list[Fault]) -> None:
    assert look(form, [_PLUG, _LAMP, _NEW]) == faults
    assert Fault.NOT_HERE in HINTS
