"""Many senders at once never use more than a certificate's quantity, and no unit twice."""

from __future__ import annotations

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.contract.conftest import NewCertificate, Stock
from tests.helpers.platform_client import PlatformClient, batch, item
from tests.helpers.sandbox_process import SandboxProcess

SENDERS = 12


def run_at_once(sandbox: SandboxProcess, bodies: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Send each body from a thread of its own, all starting together."""
    start = threading.Barrier(len(bodies))

    def send(body: dict[str, Any]) -> dict[str, Any]:
        sender = PlatformClient(sandbox.ready)
        sender.sign_in()
        start.wait(20)
        return dict(sender.result("POST", "/replacements", body))

    with ThreadPoolExecutor(len(bodies)) as pool:
        return list(pool.map(send, bodies))


def test_two_certificates_under_pressure(
    sandbox: SandboxProcess, client: PlatformClient, new_certificate: NewCertificate, stock: Stock
) -> None:
    numbers = [new_certificate(25)["certificate_no"], new_certificate(40)["certificate_no"]]
    sns = stock(80)
    bodies = []
    for sender in range(SENDERS):
        mixed = random.Random(sender).sample(sns, 20)
        number = numbers[sender % 2]
        bodies.append(batch(number, [item(sn) for sn in mixed], station_id=f"s{sender}"))
    answers = run_at_once(sandbox, bodies)
    done = Counter(one["sn"] for answer in answers for one in answer["items"] if one["code"] == "OK")
    assert set(done.values()) == {1}
    for number, total in zip(numbers, (25, 40), strict=True):
        stored = [
            row for row in sandbox.stored_results() if row.certificate_no == number and row.code == "OK"
        ]
        used = client.result("GET", f"/certificates/{number}/quota")["used"]
        assert used == len(stored) <= total
    seen = {one["code"] for answer in answers for one in answer["items"]}
    assert {"OK", "QUOTA_EXCEEDED"} <= seen


def test_leases_and_free_senders_together(
    sandbox: SandboxProcess, client: PlatformClient, new_certificate: NewCertificate, stock: Stock
) -> None:
    number = new_certificate(50)["certificate_no"]
    body = {"client_req_id": "race", "station_id": "leaser", "count": 15, "ttl_s": 600}
    lease_id = client.result("POST", f"/certificates/{number}/leases", body)["lease_id"]
    leased = batch(number, [item(sn) for sn in stock(15)], station_id="leaser", lease_id=lease_id)
    bodies = [batch(number, [item(sn) for sn in stock(10)], station_id=f"s{n}") for n in range(6)]
    answers = run_at_once(sandbox, [leased, *bodies])
    assert answers[0]["summary"]["ok"] == 15
    assert sum(answer["summary"]["ok"] for answer in answers) == 50
    assert client.result("GET", f"/certificates/{number}/quota")["available"] == 0


def test_the_same_batch_from_many_senders_is_done_once(
    sandbox: SandboxProcess, client: PlatformClient, new_certificate: NewCertificate, stock: Stock
) -> None:
    number = new_certificate(30)["certificate_no"]
    body = batch(number, [item(sn) for sn in stock(10)])
    answers = run_at_once(sandbox, [body] * 8)
    assert len({str(answer["items"]) for answer in answers}) == 1
    assert client.result("GET", f"/certificates/{number}/quota")["used"] == 10
