"""The tab of replaceable products."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from station.model import Product
from ui import i18n
from ui.desk.list_tab import ListTab
from ui.desk.products_model import ProductColumn, ProductTableModel, matches
from ui.look.theme import Theme


class ProductsTab(ListTab):
    def __init__(self, theme: Theme) -> None:
        self.model = model = ProductTableModel()
        super().__init__(
            model,
            theme,
            self.tr("Replaceable products"),
            ProductColumn.WHY_NOT,
            self.tr("Search product or reason"),
        )
        model.setParent(self)
        self.sort_by(ProductColumn.REPLACEABLE, Qt.SortOrder.AscendingOrder)
        self.count_with(model, self._counted)
        self.search.textChanged.connect(lambda text: model.filter(lambda row: matches(row, text)))
        self.table.row_selected.connect(self._describe)

    def show_products(self, products: Sequence[Product]) -> None:
        self.model.replace(products)

    def _counted(self, shown: int, there: int) -> str:
        products = i18n.counted(there, self.tr("%n product"), self.tr("%n products"))
        if shown == there:
            return products
        return self.tr("%1 of %2").replace("%1", i18n.number(shown)).replace("%2", products)

    def _describe(self, product: Product | None) -> None:
        """Say the reason in full where the column is too narrow for it."""
        self.details.setText(f"{product.name}: {product.why_not}" if product and product.why_not else "")
