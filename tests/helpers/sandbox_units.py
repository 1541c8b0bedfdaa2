"""Units of a sandbox that the platform says something particular of."""

from __future__ import annotations

from tests.helpers.sandbox_process import SandboxProcess


def of_another_product(sandbox: SandboxProcess, certificate_no: str, count: int) -> list[str]:
    """SNs that exist and belong to another original PID: the platform refuses them as SN_PID_MISMATCH."""
    mine = next(c for c in sandbox.ready["certificates"] if c["certificate_no"] == certificate_no)
    other = next(
        c
        for c in sandbox.ready["certificates"]
        if c["audit_status"] == "approved" and c["original_pid"] != mine["original_pid"]
    )
    return sandbox.sns(other["certificate_no"], count)
