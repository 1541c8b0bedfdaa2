"""Leases: calls 6 and 7, and what they do to everybody's quota."""

from __future__ import annotations

from typing import Any

from tests.contract.conftest import NewCertificate, Stock
from tests.helpers.platform_client import PlatformClient, item
from tests.helpers.sandbox_process import SandboxProcess


def lease(
    client: PlatformClient, number: str, station: str, count: int, *, ttl_s: int = 600, key: str = "k"
) -> Any:
    body = {"client_req_id": key, "station_id": station, "count": count, "ttl_s": ttl_s}
    return client.result("POST", f"/certificates/{number}/leases", body)


def quota(client: PlatformClient, number: str) -> tuple[int, int, int]:
    figures = client.result("GET", f"/certificates/{number}/quota")
    return figures["used"], figures["reserved"], figures["available"]


def codes(answer: dict[str, Any]) -> list[str]:
    return [one["code"] for one in answer["items"]]


def test_a_lease_reserves_and_is_granted_once(
    client: PlatformClient, new_certificate: NewCertificate
) -> None:
    number = new_certificate(10)["certificate_no"]
    first = lease(client, number, "a", 6)
    assert (first["granted"], first["used"]) == (6, 0)
    assert lease(client, number, "a", 6) == first
    assert quota(client, number) == (0, 6, 4)
    assert lease(client, number, "b", 6)["granted"] == 4
    assert lease(client, number, "c", 6)["granted"] == 0
    body = {"client_req_id": "k", "station_id": "a", "count": 7, "ttl_s": 600}
    assert client.refusal("POST", f"/certificates/{number}/leases", body) == 1109
    assert client.refusal("POST", f"/certificates/{number}/leases", {**body, "ttl_s": 86_401}) == 1101


def test_reserved_quota_is_only_for_its_station(
    client: PlatformClient, new_certificate: NewCertificate, stock: Stock
) -> None:
    number = new_certificate(4)["certificate_no"]
    lease_id = lease(client, number, "a", 3)["lease_id"]
    others = client.replace(number, [item(sn) for sn in stock(2)], station_id="b")
    assert codes(others) == ["OK", "QUOTA_EXCEEDED"]
    borrowed = client.replace(number, [item(stock(1)[0])], station_id="b", lease_id=lease_id)
    assert codes(borrowed) == ["LEASE_EXPIRED"]
    own = client.replace(number, [item(sn) for sn in stock(4)], station_id="a", lease_id=lease_id)
    assert codes(own) == ["OK"] * 3 + ["QUOTA_EXCEEDED"]
    assert quota(client, number) == (4, 0, 0)


def test_beyond_its_lease_a_station_uses_free_quota(
    client: PlatformClient, new_certificate: NewCertificate, stock: Stock
) -> None:
    number = new_certificate(4)["certificate_no"]
    lease_id = lease(client, number, "a", 1)["lease_id"]
    lease(client, number, "b", 1)
    answer = client.replace(number, [item(sn) for sn in stock(4)], station_id="a", lease_id=lease_id)
    assert codes(answer) == ["OK"] * 3 + ["QUOTA_EXCEEDED"]
    assert quota(client, number) == (3, 1, 0)


def test_unused_quota_returns(client: PlatformClient, new_certificate: NewCertificate, stock: Stock) -> None:
    number = new_certificate(5)["certificate_no"]
    lease_id = lease(client, number, "a", 4)["lease_id"]
    client.replace(number, [item(stock(1)[0])], station_id="a", lease_id=lease_id)
    path = f"/certificates/{number}/leases/{lease_id}"
    returned = client.result("DELETE", path)
    assert (returned["granted"], returned["used"]) == (4, 1)
    assert quota(client, number) == (1, 0, 4)
    assert client.result("DELETE", path) == returned
    assert client.refusal("PUT", path, {"ttl_s": 60}) == 1000
    late = client.replace(number, [item(stock(1)[0])], station_id="a", lease_id=lease_id)
    assert codes(late) == ["LEASE_EXPIRED"]


def test_a_lease_runs_out_unless_it_is_renewed(
    client: PlatformClient, new_certificate: NewCertificate, sandbox: SandboxProcess, stock: Stock
) -> None:
    number = new_certificate(6)["certificate_no"]
    short = lease(client, number, "a", 2, ttl_s=60)
    renewed = lease(client, number, "b", 3, ttl_s=60)
    path = f"/certificates/{number}/leases/{renewed['lease_id']}"
    assert client.result("PUT", path, {"ttl_s": 3600})["expires_at"] > renewed["expires_at"]
    version = client.result("GET", f"/certificates/{number}/quota")["version"]
    sandbox.set_faults([{"effect": "clock_skew", "seconds": 120}])
    assert quota(client, number) == (0, 3, 3)
    assert client.result("GET", f"/certificates/{number}/quota")["version"] > version
    answer = client.replace(number, [item(stock(1)[0])], station_id="a", lease_id=short["lease_id"])
    assert codes(answer) == ["LEASE_EXPIRED"]
    answer = client.replace(number, [item(stock(1)[0])], station_id="b", lease_id=renewed["lease_id"])
    assert codes(answer) == ["OK"]


def test_revocation_voids_leases(
    client: PlatformClient, new_certificate: NewCertificate, sandbox: SandboxProcess, stock: Stock
) -> None:
    number = new_certificate(3)["certificate_no"]
    lease_id = lease(client, number, "a", 2)["lease_id"]
    sandbox.revoke(number)
    assert quota(client, number) == (0, 0, 0)
    answer = client.replace(number, [item(stock(1)[0])], station_id="a", lease_id=lease_id)
    assert codes(answer) == ["CERT_REVOKED"]
    assert client.refusal("PUT", f"/certificates/{number}/leases/{lease_id}", {"ttl_s": 60}) == 1000


def test_a_certificate_that_is_not_approved_grants_nothing(
    client: PlatformClient, sandbox: SandboxProcess
) -> None:
    number = sandbox.certificate("pending")["certificate_no"]
    assert lease(client, number, "a", 1)["granted"] == 0
