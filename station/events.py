"""What the station tells whoever listens, from its worker threads: the window turns it into signals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from station.errors import StationError
from station.model import Certificate, LinkState, Replacement


@dataclass(frozen=True)
class LinkChanged:
    link: LinkState


@dataclass(frozen=True)
class RowsSettled:
    """Rows that the platform (or the retry budget) has moved: confirmed, refused, parked or saved again."""

    rows: tuple[Replacement, ...]


@dataclass(frozen=True)
class CertificateChanged:
    certificate: Certificate


@dataclass(frozen=True)
class SyncFailed:
    """Something a person has to know about; outages are told as `LinkChanged`."""

    error: StationError


StationEvent = LinkChanged | RowsSettled | CertificateChanged | SyncFailed
Listener = Callable[[StationEvent], None]


def nobody(_event: StationEvent) -> None:
    """The listener of a station that nobody looks at."""
