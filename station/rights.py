"""Who may do what: the list of acts that need a supervisor is this file and no other."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is at this station."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"


class SupervisedAct(StrEnum):
    """Acts that need a supervisor, once the station has one; whatever is not here anybody may do."""

    CHOOSE_CERTIFICATE = "choose_certificate"
    APPLY = "apply"
    END_STOP = "end_stop"
    """Let a line go on that has stopped: certificate full or closed, three units of a wrong product in a row."""
    SKIP_FIRST_ARTICLE = "skip_first_article"
    RETRY = "retry"
    REFUSE = "refuse"
    VOID = "void"
    REQUEUE = "requeue"
    CORRECT = "correct"
    HAND_OVER = "hand_over"
    TAKE_OVER = "take_over"
    """Import a queue file or a scanner's memory."""
    SIGN_OUT = "sign_out"
    CLOSE_ANYWAY = "close_anyway"
    """Let the end of a shift go on although the tray or the counters do not agree."""
    SETTINGS = "settings"
    LEAVE_FULL_SCREEN = "leave_full_screen"
    """Get out of the kiosk mode, to the desktop of this computer."""
    PEOPLE = "people"
    """Add people, take them away, print badges and command sheets."""
