"""Sign-in, refresh and what ends a token."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from typing import Any

import pytest
import requests

from tests.helpers.platform_client import PREFIX, PlatformClient
from tests.helpers.sandbox_process import SandboxProcess

LOGIN = "/v1.0/iot-03/users/login"
APP_LOGIN = "/v1.0/iot-01/associated-users/actions/authorized-login"


def test_the_project_token_lives_two_hours(client: PlatformClient) -> None:
    answer = client.call("GET", "/v1.0/token", query={"grant_type": 1})
    assert answer["result"]["expire_time"] == 7200
    assert client.call("GET", "/v1.0/token", query={"grant_type": 2})["code"] == 1003


def test_a_user_token_is_refreshed_once_and_the_old_pair_dies(client: PlatformClient) -> None:
    path = f"/v1.0/iot-03/users/token/{client.refresh_token}"
    pair = client.call("POST", path)["result"]
    assert client.refusal("GET", "/products") == 1010
    client.token = pair["access_token"]
    assert client.result("GET", "/products")["total"] > 0
    assert client.call("POST", path)["code"] == 1010


def test_a_project_token_is_refreshed_once(client: PlatformClient) -> None:
    pair = client.call("GET", "/v1.0/token", query={"grant_type": 1})["result"]
    path = f"/v1.0/token/{pair['refresh_token']}"
    assert client.call("GET", path)["result"]["access_token"] != pair["access_token"]
    assert client.call("GET", path)["code"] == 1010


def test_the_app_sign_in_checks_digest_and_region(client: PlatformClient) -> None:
    md5 = hashlib.md5(client.password.encode()).hexdigest()
    body = {"username": client.username, "password": md5, "country_code": 86, "schema": "factory"}
    result = client.call("POST", APP_LOGIN, body)["result"]
    assert result["platform_url"] == client.base_url
    assert result["expire_time"] == 7200
    assert client.call("POST", APP_LOGIN, {**body, "country_code": "1"})["code"] == 2406
    sha256 = hashlib.sha256(client.password.encode()).hexdigest()
    assert client.call("POST", APP_LOGIN, {**body, "password": sha256})["code"] == 2401
    assert client.call("POST", LOGIN, {"username": client.username, "password": md5})["code"] == 2401
    assert client.call("POST", LOGIN, {"username": "nobody", "password": sha256})["code"] == 2401


def test_business_calls_need_a_living_user_token(client: PlatformClient, sandbox: SandboxProcess) -> None:
    client.token = ""
    assert client.refusal("GET", "/products") == 1010
    client.token = "0" * 32
    assert client.refusal("GET", "/products") == 1010
    client.token = client.call("GET", "/v1.0/token", query={"grant_type": 1})["result"]["access_token"]
    assert client.refusal("GET", "/products") == 1106
    sandbox.set_faults([], token_life_s=0)
    client.sign_in()
    assert client.refusal("GET", "/products") == 1010


def test_several_sign_ins_of_one_account_live_unless_the_platform_allows_one(
    client: PlatformClient, sandbox: SandboxProcess
) -> None:
    second = PlatformClient(sandbox.ready)
    second.sign_in()
    assert client.result("GET", "/products")
    sandbox.set_faults([], single_session=True)
    second.sign_in()
    assert client.refusal("GET", "/products") == 1010
    assert client.call("POST", f"/v1.0/iot-03/users/token/{client.refresh_token}")["code"] == 1010
    assert second.result("GET", "/products")
    other_account = PlatformClient(sandbox.ready, account=1)
    other_account.sign_in()
    assert second.result("GET", "/products")


@pytest.mark.parametrize("missing", ["client_id", "sign", "sign_method", "t"])
def test_each_header_is_needed(client: PlatformClient, missing: str) -> None:
    headers = client.sign("GET", PREFIX + "/products", b"", token=client.token)
    del headers[missing]
    assert get(client, PREFIX + "/products", headers)["code"] == 1105


@pytest.mark.parametrize(
    ("header", "value", "code"),
    [
        ("client_id", "unknown", 1005),
        ("sign", "0" * 64, 1004),
        ("sign_method", "MD5", 1004),
        ("t", "1588925778000", 1013),
        ("t", "yesterday", 1013),
        ("nonce", "another", 1004),
        ("Signature-Headers", "area_id", 1105),
    ],
)
def test_a_wrong_header_is_named(client: PlatformClient, header: str, value: str, code: int) -> None:
    headers = client.sign("GET", PREFIX + "/products", b"", token=client.token)
    assert get(client, PREFIX + "/products", {**headers, header: value})["code"] == code


def test_nonce_may_be_left_out_and_headers_may_be_signed(client: PlatformClient) -> None:
    t = str(int(time.time() * 1000))
    text = f"GET\n{hashlib.sha256(b'').hexdigest()}\narea_id:7\ncall_id:8\n\n{PREFIX}/products"
    message = client.client_id + client.token + t + text
    sign = hmac.new(client.secret.encode(), message.encode(), hashlib.sha256).hexdigest().upper()
    headers = {
        "client_id": client.client_id, "access_token": client.token, "t": t, "sign": sign,
        "sign_method": "HMAC-SHA256", "Signature-Headers": "area_id:call_id", "area_id": "7", "call_id": "8",
    }  # fmt: skip
    assert get(client, PREFIX + "/products", headers)["success"]
    assert get(client, PREFIX + "/products", {**headers, "call_id": "9"})["code"] == 1004


def test_the_clock_may_be_off_by_less_than_five_minutes_and_the_answer_tells_the_time(
    client: PlatformClient,
) -> None:
    client.clock_offset_ms = -290_000
    assert client.result("GET", "/products")
    client.clock_offset_ms = 310_000
    refused = client.call("GET", PREFIX + "/products")
    assert refused["code"] == 1013
    assert abs(refused["t"] - time.time() * 1000) < 60_000


def test_the_body_of_a_get_is_hashed_as_it_was_sent(client: PlatformClient) -> None:
    headers = client.sign("GET", PREFIX + "/products", b"{}", token=client.token)
    assert get(client, PREFIX + "/products", headers, b"{}")["success"]
    assert get(client, PREFIX + "/products", headers, b"")["code"] == 1004


def test_a_query_is_signed_sorted_and_decoded(client: PlatformClient) -> None:
    url = PREFIX + "/products?protocol=wifi&keyword=Wi-Fi%20001&page_no=1"
    headers = client.sign("GET", url, b"", token=client.token)
    assert get(client, url, headers)["result"]["total"] == 1
    other = url.replace("wifi", "ble")
    assert get(client, other, headers)["code"] == 1004


def test_a_changed_body_is_noticed(client: PlatformClient) -> None:
    body = json.dumps({"certificate_no": "CERT-000001", "sns": ["SN0000001"]}).encode()
    headers = client.sign("POST", PREFIX + "/devices/check", body, token=client.token)
    headers["Content-Type"] = "application/json"
    url = client.base_url + PREFIX + "/devices/check"
    assert requests.post(url, data=body, headers=headers, timeout=10).json()["success"]
    assert requests.post(url, data=body + b" ", headers=headers, timeout=10).json()["code"] == 1004


def get(client: PlatformClient, path: str, headers: dict[str, str], body: bytes = b"") -> dict[str, Any]:
    answer = requests.get(client.base_url + path, headers=headers, data=body or None, timeout=10)
    assert answer.status_code == 200
    return dict(answer.json())
