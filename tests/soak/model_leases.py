"""Leases of the platform model: quota reserved for one station (docs/platform-api.md, part B, calls 6 and 7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.soak.model_nouns import stamp


@dataclass
class Lease:
    lease_id: str
    request_id: str
    certificate_no: str
    station_id: str
    granted: int
    expires_ms: int
    used: int = 0
    state: str = "active"

    @property
    def left(self) -> int:
        return self.granted - self.used if self.state == "active" else 0

    def document(self) -> dict[str, Any]:
        ends = stamp(self.expires_ms)
        return {"lease_id": self.lease_id, "granted": self.granted, "used": self.used, "expires_at": ends}


class Leases:
    """`changed` is told the certificate of every change, so that its version rises."""

    def __init__(self, changed: Callable[[str], None]) -> None:
        self._all: list[Lease] = []
        self._changed = changed

    def copy(self) -> list[Lease]:
        return [replace(lease) for lease in self._all]

    def put_back(self, copy: list[Lease]) -> None:
        self._all = [replace(lease) for lease in copy]

    def grant(self, certificate_no: str, request: dict[str, Any], free: int, now_ms: int) -> dict[str, Any]:
        """Up to `count` of what is `free`; the same request again gives the same lease."""
        for lease in self._all:
            if (lease.request_id, lease.station_id) == (request["client_req_id"], request["station_id"]):
                return lease.document()
        granted = max(0, min(request["count"], free))
        ends_ms = now_ms + request["ttl_s"] * 1000
        lease_id = f"lease-{len(self._all) + 1}"
        lease = Lease(
            lease_id, request["client_req_id"], certificate_no, request["station_id"], granted, ends_ms
        )
        lease.state = "active" if granted else "refused"
        self._all.append(lease)
        if granted:
            self._changed(certificate_no)
        return lease.document()

    def renew(self, lease_id: str, ttl_s: int, now_ms: int) -> dict[str, Any] | None:
        """None when it is not active any more."""
        lease = self.find(lease_id)
        if lease is None or lease.state != "active":
            return None
        lease.expires_ms = now_ms + ttl_s * 1000
        return lease.document()

    def give_back(self, lease_id: str) -> dict[str, Any] | None:
        lease = self.find(lease_id)
        if lease is not None and lease.state == "active":
            lease.state = "returned"
            self._changed(lease.certificate_no)
        return None if lease is None else lease.document()

    def end(self, certificate_no: str) -> None:
        """Rule 4: the certificate is not approved any more."""
        for lease in self._all:
            if lease.certificate_no == certificate_no and lease.state == "active":
                lease.state = "void"

    def expire(self, now_ms: int) -> None:
        for lease in self._all:
            if lease.state == "active" and lease.expires_ms <= now_ms:
                lease.state = "expired"
                self._changed(lease.certificate_no)

    def find(self, lease_id: str) -> Lease | None:
        return next((lease for lease in self._all if lease.lease_id == lease_id), None)

    def left(self, certificate_no: str) -> int:
        """Reserved and not used."""
        return self.left_by_station(certificate_no).total()

    def left_by_station(self, certificate_no: str) -> Counter[str]:
        left: Counter[str] = Counter()
        for lease in self._all:
            if lease.certificate_no == certificate_no:
                left[lease.station_id] += lease.left
        return left
