"""Shapes of the wire, for checking requests and for the OpenAPI document."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")
Name = Annotated[str, Field(min_length=1, max_length=64)]
Uuid = Annotated[str, Field(pattern=r"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")]


class Request(BaseModel):
    """Base of bodies: no silent change of type."""

    model_config = ConfigDict(strict=True)


class Login(Request):
    username: Name
    password: Name


class AuthorizedLogin(Login):
    country_code: str | int
    # `schema` is the platform's word; pydantic has a method of that name.
    app_schema: Annotated[str, Field(alias="schema")]


class Application(Request):
    client_req_id: Name
    original_pid: Name
    new_pid: Name
    quantity: Annotated[int, Field(ge=1, le=1_000_000)]
    reason: Annotated[str, Field(max_length=500)] = ""


class LeaseRequest(Request):
    client_req_id: Name
    station_id: Name
    count: Annotated[int, Field(ge=1, le=1_000_000)]
    ttl_s: Annotated[int, Field(ge=1, le=86_400)]


class LeaseRenewal(Request):
    ttl_s: Annotated[int, Field(ge=1, le=86_400)]


class DeviceCheck(Request):
    certificate_no: Name
    sns: Annotated[list[str], Field(min_length=1, max_length=100)]


class Item(Request):
    item_id: Uuid
    sn: str
    scanned_at: str | int
    operator: Annotated[str, Field(max_length=200)]


class Replacements(Request):
    batch_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    station_id: Name
    certificate_no: Name
    lease_id: Name | None = None
    items: Annotated[list[Item], Field(min_length=1, max_length=100)]


class Answer(BaseModel, Generic[T]):
    """The envelope of every answer: `result` when `success`, else `code` and `msg`."""

    success: bool
    result: T | None = None
    code: int | str | None = None
    msg: str | None = None
    t: int
    tid: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]


class Page(BaseModel, Generic[T]):
    list: list[T]
    total: int
    page_no: int
    page_size: int
    has_more: bool


class Tokens(BaseModel):
    access_token: str
    refresh_token: str
    uid: str
    expire: int | None = None
    expire_time: int | None = None
    platform_url: str | None = None


class Product(BaseModel):
    product_id: str
    name: str
    category: str
    protocol: Literal["wifi", "ble", "zigbee"]
    firmware_type: Literal["oem", "general", "custom"]
    dev_status: Literal["development", "trial", "mass"]
    replaceable: bool
    why_not: str


class Certificate(BaseModel):
    certificate_no: str
    original_pid: str
    new_pid: str
    quota_total: int
    quota_used: int
    quota_reserved: int
    audit_status: Literal["pending", "approved", "rejected", "revoked", "expired"]
    audit_remark: str
    reason: str
    applicant: str
    created_at: str
    audited_at: str
    expires_at: str | None
    version: int


class Quota(BaseModel):
    total: int
    used: int
    reserved: int
    available: int
    version: int


class Lease(BaseModel):
    lease_id: str
    granted: int
    used: int
    expires_at: str


class DeviceState(BaseModel):
    sn: str
    found: bool
    current_pid: str | None
    replaceable: bool
    code: str


class ItemResult(BaseModel):
    item_id: str
    sn: str
    ok: bool
    code: str
    msg: str
    # Left out by a platform that does not say: then the item waits for a supervisor.
    final: bool | None = None
    replacement_id: str | None
    old_pid: str | None
    new_pid: str | None
    replaced_at: str | None
    station_id: str | None


class Summary(BaseModel):
    ok: int
    already: int
    rejected: int
    retry: int


class BatchAnswer(BaseModel):
    batch_id: str
    replayed: bool
    items: list[ItemResult]
    summary: Summary
    certificate: Certificate


class HistoryLine(ItemResult):
    certificate_no: str
    operator: str
    scanned_at: str | int
