"""A supervisor at the command line: rows that need a person leave the queue one way or the other."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.helpers.commands import Terminal, assert_clear
from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import done

SEND = "/v1.0/pid-replacement/replacements"


def set_up(sandbox: SandboxProcess, server: ForkServer, folder: Path) -> tuple[Terminal, str]:
    number = sandbox.certificate(room=600)["certificate_no"]
    person = Terminal(folder, sandbox.ready, server)
    person.set_up(number)
    return person, number


def parked(person: Terminal, sandbox: SandboxProcess, sns: list[str]) -> list[str]:
    """Units that the platform rejected without a verdict; gives their item ids."""
    person.good("scan", "--input", "-", "--json", stdin="\n".join(sns))
    sandbox.set_faults([{"effect": "error", "code": 1109, "method": "POST", "path": SEND}])
    assert person.run("sync").code == 5
    sandbox.set_faults([])
    rows = person.good("queue", "--state", "parked", "--json").document
    assert [row["sn"] for row in rows] == sns
    return [row["item_id"] for row in rows]


def test_parked_rows_are_sent_again_or_voided_and_the_sign_out_is_free(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    person, number = set_up(sandbox, server, tmp_path / "station")
    sns = sandbox.sns(number, 3)
    first, *rest = parked(person, sandbox, sns)
    assert_clear(person.run("logout"), 5, "pid-station void")

    voided = person.good("void", first, "--reason", "unit was scrapped", "--by", "maria", "--json").document
    assert [(act["sn"], act["state"], act["done"]) for act in voided] == [(sns[0], "voided", True)]
    again = person.good("retry", "--all-parked", "--reason", "the platform is well again", "--json").document
    assert [act["item_id"] for act in again] == [*reversed(rest)]
    assert person.good("sync", "--json").document["confirmed"] == 2
    assert done(sandbox, sns) == Counter(sns[1:])
    assert person.good("verify", "--json").document["ok"]
    person.good("logout")


def test_refused_units_go_on_under_another_certificate(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    person, number = set_up(sandbox, server, tmp_path / "station")
    first, second = sandbox.sns(number, 2)
    person.good("scan", "--input", "-", stdin=f"{first}\n{second}")
    rule = {"effect": "item_code", "code": "CERT_REVOKED", "msg": "revoked", "final": True, "times": 1}
    sandbox.set_faults([{**rule, "method": "POST", "path": SEND, "sns": [first]}])
    person.good("sync")
    (refused,) = person.good("queue", "--state", "refused", "--json").document

    requeued = person.run("requeue", refused["item_id"], "no-such-item", "--certificate", number, "--json")
    assert requeued.code == 5
    taken, unknown = requeued.document
    assert (taken["sn"], taken["state"], taken["done"]) == (first, "saved", True)
    assert taken["new_item_id"] not in {None, refused["item_id"]}
    assert (unknown["done"], unknown["sn"]) == (False, None)
    person.good("sync")
    assert done(sandbox, [first]) == Counter([first])
    states = {row["item_id"]: row["state"] for row in person.queue()}
    assert states[refused["item_id"]] == "refused"
    assert states[taken["new_item_id"]] == "confirmed"


def test_an_act_without_items_or_reason_is_no_act(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    person, number = set_up(sandbox, server, tmp_path / "station")
    assert_clear(person.run("retry", "--reason", "why"), 2, "--all-parked")
    assert_clear(person.run("void", "--reason", "why"), 2, "name the items")
    assert_clear(person.run("requeue", "--certificate", number), 2, "name the items")
    assert_clear(person.run("void", "item", "--reason", ""), 2, "reason")
    assert person.run("void", "item").code == 2
