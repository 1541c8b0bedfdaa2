"""Who works at this station: list, add, give a PIN, take away. Whoever has the data folder may do this."""

from __future__ import annotations

from typing import Annotated

import typer

from station.cli.common import AsJson, DataDir, from_environment, open_station, print_rows, say
from station.errors import UsageError
from station.people import People
from station.rights import Role
from station.store.people import Person

people_app = typer.Typer(help="The operators and supervisors of this station.", add_completion=False)

Name = Annotated[str, typer.Argument(help="The name, as it stands in reports.")]

_COLUMNS = ("name", "role", "language", "pin")


@people_app.callback(invoke_without_command=True)
def people(ctx: typer.Context, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Without a command they are listed."""
    ctx.obj = data_dir or ctx.obj
    if ctx.invoked_subcommand is None:
        with open_station(ctx, data_dir) as station:
            rows = [_row(person) for person in station.people.every()]
        print_rows(rows, _COLUMNS, as_json=as_json)


@people_app.command()
def add(
    ctx: typer.Context,
    name: Name,
    supervisor: Annotated[bool, typer.Option("--supervisor", help="May do what needs a supervisor.")] = False,
    pin: Annotated[bool, typer.Option("--pin", help="Give a PIN (a supervisor always has one).")] = False,
    language: Annotated[str, typer.Option(help="Language of the window for this person.")] = "",
    data_dir: DataDir = None,
) -> None:
    """Add somebody. The PIN is asked for, or taken from PID_STATION_PIN."""
    given = _pin() if pin or supervisor else ""
    role = Role.SUPERVISOR if supervisor else Role.OPERATOR
    with open_station(ctx, data_dir) as station:
        person = station.people.add(name, role, language=language, pin=given)
    say(f"{person.name} can work here as {person.role}.")


@people_app.command("pin")
def set_pin(ctx: typer.Context, name: Name, data_dir: DataDir = None) -> None:
    """Give somebody a new PIN, asked for or from PID_STATION_PIN."""
    given = _pin()
    with open_station(ctx, data_dir) as station:
        person = station.people.set_pin(named(station.people, name).person_id, given)
    say(f"{person.name} has a new PIN.")


@people_app.command()
def remove(ctx: typer.Context, name: Name, data_dir: DataDir = None) -> None:
    """Somebody leaves: PIN and badge are void. What was scanned keeps the name."""
    with open_station(ctx, data_dir) as station:
        station.people.remove(named(station.people, name).person_id)
    say(f"{name} does not work here any more.")


def _pin() -> str:
    return from_environment("PID_STATION_PIN", "PIN")


def named(people: People, name: str) -> Person:
    """Who has this name. Raises `UsageError`."""
    for person in people.every():
        if person.name.casefold() == name.strip().casefold():
            return person
    raise UsageError("List the names with: pid-station people", title=f"Nobody here is called {name}")


def _row(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "role": person.role,
        "language": person.language,
        "pin": "yes" if person.has_pin else "no",
    }
