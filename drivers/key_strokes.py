"""Key presses as the keyboard wedge takes them, and what character a key is for it."""

import enum
from dataclasses import dataclass

from drivers.us_layout import control_character, us_character


class Key(enum.Enum):
    """What a key is for the wedge. MODIFIER is Shift, Ctrl, Alt, Meta or Caps Lock by itself."""

    CHAR = "char"
    ENTER = "enter"
    TAB = "tab"
    MODIFIER = "modifier"
    OTHER = "other"


class Modifiers(enum.Flag):
    """Modifier keys held down with a key."""

    NONE = 0
    SHIFT = enum.auto()
    CTRL = enum.auto()
    ALT = enum.auto()
    META = enum.auto()


ALT_GR = Modifiers.CTRL | Modifiers.ALT
"""As Windows reports it, with the character that it makes as the text."""


@dataclass(frozen=True)
class KeyStroke:
    """One key press. `text` is what the layout in force makes of it, `scan_code` the X11 key code; None if unknown.

    `at_ms` is the event's own time stamp in milliseconds. `auto_repeat` marks a key that is held down.
    """

    text: str | None
    scan_code: int | None
    key: Key
    at_ms: int
    modifiers: Modifiers = Modifiers.NONE
    auto_repeat: bool = False


def character_of(key: KeyStroke, *, trust_text: bool, amid_run: bool) -> str | None:
    """The character of a key that can belong to a scan; None for keys that cannot, such as shortcuts.

    With `trust_text` it is what the layout makes of the key, else what is on that key of a US keyboard, as far as
    known. Amid a run Ctrl with a key is a control character, else a person's shortcut.
    """
    if key.key in (Key.ENTER, Key.TAB):
        end = "\r" if key.key is Key.ENTER else "\t"
        return None if key.modifiers else end
    if trust_text and key.text and key.key is Key.CHAR and ALT_GR in key.modifiers:
        return key.text
    if key.key is Key.MODIFIER or key.modifiers & (Modifiers.ALT | Modifiers.META):
        return None
    us = us_character(key.scan_code, Modifiers.SHIFT in key.modifiers)
    if Modifiers.CTRL in key.modifiers:
        return control_character(us or key.text or "") if amid_run else None
    text = (key.text or "") if key.key is Key.CHAR else ""
    return ((text or us) if trust_text else (us or text)) or None
