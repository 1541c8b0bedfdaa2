"""The replacement endpoints. This file is the only one to change when the platform publishes real ones.

The platform has no public endpoint for PID replacement: these paths and fields are this project's stand-in, shaped
by the platform's conventions (docs/platform-api.md, part B).
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from station.clock import Clock, iso, parse_iso
from station.cloud.auth import Api
from station.cloud.client import Request
from station.errors import CallRejected, Cause, NotThePlatform
from station.model import (
    AuditStatus,
    BatchAnswer,
    Certificate,
    DeviceCheck,
    ItemResult,
    LeaseAnswer,
    Product,
    Replacement,
)

log = logging.getLogger(__name__)

_PAGE_SIZE = 100
_MOST_PAGES = 1000
_MOST_UNITS = 2**53
NOT_FOUND = 1000
_LEASE_ID = re.compile(r"[A-Za-z0-9._~-]{1,100}")  # it goes into a path


class PidReplacement:
    """Part B of the wire, in the station's own nouns. Every method may raise what `Api.call` raises."""

    def __init__(self, api: Api, clock: Clock, prefix: str) -> None:
        self._api = api
        self._clock = clock
        self._prefix = prefix.rstrip("/")

    def products(self) -> list[Product]:
        return [_product(item) for item in self._pages("/products", {})]

    def certificates(self) -> list[Certificate]:
        """Those that can be read; one that cannot hides no other."""
        found = (self._legible(item) for item in self._pages("/certificates", {}))
        return [certificate for certificate in found if certificate is not None]

    def changed_certificates(self, since_ms: int, most_pages: int) -> list[Certificate]:
        """Those that have changed after `since_ms` (platform clock); of more pages than that, the first."""
        pages = self._pages("/certificates", {"updated_after": iso(since_ms)})
        found = (self._legible(item) for item in islice(pages, most_pages * _PAGE_SIZE))
        return [certificate for certificate in found if certificate is not None]

    def certificate(self, certificate_no: str) -> Certificate:
        return self._certificate(self._result("GET", f"/certificates/{certificate_no}"))

    def apply(
        self, client_req_id: str, original_pid: str, new_pid: str, quantity: int, reason: str
    ) -> Certificate:
        """Ask for a certificate; `client_req_id` makes a repeated request the same one."""
        body = {
            "client_req_id": client_req_id,
            "original_pid": original_pid,
            "new_pid": new_pid,
            "quantity": quantity,
            "reason": reason,
        }
        return self._certificate(self._result("POST", "/certificates", body=body))

    def check(self, certificate_no: str, sns: Sequence[str]) -> list[DeviceCheck]:
        """What the platform would say to these SNs (100 at most), without doing anything."""
        result = self._result(
            "POST", "/devices/check", body={"certificate_no": certificate_no, "sns": list(sns)}
        )
        rows = result if isinstance(result, list) else _field(result, "items", "list")
        return [
            DeviceCheck(
                sn=str(row.get("sn", "")),
                replaceable=bool(row.get("replaceable")),
                code=str(row.get("code", "")),
            )
            for row in rows
            if isinstance(row, dict)
        ]

    def lease(
        self, certificate_no: str, client_req_id: str, station_id: str, count: int, ttl_s: int
    ) -> LeaseAnswer:
        """Reserve up to `count` units for this station; `client_req_id` makes a repeated request the same lease."""
        body = {"client_req_id": client_req_id, "station_id": station_id, "count": count, "ttl_s": ttl_s}
        return _lease(self._result("POST", f"/certificates/{certificate_no}/leases", body=body))

    def renew_lease(self, certificate_no: str, lease_id: str, ttl_s: int) -> LeaseAnswer:
        """Let a lease run for `ttl_s` from now. `CallRejected` with `NOT_FOUND` when it is not active any more."""
        path = f"/certificates/{certificate_no}/leases/{lease_id}"
        return _lease(self._result("PUT", path, body={"ttl_s": ttl_s}))

    def return_lease(self, certificate_no: str, lease_id: str) -> None:
        """Give back what is unused of it; a lease that is gone already is not missed."""
        try:
            self._result("DELETE", f"/certificates/{certificate_no}/leases/{lease_id}")
        except CallRejected as error:
            if error.code != NOT_FOUND:
                raise

    def replace(
        self,
        batch_id: str,
        certificate_no: str,
        rows: Sequence[Replacement],
        lease_id: str = "",
        not_after_ms: int | None = None,
    ) -> BatchAnswer:
        """Send one batch (100 at most, one certificate). The answer may lack items, or hold others.

        Raises `TooLate` when by the platform's clock it is past `not_after_ms`, the end of the lease it names.
        """
        body = {
            "batch_id": batch_id,
            "station_id": rows[0].station_id,
            "certificate_no": certificate_no,
            **({"lease_id": lease_id} if lease_id else {}),
            "items": [
                {
                    "item_id": row.item_id,
                    "sn": row.sn,
                    "scanned_at": iso(row.scanned_at_ms + row.clock_offset_ms),
                    "operator": row.operator,
                }
                for row in rows
            ],
        }
        request = Request("POST", f"{self._prefix}/replacements", body=body, not_after_ms=not_after_ms)
        return self._batch(self._api.call(request).result)

    def stored_batch(self, batch_id: str) -> BatchAnswer | None:
        """The answer the platform gave to a batch, None when it does not know the batch."""
        try:
            return self._batch(self._result("GET", f"/replacements/batches/{batch_id}"))
        except CallRejected as error:
            if error.code == NOT_FOUND:
                return None
            raise

    def results_of_batch(self, batch_id: str) -> list[ItemResult]:
        """Items that were done under a batch, also when its answer was never stored."""
        return self._results({"batch_id": batch_id})

    def results_of_item(self, item_id: str) -> list[ItemResult]:
        return self._results({"item_id": item_id})

    def results_of_sn(self, sn: str) -> list[ItemResult]:
        return self._results({"sn": sn})

    def results_since(self, certificate_no: str, since_ms: int) -> list[ItemResult]:
        """Everything done under a certificate from a moment on (ms since 1970), by whatever station."""
        return self._results({"certificate_no": certificate_no, "since": iso(since_ms)})

    def results_within(self, certificate_no: str, since_ms: int, most_pages: int) -> list[ItemResult] | None:
        """The same, None when there are more pages than that."""
        query = {"certificate_no": certificate_no, "since": iso(since_ms)}
        most = most_pages * _PAGE_SIZE
        found = list(islice(self._pages("/replacements", query), most + 1))
        return None if len(found) > most else [_item(item) for item in found if _is_item(item)]

    def _results(self, query: dict[str, str]) -> list[ItemResult]:
        return [_item(item) for item in self._pages("/replacements", query) if _is_item(item)]

    def _pages(self, path: str, query: dict[str, str]) -> Iterator[dict[str, Any]]:
        for page_no in range(1, _MOST_PAGES + 1):
            page = {**query, "page_no": str(page_no), "page_size": str(_PAGE_SIZE)}
            result = self._result("GET", path, query=page)
            items = _field(result, "list")
            yield from (item for item in items if isinstance(item, dict))
            if not result.get("has_more") or not items:
                return

    def _result(
        self, method: str, path: str, *, query: dict[str, str] | None = None, body: object = None
    ) -> Any:
        return self._api.call(Request(method, self._prefix + path, query, body)).result

    def _batch(self, result: Any) -> BatchAnswer:
        items = tuple(_item(item) for item in _field(result, "items") if _is_item(item))
        return BatchAnswer(
            batch_id=str(result.get("batch_id", "")),
            items=items,
            certificate=self._legible(result.get("certificate")),
        )

    def _legible(self, item: Any) -> Certificate | None:
        """None for a certificate that cannot be read: what stands beside it in an answer still counts."""
        if item is None:
            return None
        try:
            return self._certificate(item)
        except NotThePlatform as error:
            log.warning("A certificate is left out: %s", error.message)
            return None

    def _certificate(self, item: Any) -> Certificate:
        try:
            return Certificate(
                certificate_no=str(item["certificate_no"]),
                original_pid=str(item["original_pid"]),
                new_pid=str(item["new_pid"]),
                quota_total=_count(item["quota_total"]),
                quota_used=_count(item["quota_used"]),
                quota_reserved=_count(item.get("quota_reserved") or 0),
                audit_status=AuditStatus(item["audit_status"]),
                audit_remark=str(item.get("audit_remark") or ""),
                reason=str(item.get("reason") or ""),
                applicant=str(item.get("applicant") or ""),
                created_at=str(item.get("created_at") or ""),
                audited_at=str(item.get("audited_at") or ""),
                expires_at=str(item["expires_at"]) if item.get("expires_at") else None,
                version=_count(item["version"]),
                fetched_at_ms=self._clock.platform_ms(),
            )
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
            raise _malformed(f"a certificate lacks or garbles {error}") from error


def _count(value: Any) -> int:
    """A number of units or of a version. Raises `ValueError` for one that cannot be, `OverflowError`, `TypeError`."""
    number = int(value)
    if not 0 <= number <= _MOST_UNITS:
        raise ValueError(f"the number {str(number)[:20]}")
    return number


def _lease(item: Any) -> LeaseAnswer:
    try:
        lease_id, expires_ms = str(item["lease_id"]), parse_iso(str(item["expires_at"]))
        granted, used = _count(item["granted"]), _count(item["used"])
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _malformed(f"a lease lacks or garbles {error}") from error
    if expires_ms is None or not _LEASE_ID.fullmatch(lease_id):
        raise _malformed("a lease has no proper lease_id or expires_at")
    return LeaseAnswer(lease_id, granted, used, expires_ms)


def _field(result: Any, *names: str) -> list[Any]:
    for name in names:
        value = result.get(name) if isinstance(result, dict) else None
        if isinstance(value, list):
            return value
    raise _malformed(f"the answer has no {names[0]}")


def _malformed(what: str) -> NotThePlatform:
    return NotThePlatform(
        f"The answer cannot be understood: {what}. The station tries again.", cause=Cause.NOT_ANSWERING
    )


def _product(item: dict[str, Any]) -> Product:
    return Product(
        product_id=str(item.get("product_id", "")),
        name=str(item.get("name", "")),
        category=str(item.get("category", "")),
        protocol=str(item.get("protocol", "")),
        firmware_type=str(item.get("firmware_type", "")),
        dev_status=str(item.get("dev_status", "")),
        replaceable=item.get("replaceable") is True,
        why_not=str(item.get("why_not") or ""),
    )


def _is_item(item: object) -> bool:
    """Whether an item of an answer names a unit and says something; one that does not is left out, and noted."""
    fits = (
        isinstance(item, dict)
        and isinstance(item.get("item_id"), str)
        and isinstance(item.get("sn"), str)
        and isinstance(item.get("ok"), bool)
    )
    if not fits:
        log.warning("An item of the platform's answer names no unit and is left out")
    return fits


def _item(item: dict[str, Any]) -> ItemResult:
    final = item.get("final")
    return ItemResult(
        item_id=item["item_id"],
        sn=item["sn"],
        ok=item["ok"],
        code=str(item.get("code", "")),
        msg=str(item.get("msg", item.get("mes", "")) or ""),
        final=final if isinstance(final, bool) else None,
        new_pid=str(item.get("new_pid") or ""),
        replaced_at=str(item.get("replaced_at") or ""),
        station_id=str(item.get("station_id") or ""),
        certificate_no=str(item.get("certificate_no") or ""),
        raw=json.dumps(item, ensure_ascii=False)[:2000],
        operator=str(item.get("operator") or ""),
        scanned_at=str(item.get("scanned_at") or ""),
    )
