"""`./dev bench [--quick]`: each benchmark prints what it compares, the ratio, and the goal.

Absolute times depend on the disk and the machine of the moment; so each workload runs in turns with its limit or
peer in the same process, and the ratio of medians is what counts. A goal that is missed is printed, not hidden,
and fails nothing.
"""

from __future__ import annotations

import argparse

from tests.benchmarks import durable_scan


def main() -> None:
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("--quick", action="store_true", help="fewer rounds; for CI")
    quick: bool = parser.parse_args().quick
    results = [durable_scan.run(rounds=5 if quick else 15, scans=60 if quick else 200)]
    for result in results:
        print(result.text)  # noqa: T201 - this is what the command is for


if __name__ == "__main__":
    main()
