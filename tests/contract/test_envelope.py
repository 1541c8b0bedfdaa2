"""Whatever is asked, the answer is the envelope with HTTP status 200."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.helpers.platform_client import PREFIX, PlatformClient, batch, item

APPLICATION = {
    "client_req_id": "x", "original_pid": "a", "new_pid": "b", "quantity": 1, "reason": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1.0/nothing"),
        ("GET", PREFIX + "/nothing"),
        ("DELETE", PREFIX + "/products"),
        ("GET", "/docs"),
        ("GET", "/"),
        ("PATCH", PREFIX + "/certificates"),
    ],
)
def test_unknown_paths_and_methods(client: PlatformClient, method: str, path: str) -> None:
    assert client.call(method, path)["code"] == 1108


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"page_no": 0}, 1101),
        ({"page_size": 101}, 1101),
        ({"page_no": 10**30}, 1101),
        ({"page_no": "one"}, 1104),
        ({"status": "lost"}, 1109),
        ({"updated_after": "yesterday"}, 1109),
    ],
)
def test_wrong_queries(client: PlatformClient, query: dict[str, Any], code: int) -> None:
    assert client.refusal("GET", "/certificates", query=query) == code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, 1100),
        (None, 1100),
        ({**APPLICATION, "quantity": 0}, 1101),
        ({**APPLICATION, "quantity": "5"}, 1104),
        ({**APPLICATION, "quantity": None}, 1102),
        ({**APPLICATION, "original_pid": ""}, 1100),
        ({**APPLICATION, "reason": "x" * 501}, 1101),
        ([], 1104),
    ],
)
def test_wrong_bodies(client: PlatformClient, body: Any, code: int) -> None:
    assert client.refusal("POST", "/certificates", body) == code


def test_a_batch_has_1_to_100_items_with_proper_ids(client: PlatformClient) -> None:
    assert client.refusal("POST", "/replacements", batch("CERT-000001", [])) == 1101
    many = [item(f"SN{n:07d}") for n in range(101)]
    assert client.refusal("POST", "/replacements", batch("CERT-000001", many)) == 1101
    assert client.refusal("POST", "/replacements", batch("CERT-000001", [item("SN0000001", "17")])) == 1109


@pytest.mark.parametrize(
    ("content", "content_type", "code"),
    [
        (b"{", "application/json", 1109),
        (b"\xff\xfe", "application/json", 1109),
        (b"[" * 200_000, "application/json", 1109),
        (b"{}", "text/plain", 1006),
        (b"a=b", "application/x-www-form-urlencoded", 1006),
        (b'{"sns": "' + b"x" * 1_000_000 + b'"}', "application/json", 1109),
    ],
)
def test_bodies_that_are_no_json(
    client: PlatformClient, content: bytes, content_type: str, code: int
) -> None:
    headers = client.sign("POST", PREFIX + "/devices/check", content, token=client.token)
    url = client.base_url + PREFIX + "/devices/check"
    answer = requests.post(url, data=content, headers={**headers, "Content-Type": content_type}, timeout=10)
    assert answer.status_code == 200
    assert answer.json()["code"] == code


def test_strange_text_is_only_text(client: PlatformClient, certificate: dict[str, Any]) -> None:
    sns = ["'; DROP TABLE devices; --", "SN\x000001", "😀" * 8, "A" * 5000]
    body = {"certificate_no": certificate["certificate_no"], "sns": sns}
    assert {one["code"] for one in client.result("POST", "/devices/check", body)} == {"SN_FORMAT"}
    assert client.result("GET", "/products", query={"keyword": "%' OR 1=1 --"})["total"] == 0
    assert client.refusal("GET", "/certificates/..%2f..%2fetc") in {1000, 1108}


def test_an_internal_error_is_told_in_the_envelope(own_sandbox: Any) -> None:
    client = PlatformClient(own_sandbox.ready)
    client.sign_in()
    for file in own_sandbox.data_dir.glob("sandbox.sqlite3*"):
        file.unlink()
    answer = client.call("GET", PREFIX + "/products")
    assert answer["code"] == 500
    assert "Traceback" not in answer["msg"]
