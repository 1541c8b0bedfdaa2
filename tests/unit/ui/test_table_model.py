from __future__ import annotations

from collections.abc import Sequence
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
from ui.desk.certificates_window import CHUNK
from ui.desk.products_model import ProductColumn, ProductTableModel
from ui.desk.products_model import matches as product_matches
from ui.look.table_model import ROW_ROLE, RowTableModel


def certificate(n: int, status: AuditStatus = AuditStatus.APPROVED, used: int = 0) -> CertificateRow:
    return CertificateRow(
        replace(
            CERTIFICATE, certificate_no=f"CERT-{n:06}", audit_status=status, quota_used=used, quota_total=900
        )
    )


def product(n: int, why_not: str = "") -> Product:
    return Product(f"pid{n:013}", f"Plug {n}", "cz", "wifi", "oem", "trial", not why_not, why_not)


def certificates(*rows: CertificateRow) -> CertificateTableModel:
    """A model on these rows; their numbers are their places."""
    model = CertificateTableModel(lambda ids: {n: replace(rows[n], id=n) for n in ids})
    model.show_rows(range(len(rows)))
    return model


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
    shown = titles(certificates())
    assert [title for title in shown if title in document] == document
    assert [title for title in shown if title not in document] == ["Left", "Waiting here", "Age"]


def test_a_certificate_row_in_words() -> None:
    row = CertificateRow(replace(CERTIFICATE, quota_used=412, quota_reserved=20), waiting=8, chosen=True)
    model = certificates(row)
    model.now_ms = CERTIFICATE.fetched_at_ms + 12 * 60_000
    texts = {name: model.index(0, name).data() for name in CertificateColumn}
    assert texts[CertificateColumn.REPLACED] == "412/500"
    assert texts[CertificateColumn.LEFT] == "60"
    assert texts[CertificateColumn.WAITING] == "8"
    assert texts[CertificateColumn.STATUS] == "Approved, in use"
    assert texts[CertificateColumn.AGE] == "12 min"
    assert texts[CertificateColumn.OPERATION] == "Perform replacement"
    assert model.index(0, 0).data(ROW_ROLE) == row


@pytest.mark.parametrize("status", [status for status in AuditStatus if status is not AuditStatus.APPROVED])
def test_only_an_approved_certificate_offers_the_replacement(status: AuditStatus) -> None:
    model = certificates(certificate(1, status))
    assert model.index(0, CertificateColumn.OPERATION).data() == ""


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_left_is_never_negative(total: int, used: int, reserved: int, waiting: int) -> None:
    row = CertificateRow(
        replace(CERTIFICATE, quota_total=total, quota_used=used, quota_reserved=reserved), waiting
    )
    assert row.left == max(0, total - used - reserved - waiting)


def test_sorting_goes_by_value_not_by_text() -> None:
    model = ProductTableModel()
    model.replace([product(1), product(2, "Still in development."), product(3)])
    model.sort(ProductColumn.REPLACEABLE, Qt.SortOrder.DescendingOrder)
    assert column(model, ProductColumn.REPLACEABLE) == ["No", "Yes", "Yes"]


def test_a_selection_follows_its_row_through_sorting(qtbot: QtBot) -> None:
    model = ProductTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.replace([product(n, "No." if n % 7 else "") for n in range(50)])
    kept = model.index(33, 0)
    persistent = QPersistentModelIndex(kept)
    row = kept.data(ROW_ROLE)
    model.sort(ProductColumn.REPLACEABLE, Qt.SortOrder.DescendingOrder)
    assert persistent.data(ROW_ROLE) is row


def test_fresh_contents_of_the_same_rows_do_not_reset_the_view(qtbot: QtBot) -> None:
    rows = [certificate(1), certificate(2)]
    model = CertificateTableModel(lambda ids: {n: rows[n] for n in ids})
    model.show_rows([0, 1])
    assert column(model, CertificateColumn.REPLACED)[0] == "0/900"
    rows[0] = certificate(1, used=5)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_rows([0, 1])
    assert column(model, CertificateColumn.REPLACED)[0] == "5/900"


def test_only_the_rows_that_are_looked_at_are_read() -> None:
    read: list[int] = []

    def load(ids: Sequence[int]) -> dict[int, CertificateRow]:
        read.extend(ids)
        return {n: replace(certificate(n), id=n) for n in ids}

    model = CertificateTableModel(load)
    model.show_rows(range(10_000))
    assert (model.rowCount(), read) == (10_000, [])
    assert model.index(9_000, CertificateColumn.NUMBER).data() == "CERT-009000"
    assert len(read) == CHUNK
    assert 9_000 in read
    for place in range(10_000):
        model.index(place, CertificateColumn.NUMBER).data()
    assert len(model.shown) == 10_000
    assert model.row_of(4_321) == 4_321
    assert model.row_of(10_000) is None


def test_a_row_that_is_gone_meanwhile_reads_as_nothing() -> None:
    model = CertificateTableModel(lambda _ids: {})
    model.show_rows([7])
    assert model.index(0, CertificateColumn.NUMBER).data() == ""
    assert model.index(0, CertificateColumn.OPERATION).data() == ""


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
