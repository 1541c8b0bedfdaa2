"""The signs of the window: tones (what needs a look) and icons. A word always goes with them."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """How much a thing wants to be looked at. Normal is grey; the theme gives each tone its colours."""

    NORMAL = "normal"
    OK = "ok"
    INFO = "info"
    CAUTION = "caution"
    BAD = "bad"
    STOP = "stop"


class Icon(StrEnum):
    """Shapes drawn for this window; each value is a file name in `ui/assets/icons` without its ending."""

    READY = "ready"
    ACCEPTED = "accepted"
    REPEAT = "repeat"
    SET_ASIDE = "set_aside"
    QUESTION = "question"
    STOP = "stop"
    WARNING = "warning"
    SAVED = "saved"
    SENT = "sent"
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    ONLINE = "online"
    OFFLINE = "offline"
    SIGN_IN = "sign_in"
    SCANNER = "scanner"
    SCANNER_LOST = "scanner_lost"
    STATION = "station"
    HEALTH = "health"
    PERSON = "person"
    CERTIFICATE = "certificate"
    UNDO = "undo"
    ACKNOWLEDGE = "acknowledge"
    KEYBOARD = "keyboard"
    CANCEL = "cancel"
    SOUND = "sound"
    NO_SOUND = "no_sound"
    LOCK = "lock"
    HELP = "help"
    BADGE = "badge"
    LANGUAGE = "language"
    HISTORY = "history"
    SHIFT_END = "shift_end"
