"""The application for a certificate as a person fills it in, and what is wrong with it before it is sent. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from station.model import Product

MOST_UNITS = 1_000_000
LONGEST_REASON = 500
_PID = re.compile(r"[A-Za-z0-9]{1,64}")
USUAL_PID = 16
"""Characters of a product id on the platform; others are sent all the same, after a question mark."""


@dataclass(frozen=True)
class Form:
    """What was filled in so far; `quantity` as it was typed."""

    original_pid: str = ""
    new_pid: str = ""
    quantity: str = ""
    reason: str = ""

    @property
    def empty(self) -> bool:
        return not (self.original_pid or self.new_pid or self.quantity or self.reason)

    @property
    def units(self) -> int | None:
        """The quantity as a number, None when it is none."""
        digits = "".join(self.quantity.split())
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


class Fault(StrEnum):
    """What keeps a form from being sent (or, from `NOT_HERE` on, what a person should look at twice)."""

    NO_ORIGINAL = "no_original"
    """None, or none of the account's products (as far as they are known)."""
    NOT_REPLACEABLE = "not_replaceable"
    """The platform says of the original product that its PID cannot be replaced, and why."""
    NO_NEW = "no_new"
    BAD_NEW = "bad_new"
    """A PID has letters and digits only."""
    SAME = "same"
    BAD_QUANTITY = "bad_quantity"
    NO_REASON = "no_reason"
    NOT_HERE = "not_here"
    """None of the account's own products: usual for a customer's PID. The platform looks whether there is one."""
    UNUSUAL_NEW = "unusual_new"
    OTHER_PROTOCOL = "other_protocol"
    """The new product speaks another protocol: the units would not fit it."""


HINTS = frozenset({Fault.NOT_HERE, Fault.UNUSUAL_NEW, Fault.OTHER_PROTOCOL})
"""What does not keep a form from being sent: the platform decides."""


def look(form: Form, products: Iterable[Product]) -> list[Fault]:
    """What is wrong with a form, in the order of its fields; empty when it can be sent as it is."""
    known = {product.product_id: product for product in products}
    return [*_of_original(form, known), *_of_new(form, known), *_of_rest(form)]


def may_go(faults: Sequence[Fault]) -> bool:
    return all(fault in HINTS for fault in faults)


def _of_original(form: Form, known: dict[str, Product]) -> list[Fault]:
    if not form.original_pid:
        return [Fault.NO_ORIGINAL]
    product = known.get(form.original_pid)
    if product is None:
        return [Fault.NO_ORIGINAL] if known else []
    return [] if product.replaceable else [Fault.NOT_REPLACEABLE]


def _of_new(form: Form, known: dict[str, Product]) -> list[Fault]:
    if not form.new_pid:
        return [Fault.NO_NEW]
    if not _PID.fullmatch(form.new_pid):
        return [Fault.BAD_NEW]
    if form.new_pid.casefold() == form.original_pid.casefold():
        return [Fault.SAME]
    original, new = known.get(form.original_pid), known.get(form.new_pid)
    if new is None:
        return [Fault.UNUSUAL_NEW] if len(form.new_pid) != USUAL_PID else [Fault.NOT_HERE] if known else []
    return [Fault.OTHER_PROTOCOL] if original is not None and original.protocol != new.protocol else []


def _of_rest(form: Form) -> list[Fault]:
    faults = []
    if form.units is None or not 1 <= form.units <= MOST_UNITS:
        faults.append(Fault.BAD_QUANTITY)
    if not form.reason.strip() or len(form.reason) > LONGEST_REASON:
        faults.append(Fault.NO_REASON)
    return faults
