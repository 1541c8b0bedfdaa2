"""Sign-in and sign-out."""

from __future__ import annotations

from typing import Annotated

import typer

from station.cli.common import DataDir, from_environment, open_station, say
from station.credentials import CLIENT_SECRET_VARIABLE, PASSWORD_VARIABLE
from station.session import SignInForm


def login(
    ctx: typer.Context,
    endpoint: Annotated[str, typer.Option(help="Data centre, such as https://openapi.tuyaeu.com")],
    client_id: Annotated[str, typer.Option(help="Client id of the cloud project.")],
    username: Annotated[str, typer.Option(help="Account on the platform.")],
    data_dir: DataDir = None,
) -> None:
    """Sign in. Secrets come from PID_STATION_CLIENT_SECRET and PID_STATION_PASSWORD, or are asked for."""
    client_secret = from_environment(CLIENT_SECRET_VARIABLE, "Client secret")
    password = from_environment(PASSWORD_VARIABLE, "Password")
    with open_station(ctx, data_dir) as station:
        account = station.sign_in(SignInForm(endpoint, client_id, client_secret, username, password))
        say(f"Signed in as {account.username} at {account.endpoint}.")
        if not station.secrets_kept:
            say(
                "This computer has no keyring: the secrets are not kept. "
                f"Set {CLIENT_SECRET_VARIABLE} and {PASSWORD_VARIABLE} for the commands that need the platform."
            )


def logout(ctx: typer.Context, data_dir: DataDir = None) -> None:
    """Sign out and end the shift; refused while scans wait."""
    with open_station(ctx, data_dir) as station:
        station.sign_out()
    say("Signed out.")
