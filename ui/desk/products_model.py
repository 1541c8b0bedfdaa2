"""The product table: which products' PIDs may be replaced, and why one may not."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import IntEnum
from typing import Any, ClassVar

from station.model import Product
from ui.i18n import QT_TRANSLATE_NOOP, words
from ui.look.signs import Tone
from ui.look.table_model import SortedTableModel


class ProductColumn(IntEnum):
    PRODUCT_ID = 0
    NAME = 1
    CATEGORY = 2
    PROTOCOL = 3
    FIRMWARE = 4
    STATUS = 5
    REPLACEABLE = 6
    WHY_NOT = 7


_WORDS = {
    "wifi": QT_TRANSLATE_NOOP("Words", "Wi-Fi"),
    "ble": QT_TRANSLATE_NOOP("Words", "Bluetooth"),
    "zigbee": QT_TRANSLATE_NOOP("Words", "Zigbee"),
    "oem": QT_TRANSLATE_NOOP("Words", "OEM firmware"),
    "general": QT_TRANSLATE_NOOP("Words", "General firmware"),
    "custom": QT_TRANSLATE_NOOP("Words", "Custom firmware"),
    "development": QT_TRANSLATE_NOOP("Words", "In development"),
    "trial": QT_TRANSLATE_NOOP("Words", "Trial production"),
    "mass": QT_TRANSLATE_NOOP("Words", "Mass production"),
}
"""The platform's words (its contract, call 1) as the source document writes them."""


_CODED = frozenset({ProductColumn.PROTOCOL, ProductColumn.FIRMWARE, ProductColumn.STATUS})

_RAW: dict[ProductColumn, Callable[[Product], Any]] = {
    ProductColumn.PRODUCT_ID: lambda row: row.product_id,
    ProductColumn.NAME: lambda row: row.name,
    ProductColumn.CATEGORY: lambda row: row.category,
    ProductColumn.PROTOCOL: lambda row: row.protocol,
    ProductColumn.FIRMWARE: lambda row: row.firmware_type,
    ProductColumn.STATUS: lambda row: row.dev_status,
    ProductColumn.REPLACEABLE: lambda row: not row.replaceable,
    ProductColumn.WHY_NOT: lambda row: "" if row.replaceable else row.why_not,
}


class ProductTableModel(SortedTableModel[Product]):
    columns: ClassVar[type[IntEnum]] = ProductColumn
    mono: ClassVar[frozenset[int]] = frozenset({ProductColumn.PRODUCT_ID})

    def key(self, row: Product) -> Hashable:
        return row.product_id

    def title(self, column: int) -> str:
        return {
            ProductColumn.PRODUCT_ID: self.tr("Product ID"),
            ProductColumn.NAME: self.tr("Product"),
            ProductColumn.CATEGORY: self.tr("Category"),
            ProductColumn.PROTOCOL: self.tr("Protocol"),
            ProductColumn.FIRMWARE: self.tr("Firmware"),
            ProductColumn.STATUS: self.tr("Development status"),
            ProductColumn.REPLACEABLE: self.tr("Replaceable"),
            ProductColumn.WHY_NOT: self.tr("Why not"),
        }[ProductColumn(column)]

    def text(self, row: Product, column: int) -> str:
        if column == ProductColumn.REPLACEABLE:
            return self.tr("Yes") if row.replaceable else self.tr("No")
        value = str(self.raw(row, column))
        return words(_WORDS.get(value, value)) if column in _CODED else value

    def raw(self, row: Product, column: int) -> Any:
        return _RAW[ProductColumn(column)](row)

    def widest(self, column: int) -> str:
        reasons = (self.text(row, column) for row in self.all)
        return max(reasons, key=len, default="") if column == ProductColumn.WHY_NOT else ""

    def tone(self, row: Product, column: int) -> Tone:
        marked = column == ProductColumn.REPLACEABLE and not row.replaceable
        return Tone.CAUTION if marked else Tone.NORMAL

    def hint(self, row: Product, column: int) -> str:
        return row.why_not if column == ProductColumn.WHY_NOT else ""


def matches(row: Product, search: str) -> bool:
    """Whether all words of the search stand in the product's id, name, category or reason."""
    text = f"{row.product_id} {row.name} {row.category} {row.why_not}".casefold()
    return all(word in text for word in search.casefold().split())
