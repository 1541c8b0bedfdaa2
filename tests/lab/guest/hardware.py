"""What the virtual machine is made of, as QEMU's arguments."""

from pathlib import Path
from typing import Final

from tests.lab.guest.store import Parts

QEMU: Final = "qemu-system-x86_64"
WIRES: Final = 2
"""Serial wires, each between a test and a USB-serial device of the guest."""

QMP_PORT: Final = "lab.qmp"
WIRE_PORT: Final = "lab.wire{number}"
"""Names of the virtio-serial ports by which a test inside the guest reaches QEMU and the far ends of the wires."""

_KERNEL_WORDS: Final = (
    "console=ttyS0 loglevel=3 panic=-1 reboot=t nokaslr mitigations=off random.trust_cpu=on "
    "tsc=reliable no_timer_check"
)


def qemu_command(parts: Parts, folder: Path, accelerator: str) -> list[str]:
    """The machine with a USB 3 controller, this root read-only, and `folder` to write into.

    `accelerator` is kvm or tcg. The machine type is pc: microvm hangs with this kernel.
    """
    emulated = accelerator == "tcg"
    return [
        *(QEMU, "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-machine", "pc"),
        *("-m", "1536", "-smp", "2", "-cpu", "max" if emulated else "host"),
        *("-accel", "tcg,thread=multi" if emulated else "kvm"),
        *("-kernel", str(parts.kernel), "-initrd", str(parts.initrd), "-append", _KERNEL_WORDS),
        *("-serial", f"file:{folder}/console", "-device", "virtio-rng-pci"),
        *_share("host", "/", ",readonly=on,multidevs=remap"),
        *_share("out", str(folder), ""),
        *("-device", "virtio-serial-pci,max_ports=8", "-device", "qemu-xhci,id=xhci"),
        *_socket("qmp", folder, QMP_PORT),
        *("-mon", "chardev=qmp,mode=control"),
        *(word for number in range(WIRES) for word in _wire(number, folder)),
    ]


def _wire(number: int, folder: Path) -> tuple[str, ...]:
    return _socket(f"wire{number}", folder, WIRE_PORT.format(number=number))


def _share(tag: str, path: str, options: str) -> tuple[str, ...]:
    share = f"local,id={tag},path={path},security_model=none{options}"
    return ("-fsdev", share, "-device", f"virtio-9p-pci,fsdev={tag},mount_tag={tag}")


def _socket(name: str, folder: Path, port: str) -> tuple[str, ...]:
    """A character device `name` whose other end is a virtio-serial port of the guest."""
    path = folder / name
    return (
        *("-chardev", f"socket,id={name},path={path},server=on,wait=off"),
        *("-chardev", f"socket,id={name}-guest,path={path},reconnect=1"),
        *("-device", f"virtserialport,chardev={name}-guest,name={port}"),
    )
