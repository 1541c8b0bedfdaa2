"""The list of certificates as SQLite finds and orders it agrees with what Python would find in the rows themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.assembly import Station
from station.model import AuditStatus, Certificate
from station.session import Account
from station.store import certificates
from station.store.certificate_list import Query, SortBy
from tests.helpers.many_certificates import fill, many

COUNT = 300
ALL = many(COUNT)
VALUES: dict[SortBy, Any] = {
    SortBy.ORIGINAL_PID: lambda one: one.original_pid,
    SortBy.NEW_PID: lambda one: one.new_pid,
    SortBy.REPLACED: lambda one: one.quota_used,
    SortBy.LEFT: lambda one: one.quota_total - one.quota_used,
    SortBy.WAITING: lambda _one: 0,
    SortBy.STATUS: lambda one: list(AuditStatus).index(one.audit_status),
    SortBy.NUMBER: lambda one: one.certificate_no,
    SortBy.APPLICANT: lambda one: one.applicant,
    SortBy.AGE: lambda one: one.fetched_at_ms,
}


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        with Station.open(tmp_path_factory.mktemp("list")) as station:
            station.session.account = Account("http://127.0.0.1:9", "client", "anna")
            fill(station.database, station.session.account_key, COUNT)
            yield station


def fits(one: Certificate, query: Query) -> bool:
    text = f"{one.certificate_no} {one.original_pid} {one.new_pid} {one.applicant} {one.reason}".casefold()
    return query.status in {None, one.audit_status} and all(
        word in text for word in query.search.casefold().split()
    )


@given(
    st.builds(
        Query,
        st.sampled_from(["", "CERT-0001", "line3", "customer 7", "ORIGPID", "stock CERT-00 5", "nobody"]),
        st.sampled_from([None, *AuditStatus]),
        st.sampled_from(SortBy),
        st.booleans(),
    )
)
def test_it_finds_and_orders_as_the_rows_say(station: Station, query: Query) -> None:
    expected = sorted(
        (one for one in ALL if fits(one, query)),
        key=lambda one: (VALUES[query.sort_by](one), one.certificate_no),
        reverse=query.descending,
    )
    found = station.certificates.order(query)
    rows = {row.id: row.certificate.certificate_no for row in station.certificates.rows(found.ids)}
    assert [rows[n] for n in found.ids] == [one.certificate_no for one in expected]
    assert (found.there, found.oldest_ms) == (COUNT, ALL[0].fetched_at_ms)


def test_capitals_of_other_languages_are_found(station: Station) -> None:
    body = ALL[0].__class__(**{**vars(ALL[0]), "certificate_no": "X-1", "reason": "ĐIỆN TỬ 客户"})
    account = station.session.account_key
    station.database.write(lambda c: certificates.put(c, account, body))
    try:
        assert len(station.certificates.order(Query("điện tử")).ids) == 1
        assert len(station.certificates.order(Query("客户 ĐIỆN")).ids) == 1
    finally:
        numbers = [one.certificate_no for one in ALL]
        station.database.write(lambda c: certificates.forget_others(c, account, numbers))


def test_another_account_sees_nothing_of_it(station: Station, tmp_path: Path) -> None:
    mine, station.session.account = station.session.account, Account("http://127.0.0.1:9", "client", "binh")
    try:
        assert len(station.certificates.order(Query()).ids) == 0
        assert station.certificates.story("CERT-000001") is None
    finally:
        station.session.account = mine
