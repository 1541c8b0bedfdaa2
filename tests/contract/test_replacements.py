"""Calls 8 to 11: every item code, idempotency, batches and the history."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.contract.conftest import NewCertificate, Stock
from tests.helpers.platform_client import PlatformClient, batch, item
from tests.helpers.sandbox_process import SandboxProcess

Certificate = dict[str, Any]


def codes(answer: dict[str, Any]) -> list[str]:
    return [one["code"] for one in answer["items"]]


def only(answer: dict[str, Any]) -> dict[str, Any]:
    assert len(answer["items"]) == 1
    return dict(answer["items"][0])


def used(client: PlatformClient, certificate_no: str) -> int:
    return int(client.result("GET", f"/certificates/{certificate_no}/quota")["used"])


def test_a_replacement_changes_the_pid_and_says_who_did_it(
    client: PlatformClient, certificate: Certificate, stock: Stock
) -> None:
    number, sn = certificate["certificate_no"], stock(1)[0]
    before = used(client, number)
    answer = client.replace(number, [item(sn)], station_id="line-7")
    done = only(answer)
    assert (done["ok"], done["code"], done["final"], done["station_id"]) == (True, "OK", True, "line-7")
    assert (done["old_pid"], done["new_pid"]) == (certificate["original_pid"], certificate["new_pid"])
    assert done["replacement_id"]
    assert done["replaced_at"]
    assert answer["summary"] == {"ok": 1, "already": 0, "rejected": 0, "retry": 0}
    assert answer["certificate"]["quota_used"] == before + 1 == used(client, number)
    checked = client.result("POST", "/devices/check", {"certificate_no": number, "sns": [sn]})[0]
    assert (checked["current_pid"], checked["code"]) == (certificate["new_pid"], "ALREADY_REPLACED")


def test_another_item_for_a_replaced_sn_is_already_replaced_and_names_the_first(
    client: PlatformClient, certificate: Certificate, stock: Stock
) -> None:
    number, sn = certificate["certificate_no"], stock(1)[0]
    first = only(client.replace(number, [item(sn)], station_id="first"))
    before = used(client, number)
    answer = client.replace(number, [item(sn)], station_id="second")
    again = only(answer)
    assert (again["ok"], again["code"], again["final"]) == (True, "ALREADY_REPLACED", True)
    assert again["station_id"] == "first"
    assert again["replacement_id"] == first["replacement_id"]
    assert answer["summary"]["already"] == 1
    assert used(client, number) == before


def test_devices_that_cannot_be_replaced(
    client: PlatformClient, certificate: Certificate, sandbox: SandboxProcess, stock: Stock
) -> None:
    number = certificate["certificate_no"]
    foreign = sandbox.sns("CERT-000003", 1)
    unsupported = sandbox.query(
        """SELECT sn FROM devices JOIN products ON product_id = current_pid
           WHERE firmware_type = 'general' AND protocol = 'zigbee' LIMIT 1"""
    )[0][0]
    activated = sandbox.sns(number, 1, "activated")
    twice = stock(1)[0]
    sns = ["SN99999999", foreign[0], activated[0], "no", unsupported, twice, twice]
    before = used(client, number)
    expected = [
        "SN_NOT_FOUND", "SN_PID_MISMATCH", "SN_ACTIVATED", "SN_FORMAT", "PROTOCOL_NOT_SUPPORTED", "OK",
        "DUPLICATE_IN_BATCH",
    ]  # fmt: skip
    preview = client.result("POST", "/devices/check", {"certificate_no": number, "sns": sns})
    assert [one["code"] for one in preview] == [*expected[:-1], "OK"]
    assert [one["found"] for one in preview] == [False, True, True, False, True, True, True]
    assert used(client, number) == before
    answer = client.replace(number, [item(sn) for sn in sns])
    assert codes(answer) == expected
    assert [one["final"] for one in answer["items"]] == [True] * 7
    assert [one["ok"] for one in answer["items"]] == [code == "OK" for code in expected]
    assert answer["summary"] == {"ok": 1, "already": 0, "rejected": 6, "retry": 0}
    assert used(client, number) == before + 1


def test_a_locked_device_opens_after_some_tries_with_the_same_item(
    client: PlatformClient, certificate: Certificate, sandbox: SandboxProcess
) -> None:
    number = certificate["certificate_no"]
    sn = sandbox.sns(number, 10, "locked")[-1]
    tries = sandbox.query("SELECT lock_tries FROM devices WHERE sn = ?", sn)[0][0]
    one = item(sn)
    answers = [client.replace(number, [one]) for _ in range(tries + 1)]
    assert [only(answer)["code"] for answer in answers] == ["DEVICE_LOCKED"] * tries + ["OK"]
    assert [only(answer)["final"] for answer in answers] == [False] * tries + [True]
    assert answers[0]["summary"] == {"ok": 0, "already": 0, "rejected": 0, "retry": 1}


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("pending", "CERT_NOT_APPROVED"),
        ("rejected", "CERT_NOT_APPROVED"),
        ("revoked", "CERT_REVOKED"),
        ("expired", "CERT_EXPIRED"),
    ],
)
def test_a_certificate_that_is_not_approved(
    client: PlatformClient, sandbox: SandboxProcess, status: str, code: str
) -> None:
    number = sandbox.certificate(status)["certificate_no"]
    sn = sandbox.sns(number, 1)[0]
    refused = only(client.replace(number, [item(sn)]))
    assert (refused["ok"], refused["code"], refused["final"]) == (False, code, True)


def test_the_quantity_is_a_limit(
    client: PlatformClient, new_certificate: NewCertificate, stock: Stock
) -> None:
    number = new_certificate(3)["certificate_no"]
    answer = client.replace(number, [item(sn) for sn in stock(5)])
    assert codes(answer) == ["OK"] * 3 + ["QUOTA_EXCEEDED"] * 2
    assert answer["certificate"]["quota_used"] == 3


def test_revocation_stops_what_follows_and_leaves_what_is_done(
    client: PlatformClient, new_certificate: NewCertificate, sandbox: SandboxProcess, stock: Stock
) -> None:
    number = new_certificate(10)["certificate_no"]
    first, second = (item(sn) for sn in stock(2))
    done = only(client.replace(number, [first]))
    sandbox.revoke(number)
    answer = client.replace(number, [second, first])
    assert codes(answer) == ["CERT_REVOKED", "OK"]
    assert answer["items"][1] == done
    assert answer["certificate"]["quota_used"] == 1


def test_the_same_item_again_gives_the_stored_result(
    client: PlatformClient, certificate: Certificate, stock: Stock
) -> None:
    number = certificate["certificate_no"]
    good, bad = item(stock(1)[0]), item("SN00000000")
    first = client.replace(number, [good, bad], station_id="one")
    before = used(client, number)
    again = client.replace(number, [bad, {**good, "operator": "bob"}], station_id="two")
    assert again["items"] == first["items"][::-1]
    assert again["replayed"] is False
    assert used(client, number) == before


def test_the_same_item_id_for_something_else_is_a_conflict(
    client: PlatformClient, certificate: Certificate, new_certificate: NewCertificate, stock: Stock
) -> None:
    number = certificate["certificate_no"]
    sn, other = stock(2)
    one = item(sn)
    first = only(client.replace(number, [one]))
    conflict = only(client.replace(number, [{**one, "sn": other}]))
    assert (conflict["code"], conflict["final"], conflict["ok"]) == ("IDEMPOTENCY_CONFLICT", True, False)
    assert only(client.replace(new_certificate(4)["certificate_no"], [one]))["code"] == "IDEMPOTENCY_CONFLICT"
    assert only(client.replace(number, [one])) == first
    assert (
        client.result("POST", "/devices/check", {"certificate_no": number, "sns": [other]})[0]["code"] == "OK"
    )


def test_a_batch_sent_again_is_replayed_unchanged(
    client: PlatformClient, certificate: Certificate, stock: Stock
) -> None:
    number = certificate["certificate_no"]
    body = batch(number, [item(sn) for sn in stock(2)])
    first = client.result("POST", "/replacements", body)
    client.replace(number, [item(stock(1)[0])])
    second = client.result("POST", "/replacements", body)
    assert first["replayed"] is False
    assert second == {**first, "replayed": True}
    assert client.result("GET", f"/replacements/batches/{body['batch_id']}") == first


def test_a_batch_id_with_other_content_is_refused_and_nothing_is_done(
    client: PlatformClient, certificate: Certificate, stock: Stock
) -> None:
    number = certificate["certificate_no"]
    body = batch(number, [item(stock(1)[0])])
    client.result("POST", "/replacements", body)
    before = used(client, number)
    assert client.refusal("POST", "/replacements", {**body, "items": [item(stock(1)[0])]}) == 1109
    assert used(client, number) == before


def test_an_unknown_certificate_refuses_the_call(client: PlatformClient) -> None:
    assert client.refusal("POST", "/replacements", batch("CERT-999999", [item("SN00000000")])) == 1000
    assert client.refusal("POST", "/devices/check", {"certificate_no": "none", "sns": ["SN00000000"]}) == 1000


def test_the_history_is_found_by_each_key(
    client: PlatformClient, certificate: Certificate, stock: Stock
) -> None:
    number = certificate["certificate_no"]
    items = [item(sn) for sn in stock(3)] + [item("SN11111111")]
    body = batch(number, items, station_id="line-3")
    answer = client.result("POST", "/replacements", body)

    def find(**query: Any) -> list[dict[str, Any]]:
        return list(client.result("GET", "/replacements", query={"page_size": 100, **query})["list"])

    by_batch = find(batch_id=body["batch_id"])
    assert [one["item_id"] for one in by_batch] == [one["item_id"] for one in items]
    for line, result, sent in zip(by_batch, answer["items"], items, strict=True):
        extra = {
            "certificate_no": number,
            "station_id": "line-3",
            "operator": "anna",
            "scanned_at": sent["scanned_at"],
        }
        assert line == {**result, **extra}
    assert find(item_id=items[0]["item_id"]) == by_batch[:1]
    assert find(sn=items[1]["sn"]) == by_batch[1:2]
    assert find(sn=items[1]["sn"], certificate_no="CERT-000002") == []
    assert (
        find(certificate_no=number, since=by_batch[0]["replaced_at"], item_id=items[0]["item_id"])
        == by_batch[:1]
    )
    assert find(since="2098-01-01T00:00:00Z") == []
    assert find(item_id=str(uuid.uuid4())) == []
    page = client.result(
        "GET", "/replacements", query={"batch_id": body["batch_id"], "page_size": 3, "page_no": 2}
    )
    assert (page["list"], page["total"], page["has_more"]) == (by_batch[3:], 4, False)
