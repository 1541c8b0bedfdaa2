"""The platform's published signatures, computed by the station's own code."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.cloud.signing import EMPTY_BODY_SHA256, sign, signed_url, string_to_sign

DOCUMENT = json.loads((Path(__file__).parents[2] / "contract" / "golden_vectors.json").read_text())
COMMON = DOCUMENT["common"]
NEW = [vector for vector in DOCUMENT["vectors"] if vector["algorithm"] == "new"]
OLD = [vector for vector in DOCUMENT["vectors"] if vector["algorithm"] == "old"]


def ours(vector: dict[str, Any]) -> tuple[str, str]:
    path, _, query = vector["url"].partition("?")
    pairs = dict(pair.split("=", 1) for pair in query.split("&"))
    names = COMMON["signature_headers"].split(":")
    headers = {name: COMMON["headers"][name] for name in names} if vector["use_headers"] else None
    text = string_to_sign(vector["method"], signed_url(path, pairs), vector["body"].encode(), headers)
    token = COMMON["access_token"] if vector["use_access_token"] else ""
    return text, sign(COMMON["client_id"], COMMON["secret"], COMMON["t"], COMMON["nonce"], text, token)


@pytest.mark.parametrize("vector", NEW, ids=lambda vector: str(vector["id"]))
def test_published_examples_are_reproduced(vector: dict[str, Any]) -> None:
    assert ours(vector) == (vector["string_to_sign"], vector["sign"])


@pytest.mark.parametrize("vector", OLD, ids=lambda vector: str(vector["id"]))
def test_the_archived_algorithm_is_not_spoken(vector: dict[str, Any]) -> None:
    token = COMMON["access_token"] if vector["kind"] == "business" else ""
    for nonce in ("", COMMON["nonce"]):
        text = string_to_sign("GET", "/v1.0/token?grant_type=1")
        assert sign(COMMON["client_id"], COMMON["secret"], COMMON["t"], nonce, text, token) != vector["sign"]


def test_an_empty_body_has_the_hash_the_platform_names() -> None:
    known = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert known == EMPTY_BODY_SHA256
    assert string_to_sign("GET", "/x").split("\n") == ["GET", known, "", "/x"]


@given(st.binary(max_size=200))
def test_the_hash_is_that_of_the_bytes_sent(body: bytes) -> None:
    assert string_to_sign("POST", "/x", body).split("\n")[1] == hashlib.sha256(body).hexdigest()


@given(
    st.dictionaries(st.text("abcz_09", min_size=1, max_size=5), st.text(max_size=8), min_size=1, max_size=6)
)
def test_the_query_is_sorted_by_key_with_its_values_as_they_are(query: dict[str, str]) -> None:
    wanted = "&".join(f"{key}={value}" for key, value in sorted(query.items()))
    assert signed_url("/path", query) == f"/path?{wanted}"
    assert signed_url("/path", dict(reversed(query.items()))) == signed_url("/path", query)


def test_values_enter_the_signature_decoded() -> None:
    assert signed_url("/p", {"sn": "A B+ä%20"}) == "/p?sn=A B+ä%20"
    assert unquote("A%20B") in signed_url("/p", {"sn": "A B"})


@pytest.mark.parametrize("field", range(6))
def test_every_ingredient_changes_the_signature(field: int) -> None:
    parts = ["client", "secret", "1588925778000", "nonce", "text", "token"]
    changed = [*parts]
    changed[field] += "x"
    assert sign(*parts) != sign(*changed)
