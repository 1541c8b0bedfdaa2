"""The counter when the certificate is older than what was confirmed here."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from station import quota
from tests.helpers.offline import CERTIFICATE

UNITS = st.integers(0, 50)


@given(total=UNITS, used=UNITS, spent=UNITS, confirmed=UNITS)
def test_confirmed_and_waiting_here_never_pass_the_total_however_old_the_certificate_is(
    total: int, used: int, spent: int, confirmed: int
) -> None:
    certificate = replace(CERTIFICATE, quota_total=total, quota_used=used)
    room = quota.counter(certificate, spent, confirmed).room_now
    assert room == 0 or confirmed + spent + room <= total
    assert room == 0 or used + spent + room <= total
