"""What is a serial number and what only looks like one. Pure functions, no state.

The default rule is deliberately wide; a rule per product (original PID) narrows it, and its word is final: a
product whose SNs look like MAC addresses is possible, and its rule says so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from station import command_codes, job_cards, sn_rule

DEFAULT_RULE = re.compile(r"^[A-Za-z0-9_-]{6,32}$")
SHOWN_LENGTH = 200
_SHORTEST = 6

_AIM_PREFIX = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_AUTH_KEY = re.compile(r"^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{32}$")
_LOOK_ALIKES = {
    "pid": ("a PID", r"(?=.*[a-z])(?=.*[0-9])[a-z0-9]{16}$"),
    "url": ("a URL", r"(?i:[a-z][a-z0-9+.-]*://|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+/)"),
    "mac": (
        "a MAC address",
        r"[0-9A-Fa-f]{2}(?P<mac_between>[:-])(?:[0-9A-Fa-f]{2}(?P=mac_between)){4}[0-9A-Fa-f]{2}$"
        r"|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}$"
        r"|(?=.*[A-Fa-f])(?=.*[0-9])[0-9A-Fa-f]{12}$",
    ),
    "uuid": (
        "a UUID",
        r"\{?[0-9A-Fa-f]{8}(?P<uuid_between>-?)(?:[0-9A-Fa-f]{4}(?P=uuid_between)){3}[0-9A-Fa-f]{12}\}?$",
    ),
    "auth_key": ("an AuthKey (a secret; it is not kept)", _AUTH_KEY.pattern.removeprefix("^")),
}
_LOOKS_LIKE = re.compile("|".join(f"(?P<{code}>{pattern})" for code, (_, pattern) in _LOOK_ALIKES.items()))
"""One expression for all: each scan asks all of them, and nearly always in vain."""
_ALIKE_LENGTHS = frozenset({12, 16, 17, 32})
"""Of what has no characters but those of an SN and can be something else: MAC address, PID, UUID, AuthKey."""
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # half of a pair: cannot be stored or sent


@dataclass(frozen=True)
class Reading:
    """`sn` when the label is a serial number; else `problem`, a code, and `hint`, the same in words.

    `shown` is the label safe to show and store: control characters visible, bounded, secrets masked.
    """

    sn: str | None
    problem: str
    hint: str
    shown: str


def clean(label: str) -> str:
    """Drop what scanners add around a code: an AIM identifier in front, blanks and line ends around."""
    return _AIM_PREFIX.sub("", label.strip(" \t\r\n\0\x02\x03")).strip(" \t\r\n")


def visible(label: str) -> str:
    """The label with control characters as names (`<GS>`), cut in the middle with its length when long."""
    text = label if label.isprintable() else "".join(_visible(character) for character in label)
    if len(text) <= SHOWN_LENGTH:
        return text
    half = SHOWN_LENGTH // 2
    return f"{text[:half]}…{text[-half:]} ({len(label)} characters)"


def read(label: str, rule: str | None = None, known_pids: frozenset[str] = frozenset()) -> Reading:
    """Decide whether a label is an SN. `rule` is the product's own regular expression, None the default rule.

    `known_pids` are product ids of the account in lower case. Never raises and never hangs, whatever the label holds;
    a rule that cannot be used, or does not come to an end, refuses the label and says so.
    """
    if rule is None and _is_plain(label, known_pids):
        return Reading(label, "", "", label)
    text = clean(label)
    problem, hint = _judge(text, rule, known_pids)
    secret = problem and (_AUTH_KEY.match(text) or command_codes.is_command(text))
    shown = _mask(text) if secret else visible(label)
    return Reading(sn=None if problem else text, problem=problem, hint=hint, shown=shown)


def _is_plain(text: str, known_pids: frozenset[str]) -> bool:
    """An SN with nothing around it, as nearly every label is; what is judged the long way ends the same."""
    half = len(text) // 2
    return (
        DEFAULT_RULE.fullmatch(text) is not None
        and not (len(text) in _ALIKE_LENGTHS and _LOOKS_LIKE.match(text))
        and not (half >= _SHORTEST and text[:half] == text[half:])
        and text.lower() not in known_pids
    )


def _printed_here(text: str) -> tuple[str, str]:
    """What a station prints is no unit, whatever a rule says."""
    if command_codes.is_command(text):
        return "command_code", "It is a printed command or badge of a station, not a unit."
    if job_cards.number_on(text) is not None:
        return "job_card", "It is a job card, not a unit."
    return "", ""


def _judge(text: str, rule: str | None, known_pids: frozenset[str]) -> tuple[str, str]:
    if not text:
        return "empty", "The label is empty."
    printed = _printed_here(text)
    if printed[0]:
        return printed
    if rule is not None:
        return _judge_by_rule(text, rule)
    look_alike = _look_alike(text, known_pids)
    if look_alike[0]:
        return look_alike
    if DEFAULT_RULE.fullmatch(text):
        return "", ""
    return _why_not(text)


def _judge_by_rule(text: str, rule: str) -> tuple[str, str]:
    wrong = sn_rule.problem(rule)
    if wrong:
        return "rule", f"The SN rule of this product cannot be used: {wrong}. Call the supervisor."
    try:
        if not _HALF_CHARACTER.search(text) and sn_rule.covers(rule, text):
            return "", ""
        if sn_rule.covers(rule, text.swapcase()):
            return "caps_lock", "Small and capital letters are the other way round: Caps Lock is on."
    except sn_rule.TooSlow:
        return "rule", f"This product's SN rule {rule} takes too long to check. Call the supervisor."
    return "rule", f"It does not follow this product's SN rule {rule}."


def _look_alike(text: str, known_pids: frozenset[str]) -> tuple[str, str]:
    found, half = _LOOKS_LIKE.match(text), len(text) // 2
    if text.lower() in known_pids:
        code, name = "pid", "a PID"
    elif found:
        code = next(code for code in _LOOK_ALIKES if found[code] is not None)
        name = _LOOK_ALIKES[code][0]
    elif half >= _SHORTEST and text[:half] == text[half:]:
        code, name = "joined", "two codes joined"
    else:
        return "", ""
    return code, f"It looks like {name}. Scan the SN label."


def _why_not(text: str) -> tuple[str, str]:
    if any(unicodedata.category(character).startswith("C") for character in text):
        return "control", "It holds control characters. Scan the SN label."
    if not text.isascii():
        return "not_ascii", "It holds letters that no SN has: wrong label, or a wrong keyboard layout."
    if len(text) < 6:
        return "short", f"It is too short for an SN: {len(text)} characters, at least 6."
    if len(text) > 32:
        return "long", f"It is too long for an SN: {len(text)} characters, at most 32."
    strange = sorted({character for character in text if not DEFAULT_RULE.match(character * 6)})
    return "characters", f"An SN has only letters, digits, - and _, not {' '.join(strange)}"


def _mask(text: str) -> str:
    return f"{text[:2]}…{text[-2:]} ({len(text)} characters, masked)"


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    names = {
        "\x00": "NUL",
        "\x02": "STX",
        "\x03": "ETX",
        "\t": "TAB",
        "\n": "LF",
        "\r": "CR",
        "\x1d": "GS",
        "\x1e": "RS",
    }
    return f"<{names.get(character, f'U+{ord(character):04X}')}>"
