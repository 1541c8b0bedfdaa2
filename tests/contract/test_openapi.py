"""Generated requests for every call of the sandbox's OpenAPI document: never a 5xx, always the documented envelope."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.helpers.platform_client import PREFIX, PlatformClient
from tests.helpers.sandbox_process import SandboxProcess

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]
KNOWN = "CERT-000004"
CALLS = [
    ("GET", "/v1.0/token"),
    ("GET", "/v1.0/token/{refresh_token}"),
    ("POST", "/v1.0/iot-03/users/login"),
    ("POST", "/v1.0/iot-03/users/token/{refresh_token}"),
    ("POST", "/v1.0/iot-01/associated-users/actions/authorized-login"),
    ("GET", PREFIX + "/products"),
    ("GET", PREFIX + "/certificates"),
    ("POST", PREFIX + "/certificates"),
    ("GET", PREFIX + "/certificates/{no}"),
    ("GET", PREFIX + "/certificates/{no}/quota"),
    ("POST", PREFIX + "/certificates/{no}/leases"),
    ("PUT", PREFIX + "/certificates/{no}/leases/{lease_id}"),
    ("DELETE", PREFIX + "/certificates/{no}/leases/{lease_id}"),
    ("POST", PREFIX + "/devices/check"),
    ("POST", PREFIX + "/replacements"),
    ("GET", PREFIX + "/replacements/batches/{batch_id}"),
    ("GET", PREFIX + "/replacements"),
]


@pytest.fixture(scope="module")
def document(shared_sandbox: SandboxProcess) -> Any:
    return requests.get(shared_sandbox.base_url + "/openapi.json", timeout=10).json()


def signed_session(client: PlatformClient) -> requests.Session:
    """A session that signs whatever it is given, as it will be sent. The caller closes it."""

    def sign(prepared: Any) -> Any:
        body = prepared.body or b""
        body = body.encode() if isinstance(body, str) else body
        token = client.token if urlsplit(prepared.url).path.startswith(PREFIX) else ""
        prepared.headers.update(client.sign(prepared.method, prepared.path_url, body, token=token))
        return prepared

    session = requests.Session()
    session.trust_env = False
    session.auth = sign
    return session


def aim(case: Any) -> None:
    """Let a generated case meet something that exists, so that successful answers are judged too."""
    if "no" in (case.path_parameters or {}):
        case.path_parameters["no"] = KNOWN
    if isinstance(case.body, dict) and "certificate_no" in case.body:
        case.body["certificate_no"] = KNOWN
    if "grant_type" in (case.query or {}):
        case.query["grant_type"] = "1"


def test_the_document_lists_every_call_and_no_other(document: Any) -> None:
    listed = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    assert listed == set(CALLS)


@pytest.mark.parametrize("aimed", [False, True])
@pytest.mark.parametrize(("method", "path"), CALLS)
def test_generated_requests_get_the_documented_envelope(
    client: PlatformClient, document: Any, method: str, path: str, aimed: bool
) -> None:
    schema = schemathesis.openapi.from_dict(document)
    schema.config.update(base_url=client.base_url)
    operation = schema[path][method]

    @settings(
        max_examples=12,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def run(case: Any) -> None:
        if aimed:
            aim(case)
        response = case.call(session=session, timeout=10)
        case.validate_response(response, checks=CHECKS)
        assert response.status_code == 200
        assert {"success", "t", "tid"} <= response.json().keys()

    with signed_session(client) as session:
        run()


@pytest.mark.parametrize(("method", "path"), [*CALLS, ("GET", "/"), ("GET", "/docs"), ("GET", "/redoc")])
def test_nothing_is_answered_without_a_signature(sandbox: SandboxProcess, method: str, path: str) -> None:
    url = sandbox.base_url + path.replace("{", "").replace("}", "")
    answer = requests.request(method, url, json=None if method == "GET" else {}, timeout=10)
    assert answer.status_code == 200
    assert (answer.json()["success"], answer.json()["code"]) == (False, 1105)
