"""QEMU's own protocol (QMP), spoken from inside the guest about the guest: devices plugged and unplugged."""

import json
import os
from pathlib import Path
from typing import Any

from tests.lab.guest.hardware import QMP_PORT


class QmpError(Exception):
    """QEMU refused a command; the text is its own."""


def port(name: str) -> Path:
    """The device node of a virtio-serial port of the guest. Raises FileNotFoundError when there is none."""
    for entry in Path("/sys/class/virtio-ports").glob("*/name"):
        if entry.read_text(encoding="ascii").strip() == name:
            return Path("/dev") / entry.parent.name
    raise FileNotFoundError(f"the guest has no port {name}")


class Qmp:
    """The connection; close it after use, there is only one."""

    def __init__(self) -> None:
        self._descriptor = os.open(port(QMP_PORT), os.O_RDWR)
        self._buffer = b""
        self.command("qmp_capabilities")

    def close(self) -> None:
        os.close(self._descriptor)

    def command(self, name: str, **arguments: object) -> Any:
        """Run one command and give its answer. Raises `QmpError`. Events that come meanwhile are passed over."""
        os.write(self._descriptor, json.dumps({"execute": name, "arguments": arguments}).encode() + b"\n")
        while True:
            answer = self._answer()
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise QmpError(answer["error"]["desc"])

    def wait_event(self, name: str) -> dict[str, Any]:
        """The next event of this name."""
        while True:
            answer = self._answer()
            if answer.get("event") == name:
                return answer

    def _answer(self) -> dict[str, Any]:
        while b"\n" not in self._buffer:
            self._buffer += os.read(self._descriptor, 65536)
        line, _, self._buffer = self._buffer.partition(b"\n")
        answer = json.loads(line)
        assert isinstance(answer, dict)
        return answer
