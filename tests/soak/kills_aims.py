"""When to kill: at any moment, and at the moments that could hurt. Each aim says whether its kill hit."""

from __future__ import annotations

import select
import shutil
import socket
import time
from collections.abc import Callable
from contextlib import closing

from tests.helpers.fault_proxy import Moment, Trap
from tests.soak import kills_windows
from tests.soak.kills_nursery import Child
from tests.soak.kills_shift import KILLED, Shift

Aim = Callable[[Shift], bool]

SEND = b"POST /v1.0/pid-replacement/replacements "
ASK_BATCH = b"GET /v1.0/pid-replacement/replacements/batches/"
ASK_ITEMS = b"GET /v1.0/pid-replacement/replacements?"
LOGIN = b"POST /v1.0/iot-03/users/login"
_CALLS = (SEND, SEND, SEND, ASK_BATCH, ASK_ITEMS, LOGIN, b"")
_SYSTEM_CALLS = ("fdatasync", "pwrite64", "ftruncate", "unlink", "sendto")
_AT_FIRST_WITHIN_S = 0.3


def first_start(shift: Shift) -> bool:
    """Any moment of the very first command on a folder, with the migration in it."""
    return _at_any_moment(shift, shift.login(), "login")


def after_line(shift: Shift) -> bool:
    """Right after the n-th printed line."""
    labels = shift.labels()
    child = shift.scan(labels, device=shift.world.rng.random() < 0.25)
    seen = b"".join(child.out.readline() for _ in range(shift.world.rng.randint(1, len(labels))))
    time.sleep(shift.world.rng.choice([0.0, shift.world.rng.uniform(0, 0.003)]))
    return _kill(shift, child, seen)


def while_scanning(shift: Shift) -> bool:
    return _at_any_moment(shift, shift.scan(shift.labels()), "scan")


def at_close(shift: Shift) -> bool:
    """Many rows, then the checkpoint at the end of the command."""
    labels = shift.labels(60, 120)
    child = shift.scan(labels)
    seen = b"".join(child.out.readline() for _ in labels)
    time.sleep(shift.world.rng.uniform(0, 0.02))
    return _kill(shift, child, seen)


def while_syncing(shift: Shift) -> bool:
    _stock_up(shift)
    return _at_any_moment(shift, shift.sync(), "sync")


def at_a_request(shift: Shift) -> bool:
    """A request has gone out, its answer stands at the door, or has just been handed over."""
    _stock_up(shift)
    rng = shift.world.rng
    trap = Trap(rng.choice(list(Moment)), rng.choice(_CALLS), rng.choice([0, 0, 1, 2]))
    child = _sync_into(shift, trap)
    if trap.moment is Moment.PASSED_ON:
        time.sleep(rng.choice([0.0, rng.uniform(0, 0.012)]))
    return _kill(shift, child)


def late_request(shift: Shift) -> bool:
    """The batch of a killed station arrives when its successor has asked for it, or has sent it again."""
    _stock_up(shift)
    trap = Trap(Moment.ARRIVED, SEND)
    hit = _kill(shift, _sync_into(shift, trap))
    if not trap.request:
        return hit
    if shift.world.rng.random() < 0.5:
        asked = Trap(shift.world.rng.choice([Moment.ARRIVED, Moment.PASSED_ON]), ASK_BATCH)
        child = _sync_into(shift, asked)
        _deliver(shift, trap.request)
        shift.world.proxy.trap = None
        _kill(shift, child)
    else:
        shift.sync_again()
        _deliver(shift, trap.request)
    return hit


def sandbox_in_a_batch(shift: Shift) -> bool:
    """The platform dies between two items of a batch; now and then the station with it."""
    world = shift.world
    _stock_up(shift)
    before = world.done_under_certificate()
    world.sandbox.set_faults([{"effect": "item_delay", "seconds": 0.01}])
    child = shift.sync("0")
    while world.done_under_certificate() < before + world.rng.randint(1, 3) and not _has_said(child):
        pass
    world.sandbox.kill()
    if world.rng.random() < 0.3:
        child.kill()
    child.out.read()
    if (code := child.wait()) not in {4, KILLED, 0}:
        shift.problems.append(f"sync without its platform ended with {code}: {shift.last_words()}")
    world.sandbox.set_faults([])
    world.sandbox.start()
    return True


def at_a_system_call(shift: Shift) -> bool:
    """Before the n-th write, sync or send of one thread, by strace; n creeps down to what the command has."""
    rng, reach = shift.world.rng, shift.world.reach
    name = rng.choice(["scan", "sync"]) if shift.known else "login"
    call = rng.choice(_SYSTEM_CALLS)
    number = rng.randint(1, reach.setdefault((name, call), 64))
    inject = f"inject={call}:signal=KILL:when={number}"
    wrapper = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject]
    if name == "scan":
        child = shift.scan(shift.labels(6, 6)[-6:], wrapper=wrapper)
    else:
        child = shift.login(wrapper) if name == "login" else shift.sync(wrapper=wrapper)
    out = child.out.read()
    hit = child.wait() == KILLED
    if name == "scan":
        shift.read_verdicts(out)
    if not hit:
        reach[name, call] = max(1, number - 1)
    return hit


FIRST: tuple[Aim, ...] = (
    first_start,
    first_start,
    *kills_windows.first_aims(),
    *((at_a_system_call,) if shutil.which("strace") else ()),
)
"""Aims for a folder that no command has ended well on."""


def chances() -> list[tuple[Aim, int]]:
    """The aims with their weights: about a third at the windows; strace's only where there is one."""
    aims: list[tuple[Aim, int]] = [
        (after_line, 24),
        (while_scanning, 12),
        (at_close, 4),
        (while_syncing, 14),
        (at_a_request, 34),
        (late_request, 4),
        (sandbox_in_a_batch, 3),
        *((aim, 4) for aim in kills_windows.aims()),
    ]
    return [*aims, (at_a_system_call, 5)] if shutil.which("strace") else aims


def _stock_up(shift: Shift) -> None:
    if shift.world.rng.random() < 0.8:
        shift.read_verdicts(shift.finish(shift.scan(shift.labels()), "scan"))


def _at_any_moment(shift: Shift, child: Child, name: str) -> bool:
    longest = shift.world.typical_s.get((name, child.fresh), _AT_FIRST_WITHIN_S)
    time.sleep(shift.world.rng.uniform(0, longest))
    return _kill(shift, child, verdicts=name == "scan")


def _kill(shift: Shift, child: Child, seen: bytes | None = None, *, verdicts: bool = False) -> bool:
    child.kill()
    out = (seen or b"") + child.out.read()
    if seen is not None or verdicts:
        shift.read_verdicts(out)
    return child.wait() == KILLED


def _sync_into(shift: Shift, trap: Trap) -> Child:
    """A sync that has sprung the trap, or has ended without coming by."""
    shift.world.proxy.trap = trap
    child = shift.sync()
    while not trap.sprung.wait(0.005) and not _has_said(child):
        pass
    return child


def _has_said(child: Child) -> bool:
    """Whether the command has printed something, or has ended."""
    return bool(select.select([child.out], [], [], 0)[0])


def _deliver(shift: Shift, request: bytes) -> None:
    """What a middle box had kept arrives at the platform after all; its answer goes nowhere."""
    port = int(shift.world.sandbox.base_url.rpartition(":")[2])
    with closing(socket.create_connection(("127.0.0.1", port), timeout=10)) as connection:
        connection.sendall(request)
        assert connection.recv(65536)
