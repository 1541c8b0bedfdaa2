"""Input reports captured from a Honeywell 0c2e:1007 in HID POS mode, with the labels that were on the paper.

Source: the public example captures of Itp.HidBarcodeScanner (mgaffigan, NativeHidDemo).
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Capture:
    """One label: its reports as they came over the cable, what it says, and its AIM identifier."""

    reports: tuple[bytes, ...]
    label: str
    aim: str


EAN13: Final = Capture(
    (
        bytes.fromhex(
            "020c5d4530333036303330323039323233000000000000000000000000000000"
            "0000000000000000000000000000000000000000000000000000000000634100"
        ),
    ),
    "306030209223",
    "]E0",
)

LONG_QR: Final = Capture(
    (
        bytes.fromhex(
            "02385d51314c6f72656d20697073756d20646f6c6f722073697420616d65742c"
            "20636f6e73656374657475722061646970697363696e6720656c69742c733101"
        ),
        bytes.fromhex(
            "02385d51312073656420646f20656975736d6f642074656d706f7220696e6369"
            "646964756e74207574206c61626f726520657420646f6c6f7265206d61733101"
        ),
        bytes.fromhex(
            "02385d5131676e6120616c697175612e20557420656e696d206164206d696e69"
            "6d2076656e69616d2c2071756973206e6f737472756420657865726369733101"
        ),
        bytes.fromhex(
            "02385d5131746174696f6e20756c6c616d636f206c61626f726973206e697369"
            "20757420616c697175697020657820656120636f6d6d6f646f20636f6e733101"
        ),
        bytes.fromhex(
            "02385d51317365717561742e2044756973206175746520697275726520646f6c"
            "6f7220696e20726570726568656e646572697420696e20766f6c757074733101"
        ),
        bytes.fromhex(
            "02385d51316174652076656c697420657373652063696c6c756d20646f6c6f72"
            "6520657520667567696174206e756c6c612070617269617475722e2045733101"
        ),
        bytes.fromhex(
            "02385d513178636570746575722073696e74206f636361656361742063757069"
            "6461746174206e6f6e2070726f6964656e742c2073756e7420696e2063733101"
        ),
        bytes.fromhex(
            "02355d5131756c706120717569206f666669636961206465736572756e74206d"
            "6f6c6c697420616e696d20696420657374206c61626f72756d2e000000733100"
        ),
    ),
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut la"
    "bore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris"
    " nisi ut aliquip ex ea commodo consequat. Duis aute irure dolor in reprehenderit in voluptate v"
    "elit esse cillum dolore eu fugiat nulla pariatur. Excepteur sint occaecat cupidatat non proiden"
    "t, sunt in culpa qui officia deserunt mollit anim id est laborum.",
    "]Q1",
)
