"""AIM identifiers (`]cm`) and ECI escapes in front of a label, after ISO/IEC 15424.

`c` is the code character of the symbology, `m` a modifier. A scanner sends them only when it is set up to.
"""

import re
from dataclasses import dataclass
from typing import Final

_IDENTIFIER: Final = re.compile(rb"\]([A-Za-z])([0-9A-Za-z])")
_ECI: Final = re.compile(rb"\\(\d{6})")
_ECI_ESCAPE: Final = re.compile(rb"\\(?:(\d{6})|\\)")

SYMBOLOGIES: Final[dict[str, str]] = {
    "A": "Code 39",
    "B": "Telepen",
    "C": "Code 128",
    "D": "Code One",
    "E": "EAN/UPC",
    "F": "Codabar",
    "G": "Code 93",
    "H": "Code 11",
    "I": "Interleaved 2 of 5",
    "J": "DotCode",
    "K": "Code 16K",
    "L": "PDF417",
    "M": "MSI",
    "N": "Anker Code",
    "O": "Codablock",
    "P": "Plessey",
    "Q": "QR Code",
    "R": "Straight 2 of 5",
    "S": "Straight 2 of 5",
    "T": "Code 49",
    "U": "MaxiCode",
    "c": "Channel Code",
    "d": "Data Matrix",
    "e": "GS1 DataBar",
    "h": "Han Xin",
    "o": "OCR",
    "p": "PosiCode",
    "s": "SuperCode",
    "z": "Aztec",
}
"""Code character → name. `X` (other), `Y` (expansion) and `Z` (no bar code) name no symbology."""

_SPECIFIC: Final[dict[str, str]] = {
    "]C1": "GS1-128",
    "]d2": "GS1 Data Matrix",
    "]d5": "GS1 Data Matrix",
    "]Q3": "GS1 QR Code",
    "]Q4": "GS1 QR Code",
    "]J1": "GS1 DotCode",
    "]E4": "EAN-8",
}
"""Identifiers whose modifier says more than the code character."""

_ECI_PROTOCOL: Final = frozenset(
    ("]Q2", "]Q4", "]Q6", "]d4", "]d5", "]d6", "]z3", "]z4", "]z5", "]L1", "]U2", "]U3", "]h1")
)
"""Identifiers that promise ECI escapes: there a backslash in the data is sent twice."""

_ECI_CODECS: Final[dict[int, str]] = {
    1: "latin-1",
    3: "latin-1",
    20: "shift_jis",
    26: "utf-8",
    27: "ascii",
    28: "big5",
    29: "gb18030",
    30: "euc_kr",
    32: "gb18030",
}
"""ECI assignment number → codec, for those that labels use (AIM ECI register)."""


@dataclass(frozen=True)
class Label:
    """A label taken apart. `aim` and `symbology` are None when the scanner sent no identifier."""

    text: str
    aim: str | None
    symbology: str | None


def name_symbology(aim: str) -> str | None:
    """The symbology of an identifier such as `]C0`; None when its code character is not a known one."""
    return _SPECIFIC.get(aim) or SYMBOLOGIES.get(aim[1:2])


def read_label(raw: bytes, encoding: str = "utf-8") -> Label:
    """Take the identifier and the ECI escapes off and decode the rest. Never raises, never loses data.

    `encoding` holds where no ECI names another; bytes that do not fit are read as Latin-1. An identifier that is not
    in the table is split off all the same and kept in `aim`.
    """
    match = _IDENTIFIER.match(raw)
    if match is None:
        return Label(_decode_body(raw, encoding, eci_protocol=False), None, None)
    aim = match[0].decode("ascii")
    body = raw[match.end() :]
    return Label(_decode_body(body, encoding, eci_protocol=aim in _ECI_PROTOCOL), aim, name_symbology(aim))


def decode(data: bytes, encoding: str) -> str:
    """Text of `data`, read as Latin-1 when it is not valid in `encoding`."""
    try:
        return data.decode(encoding)
    except UnicodeError:
        return data.decode("latin-1")


def _decode_body(body: bytes, encoding: str, eci_protocol: bool) -> str:
    if eci_protocol:
        return _decode_escaped(body, encoding)
    prefix = _ECI.match(body)
    if prefix is None:
        return decode(body, encoding)
    return decode(body[prefix.end() :], _codec(prefix[1], encoding))


def _decode_escaped(body: bytes, encoding: str) -> str:
    """Decode the segments between ECI escapes, each with its own codec."""
    text, codec, position, segment = "", encoding, 0, b""
    for escape in _ECI_ESCAPE.finditer(body):
        segment += body[position : escape.start()]
        position = escape.end()
        if escape[1] is None:
            segment += b"\\"
        else:
            text += decode(segment, codec)
            segment, codec = b"", _codec(escape[1], encoding)
    return text + decode(segment + body[position:], codec)


def _codec(assignment: bytes, default: str) -> str:
    return _ECI_CODECS.get(int(assignment), default)
