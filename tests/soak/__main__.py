"""`./dev soak`: the long rigs, one option each; without any, a short form of all of them.

./dev soak --steps 100000 --kills 500 --cuts 20000 --io 500 --network 50 --wedge 1000 --sounds 20 --units 8000
"""

from __future__ import annotations

import argparse
import importlib
import sys

from tests.soak.outcome import Outcome

RIGS = {
    "steps": ("tests.soak.model", 3000),
    "kills": ("tests.soak.kills", 60),
    "cuts": ("tests.soak.power_cut", 3000),
    "io": ("tests.soak.io_faults", 36),
    "network": ("tests.soak.network", 12),
    "sounds": ("tests.soak.sounds", 2),
    "wedge": ("tests.soak.wedge", 100),
    "units": ("tests.soak.shift", 150),
}
"""Option, module with `run(amount, seed)`, amount of the short form."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev soak", description=__doc__)
    for name, (module, short) in RIGS.items():
        parser.add_argument(f"--{name}", type=int, metavar="N", help=f"{module}; short form {short}")
    parser.add_argument("--seed", type=int, default=1)
    options = vars(parser.parse_args())
    chosen = {name: options[name] for name in RIGS if options[name] is not None}
    amounts = chosen or {name: short for name, (_module, short) in RIGS.items()}
    outcomes = [_run(name, amount, options["seed"]) for name, amount in amounts.items()]
    return 1 if any(outcome.violations for outcome in outcomes) else 0


def _run(name: str, amount: int, seed: int) -> Outcome:
    outcome: Outcome = importlib.import_module(RIGS[name][0]).run(amount, seed)
    print(outcome.text, flush=True)  # noqa: T201 - this is what the command is for
    return outcome


if __name__ == "__main__":
    sys.exit(main())
