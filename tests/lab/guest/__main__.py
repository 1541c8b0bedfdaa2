"""`./dev lab`: the driver tests of `tests/lab/kernel` on real kernel devices, in a virtual machine."""

import argparse
import sys

from tests.lab.guest.machine import run
from tests.lab.guest.store import LabError, parts

_TESTS = "tests/lab/kernel"


def main() -> int:
    """Run pytest in the guest; gives its exit status, or 2 when the lab cannot run here."""
    parser = argparse.ArgumentParser(prog="./dev lab", description=__doc__)
    parser.add_argument("--timeout", type=float, default=900.0, help="seconds until the guest is given up")
    options, arguments = parser.parse_known_args()
    named = any("tests/" in argument for argument in arguments)
    tests = [] if named else [_TESTS]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments, *tests]
    try:
        return run(parts(), command, options.timeout)
    except LabError as error:
        print(f"lab: {error}", file=sys.stderr)  # noqa: T201
        return 2


if __name__ == "__main__":
    sys.exit(main())
