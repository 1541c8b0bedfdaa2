"""The sandbox as a process: application, listening socket, ready line, clean stop."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException

from station.sandbox import endpoints, seed, wire
from station.sandbox.database import Database
from station.sandbox.errors import PlatformError
from station.sandbox.faults import FaultsFile
from station.sandbox.gateway import OPEN_PATH, Gateway

HOST = "127.0.0.1"
NO_TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
VALIDATION_CODES = {
    "missing": 1100,
    "string_too_short": 1100,
    "greater_than_equal": 1101,
    "less_than_equal": 1101,
    "too_long": 1101,
    "too_short": 1101,
    "string_too_long": 1101,
    "string_type": 1104,
    "int_type": 1104,
    "int_parsing": 1104,
    "list_type": 1104,
    "model_attributes_type": 1104,
}


class PortTakenError(Exception):
    """The wanted port cannot be listened on."""


def build_app(db: Database, faults: FaultsFile) -> Gateway:
    """Put the calls behind the gateway; every kind of failure becomes an envelope."""
    app = FastAPI(
        title="PID Station sandbox",
        description="Every call but this document is signed; see docs/platform-api.md.",
        openapi_url=OPEN_PATH,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=NO_TELEMETRY,
    )
    app.include_router(endpoints.token_routes(db, faults))
    app.include_router(endpoints.certificate_routes(db))
    app.include_router(endpoints.replacement_routes(db))
    app.add_exception_handler(PlatformError, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse)
    app.add_exception_handler(HTTPException, _refuse)
    _drop_validation_status(app)
    return Gateway(app, db, faults)


def _refuse(request: Request, exc: Exception) -> JSONResponse:
    refusal = _as_refusal(exc)
    return JSONResponse(wire.failure(refusal.code, refusal.msg, request.state.call.clock()))


def _as_refusal(exc: Exception) -> PlatformError:
    if isinstance(exc, PlatformError):
        return exc
    if isinstance(exc, RequestValidationError):
        first = exc.errors()[0]
        place = ".".join(str(part) for part in first["loc"][1:])
        null = first.get("input", ...) is None and first["type"] != "missing"
        return PlatformError(
            1102 if null else VALIDATION_CODES.get(first["type"], 1109), f"{place}: {first['msg']}"
        )
    status = exc.status_code if isinstance(exc, HTTPException) else 500
    return PlatformError(1108 if status in {404, 405} else 1109)


def _drop_validation_status(app: FastAPI) -> None:
    """Take 422 out of the OpenAPI document: the platform answers 200 to wrong parameters too."""
    build = app.openapi

    def openapi() -> dict[str, Any]:
        document = build()
        for path in document["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
        return document

    app.openapi = openapi  # type: ignore[method-assign]


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._on_ready()


def listen(port: int) -> socket.socket:
    """Bind `port` (0 = any free one) of this machine only. Raises PortTakenError."""
    # With the protocol named, asyncio turns Nagle off: else each answer of two writes waits 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":  # on Windows the option would let two programs share the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(128)
    except OSError as exc:
        listener.close()
        raise PortTakenError(f"port {port} cannot be used: {exc.strerror}") from exc
    return listener


def run(
    folder: Path, port: int, product_count: int, device_count: int, seed_value: int, faults: Path | None
) -> None:
    """Serve until SIGINT or SIGTERM. Prints the ready line on stdout when requests are answered.

    Raises PortTakenError; OSError or sqlite3.Error when `folder` cannot be used.
    """
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s"
    )
    with closing(listen(port)) as listener:
        db = seed.prepare(folder, product_count, device_count, seed_value)
        # The last connection to close would check the log in and delete it at every request.
        with closing(db.connect()) as conn:
            base_url = f"http://{HOST}:{listener.getsockname()[1]}"
            ready = {"base_url": base_url, **seed.credentials(conn)}
            _serve(build_app(db, FaultsFile(faults)), listener, json.dumps(ready))


def _serve(app: Gateway, listener: socket.socket, ready_line: str) -> None:
    config = uvicorn.Config(
        app,
        http=wire.Protocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=2,
    )
    # uvicorn raises the signal again after its clean stop; that must not end us with an error.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    _Server(config, lambda: print(ready_line, flush=True)).run([listener])  # noqa: T201 (the ready line)
