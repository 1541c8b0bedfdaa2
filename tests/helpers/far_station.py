"""A station as a process, for tests that start it in another network. It says what its link is and obeys two words.

Arguments: data folder, endpoint. Lines on stdout: `[link, cause]` as JSON. Lines on stdin: `scan SN`, `try`; the end
of stdin ends it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from station.assembly import Station
from station.events import LinkChanged, StationEvent
from tests.helpers.replacing_platform import form_for
from tests.helpers.stations import accept


def _say(event: StationEvent) -> None:
    if isinstance(event, LinkChanged):
        sys.stdout.write(json.dumps([event.link.link, event.link.cause]) + "\n")
        sys.stdout.flush()


def main(folder: Path, endpoint: str) -> None:
    with Station.open(folder) as station:
        station.sign_in(form_for(endpoint))
        station.fetch_certificates()
        station.choose_certificate("CERT-1")
        station.on_change = _say
        station.sync.start()
        for line in sys.stdin:
            word, _, sn = line.strip().partition(" ")
            if word == "scan":
                accept(station, sn)
            station.sync.try_now()
        station.sync.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
