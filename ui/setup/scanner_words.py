"""Scanners in words: their states, and what a test found, each with what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from station import serial_numbers
from station.scanner_check.diagnosis import Diagnosis, Finding, Problem
from ui.i18n import QT_TRANSLATE_NOOP
from ui.languages import told
from ui.setup.scanner_views import Condition, LastLabel, Mode, ScannerRow

MODE_WORDS = {
    Mode.HID_POS: QT_TRANSLATE_NOOP("Scanners", "HID POS"),
    Mode.SERIAL: QT_TRANSLATE_NOOP("Scanners", "Serial"),
    Mode.KEYBOARD: QT_TRANSLATE_NOOP("Scanners", "Keyboard"),
    Mode.FILE: QT_TRANSLATE_NOOP("Scanners", "File"),
    Mode.WINDOW: QT_TRANSLATE_NOOP("Scanners", "Keyboard"),
}

CONDITION_WORDS = {
    Condition.READY: QT_TRANSLATE_NOOP("Scanners", "ready"),
    Condition.OPENING: QT_TRANSLATE_NOOP("Scanners", "opening"),
    Condition.PROBLEM: QT_TRANSLATE_NOOP("Scanners", "does not read"),
    Condition.NOT_USED: QT_TRANSLATE_NOOP("Scanners", "not used"),
}

PROBLEM_WORDS = {
    Problem.LAYOUT: QT_TRANSLATE_NOOP(
        "Scanners", "The computer's keyboard layout is %1, the scanner types for US."
    ),
    Problem.SCANNER_LAYOUT: QT_TRANSLATE_NOOP("Scanners", "The scanner types for a %1 keyboard."),
    Problem.CAPS_LOCK: QT_TRANSLATE_NOOP(
        "Scanners", "Caps Lock is on: capital and small letters are exchanged."
    ),
    Problem.CASE: QT_TRANSLATE_NOOP("Scanners", "The scanner changes the case of letters (%1)."),
    Problem.NO_SUFFIX: QT_TRANSLATE_NOOP("Scanners", "The scanner sends no end mark."),
    Problem.LOST: QT_TRANSLATE_NOOP("Scanners", "Characters are missing: %1"),
    Problem.PREFIX: QT_TRANSLATE_NOOP("Scanners", "The scanner sends this before each label: %1"),
    Problem.SUFFIX: QT_TRANSLATE_NOOP("Scanners", "The scanner sends this after each label: %1"),
    Problem.ENCODING: QT_TRANSLATE_NOOP("Scanners", "The scanner sends letters in the encoding %1."),
    Problem.CHANGED: QT_TRANSLATE_NOOP("Scanners", "Something else arrived: %1"),
    Problem.AIM: QT_TRANSLATE_NOOP("Scanners", "The scanner names the symbology (AIM identifier %1)."),
    Problem.NO_AIM: QT_TRANSLATE_NOOP(
        "Scanners", "The scanner does not name the symbology (no AIM identifier)."
    ),
}

_REMEDIES = {
    Problem.LAYOUT: QT_TRANSLATE_NOOP(
        "Scanners", "Switch the computer to the US layout, or better the scanner to HID POS or serial mode."
    ),
    Problem.SCANNER_LAYOUT: QT_TRANSLATE_NOOP(
        "Scanners",
        "Scan the code for the US keyboard in the scanner's manual, or use HID POS or serial mode.",
    ),
    Problem.CAPS_LOCK: QT_TRANSLATE_NOOP("Scanners", "Press Caps Lock once, or use HID POS or serial mode."),
    Problem.CASE: QT_TRANSLATE_NOOP(
        "Scanners", "Set the scanner to send letters as they are (case conversion off)."
    ),
    Problem.NO_SUFFIX: QT_TRANSLATE_NOOP(
        "Scanners", "Set the suffix CR (Enter): without it each label is told late."
    ),
    Problem.LOST: QT_TRANSLATE_NOOP(
        "Scanners",
        "Keyboard mode: set a longer delay between characters; group separators and foreign letters need HID POS or "
        "serial mode. Serial mode: compare baud rate and data bits.",
    ),
    Problem.PREFIX: QT_TRANSLATE_NOOP(
        "Scanners", "Clear the prefix in the scanner, or name it in its address."
    ),
    Problem.SUFFIX: QT_TRANSLATE_NOOP(
        "Scanners", "Set only CR as suffix, or name this one in the scanner's address."
    ),
    Problem.ENCODING: QT_TRANSLATE_NOOP(
        "Scanners", "Add encoding=%1 to the scanner's address, or set it to UTF-8."
    ),
    Problem.CHANGED: QT_TRANSLATE_NOOP(
        "Scanners", "Compare the scanner's set-up with its manual, or reset it."
    ),
}

_UNUSED = {
    Mode.SERIAL: QT_TRANSLATE_NOOP("Scanners", "If a scanner is on this port, use it."),
    Mode.KEYBOARD: QT_TRANSLATE_NOOP(
        "Scanners",
        "A person's keyboard or a scanner in keyboard mode. Such a scanner is read by this window; HID POS or serial "
        "mode is better (docs/scanners.md).",
    ),
}
_SECRETS = {"auth_key", "command_code"}
_ELSEWHERE = QT_TRANSLATE_NOOP("Scanners", "The station reads through it; other programs would not.")


def words(text: str) -> str:
    """One of this module's texts in the current language."""
    return QCoreApplication.translate("Scanners", text)


def mode(row: ScannerRow) -> str:
    return words(MODE_WORDS[row.mode])


def condition(row: ScannerRow) -> str:
    return words(CONDITION_WORDS[row.condition])


def remedy(row: ScannerRow) -> str:
    """What is so and what to do about it, in one or two sentences; empty when all is well."""
    if row.title or row.remedy:
        return ". ".join(told(part).rstrip(".。") for part in (row.title, row.remedy) if part) + "."
    return "" if row.in_use else words(_UNUSED.get(row.mode, ""))


def verdict(diagnosis: Diagnosis) -> str:
    """The result of a test in one line."""
    if diagnosis.label is None:
        return words(QT_TRANSLATE_NOOP("Scanners", "This is no test code. It was not recorded."))
    good = words(QT_TRANSLATE_NOOP("Scanners", "Code %1 came as it should"))
    bad = words(QT_TRANSLATE_NOOP("Scanners", "Code %1 did not come as it should"))
    return (good if diagnosis.good else bad).replace("%1", diagnosis.label.key)


def finding(found: Finding) -> tuple[str, str]:
    """What was found, and what to do; the second is empty when nothing is."""
    name = words(PROBLEM_WORDS[found.problem]).replace("%1", _detail(found))
    if found.harmless:
        return name, words(_ELSEWHERE) if found.problem in _REMEDIES else ""
    return name, words(_REMEDIES.get(found.problem, "")).replace("%1", found.detail)


def _detail(found: Finding) -> str:
    if found.problem in {Problem.LOST, Problem.PREFIX, Problem.SUFFIX}:
        octets = found.detail.encode("utf-8", "surrogatepass").hex(" ")
        return f"{serial_numbers.visible(found.detail)}  ({octets})"
    return serial_numbers.visible(found.detail)


def shown(label: LastLabel) -> tuple[str, str]:
    """Text and bytes of a label for the eye: control characters named, bytes in hexadecimal.

    A label that looks like a secret is masked as the intake does it, and its bytes are not shown.
    """
    reading = serial_numbers.read(label.text)
    if reading.problem in _SECRETS:
        return reading.shown, ""
    return serial_numbers.visible(label.text), hexadecimal(label.raw)


MOST_BYTES = 96


def hexadecimal(raw: bytes) -> str:
    """Bytes in groups of two digits; the rest of a long label is counted."""
    more = len(raw) - MOST_BYTES
    return raw[:MOST_BYTES].hex(" ") + (f" … + {more}" if more > 0 else "")
