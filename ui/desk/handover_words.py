"""What the hand-over dialogs say, before and after. Pure functions from what the station found to sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from station.handover.arriving import Fate, Imported
from station.handover.leaving import Exported
from station.model import ReplacementState, ScanOutcome, Tally, Verdict
from station.queue_file import QUEUE
from ui import i18n
from ui.desk.sheet_dialog import Line, Sheet
from ui.i18n import QT_TRANSLATE_NOOP
from ui.languages import told
from ui.look.signs import Tone

translate = QCoreApplication.translate
S = ReplacementState

_WHY_STAYED: Mapping[str, str] = {
    "sending": QT_TRANSLATE_NOOP("Handover", "stay here: sent without an answer yet"),
    "in_doubt": QT_TRANSLATE_NOOP("Handover", "stay here: sent without an answer yet"),
    "parked": QT_TRANSLATE_NOOP("Handover", "stay here: they need a supervisor"),
    "beyond_one_file": QT_TRANSLATE_NOOP("Handover", "stay here: too many for one file, export another one"),
    "other_accounts": QT_TRANSLATE_NOOP("Handover", "stay here: another account scanned them"),
}
_FATES: Mapping[Fate, tuple[str, Tone]] = {
    Fate.TAKEN: (QT_TRANSLATE_NOOP("Handover", "new: taken over and sent from here"), Tone.OK),
    Fate.TAKEN_BACK: (
        QT_TRANSLATE_NOOP("Handover", "had left from here: taken back and sent from here"),
        Tone.OK,
    ),
    Fate.ALREADY_HERE: (QT_TRANSLATE_NOOP("Handover", "here already: nothing changes"), Tone.NORMAL),
    Fate.TAKEN_THERE: (QT_TRANSLATE_NOOP("Handover", "taken over by the other station"), Tone.OK),
    Fate.UNKNOWN: (QT_TRANSLATE_NOOP("Handover", "never left here by that file"), Tone.CAUTION),
    Fate.REFUSED: (QT_TRANSLATE_NOOP("Handover", "refused"), Tone.BAD),
}
_VERDICTS: Mapping[Verdict, tuple[str, Tone]] = {
    Verdict.ACCEPTED: (QT_TRANSLATE_NOOP("Handover", "new"), Tone.OK),
    Verdict.DUPLICATE: (QT_TRANSLATE_NOOP("Handover", "duplicate: here already"), Tone.NORMAL),
    Verdict.BOUNCE: (QT_TRANSLATE_NOOP("Handover", "duplicate: here already"), Tone.NORMAL),
    Verdict.NOT_AN_SN: (QT_TRANSLATE_NOOP("Handover", "not an SN"), Tone.CAUTION),
    Verdict.QUOTA_FULL: (QT_TRANSLATE_NOOP("Handover", "over quota: not taken"), Tone.BAD),
    Verdict.WRONG_PRODUCT: (QT_TRANSLATE_NOOP("Handover", "wrong product: set aside"), Tone.BAD),
    Verdict.ALREADY_REPLACED: (QT_TRANSLATE_NOOP("Handover", "already replaced: set aside"), Tone.BAD),
    Verdict.CERTIFICATE_CLOSED: (QT_TRANSLATE_NOOP("Handover", "the certificate is closed"), Tone.BAD),
    Verdict.RUN_NOT_OPEN: (QT_TRANSLATE_NOOP("Handover", "the run is not open yet"), Tone.CAUTION),
    Verdict.NOT_RECORDED: (QT_TRANSLATE_NOOP("Handover", "NOT recorded"), Tone.BAD),
}


def before_export(tally: Tally, *, again: bool) -> Sheet:
    """What an export would take along, and what it would leave."""
    if again:
        words = translate("Handover", "handed over already: written into a new file once more")
        lines = [Line(tally[S.HANDED_OVER], words)]
    else:
        words = translate("Handover", "wait: handed over, another station of this account sends them")
        undecided = Line(tally[S.SENDING] + tally[S.IN_DOUBT], _said(_WHY_STAYED["in_doubt"]), Tone.CAUTION)
        parked = Line(tally[S.PARKED], _said(_WHY_STAYED["parked"]), Tone.CAUTION)
        lines = [
            Line(tally[S.SAVED] + tally[S.HELD], words),
            *(line for line in (undecided, parked) if line.count),
        ]
    return Sheet(
        translate("Handover", "Hand over to another station?"),
        tuple(lines),
        hint=translate("Handover", "Units that are handed over are not sent from here any more."),
        confirm=translate("Handover", "Choose the new file …") if lines[0].count else "",
    )


def exported(done: Exported) -> Sheet:
    stayed = [Line(count, _said(_WHY_STAYED[why]), Tone.CAUTION) for why, count in done.left_behind.items()]
    if done.file is None:
        return Sheet(
            translate("Handover", "Nothing was handed over"),
            tuple(stayed),
            hint=translate("Handover", "Nothing waits here that could be handed over; no file was written."),
        )
    words = translate("Handover", "handed over in %1").replace("%1", str(done.file))
    return Sheet(
        translate("Handover", "Handed over"),
        (Line(len(done.rows), words, Tone.OK), *stayed),
        hint=translate(
            "Handover",
            "Carry the file to another station, sign in there as the same account, and import it on its queue page.",
        ),
    )


def before_import(found: Imported) -> Sheet:
    """What the import of a queue file or a receipt would do."""
    a_queue = found.header.format == QUEUE
    question = (
        translate("Handover", "Import this queue file?")
        if a_queue
        else translate("Handover", "Import this receipt?")
    )
    return _imported(found, question, _over_quota(found), translate("Handover", "Import it"))


def imported(done: Imported, receipt: str) -> Sheet:
    """What an import has done; `receipt` is where the receipt for the other station was written, if it was."""
    carry = translate("Handover", "Carry the receipt %1 back and import it there.").replace("%1", receipt)
    hint = " ".join(part for part in (_over_quota(done), carry if receipt else "") if part)
    return _imported(done, translate("Handover", "Imported"), hint, "")


def receipt_not_written(done: Imported) -> Sheet:
    """The rows are taken; the receipt needs another place."""
    hint = translate(
        "Handover", "The units are taken, but the receipt for the other station could not be written there."
    )
    return _imported(
        done, translate("Handover", "Imported"), hint, translate("Handover", "Save the receipt …")
    )


def receipt_written(receipt: str) -> Sheet:
    carry = translate("Handover", "Carry the receipt %1 back and import it there.").replace("%1", receipt)
    return Sheet(translate("Handover", "The receipt is saved"), hint=carry)


def looking_at_labels() -> Sheet:
    return Sheet(translate("Handover", "Take these labels?"), hint=translate("Handover", "Looking …"))


def before_labels(outcomes: Sequence[ScanOutcome]) -> Sheet:
    """What would become of the labels of a scanner's memory."""
    new = sum(outcome.verdict is Verdict.ACCEPTED for outcome in outcomes)
    return _labels(
        outcomes,
        translate("Handover", "Take these labels?"),
        translate("Handover", "Nothing is taken before you say so."),
        i18n.counted(new, translate("Handover", "Take %n unit"), translate("Handover", "Take %n units"))
        if new
        else "",
    )


def labels_taken(outcomes: Sequence[ScanOutcome], not_tried: int) -> Sheet:
    hint = ""
    if not_tried:
        stopped = translate(
            "Handover",
            "Stopped: %1 labels were not tried. Free some space on the disk, then import the file again; nothing "
            "is taken twice.",
        )
        hint = stopped.replace("%1", i18n.number(not_tried))
    return _labels(outcomes, translate("Handover", "Labels taken"), hint, "")


def _labels(outcomes: Sequence[ScanOutcome], title: str, hint: str, confirm: str) -> Sheet:
    counts = Counter(outcome.verdict for outcome in outcomes)
    lines = [Line(counts[verdict], _said(words), tone) for verdict, (words, tone) in _VERDICTS.items()]
    units = [
        f"{outcome.sn or outcome.label}   {told(outcome.reason.partition(':')[2].strip() or outcome.reason)}"
        for outcome in outcomes
        if outcome.verdict is not Verdict.ACCEPTED
    ]
    return Sheet(title, tuple(line for line in lines if line.count), tuple(units), hint, confirm)


def _imported(found: Imported, title: str, hint: str, confirm: str) -> Sheet:
    lines = [Line(found.counts[fate], _said(words), tone) for fate, (words, tone) in _FATES.items()]
    units = [
        f"{arrival.sn}   {told(arrival.reason)}" for arrival in found.arrivals if arrival.fate is Fate.REFUSED
    ]
    return Sheet(title, tuple(line for line in lines if line.count), tuple(units), hint, confirm)


def _over_quota(found: Imported) -> str:
    pattern = translate(
        "Handover",
        "%1 has %2 fewer units left than wait for it: their right was spent where they were scanned, the platform "
        "may refuse the last ones.",
    )
    over = found.over_quota.items()
    return " ".join(pattern.replace("%1", number).replace("%2", i18n.number(units)) for number, units in over)


def _said(text: str) -> str:
    return translate("Handover", text)
