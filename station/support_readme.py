"""What the support bundle says of itself; in English, as everything in it."""

from __future__ import annotations

README = """\
Support bundle of PID Station. Secrets were taken out: client secret, password and tokens are never in it.
It holds serial numbers only where the log names them, and no customer data.

health.json     what the doctor found, each with what to do
station.json    versions, schema, account, how many units stand in which state
settings.json   the settings of this station, as they work
parts.json      what the program is made of
log/            the log
crash.txt       the last crash, when there was one
scanner.txt     what the scanner sent, byte by byte, when that was asked for
"""
