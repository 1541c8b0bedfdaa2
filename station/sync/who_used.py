"""Who used the quota that a refused unit found gone, as far as the platform tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from station.errors import StationError
from station.model import OK
from station.session import Acting
from station.sync.settlement import QUOTA_EXCEEDED, Meaning
from station.sync.settler import Word


def with_users(words: Sequence[Word], acting: Acting, station_id: str) -> list[Word]:
    """The same words; to units refused for quota is added which stations other than `station_id` used it since then."""
    refused = [word for word in words if _is_over_quota(word)]
    if not refused:
        return list(words)
    said = _users(refused, acting, station_id)
    return [_explained(word, said) if _is_over_quota(word) else word for word in words]


def _is_over_quota(word: Word) -> bool:
    return word.judgement.meaning is Meaning.REFUSED and word.judgement.code == QUOTA_EXCEEDED


def _explained(word: Word, said: str) -> Word:
    return replace(word, judgement=replace(word.judgement, reason=f"{word.judgement.reason}; {said}"))


def _users(refused: list[Word], acting: Acting, station_id: str) -> str:
    since_ms = min(word.row.scanned_at_ms + word.row.clock_offset_ms for word in refused)
    try:
        results = acting.platform.results_since(refused[0].row.certificate_no, since_ms)
    except StationError as error:
        return f"who used it could not be asked ({error.title})"
    done = Counter(item.station_id for item in results if item.ok and item.code == OK)
    del done[station_id]
    if not done:
        return "no other station has replaced units since the scan: it was used before or is reserved"
    parts = [f"station {station_id} replaced {count}" for station_id, count in done.most_common(5)]
    return f"since the scan {', '.join(parts)}"
