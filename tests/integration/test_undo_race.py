"""An undo and a send that come at the same moment: the database lets one of them go first, and the other sees it."""

from __future__ import annotations

import threading
from pathlib import Path

from station.errors import UsageError
from station.model import ReplacementState
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, assert_sound, done, row_of, signed_in
from tests.integration.conftest import Stock

CERTIFICATE = "CERT-000004"
ROUNDS = 40


def test_a_unit_is_either_undone_or_sent_never_both(
    sandbox: SandboxProcess, folder: Path, stock: Stock
) -> None:
    sns = stock(CERTIFICATE, ROUNDS)
    with signed_in(folder, sandbox, CERTIFICATE) as station:
        undone = set()
        for n, sn in enumerate(sns):
            item_id = accept(station, sn)[0]
            said: list[str] = []
            together = threading.Barrier(2)

            def undo(together: threading.Barrier = together, said: list[str] = said) -> None:
                together.wait(10)
                try:
                    station.undo_last()
                except UsageError as error:
                    said.append(error.title)

            operator = threading.Thread(target=undo)
            operator.start()
            together.wait(10)
            if n % 2:
                operator.join(10)
            station.engine.send()
            operator.join(10)
            row = row_of(station, item_id)
            if said:
                assert said == ["Too late to undo"]
                assert row.state is ReplacementState.CONFIRMED
            else:
                assert row.state is ReplacementState.UNDONE
                assert row.attempts == 0
                undone.add(sn)
        assert done(sandbox, sns) == {sn: 1 for sn in sns if sn not in undone}
        assert undone
        assert_sound(station)
