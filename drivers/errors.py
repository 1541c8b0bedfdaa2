"""The error tree of the drivers. Every error says what happened (`title`) and what to do now (`message`).

DriverError
├── AddressError            the address or a setting in it is wrong
├── DeviceAbsentError       no such device now; plug it in
│   └── EndOfInputError     a virtual scanner's file is used up; it will not come back
├── NoPermissionError       the device is there, this user may not open it
├── DeviceBusyError         another program has the device
├── WrongModeError          the device is there, but set to a mode that its driver cannot read
└── DeviceFailedError       anything else the device or its system driver says
"""

from typing import ClassVar

from drivers.base import ScannerState


class DriverError(Exception):
    """A scanner cannot be used now. `state` is the state that this error puts the scanner in."""

    code: ClassVar[str] = "failed"
    state: ClassVar[ScannerState] = ScannerState.FAILED

    def __init__(self, title: str, message: str) -> None:
        super().__init__(f"{title}. {message}")
        self.title = title
        self.message = message


class AddressError(DriverError):
    """A scanner address that cannot be understood."""

    code = "address"


class DeviceAbsentError(DriverError):
    """The device is not attached, or was unplugged."""

    code = "absent"
    state = ScannerState.ABSENT


class EndOfInputError(DeviceAbsentError):
    """A scanner that plays labels from a file has played them all."""

    code = "end_of_input"


class NoPermissionError(DriverError):
    """The operating system refuses this user the device."""

    code = "no_permission"
    state = ScannerState.NO_PERMISSION


class DeviceBusyError(DriverError):
    """Another program holds the device."""

    code = "busy"


class WrongModeError(DriverError):
    """The scanner is attached in a mode that this driver cannot read, such as keyboard mode."""

    code = "wrong_mode"
    state = ScannerState.WRONG_MODE


class DeviceFailedError(DriverError):
    """The device or its system driver reports a fault."""
