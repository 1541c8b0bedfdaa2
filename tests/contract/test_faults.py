"""Every effect of the faults file, seen on the wire."""

from __future__ import annotations

import http.client
import socket
import time
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from tests.contract.conftest import Stock
from tests.helpers.platform_client import PREFIX, PlatformClient, batch, item
from tests.helpers.sandbox_process import SandboxProcess

PATH = PREFIX + "/products"
REPLACE = PREFIX + "/replacements"


def rule(effect: str, path: str = PREFIX, **options: Any) -> dict[str, Any]:
    return {"effect": effect, "path": path, **options}


def raw_answer(client: PlatformClient, path: str) -> bytes:
    """Everything the server sends for one GET, byte for byte."""
    parts = urlsplit(client.base_url)
    headers = client.sign("GET", path, b"", token=client.token)
    lines = [f"GET {path} HTTP/1.1", f"Host: {parts.netloc}", *(f"{k}: {v}" for k, v in headers.items())]
    with socket.create_connection((str(parts.hostname), parts.port), timeout=10) as connection:
        connection.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
    return received


def done(sandbox: SandboxProcess, one: dict[str, Any]) -> bool:
    return any(row.item_id == one["item_id"] and row.code == "OK" for row in sandbox.stored_results())


@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize(("effect", "is_done"), [("drop_before", False), ("drop_after", True)])
def test_dropped_connections(
    client: PlatformClient, sandbox: SandboxProcess, certificate: Any, stock: Stock, effect: str, is_done: bool,
    reset: bool,
) -> None:  # fmt: skip
    one = item(stock(1)[0])
    body = batch(certificate["certificate_no"], [one])
    sandbox.set_faults([rule(effect, REPLACE, method="post", times=1, reset=reset)])
    with pytest.raises(requests.ConnectionError) as caught:
        client.raw("POST", REPLACE, body)
    assert ("reset" in str(caught.value)) is reset
    assert done(sandbox, one) is is_done
    answer = client.result("POST", "/replacements", body)
    assert answer["items"][0]["code"] == "OK"
    assert answer["replayed"] is is_done


def test_a_cut_in_the_headers_reads_as_an_empty_200(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults([rule("cut_headers", after_bytes=29)])
    assert raw_answer(client, PATH) == b"HTTP/1.1 200 OK\r\ncontent-type"
    answer = client.raw("GET", PATH)
    assert (answer.status_code, answer.text) == (200, "")


def test_a_cut_in_the_body(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults([rule("cut_body", after_bytes=15)])
    head, _, body = raw_answer(client, PATH).partition(b"\r\n\r\n")
    assert b"content-length" in head
    assert body == b'{"success":true'
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        client.raw("GET", PATH)


def test_truncated_json_is_whole_http(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults([rule("truncate")])
    answer = client.raw("GET", PATH)
    assert int(answer.headers["content-length"]) == len(answer.content)
    with pytest.raises(requests.exceptions.JSONDecodeError):
        answer.json()


@pytest.mark.parametrize("when", ["before", "after"])
def test_delay(
    client: PlatformClient, sandbox: SandboxProcess, certificate: Any, stock: Stock, when: str
) -> None:
    one = item(stock(1)[0])
    sandbox.set_faults([rule("delay", REPLACE, seconds=0.6, when=when)])
    body = batch(certificate["certificate_no"], [one])
    begin = time.monotonic()
    client.result("POST", "/replacements", body)
    assert time.monotonic() - begin >= 0.6


@pytest.mark.parametrize(("when", "is_done"), [("before", False), ("after", True)])
@pytest.mark.parametrize("status", [502, 200, 503])
def test_html_pages(
    client: PlatformClient, sandbox: SandboxProcess, certificate: Any, stock: Stock, when: str, is_done: bool,
    status: int,
) -> None:  # fmt: skip
    one = item(stock(1)[0])
    sandbox.set_faults([rule("html", REPLACE, status=status, when=when, times=1)])
    answer = client.raw("POST", REPLACE, batch(certificate["certificate_no"], [one]))
    assert answer.status_code == status
    assert "text/html" in answer.headers["content-type"]
    assert "<html>" in answer.text
    assert done(sandbox, one) is is_done


def test_an_empty_200(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults([rule("empty")])
    answer = client.raw("GET", PATH)
    assert (answer.status_code, answer.content) == (200, b"")


def test_error_envelopes(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults(
        [
            rule("error", code=1111, msg="busy", times=1),
            rule("error", skip=1, code="NO_DATA_PERMISSION", mes=True),
        ]
    )
    first = client.call("GET", PATH)
    assert (first["code"], first["msg"]) == (1111, "busy")
    second = client.call("GET", PATH)
    assert (second["code"], second["mes"]) == ("NO_DATA_PERMISSION", "system error")
    assert "msg" not in second


def test_rate_limit(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults([rule("rate_limit", retry_after=7)])
    answer = client.raw("GET", PATH)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert answer.json()["success"] is False


def test_spoiled_items(
    client: PlatformClient, sandbox: SandboxProcess, certificate: Any, stock: Stock
) -> None:
    number = certificate["certificate_no"]
    items = [item(sn) for sn in stock(20)]
    body = batch(number, items)
    ids = [one["item_id"] for one in items]
    sandbox.set_faults([rule("shuffle_items", REPLACE)])
    shuffled = [one["item_id"] for one in client.result("POST", "/replacements", body)["items"]]
    assert shuffled != ids
    assert sorted(shuffled) == sorted(ids)
    sandbox.set_faults([rule("missing_items", REPLACE, count=3)])
    assert [one["item_id"] for one in client.result("POST", "/replacements", body)["items"]] == ids[:-3]
    sandbox.set_faults([rule("foreign_items", REPLACE, count=2)])
    assert (
        len({one["item_id"] for one in client.result("POST", "/replacements", body)["items"]} - set(ids)) == 2
    )
    sandbox.set_faults([])
    stored = client.result("GET", f"/replacements/batches/{body['batch_id']}")
    assert [one["item_id"] for one in stored["items"]] == ids


def test_item_codes(client: PlatformClient, sandbox: SandboxProcess, certificate: Any, stock: Stock) -> None:
    number = certificate["certificate_no"]
    items = [item(sn) for sn in stock(3)]
    sandbox.set_faults(
        [
            rule("item_code", REPLACE, code="FROZEN", sns=[items[0]["sn"]]),
            rule("item_code", REPLACE, code="SYSTEM_BUSY", final=False, count=1),
            rule("item_code", REPLACE, code="BROKEN", final=True, times=1),
        ]
    )
    first, second, third = client.replace(number, items)["items"]
    assert (first["code"], "final" in first) == ("FROZEN", False)
    assert (second["code"], second["final"]) == ("SYSTEM_BUSY", False)
    assert (third["code"], third["final"]) == ("BROKEN", True)
    sandbox.set_faults([])
    again = client.replace(number, items)["items"]
    assert [one["code"] for one in again] == ["OK", "OK", "BROKEN"]


def test_a_batch_limit(
    client: PlatformClient, sandbox: SandboxProcess, certificate: Any, stock: Stock
) -> None:
    number = certificate["certificate_no"]
    items = [item(sn) for sn in stock(3)]
    sandbox.set_faults([rule("batch_limit", REPLACE, max_items=2, code="BATCH_TOO_LARGE")])
    assert client.refusal("POST", "/replacements", batch(number, items)) == "BATCH_TOO_LARGE"
    assert not done(sandbox, items[0])
    assert client.replace(number, items[:2])["summary"]["ok"] == 2


def test_a_slow_platform_does_items_one_by_one(
    client: PlatformClient, sandbox: SandboxProcess, certificate: Any, stock: Stock
) -> None:
    sandbox.set_faults([rule("item_delay", REPLACE, seconds=0.1)])
    begin = time.monotonic()
    client.replace(certificate["certificate_no"], [item(sn) for sn in stock(4)])
    assert time.monotonic() - begin >= 0.4


def test_killed_tokens(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults([rule("kill_tokens", times=1)])
    assert client.refusal("GET", "/products") == 1011
    pair = client.call("POST", f"/v1.0/iot-03/users/token/{client.refresh_token}")["result"]
    client.token = pair["access_token"]
    assert client.result("GET", "/products")
    sandbox.set_faults([rule("kill_tokens", times=1, code=1010, refresh_too=True)])
    assert client.refusal("GET", "/products") == 1010
    assert client.call("POST", f"/v1.0/iot-03/users/token/{pair['refresh_token']}")["code"] == 1010
    client.sign_in()
    assert client.result("GET", "/products")


def test_a_skewed_clock(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults([{"effect": "clock_skew", "seconds": -3600}])
    refused = client.call("GET", PATH)
    assert refused["code"] == 1013
    client.clock_offset_ms = refused["t"] - int(time.time() * 1000)
    assert -3_660_000 < client.clock_offset_ms < -3_540_000
    assert client.result("GET", "/products")


def test_a_doubled_request_is_answered_by_the_second(
    client: PlatformClient, sandbox: SandboxProcess, certificate: Any, stock: Stock
) -> None:
    one = item(stock(1)[0])
    sandbox.set_faults([rule("double", REPLACE)])
    answer = client.replace(certificate["certificate_no"], [one])
    assert (answer["replayed"], answer["items"][0]["code"]) == (True, "OK")


def test_skip_times_method_and_path_choose_the_calls(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults([rule("error", PATH, method="GET", skip=1, times=2, code=1110)])
    outcomes = [client.call("GET", PATH).get("code") for _ in range(5)]
    assert outcomes == [None, 1110, 1110, None, None]
    sandbox.set_faults(
        [rule("error", PATH, method="PUT", code=1110), rule("error", "/v1.0/elsewhere", code=1110)]
    )
    assert client.result("GET", "/products")


def test_a_broken_file_is_reported_and_ignored(client: PlatformClient, sandbox: SandboxProcess) -> None:
    for text in (
        "{",
        '[{"effect": "explode"}]',
        '[{"effect": "delay", "seconds": "long"}]',
        "7",
        '{"rules": 7}',
    ):
        sandbox.faults_file.write_text(text)
        assert client.result("GET", "/products")
    assert sandbox.log.count("faults file ignored") >= 5
    sandbox.faults_file.unlink()
    assert client.result("GET", "/products")
    sandbox.set_faults([rule("empty")])
    assert client.raw("GET", PATH).content == b""


def test_a_broken_connection_leaves_the_server_well(client: PlatformClient, sandbox: SandboxProcess) -> None:
    sandbox.set_faults([rule("drop_before")])
    for _ in range(20):
        with pytest.raises((requests.ConnectionError, http.client.HTTPException)):
            client.raw("GET", PATH)
    sandbox.set_faults([])
    assert client.result("GET", "/products")
    assert "Traceback" not in sandbox.log
