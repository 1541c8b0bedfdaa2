"""Which event of the scan page plays which sound, and how often: the one table of it. No Qt.

The rows are those of the table in docs/sounds.md, under the same names.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum


class Sound(StrEnum):
    """Each value is a file name in `ui/assets/sounds` without its ending."""

    ACCEPTED = "accepted"
    REPEAT = "repeat"
    SET_ASIDE = "set_aside"
    STOP = "stop"
    INFORMATION = "information"
    TICK = "tick"


class Event(StrEnum):
    """What can happen on the scan page that is to be heard."""

    ACCEPTED = "accepted"
    BOUNCE = "bounce"
    DUPLICATE = "duplicate"
    ALREADY_REPLACED = "already replaced elsewhere"
    REFUSED_LATER = "refused later"
    NOT_AN_SN = "not an SN"
    WRONG_PRODUCT = "wrong product"
    LINE_STOPPED = "three wrong in a row"
    QUOTA_NEARLY_USED = "quota at 90 %"
    LAST_UNITS = "last 20"
    LAST_UNIT = "last 1"
    QUOTA_FULL = "quota or own share reached"
    SCANNER_LOST = "scanner unplugged"
    OFFLINE = "network lost"
    SETUP_WRONG = "platform refuses the settings"
    BEHIND = "sync behind"
    SIGN_IN_NEEDED = "token expired"
    CERTIFICATE_CLOSED = "certificate revoked, expired"
    DISK_LOW = "disk almost full"
    NOT_RECORDED = "not recorded"
    RUN_NOT_OPEN = "scanned before the first unit is confirmed"
    RUN_OPEN = "first unit confirmed"
    FIRST_UNIT_REFUSED = "first unit refused"
    SIGNED_ON = "badge read"
    RIGHT_JOB_CARD = "job card of this certificate"
    WRONG_JOB_CARD = "job card of another certificate"
    COMMANDS_NOTHING = "printed code of another station, or revoked"


@dataclass(frozen=True)
class Cue:
    """What an event plays when it comes.

    While it lasts, the sound comes again each `every_s` seconds, for `for_s` seconds; 0 is once. `over` is played
    when it has ended by itself.
    """

    sound: Sound
    every_s: float = 0.0
    for_s: float = math.inf
    over: Sound | None = None


_UNTIL_ACKNOWLEDGED = Cue(Sound.STOP, every_s=5.0)

CUES: dict[Event, Cue] = {
    Event.ACCEPTED: Cue(Sound.ACCEPTED),
    Event.BOUNCE: Cue(Sound.TICK),
    Event.DUPLICATE: Cue(Sound.REPEAT),
    Event.ALREADY_REPLACED: Cue(Sound.SET_ASIDE),
    Event.REFUSED_LATER: Cue(Sound.SET_ASIDE),
    Event.NOT_AN_SN: Cue(Sound.SET_ASIDE),
    Event.WRONG_PRODUCT: Cue(Sound.SET_ASIDE),
    Event.LINE_STOPPED: _UNTIL_ACKNOWLEDGED,
    Event.QUOTA_NEARLY_USED: Cue(Sound.INFORMATION),
    Event.LAST_UNITS: Cue(Sound.INFORMATION),
    Event.LAST_UNIT: Cue(Sound.INFORMATION),
    Event.QUOTA_FULL: _UNTIL_ACKNOWLEDGED,
    Event.SCANNER_LOST: Cue(Sound.STOP, every_s=10.0, for_s=60.0, over=Sound.INFORMATION),
    Event.OFFLINE: Cue(Sound.INFORMATION),
    Event.SETUP_WRONG: Cue(Sound.INFORMATION),
    Event.BEHIND: Cue(Sound.INFORMATION),
    Event.SIGN_IN_NEEDED: Cue(Sound.INFORMATION),
    Event.CERTIFICATE_CLOSED: _UNTIL_ACKNOWLEDGED,
    Event.DISK_LOW: Cue(Sound.INFORMATION),
    Event.NOT_RECORDED: _UNTIL_ACKNOWLEDGED,
    Event.RUN_NOT_OPEN: Cue(Sound.SET_ASIDE),
    Event.RUN_OPEN: Cue(Sound.INFORMATION),
    Event.FIRST_UNIT_REFUSED: _UNTIL_ACKNOWLEDGED,
    Event.SIGNED_ON: Cue(Sound.INFORMATION),
    Event.RIGHT_JOB_CARD: Cue(Sound.INFORMATION),
    Event.WRONG_JOB_CARD: Cue(Sound.SET_ASIDE),
    Event.COMMANDS_NOTHING: Cue(Sound.SET_ASIDE),
}


@dataclass(frozen=True)
class Call:
    """The newest thing that happened at a moment; `number` tells it from the same thing before."""

    number: int
    event: Event


class SoundState(StrEnum):
    """Whether anything can be heard; all but `STARTING` and `READY` are told in the top bar."""

    STARTING = "starting"
    READY = "ready"
    NO_DEVICE = "no_device"
    FAILED = "failed"
    VOLUME_ZERO = "volume_zero"
