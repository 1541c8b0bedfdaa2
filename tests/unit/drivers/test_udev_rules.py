import re
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_RULE = re.compile(r'KERNELS=="000\[35\]:([0-9A-F]{4}):\*", TAG\+="uaccess"')


def test_the_rules_open_the_makers_of_the_manual_and_nothing_else() -> None:
    lines = (_ROOT / "drivers/udev/60-pid-station.rules").read_text().splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == 'ACTION=="remove", GOTO="pid_station_end"'
    assert rules[1] == 'SUBSYSTEM!="hidraw|input", GOTO="pid_station_end"'
    assert rules[-1] == 'LABEL="pid_station_end"'
    opened = [match[1] for match in map(_RULE.fullmatch, rules[2:-1]) if match]
    assert len(opened) == len(rules) - 3
    manual = (_ROOT / "docs/scanners.md").read_text()
    assert opened == re.findall(r"^\| ([0-9A-F]{4}) \|", manual, re.MULTILINE)
