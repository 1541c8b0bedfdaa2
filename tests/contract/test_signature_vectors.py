"""The platform's published example signatures against the sandbox's own function, and on the wire."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from pathlib import Path
from typing import Any

import pytest
import requests

from station.sandbox.signature import SignedRequest, expected_signature, signature
from tests.helpers.sandbox_process import SandboxProcess

DOCUMENT = json.loads((Path(__file__).parent / "golden_vectors.json").read_text())
COMMON = DOCUMENT["common"]
NEW = [vector for vector in DOCUMENT["vectors"] if vector["algorithm"] == "new"]
OLD = [vector for vector in DOCUMENT["vectors"] if vector["algorithm"] == "old"]


def request_of(vector: dict[str, Any]) -> SignedRequest:
    path, _, query = vector["url"].partition("?")
    headers = {
        "client_id": COMMON["client_id"],
        "t": COMMON["t"],
        "nonce": COMMON["nonce"],
        "signature-headers": COMMON["signature_headers"],
        **COMMON["headers"],
    }
    return SignedRequest(vector["method"], path, query, headers, vector["body"].encode())


@pytest.mark.parametrize("vector", NEW, ids=lambda vector: str(vector["id"]))
def test_published_examples_are_reproduced(vector: dict[str, Any]) -> None:
    token = COMMON["access_token"] if vector["use_access_token"] else ""
    assert expected_signature(request_of(vector), token, COMMON["secret"]) == vector["sign"]
    text = vector["string_to_sign"]
    assert (
        signature(COMMON["client_id"], token, COMMON["t"], COMMON["nonce"], text, COMMON["secret"])
        == vector["sign"]
    )


@pytest.mark.parametrize("vector", OLD, ids=lambda vector: str(vector["id"]))
def test_old_examples_are_not_what_the_sandbox_expects(vector: dict[str, Any]) -> None:
    token = COMMON["access_token"] if vector["kind"] == "business" else ""
    old = hmac.new(COMMON["secret"].encode(), vector["str"].encode(), hashlib.sha256).hexdigest().upper()
    assert old == vector["sign"]
    request = SignedRequest(
        "GET", "/v1.0/token", "grant_type=1", {"client_id": COMMON["client_id"], "t": COMMON["t"]}, b""
    )
    assert expected_signature(request, token, COMMON["secret"]) != vector["sign"]


def test_the_old_algorithm_is_refused_on_the_wire(sandbox: SandboxProcess) -> None:
    client_id, secret = sandbox.ready["client_id"], sandbox.ready["client_secret"]
    t = str(int(time.time() * 1000))
    sign = hmac.new(secret.encode(), (client_id + t).encode(), hashlib.sha256).hexdigest().upper()
    headers = {"client_id": client_id, "t": t, "sign": sign, "sign_method": "HMAC-SHA256"}
    answer = requests.get(sandbox.base_url + "/v1.0/token?grant_type=1", headers=headers, timeout=10).json()
    assert (answer["success"], answer["code"]) == (False, 1004)
