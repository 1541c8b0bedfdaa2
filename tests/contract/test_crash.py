"""The sandbox killed in the middle of its work: what was done stays done, nothing is done twice."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
import requests

from tests.helpers.platform_client import PlatformClient, batch, item
from tests.helpers.sandbox_process import SandboxProcess


def send_and_lose(client: PlatformClient, body: dict[str, object]) -> threading.Thread:
    """Send in a thread that expects the connection to break."""

    def send() -> None:
        with pytest.raises(requests.ConnectionError):
            client.result("POST", "/replacements", body)

    thread = threading.Thread(target=send)
    thread.start()
    return thread


def test_a_kill_in_the_middle_of_a_batch(own_sandbox: SandboxProcess) -> None:
    client = PlatformClient(own_sandbox.ready)
    client.sign_in()
    number = own_sandbox.certificate(room=1000)["certificate_no"]
    body = batch(number, [item(sn) for sn in own_sandbox.sns(number, 50)])
    own_sandbox.set_faults([{"effect": "item_delay", "seconds": 0.02}])
    thread = send_and_lose(client, body)
    own_sandbox.wait_for_results(5)
    own_sandbox.kill()
    thread.join(20)
    seeded = {
        row[0] for row in own_sandbox.query("SELECT item_id FROM results WHERE batch_id = 'seed-batch'")
    }
    done = [row for row in own_sandbox.stored_results() if row.item_id not in seeded]
    assert 5 <= len(done) < 50
    own_sandbox.set_faults([])
    own_sandbox.restart()
    assert client.refusal("GET", f"/replacements/batches/{body['batch_id']}") == 1000
    assert client.result("GET", f"/certificates/{number}/quota")["used"] == len(done)
    found = client.result("GET", "/replacements", query={"batch_id": body["batch_id"], "page_size": 100})
    assert [one["item_id"] for one in found["list"]] == [row.item_id for row in done]
    again = client.result("POST", "/replacements", body)
    assert again["replayed"] is False
    assert again["items"][: len(done)] == [
        {key: one[key] for key in again["items"][0]} for one in found["list"]
    ]
    assert again["summary"]["ok"] == 50
    ok = Counter(
        row.sn for row in own_sandbox.stored_results() if row.item_id not in seeded and row.code == "OK"
    )
    assert len(ok) == 50
    assert set(ok.values()) == {1}
    assert client.result("GET", f"/certificates/{number}/quota")["used"] == 50


def test_state_and_credentials_survive_a_kill(own_sandbox: SandboxProcess) -> None:
    client = PlatformClient(own_sandbox.ready)
    client.sign_in()
    before = own_sandbox.ready
    own_sandbox.kill()
    own_sandbox.restart()
    assert own_sandbox.ready == before
    assert client.result("GET", "/products")["total"] > 0


def test_other_processes_may_change_the_state_while_it_runs(own_sandbox: SandboxProcess) -> None:
    client = PlatformClient(own_sandbox.ready)
    client.sign_in()
    number = own_sandbox.certificate("pending")["certificate_no"]
    assert client.result("GET", f"/certificates/{number}")["audit_status"] == "pending"
    own_sandbox.approve(number)
    assert client.result("GET", f"/certificates/{number}")["audit_status"] == "approved"
