"""What is printed to practise with: units of the training platform, and labels that are no units."""

from __future__ import annotations

from station.cli.training_folder import Practice, TrainingFolder
from station.papers.unit_labels import UnitLabel

_GOOD = 12
_MAC = "A4:CF:12:9B:00:7E"
_LIKE_AN_AUTH_KEY = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY"


def how(practice: Practice) -> str:
    """The first lines of the sheet."""
    return (
        "Start the training with: pid-station training. Under Certificates choose "
        f"{practice.certificate_no} and perform the replacement; then scan, from the left to the right. Above each "
        "code stands what the station should say. Units replaced in an earlier training are not on this sheet."
    )


def labels(folder: TrainingFolder) -> list[UnitLabel]:
    """Good units, one of them twice, and everything that should be turned away."""
    practice = folder.practice()
    good = folder.units(practice.certificate_no, _GOOD)
    first = [UnitLabel(good[0], "the same unit again: ALREADY SCANNED")] if good else []
    bound = folder.units(practice.certificate_no, 1, "activated")
    wrong = folder.units(practice.other_no, 3)
    return [
        *(UnitLabel(sn, f"unit {n}: OK") for n, sn in enumerate(good, 1)),
        *first,
        *(UnitLabel(sn, "bound by a user: OK first, set aside when it is sent") for sn in bound),
        *(
            UnitLabel(sn, f"another product ({n} of {len(wrong)}): set aside")
            for n, sn in enumerate(wrong, 1)
        ),
        UnitLabel(_MAC, "a MAC address: NOT AN SN"),
        UnitLabel(_LIKE_AN_AUTH_KEY, "looks like an AuthKey, shown masked: NOT AN SN"),
    ]
