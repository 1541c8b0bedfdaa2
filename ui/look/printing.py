"""PDF files on a printer: the pages are painted by Qt, so that every printer that Qt knows will do, a file included."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from station.errors import UsageError

_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


class OpenPdf:
    """A PDF file in memory; `document` is valid as long as this is kept."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)


def ask_and_print(
    pdf: bytes, title: str, parent: QWidget, ended: Callable[[UsageError | None], None]
) -> None:
    """Let the person choose a printer, and print. `ended` is told what went wrong; not called when nobody prints."""

    def chosen(printer: QPrinter) -> None:
        try:
            print_pdf(pdf, printer)
        except UsageError as error:
            ended(error)
        else:
            ended(None)

    choose_printer(title, parent, chosen)


def choose_printer(title: str, parent: QWidget, chosen: Callable[[QPrinter], None]) -> None:
    """Let the person choose a printer; `title` is the name of the job there."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(printer))
    QDialog.open(dialog)  # the print dialog's own wants a slot by its name


def print_pdf(pdf: bytes, printer: QPrinter) -> int:
    """Print every page, as large as the paper allows without changing its shape. Gives how many pages.

    Raises `UsageError` when the printer takes nothing.
    """
    opened = OpenPdf(pdf)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise UsageError(
            "Check that it is switched on and has paper, or choose another printer or file.",
            title="The printer takes nothing",
        )
    for page in range(opened.document.pageCount()):
        if page:
            printer.newPage()
        _paint(opened.document, page, painter, printer)
    painter.end()
    return opened.document.pageCount()


def _paint(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    points = document.pagePointSize(page)
    dots = QSize(
        *(round(side * _DOTS_PER_INCH / _POINTS_PER_INCH) for side in (points.width(), points.height()))
    )
    place = printer.pageLayout().fullRectPixels(printer.resolution())
    image = document.render(page, dots)
    fitting = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (place.width() - fitting.width()) // 2, (place.height() - fitting.height()) // 2
    painter.drawImage(place.adjusted(left, top, -left, -top), image)
