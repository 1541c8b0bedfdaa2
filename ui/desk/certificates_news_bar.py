"""The line below the errors that tells an auditor's decision, on every page, until a person has read it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ui import i18n
from ui.desk.certificates_news import Notice
from ui.look.icons import pixmap
from ui.look.labels import label
from ui.look.signs import Icon
from ui.look.theme import Theme

_ICON_PX = 28


class NewsBar(QFrame):
    """Hidden while there is nothing to tell. `show_wanted` carries the certificate's number."""

    show_wanted = Signal(str)
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number = ""
        self.setAccessibleName(self.tr("News of certificates"))
        self._sign = QLabel()
        self.title, self.advice = label(role="heading", wrap=True), label(wrap=True)
        self.others = label()
        self.show_button, self.close_button = QPushButton(self.tr("Show")), QPushButton(self.tr("Close"))
        self.show_button.clicked.connect(lambda: self.show_wanted.emit(self._number))
        self.close_button.clicked.connect(self.close_wanted)
        self.close_button.setAccessibleName(self.tr("Close the news"))
        self._arrange()
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._number = notice.certificate_no
        self.title.setText(notice.title)
        self.advice.setText(notice.advice)
        more = i18n.counted(notice.others, self.tr("%n more"), self.tr("%n more"))
        self.others.setText(more if notice.others else "")
        self.setAccessibleDescription(f"{notice.title}. {notice.advice}")
        self.setProperty("tone", notice.tone.value)
        ink = self._theme.on_fill(notice.tone)
        self._sign.setPixmap(pixmap(Icon.CERTIFICATE, ink, self._theme.px(_ICON_PX)))
        for part in (self, self.title, self.advice, self.others):
            part.style().polish(part)

    def _arrange(self) -> None:
        px = self._theme.px
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.advice)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(20), px(8), px(20), px(8))
        line.setSpacing(px(16))
        line.addWidget(self._sign)
        line.addLayout(words, 1)
        line.addWidget(self.others)
        line.addWidget(self.show_button)
        line.addWidget(self.close_button)
