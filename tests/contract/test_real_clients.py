"""The platform's own published client libraries work against the sandbox, unchanged."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.helpers.platform_client import PREFIX, item
from tests.helpers.sandbox_process import SandboxProcess

with warnings.catch_warnings():
    # Their MQTT and websocket parts, which are not used here, import modules that warn.
    warnings.simplefilter("ignore", DeprecationWarning)
    import tuya_connector
    import tuya_iot

Sdk = Any


@pytest.fixture(autouse=True)
def sessions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The libraries never close their connections; do it for them."""
    opened: list[requests.Session] = []

    def session() -> requests.Session:
        opened.append(requests.Session())
        return opened[-1]

    monkeypatch.setattr(requests, "session", session)
    yield
    for one in opened:
        one.close()


def custom(sandbox: SandboxProcess) -> Sdk:
    ready = sandbox.ready
    sdk = tuya_iot.TuyaOpenAPI(
        ready["base_url"], ready["client_id"], ready["client_secret"], tuya_iot.AuthType.CUSTOM
    )
    assert sdk.connect(ready["username"], ready["password"])["success"]
    return sdk


def smart_home(sandbox: SandboxProcess) -> Sdk:
    ready = sandbox.ready
    sdk = tuya_iot.TuyaOpenAPI(ready["base_url"], ready["client_id"], ready["client_secret"])
    assert sdk.connect(ready["username"], ready["password"], "86", "factory")["success"]
    return sdk


@pytest.mark.parametrize("sign_in", [custom, smart_home])
def test_a_query_and_a_body_are_understood(
    sandbox: SandboxProcess, sign_in: Any, certificate: dict[str, Any]
) -> None:
    sdk = sign_in(sandbox)
    page = sdk.get(PREFIX + "/products", {"page_size": 5, "protocol": "wifi", "keyword": "Wi-Fi 0"})
    assert page["success"]
    assert len(page["result"]["list"]) == 5
    body = {"certificate_no": certificate["certificate_no"], "sns": ["SN0000000", "été"]}
    checked = sdk.post(PREFIX + "/devices/check", body)
    assert [one["code"] for one in checked["result"]] == ["SN_NOT_FOUND", "SN_FORMAT"]


@pytest.mark.parametrize("sign_in", [custom, smart_home])
def test_a_pair_about_to_expire_is_refreshed(sandbox: SandboxProcess, sign_in: Any) -> None:
    sdk = sign_in(sandbox)
    first, uid = sdk.token_info.access_token, sdk.token_info.uid
    sdk.token_info.expire_time = 0
    assert sdk.get(PREFIX + "/products")["success"]
    assert sdk.token_info.access_token not in {"", first}
    assert sdk.token_info.uid == uid
    assert sdk.token_info.expire_time > 0


def test_the_app_sign_in_names_the_region(sandbox: SandboxProcess) -> None:
    assert smart_home(sandbox).token_info.platform_url == sandbox.base_url


def test_an_expired_token_makes_the_library_sign_in_again(sandbox: SandboxProcess) -> None:
    sandbox.set_faults([], token_life_s=-1)
    sdk = custom(sandbox)
    sandbox.set_faults([])
    sdk.token_info.expire_time = 10**14  # the library believes that it still lives
    assert sdk.get(PREFIX + "/products")["code"] == 1010
    assert sdk.get(PREFIX + "/products")["success"]


def test_the_connector_gets_a_project_token_and_is_told_that_it_needs_a_user(sandbox: SandboxProcess) -> None:
    ready = sandbox.ready
    sdk = tuya_connector.TuyaOpenAPI(ready["base_url"], ready["client_id"], ready["client_secret"])
    assert sdk.connect()["success"]
    first = sdk.token_info.access_token
    sdk.token_info.expire_time = 0
    answer = sdk.get(PREFIX + "/products", {"page_no": 1})
    assert answer["code"] == 1106
    assert "user" in answer["msg"]
    assert sdk.token_info.access_token != first


def test_a_replacement_by_a_real_client(
    sandbox: SandboxProcess, certificate: dict[str, Any], stock: Any
) -> None:
    sn = stock(1)[0]
    body = {
        "batch_id": "real-client-1",
        "station_id": "sdk",
        "certificate_no": certificate["certificate_no"],
        "items": [item(sn)],
    }
    assert custom(sandbox).post(PREFIX + "/replacements", body)["result"]["items"][0]["code"] == "OK"
    stored = [row for row in sandbox.stored_results() if row.sn == sn]
    assert [row.code for row in stored] == ["OK"]


def test_a_wrong_password_is_named(sandbox: SandboxProcess) -> None:
    ready = sandbox.ready
    sdk = tuya_iot.TuyaOpenAPI(
        ready["base_url"], ready["client_id"], ready["client_secret"], tuya_iot.AuthType.CUSTOM
    )
    assert sdk.connect(ready["username"], "wrong")["code"] == 2401
