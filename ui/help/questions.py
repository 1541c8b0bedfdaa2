"""Questions and answers of the help: what the platform's guidelines say (version 20200612), and what this station does.

The questions are those of the guidelines' chapter 4; what is replaceable stands in their chapter 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
Table = tuple[tuple[str, ...], ...]
"""Rows of cells; the first row has the titles."""


@dataclass(frozen=True)
class Answer:
    """Paragraphs, then points, then a table, then what is to be added; each may be empty."""

    question: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()
    table: Table = ()
    after: tuple[str, ...] = ()


SCANNER_KINDS: Mapping[str, tuple[str, str, str]] = {
    "hid": (
        QT_TRANSLATE_NOOP("Handbook", "USB HID POS (also called HID bar code scanner, OPOS HID)"),
        QT_TRANSLATE_NOOP("Handbook", "Found by itself. The best mode: whole labels, no keys typed."),
        QT_TRANSLATE_NOOP("Handbook", "USB or Bluetooth"),
    ),
    "serial": (
        QT_TRANSLATE_NOOP("Handbook", "Serial port, USB virtual COM port"),
        QT_TRANSLATE_NOOP(
            "Handbook",
            "Found by itself where the maker sells only scanners; else choose it on the page Scanners.",
        ),
        QT_TRANSLATE_NOOP("Handbook", "RS-232, USB, Bluetooth; any speed and parity"),
    ),
    "wedge": (
        QT_TRANSLATE_NOOP("Handbook", "Keyboard mode (keyboard wedge), as most scanners are delivered"),
        QT_TRANSLATE_NOOP("Handbook", "Nothing to set up; let the scanner end each label with Enter."),
        QT_TRANSLATE_NOOP("Handbook", "USB, PS/2, Bluetooth; the window has to be in front"),
    ),
    "hid-keyboard": (
        QT_TRANSLATE_NOOP("Handbook", "Keyboard mode, apart from the desktop (Linux)"),
        QT_TRANSLATE_NOOP("Handbook", "Choose it on the page Scanners; it types into no other window then."),
        QT_TRANSLATE_NOOP("Handbook", "USB, Bluetooth; the window need not be in front"),
    ),
}
"""By the kind of a driver, and the window's own keyboard mode: how it is attached, what is to be done, over what."""


def answers() -> tuple[Answer, ...]:
    """The four of them, in the current language."""
    return (_meaning(), _conditions(), _protocols(), _scanners())


def _meaning() -> Answer:
    return Answer(
        translate("Handbook", "What does replacing a PID mean?"),
        (
            translate(
                "Handbook",
                "Every finished product carries a PID. It decides whose control panel the product shows and to whom "
                "its data belongs: goods for two customers differ by their PID.",
            ),
            translate(
                "Handbook",
                "To give stock to another customer, units used to be authorised and burned in again before shipment. "
                "Replacing the PID does without: the SN is scanned, and the platform puts that unit on the new PID. "
                "The firmware stays as it is.",
            ),
            translate(
                "Handbook",
                "This station records each scan safely before it shows green, sends it when the network is there, "
                "and lets no unit use the quota twice.",
            ),
        ),
    )


def _conditions() -> Answer:
    return Answer(
        translate("Handbook", "What conditions need to be met to replace a PID?"),
        (),
        (
            translate(
                "Handbook", "You are signed in to the platform account to which the original PID belongs."
            ),
            translate("Handbook", "The product's development status is trial production or mass production."),
            translate("Handbook", "Firmware and protocol fit together: see the next question."),
            translate(
                "Handbook",
                "A certificate for original PID, new PID and quantity was applied for and approved: "
                "page Certificates, Apply for certificate. Auditors decide; the station says so when they have.",
            ),
            translate(
                "Handbook",
                "The certificate has quota left: each unit replaced takes one, and no unit takes two.",
            ),
            translate(
                "Handbook",
                "The platform knows the unit's SN under the original PID, and no end user has bound the unit yet.",
            ),
        ),
        after=(
            translate(
                "Handbook",
                "The page Certificates says of each product whether its PID can be replaced, and if not, why not.",
            ),
        ),
    )


def _protocols() -> Answer:
    yes, no = translate("Handbook", "yes"), translate("Handbook", "no")
    return Answer(
        translate("Handbook", "Which protocols support replacing the PID?"),
        (translate("Handbook", "It depends on the firmware:"),),
        table=(
            (
                translate("Handbook", "Firmware"),
                translate("Handbook", "Wi-Fi"),
                translate("Handbook", "Bluetooth"),
                translate("Handbook", "Zigbee"),
            ),
            (translate("Handbook", "OEM firmware"), yes, yes, yes),
            (translate("Handbook", "General firmware"), yes, no, no),
            (translate("Handbook", "Custom firmware"), yes, no, no),
        ),
    )


def _scanners() -> Answer:
    titles = (
        translate("Handbook", "How it is attached"),
        translate("Handbook", "What to do"),
        translate("Handbook", "Over"),
    )
    kinds = tuple(tuple(translate("Handbook", cell) for cell in cells) for cells in SCANNER_KINDS.values())
    return Answer(
        translate("Handbook", "Which scanner models can scan the SN?"),
        (
            translate(
                "Handbook",
                "No particular model is needed. Any scanner works that reads the codes on your labels (1D or 2D) and "
                "can be attached in one of these ways:",
            ),
        ),
        table=(titles, *kinds),
        after=(
            translate(
                "Handbook",
                "Several scanners can be used at once. The page Scanners shows what is attached and what it sends; "
                "its test with printed codes finds a wrong keyboard layout, Caps Lock and a missing Enter.",
            ),
            translate(
                "Handbook",
                "Scanners that collect labels hand them over as a file or over a cradle: page Queue. Without any "
                "scanner an SN can be typed; it is marked as typed.",
            ),
        ),
    )
