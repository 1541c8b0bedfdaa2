"""How a run under a certificate is to go: SN rule, own share, limits of work offline, first unit. Kept as settings."""

from __future__ import annotations

from dataclasses import dataclass

from station.model import Certificate
from station.session import Session
from station.settings import Settings
from station.store.database import Database


@dataclass(frozen=True)
class RunPlan:
    """`sn_rule` belongs to the original PID, empty for the usual rule; the others to this station.

    `share`: units; `offline_hours` and `offline_units`: 0 for no limit.
    """

    sn_rule: str = ""
    share: int = 0
    offline_hours: float = 0
    offline_units: int = 0
    first_article: bool = False


def read(settings: Settings, original_pid: str) -> RunPlan:
    """The plan that is in force."""
    return RunPlan(
        settings.mapping("sn_rules").get(original_pid, ""),
        int(settings.number("share")),
        settings.number("offline_hours"),
        int(settings.number("offline_units")),
        settings.text("first_article") == "confirm",
    )


def changes(old: RunPlan, new: RunPlan) -> list[str]:
    """What is different, for the journal."""
    pairs = (
        ("sn_rule", old.sn_rule, new.sn_rule),
        ("share", old.share, new.share),
        ("offline_hours", old.offline_hours, new.offline_hours),
        ("offline_units", old.offline_units, new.offline_units),
        ("first_article", old.first_article, new.first_article),
    )
    return [f"{name}={after!r}" for name, before, after in pairs if before != after]


def write(settings: Settings, original_pid: str, plan: RunPlan) -> None:
    """Put a plan in force. Raises `UsageError` for a rule that cannot be used, `DataFolderError`."""
    old = read(settings, original_pid)
    if plan.sn_rule != old.sn_rule:
        others = {pid: rule for pid, rule in settings.mapping("sn_rules").items() if pid != original_pid}
        settings.set("sn_rules", {**others, original_pid: plan.sn_rule} if plan.sn_rule else others)
    if plan.share != old.share:
        settings.set("share", plan.share)
    if plan.offline_hours != old.offline_hours:
        settings.set("offline_hours", plan.offline_hours)
    if plan.offline_units != old.offline_units:
        settings.set("offline_units", plan.offline_units)
    if plan.first_article != old.first_article:
        settings.set("first_article", "confirm" if plan.first_article else "none")


def put_in_force(
    database: Database,
    session: Session,
    settings: Settings,
    certificate: Certificate,
    plan: RunPlan,
    who: str,
) -> None:
    """Keep what is different in a plan for this certificate, and note who said so. Raises as `write`."""
    different = changes(read(settings, certificate.original_pid), plan)
    if not different:
        return
    write(settings, certificate.original_pid, plan)
    detail = f"certificate={certificate.certificate_no} {', '.join(different)}"
    database.write(lambda connection: session.note(connection, "run_plan", detail, who))
