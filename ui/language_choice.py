"""A box in which a person chooses the language, each language in its own words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import languages
from ui.look.chevron_box import ChevronBox
from ui.look.icons import pixmap
from ui.look.signs import Icon
from ui.look.theme import Theme

_ICON_PX, _BOX_PX = 28, 220


class LanguageChoice(QWidget):
    """`chosen` carries the code of a language when a person has chosen one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        sign = QLabel()
        sign.setPixmap(pixmap(Icon.LANGUAGE, theme.surfaces.text, theme.px(_ICON_PX)))
        self.box = ChevronBox()
        self.box.setFixedWidth(theme.px(_BOX_PX))
        self.box.setAccessibleName(QCoreApplication.translate("LanguageChoice", "Language"))
        for code, name in languages.NAMES.items():
            self.box.addItem(name, code)
        self.box.activated.connect(lambda place: self.chosen.emit(self.box.itemData(place)))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(12))
        line.addStretch(1)
        line.addWidget(sign)
        line.addWidget(self.box)

    def show_spoken(self, code: str) -> None:
        self.box.setCurrentIndex(self.box.findData(code))
