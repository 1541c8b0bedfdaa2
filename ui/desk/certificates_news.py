"""The auditors' decisions, told while the station runs: which certificate, what now. Words and presenter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station.model import AuditStatus
from station.store.audit_news import AuditNews
from ui.error_board import ErrorBoard, Topic
from ui.i18n import QT_TRANSLATE_NOOP
from ui.look.signs import Tone
from ui.tasks import LOCAL, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate
_TITLES: Mapping[AuditStatus, str] = {
    AuditStatus.PENDING: QT_TRANSLATE_NOOP("News", "Certificate %1 is being audited again"),
    AuditStatus.APPROVED: QT_TRANSLATE_NOOP("News", "Certificate %1 was approved"),
    AuditStatus.REJECTED: QT_TRANSLATE_NOOP("News", "Certificate %1 was rejected"),
    AuditStatus.REVOKED: QT_TRANSLATE_NOOP("News", "Certificate %1 was revoked"),
    AuditStatus.EXPIRED: QT_TRANSLATE_NOOP("News", "Certificate %1 has expired"),
}
_ADVICE: Mapping[AuditStatus, str] = {
    AuditStatus.PENDING: QT_TRANSLATE_NOOP("News", "Wait for the auditors. Its units wait here."),
    AuditStatus.APPROVED: QT_TRANSLATE_NOOP(
        "News", "It can be used: Perform replacement on the page Certificates."
    ),
    AuditStatus.REJECTED: QT_TRANSLATE_NOOP("News", "Read the remark, and apply anew."),
    AuditStatus.REVOKED: QT_TRANSLATE_NOOP(
        "News",
        "Its units that are not sent wait here. Take another certificate, or ask the platform's auditors.",
    ),
    AuditStatus.EXPIRED: QT_TRANSLATE_NOOP(
        "News", "Apply for a new one; units that wait can be queued under it."
    ),
}
_TONES: Mapping[AuditStatus, Tone] = {
    AuditStatus.PENDING: Tone.INFO,
    AuditStatus.APPROVED: Tone.INFO,
    AuditStatus.REJECTED: Tone.CAUTION,
    AuditStatus.REVOKED: Tone.BAD,
    AuditStatus.EXPIRED: Tone.CAUTION,
}


@dataclass(frozen=True)
class Notice:
    """What the bar shows: the newest decision, and how many others stand behind it."""

    certificate_no: str
    title: str
    advice: str
    tone: Tone
    others: int


def notice(news: Sequence[AuditNews]) -> Notice | None:
    """None when there is nothing to tell."""
    if not news:
        return None
    newest = news[-1]
    advice = translate("News", _ADVICE[newest.status])
    remark = newest.remark.strip()
    return Notice(
        newest.certificate_no,
        translate("News", _TITLES[newest.status]).replace("%1", newest.certificate_no),
        translate("News", "Remark: %1. %2").replace("%1", remark.rstrip(".")).replace("%2", advice)
        if remark
        else advice,
        _TONES[newest.status],
        len(news) - 1,
    )


class NewsView(Protocol):
    def show_notice(self, notice: Notice | None) -> None: ...


class NewsPresenter:
    """`look` reads what nobody has read; it stays in sight until `close`, over a restart too."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: NewsView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._news: list[AuditNews] = []

    def look(self) -> None:
        self._tasks.run(
            self._station.certificates.news,
            self._take,
            lambda error: self._errors.show(Topic.CERTIFICATES, error),
            lane=LOCAL,
        )

    def close(self) -> None:
        """A person has read the one in sight."""
        if not self._news:
            return
        read = self._news[-1:]
        self._take(self._news[:-1])
        self._tasks.run(
            lambda: self._station.certificates.read_news(read),
            lambda _done: None,
            lambda error: self._errors.show(Topic.CERTIFICATES, error),
            lane=LOCAL,
        )

    def _take(self, news: list[AuditNews]) -> None:
        self._news = news
        self._view.show_notice(notice(news))
