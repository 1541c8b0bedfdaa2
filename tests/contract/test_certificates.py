"""Calls 1 to 5: products, certificates, applications, audit, quota."""

from __future__ import annotations

import itertools
import time
from typing import Any

import pytest

from tests.contract.conftest import NewCertificate, Stock
from tests.helpers.platform_client import PlatformClient, item
from tests.helpers.sandbox_process import SandboxProcess


def all_pages(client: PlatformClient, path: str, page_size: int, **query: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for page_no in itertools.count(1):
        page = client.result("GET", path, query={**query, "page_no": page_no, "page_size": page_size})
        rows += page["list"]
        assert (page["page_no"], page["page_size"]) == (page_no, page_size)
        if not page["has_more"]:
            assert page["total"] == len(rows)
            return rows
    raise AssertionError


def test_products_show_every_combination_and_why_one_is_not_replaceable(client: PlatformClient) -> None:
    rows = all_pages(client, "/products", 7)
    assert len({row["product_id"] for row in rows}) == len(rows)
    combinations = {(row["firmware_type"], row["protocol"], row["dev_status"]) for row in rows}
    assert len(combinations) == 27
    for row in rows:
        firmware_fits = row["firmware_type"] == "oem" or row["protocol"] == "wifi"
        assert row["replaceable"] is (firmware_fits and row["dev_status"] != "development")
        assert bool(row["why_not"]) is not row["replaceable"]
    zigbee = next(r for r in rows if (r["firmware_type"], r["protocol"]) == ("general", "zigbee"))
    assert "Wi-Fi only" in zigbee["why_not"]


def test_products_are_filtered(client: PlatformClient) -> None:
    rows = all_pages(client, "/products", 100, protocol="zigbee")
    assert {row["protocol"] for row in rows} == {"zigbee"}
    assert len(all_pages(client, "/products", 100, keyword=rows[0]["product_id"].upper())) == 1


def test_certificates_exist_in_every_state_and_are_filtered(client: PlatformClient) -> None:
    rows = all_pages(client, "/certificates", 3)
    assert {row["audit_status"] for row in rows} == {"pending", "approved", "rejected", "revoked", "expired"}
    for status in ("pending", "approved", "expired"):
        some = all_pages(client, "/certificates", 100, status=status)
        assert {row["audit_status"] for row in some} == {status}
    one = rows[0]
    for name in ("original_pid", "new_pid", "applicant"):
        assert {row[name] for row in all_pages(client, "/certificates", 100, **{name: one[name]})} == {
            one[name]
        }
    found = all_pages(client, "/certificates", 100, keyword=one["certificate_no"])
    assert [row["certificate_no"] for row in found] == [one["certificate_no"]]


def test_updated_after_shows_what_changed(client: PlatformClient, sandbox: SandboxProcess) -> None:
    before = int(time.time() * 1000) + 60_000
    assert all_pages(client, "/certificates", 100, updated_after=before) == []
    number = application(client, "updated-after", 5)["certificate_no"]
    fresh = all_pages(client, "/certificates", 100, updated_after=before - 70_000)
    assert number in {row["certificate_no"] for row in fresh}
    iso = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 60))
    assert all_pages(client, "/certificates", 100, updated_after=iso) == []


def application(client: PlatformClient, client_req_id: str, quantity: int, **changes: str) -> dict[str, Any]:
    known = client.result("GET", "/certificates/CERT-000001")
    body = {
        "client_req_id": client_req_id,
        "original_pid": known["original_pid"],
        "new_pid": known["new_pid"],
        "quantity": quantity,
        "reason": "stock",
    }
    return dict(client.result("POST", "/certificates", {**body, **changes}))


def test_an_application_waits_for_its_audit_and_is_filed_once(client: PlatformClient) -> None:
    first = application(client, "filed-once", 12)
    assert (first["audit_status"], first["quota_total"], first["quota_used"]) == ("pending", 12, 0)
    assert first["applicant"] == client.username
    assert application(client, "filed-once", 12) == first
    assert application(client, "another", 12)["certificate_no"] != first["certificate_no"]


def test_one_request_id_does_not_stand_for_two_applications(client: PlatformClient) -> None:
    first = application(client, "one-id", 3)
    body = {
        "client_req_id": "one-id", "original_pid": first["original_pid"], "new_pid": first["new_pid"],
        "quantity": 4, "reason": "",
    }  # fmt: skip
    assert client.refusal("POST", "/certificates", body) == 1109


def test_an_application_that_breaks_a_rule_is_refused_with_the_rule(client: PlatformClient) -> None:
    rows = all_pages(client, "/products", 100)
    good = next(row["product_id"] for row in rows if row["replaceable"])
    for row in rows:
        if not row["replaceable"]:
            body = {
                "client_req_id": row["product_id"], "original_pid": row["product_id"], "new_pid": good,
                "quantity": 1, "reason": "",
            }  # fmt: skip
            refused = client.call("POST", "/v1.0/pid-replacement/certificates", body)
            assert refused["code"] == 1109
            assert row["why_not"] in refused["msg"]
    same = {"client_req_id": "same", "original_pid": good, "new_pid": good, "quantity": 1, "reason": ""}
    assert client.refusal("POST", "/certificates", same) == 1109
    assert client.refusal("POST", "/certificates", {**same, "new_pid": "0" * 16}) == 1000


def test_the_audit_changes_status_and_version(client: PlatformClient, sandbox: SandboxProcess) -> None:
    number = application(client, "audited", 2)["certificate_no"]
    versions = [client.result("GET", f"/certificates/{number}")["version"]]
    sandbox.approve(number)
    approved = client.result("GET", f"/certificates/{number}")
    assert approved["audit_status"] == "approved"
    assert approved["audited_at"] >= approved["created_at"]
    versions.append(approved["version"])
    sandbox.said("revoke", number, "--remark", "stopped by the customer")
    revoked = client.result("GET", f"/certificates/{number}")
    assert (revoked["audit_status"], revoked["audit_remark"]) == ("revoked", "stopped by the customer")
    versions.append(revoked["version"])
    assert versions == sorted(set(versions))
    rejected = application(client, "rejected", 2)["certificate_no"]
    sandbox.reject(rejected)
    assert client.result("GET", f"/certificates/{rejected}")["audit_status"] == "rejected"


def test_quota_counts_what_is_used(
    client: PlatformClient, new_certificate: NewCertificate, stock: Stock
) -> None:
    number = new_certificate(5)["certificate_no"]
    before = client.result("GET", f"/certificates/{number}/quota")
    assert {key: before[key] for key in ("total", "used", "reserved", "available")} == {
        "total": 5, "used": 0, "reserved": 0, "available": 5,
    }  # fmt: skip
    client.replace(number, [item(sn) for sn in stock(2)])
    after = client.result("GET", f"/certificates/{number}/quota")
    assert (after["used"], after["available"]) == (2, 3)
    assert after["version"] > before["version"]


def test_a_certificate_expires_by_its_date(own_sandbox: SandboxProcess) -> None:
    client = PlatformClient(own_sandbox.ready)
    number = own_sandbox.certificate(room=1000)["certificate_no"]
    sn = own_sandbox.sns(number, 1)[0]
    after_the_end = 80 * 366 * 86_400
    own_sandbox.set_faults([{"effect": "clock_skew", "seconds": after_the_end}])
    client.clock_offset_ms = after_the_end * 1000
    client.sign_in()
    answer = client.replace(number, [item(sn)])
    assert answer["items"][0]["code"] == "CERT_EXPIRED"
    assert answer["certificate"]["audit_status"] == "expired"
    assert answer["certificate"]["version"] > own_sandbox.certificate(room=1000)["version"]


@pytest.mark.parametrize(
    "path",
    [
        "/certificates/none",
        "/certificates/none/quota",
        "/certificates/CERT-000001/leases/none",
        "/replacements/batches/no",
    ],
)
def test_what_does_not_exist_is_1000(client: PlatformClient, path: str) -> None:
    method = "DELETE" if "leases" in path else "GET"
    assert client.refusal(method, path) == 1000
