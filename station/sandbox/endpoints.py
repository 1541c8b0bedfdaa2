"""The calls of both parts. Each is a few lines: read the request, ask the state, wrap the result."""

from __future__ import annotations

from typing import Annotated, Any, Literal, cast

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from station.sandbox import accounts, batches, certificates, devices, effects, leases, models, products, wire
from station.sandbox.database import Database
from station.sandbox.errors import PlatformError
from station.sandbox.faults import FaultsFile
from station.sandbox.gateway import Call
from station.sandbox.models import Answer, Page

PageNo = Annotated[int, Query(ge=1, le=1_000_000)]
PageSize = Annotated[int, Query(ge=1, le=100)]
Text = Annotated[str, Query(max_length=100)]
LOGIN_PATH = "/iot-01/associated-users/actions/authorized-login"


def _call(request: Request) -> Call:
    return cast("Call", request.state.call)


def _success(request: Request, result: Any) -> JSONResponse:
    return JSONResponse(wire.success(result, _call(request).clock()))


def _page(request: Request, found: tuple[list[Any], int], page_no: int, page_size: int) -> JSONResponse:
    rows, total = found
    result = {
        "list": rows,
        "total": total,
        "page_no": page_no,
        "page_size": page_size,
        "has_more": page_no * page_size < total,
    }
    return _success(request, result)


def _shape(model: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": model}}


def token_routes(db: Database, faults: FaultsFile) -> APIRouter:
    """Part A: sign-in and refresh."""
    router = APIRouter(prefix="/v1.0", responses=_shape(Answer[models.Tokens]))

    def signed_in(
        request: Request, login: models.Login, family: str, region: tuple[str, str] | None
    ) -> dict[str, Any]:
        rules = faults.current()
        with db.writing() as conn:
            account = accounts.sign_in(conn, login.username, login.password, family, region)
            if rules.single_session:
                accounts.end_other_sessions(conn, account["username"])
            now_ms, life_s = _call(request).clock(), rules.token_life_s
            return accounts.issue(conn, family, account["username"], account["uid"], now_ms, life_s)

    def refreshed(request: Request, refresh_token: str, families: set[str]) -> JSONResponse:
        life_s = faults.current().token_life_s
        with db.writing() as conn:
            pair, family = accounts.refresh(conn, refresh_token, families, _call(request).clock(), life_s)
        return _success(request, _with_region(request, pair) if family == "app" else pair)

    @router.get("/token")
    def project_token(request: Request, grant_type: Text) -> JSONResponse:
        if grant_type != "1":
            raise PlatformError(1003)
        with db.writing() as conn:
            life_s = faults.current().token_life_s
            return _success(request, accounts.issue(conn, "project", "", "", _call(request).clock(), life_s))

    @router.get("/token/{refresh_token}")
    def refresh_token(request: Request, refresh_token: str) -> JSONResponse:
        return refreshed(request, refresh_token, {"project", "app"})

    @router.post("/iot-03/users/login")
    def login(request: Request, body: models.Login) -> JSONResponse:
        return _success(request, signed_in(request, body, "user", None))

    @router.post("/iot-03/users/token/{refresh_token}")
    def refresh_user_token(request: Request, refresh_token: str) -> JSONResponse:
        return refreshed(request, refresh_token, {"user"})

    @router.post(LOGIN_PATH)
    def authorized_login(request: Request, body: models.AuthorizedLogin) -> JSONResponse:
        region = (str(body.country_code), body.app_schema)
        return _success(request, _with_region(request, signed_in(request, body, "app", region)))

    return router


def _with_region(request: Request, pair: dict[str, Any]) -> dict[str, Any]:
    return {**pair, "platform_url": str(request.base_url).rstrip("/")}


def certificate_routes(db: Database) -> APIRouter:
    """Part B, calls 1 to 7: products, certificates, quota, leases."""
    router = APIRouter(prefix=accounts.BUSINESS_PREFIX)

    @router.get("/products", responses=_shape(Answer[Page[models.Product]]))
    def list_products(
        request: Request,
        keyword: Text = "",
        protocol: Literal["", "wifi", "ble", "zigbee"] = "",
        page_no: PageNo = 1,
        page_size: PageSize = 20,
    ) -> JSONResponse:
        with db.reading() as conn:
            found = products.page(conn, keyword, protocol, page_size, (page_no - 1) * page_size)
        return _page(request, found, page_no, page_size)

    @router.get("/certificates", responses=_shape(Answer[Page[models.Certificate]]))
    def list_certificates(
        request: Request,
        status: Literal["", "pending", "approved", "rejected", "revoked", "expired"] = "",
        original_pid: Text = "",
        new_pid: Text = "",
        applicant: Text = "",
        keyword: Text = "",
        updated_after: Text = "",
        page_no: PageNo = 1,
        page_size: PageSize = 20,
    ) -> JSONResponse:
        filters = {
            "status": status,
            "original_pid": original_pid,
            "new_pid": new_pid,
            "applicant": applicant,
            "keyword": keyword,
            "updated_after": batches.time_filter(updated_after),
        }
        with db.reading() as conn:
            found = certificates.page(conn, filters, page_size, (page_no - 1) * page_size)
        return _page(request, found, page_no, page_size)

    @router.post("/certificates", responses=_shape(Answer[models.Certificate]))
    def apply(request: Request, body: models.Application) -> JSONResponse:
        call = _call(request)
        with db.writing() as conn:
            return _success(request, certificates.apply(conn, call.username, body.model_dump(), call.clock()))

    @router.get("/certificates/{no}", responses=_shape(Answer[models.Certificate]))
    def one_certificate(request: Request, no: str) -> JSONResponse:
        with db.reading() as conn:
            return _success(request, certificates.public(certificates.load(conn, no)))

    @router.get("/certificates/{no}/quota", responses=_shape(Answer[models.Quota]))
    def quota(request: Request, no: str) -> JSONResponse:
        with db.reading() as conn:
            return _success(request, certificates.quota(certificates.load(conn, no)))

    @router.post("/certificates/{no}/leases", responses=_shape(Answer[models.Lease]))
    def lease(request: Request, no: str, body: models.LeaseRequest) -> JSONResponse:
        with db.writing() as conn:
            return _success(request, leases.grant(conn, no, body.model_dump(), _call(request).clock()))

    @router.put("/certificates/{no}/leases/{lease_id}", responses=_shape(Answer[models.Lease]))
    def renew_lease(request: Request, no: str, lease_id: str, body: models.LeaseRenewal) -> JSONResponse:
        with db.writing() as conn:
            return _success(request, leases.renew(conn, no, lease_id, body.ttl_s, _call(request).clock()))

    @router.delete("/certificates/{no}/leases/{lease_id}", responses=_shape(Answer[models.Lease]))
    def return_lease(request: Request, no: str, lease_id: str) -> JSONResponse:
        with db.writing() as conn:
            return _success(request, leases.give_back(conn, no, lease_id, _call(request).clock()))

    return router


def replacement_routes(db: Database) -> APIRouter:
    """Part B, calls 8 to 11: devices, replacements, batches, history."""
    router = APIRouter(prefix=accounts.BUSINESS_PREFIX)

    @router.post("/devices/check", responses=_shape(Answer[list[models.DeviceState]]))
    def check_devices(request: Request, body: models.DeviceCheck) -> JSONResponse:
        with db.reading() as conn:
            certificate = certificates.load(conn, body.certificate_no)
            return _success(request, [devices.check(conn, certificate, sn) for sn in body.sns])

    @router.post("/replacements", responses=_shape(Answer[models.BatchAnswer]))
    def replace(request: Request, body: models.Replacements) -> JSONResponse:
        call = _call(request)
        refusals = effects.ItemRefusals(call.rules)
        pause_s = effects.item_pause_s(call.rules)
        return _success(request, batches.run(db, body.model_dump(), call.clock, refusals, pause_s))

    @router.get("/replacements/batches/{batch_id}", responses=_shape(Answer[models.BatchAnswer]))
    def batch(request: Request, batch_id: str) -> JSONResponse:
        with db.reading() as conn:
            return _success(request, batches.stored_answer(conn, batch_id))

    @router.get("/replacements", responses=_shape(Answer[Page[models.HistoryLine]]))
    def history(
        request: Request,
        sn: Text = "",
        item_id: Text = "",
        batch_id: Text = "",
        certificate_no: Text = "",
        since: Text = "",
        page_no: PageNo = 1,
        page_size: PageSize = 20,
    ) -> JSONResponse:
        filters = {
            "sn": sn,
            "item_id": item_id,
            "batch_id": batch_id,
            "certificate_no": certificate_no,
            "since": since,
        }
        with db.reading() as conn:
            found = batches.history(conn, filters, page_size, (page_no - 1) * page_size)
        return _page(request, found, page_no, page_size)

    return router
