from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.model import AuditStatus
from station.store.certificate_list import Order
from tests.unit.ui.scan_data import CERTIFICATE, NOW
from ui.desk.certificates_model import CertificateColumn, CertificateRow
from ui.desk.certificates_tab import CertificatesTab
from ui.desk.desk_table import cell_font
from ui.look import theme
from ui.look.theme import Theme, ThemeName

PAGE_WIDTH = 1280 - 108 - 24
"""The window without its navigation and the page's margins."""
CELL_MARGINS = 14
LIGHT = Theme(ThemeName.LIGHT, 1.0)


def shown(qtbot: QtBot, qapp: QApplication, applicant: str, number: str) -> CertificatesTab:
    rows = {
        n: CertificateRow(
            replace(
                CERTIFICATE,
                certificate_no=f"{number}{n}",
                audit_status=status,
                applicant=applicant,
                quota_used=30_000,
                quota_total=50_000,
            ),
            waiting=1200,
            chosen=status is not AuditStatus.PENDING,
            id=n,
        )
        for n, status in enumerate(AuditStatus)
    }
    tab = CertificatesTab(
        theme.apply(qapp, "light", 1.0),
        lambda: NOW + 59 * 60_000,
        lambda ids: {n: rows[n] for n in ids},
    )
    qtbot.addWidget(tab)
    tab.resize(PAGE_WIDTH, 700)
    tab.show()
    tab.show_order(Order(array("q", rows), len(rows), NOW))
    return tab


@pytest.mark.parametrize("applicant", ["w.li", "line1@factory.example"])
@pytest.mark.parametrize("number", ["CERT-00001", "PRC-2026-00041"])
def test_every_cell_is_read_in_full_at_1280(
    qtbot: QtBot, qapp: QApplication, applicant: str, number: str
) -> None:
    tab = shown(qtbot, qapp, applicant, number)
    table, model = tab.table, tab.rows
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            text = str(model.index(row, column).data())
            metrics = QFontMetrics(cell_font(LIGHT, mono=column in model.mono))
            room = QRect(0, 0, table.columnWidth(column) - CELL_MARGINS, table.rowHeight(row))
            taken = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
            assert taken.width() <= room.width(), (text, taken, room)
            assert taken.height() <= room.height(), (text, taken, room)
    assert sum(map(table.columnWidth, range(model.columnCount()))) <= table.viewport().width()


def test_an_applicant_too_long_for_its_cell_is_told_in_full_by_the_tool_tip(
    qtbot: QtBot, qapp: QApplication
) -> None:
    name = "mai-anh.nguyen.of.the.night.shift@electronics-factory.example"
    tab = shown(qtbot, qapp, name, "CERT-00001")
    index = tab.rows.index(0, CertificateColumn.APPLICANT)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == name
