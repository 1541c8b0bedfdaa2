from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from station.model import AuditStatus, Product
from tests.unit.ui.scan_data import CERTIFICATE
from ui.desk.certificates_model import CertificateColumn, CertificateRow, CertificateTableModel
from ui.desk.certificates_model import matches as certificate_matches
from ui.desk.products_model import ProductColumn, ProductTableModel
from ui.desk.products_model import matches as product_matches
from ui.look.table_model import RAW_ROLE, ROW_ROLE, RowTableModel


def certificate(n: int, status: AuditStatus = AuditStatus.APPROVED, used: int = 0) -> CertificateRow:
    return CertificateRow(
        replace(
            CERTIFICATE, certificate_no=f"CERT-{n:06}", audit_status=status, quota_used=used, quota_total=900
        )
    )


def product(n: int, why_not: str = "") -> Product:
    return Product(f"pid{n:013}", f"Plug {n}", "cz", "wifi", "oem", "trial", not why_not, why_not)


def titles(model: QAbstractItemModel) -> list[str]:
    header = Qt.Orientation.Horizontal
    return [str(model.headerData(n, header)) for n in range(model.columnCount())]


def column(model: RowTableModel[Any], number: int) -> list[str]:
    return [str(model.index(n, number).data()) for n in range(model.rowCount())]


def test_the_columns_of_the_source_document_come_in_its_order() -> None:
    document = [
        "Original PID",
        "New PID",
        "Replaced quantity/Total",
        "Audit status",
        "Certificate NO.",
        "Applicant",
        "Operation",
    ]
    shown = titles(CertificateTableModel())
    assert [title for title in shown if title in document] == document
    assert [title for title in shown if title not in document] == ["Left", "Waiting here", "Age"]


def test_a_certificate_row_in_words() -> None:
    model = CertificateTableModel()
    row = CertificateRow(replace(CERTIFICATE, quota_used=412, quota_reserved=20), waiting=8, chosen=True)
    model.now_ms = CERTIFICATE.fetched_at_ms + 12 * 60_000
    model.replace([row])
    texts = {name: model.index(0, name).data() for name in CertificateColumn}
    assert texts[CertificateColumn.REPLACED] == "412/500"
    assert texts[CertificateColumn.LEFT] == "60"
    assert texts[CertificateColumn.WAITING] == "8"
    assert texts[CertificateColumn.STATUS] == "Approved, in use"
    assert texts[CertificateColumn.AGE] == "12 min"
    assert texts[CertificateColumn.OPERATION] == "Perform replacement"
    assert model.index(0, 0).data(ROW_ROLE) is row
    assert model.index(0, CertificateColumn.REPLACED).data(RAW_ROLE) == (412, 500)


@pytest.mark.parametrize("status", [status for status in AuditStatus if status is not AuditStatus.APPROVED])
def test_only_an_approved_certificate_offers_the_replacement(status: AuditStatus) -> None:
    model = CertificateTableModel()
    model.replace([certificate(1, status)])
    assert model.index(0, CertificateColumn.OPERATION).data() == ""


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_left_is_never_negative(total: int, used: int, reserved: int, waiting: int) -> None:
    row = CertificateRow(
        replace(CERTIFICATE, quota_total=total, quota_used=used, quota_reserved=reserved), waiting
    )
    assert row.left == max(0, total - used - reserved - waiting)


def test_sorting_goes_by_value_not_by_text() -> None:
    model = CertificateTableModel()
    model.replace([certificate(1, used=9), certificate(2, used=100), certificate(3, used=20)])
    model.sort(CertificateColumn.REPLACED, Qt.SortOrder.DescendingOrder)
    assert column(model, CertificateColumn.REPLACED) == ["100/900", "20/900", "9/900"]


def test_a_selection_follows_its_row_through_sorting(qtbot: QtBot) -> None:
    model = CertificateTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.replace([certificate(n, used=n % 7) for n in range(50)])
    kept = model.index(33, 0)
    persistent = QPersistentModelIndex(kept)
    row = kept.data(ROW_ROLE)
    model.sort(CertificateColumn.REPLACED, Qt.SortOrder.DescendingOrder)
    assert persistent.data(ROW_ROLE) is row


def test_fresh_contents_of_the_same_rows_do_not_reset_the_view(qtbot: QtBot) -> None:
    model = CertificateTableModel()
    model.replace([certificate(1), certificate(2)])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.replace([certificate(1, used=5), certificate(2)])
    assert column(model, CertificateColumn.REPLACED)[0] == "5/900"


def test_ten_thousand_certificates_are_set_sorted_and_filtered_in_well_under_a_second() -> None:
    model = CertificateTableModel()
    rows = [certificate(n, used=n * 7919 % 900) for n in range(10_000)]
    began = time.perf_counter()
    model.replace(rows)
    model.sort(CertificateColumn.REPLACED)
    model.filter(lambda row: certificate_matches(row, "cert-00 99", None))
    assert time.perf_counter() - began < 0.8
    assert 0 < model.rowCount() < 10_000


def test_search_and_status_filter() -> None:
    row = CertificateRow(replace(CERTIFICATE, reason="Stock for Lumo"))
    assert certificate_matches(row, "", None)
    assert certificate_matches(row, " lumo  prc-2026 ", AuditStatus.APPROVED)
    assert certificate_matches(row, CERTIFICATE.new_pid.upper(), None)
    assert not certificate_matches(row, "lumo absent", None)
    assert not certificate_matches(row, "", AuditStatus.REVOKED)


def test_a_product_says_why_it_may_not_be_replaced() -> None:
    model = ProductTableModel()
    model.replace([product(1, "Still in development."), product(2)])
    model.sort(ProductColumn.REPLACEABLE)
    assert column(model, ProductColumn.REPLACEABLE) == ["Yes", "No"]
    assert column(model, ProductColumn.WHY_NOT) == ["", "Still in development."]
    assert model.index(0, ProductColumn.PROTOCOL).data() == "Wi-Fi"
    assert model.index(0, ProductColumn.STATUS).data() == "Trial production"
    assert product_matches(product(1, "Still in development."), "plug development")
    assert not product_matches(product(2), "development")


def test_a_products_name_is_not_taken_for_a_code() -> None:
    model = ProductTableModel()
    model.replace([replace(product(1), name="trial")])
    assert model.index(0, ProductColumn.NAME).data() == "trial"
