"""Report descriptors of scanners (USB HID 1.11, HID Point of Sale Usage Tables 1.02), with their sources."""

from typing import Final

HONEYWELL_POS: Final = bytes.fromhex(
    "058c0902a1010912a1028502150026ff00750895010501093b81029503058c09fb09fc09fd8102953809fe820202"
    "0666ff9502090009008102058c25017501950809ff8102c0"
    "0914a10285041500250175019508095f0960098509869186c0"
    "06ffff0901a10285f0150026ff007508953f0902820202953f0903920202c0c0"
)
"""Published by a Honeywell scanner in POS mode; it fits the reports captured from a 0c2e:1007 (see `captures`).

Input report 2, 64 bytes: id, count, three AIM bytes, 56 of data, two of the vendor, eight flags (bit 0: continued).
Output report 4: trigger and good-read bits. Report 240: 63 vendor bytes each way.
"""

ZEBRA_POS: Final = bytes.fromhex(
    "058c0902a1010912a1028502150026ff00750895010501093b8102"
    "0645ff9501090081029503058c09fb09fc09fd8102953809fe820202"
    "0645ff950109018102058c25017501950809ff8102c0c0"
)
"""Written after the published layout of Zebra and Symbol scanners, not read from one.

Input report 2, 64 bytes: id, count, one vendor byte, three AIM bytes, 56 of data, one vendor byte, eight flags.
"""

NEWLAND_POS: Final = bytes.fromhex(
    "058c0902a1010912a1028502150026ff00750895010501093b8102058c953809fe820202"
    "0666ff950509008102058c25017501950809ff8102c0c0"
)
"""Written after the published layout of Newland scanners, not read from one: as above without AIM bytes.

Input report 2, 64 bytes: id, count, 56 of data, five of the vendor, eight flags.
"""

BROKEN_POS: Final = bytes.fromhex("058c0902a10185021500")
"""Ends within its collection: kernels refuse it."""

EMPTY_POS: Final = bytes.fromhex("058c0902a1018502150025017501950809008102c0")
"""A POS scanner by its usage whose report has no field for data: kernels take it, a driver cannot read it."""

DATALOGIC_KEYBOARD: Final = bytes.fromhex(
    "05010906a101050719e029e7150025017501950881029501750881019505750105081901290591029501750391019506750815"
    "0026ff00050719002aff008100c0"
)
"""Published by a Datalogic Gryphon GD4400 in keyboard mode: a boot keyboard with lamps."""
