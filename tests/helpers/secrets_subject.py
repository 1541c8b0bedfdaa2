"""The station's own use of the keyring as a process: keep, read or forget one account's secrets, and say what came.

python -m tests.helpers.secrets_subject keep|read|forget [CLIENT_SECRET PASSWORD]
"""

from __future__ import annotations

import json
import sys
import time

from station.credentials import open_secrets

_ENDPOINT, _CLIENT, _USER = "https://platform.invalid", "client", "anna"


def main() -> None:
    word, *values = sys.argv[1:]
    secrets = open_secrets()
    if word == "keep":
        secrets.keep(_ENDPOINT, _CLIENT, _USER, *values)
    elif word == "forget":
        secrets.forget(_ENDPOINT, _CLIENT, _USER)
    before = time.monotonic()
    found = [secrets.client_secret(_ENDPOINT, _CLIENT), secrets.password(_ENDPOINT, _CLIENT, _USER)]
    took_s = time.monotonic() - before
    sys.stdout.write(
        json.dumps({"kept": secrets.kept, "found": found, "trouble": secrets.trouble, "took_s": took_s})
    )


if __name__ == "__main__":
    main()
