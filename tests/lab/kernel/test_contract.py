"""The contract of every kind of scanner, kept on real kernel devices: the tests are those of the pseudo terminals."""

from tests.lab.test_scanner_contract import *  # noqa: F403 - the `rig` of this folder takes the other's place
