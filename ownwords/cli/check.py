"""``ownwords check``: configuration and database health, with the fix for each fault."""

import json
import os
from collections.abc import Iterator

import click

from ownwords.cli.runtime import database, set_up_django, unapplied_migrations
from ownwords.cli.words import say
from ownwords.config.environment import ConfigurationFault, Settings, load
from ownwords.engine import EngineFault, database_health, machine_health
from ownwords.engine.health import Finding, fault, well

MARKS = {"well": "    ", "advice": "  - ", "fault": "  ! "}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings for a program.")
def command(as_json: bool) -> int:
    """Check settings, disk, clock, backups and database, and say how to mend each fault.

    Fails when there is a fault; advice alone does not make it fail.
    """
    findings = list(_findings())
    if as_json:
        say(json.dumps([found.as_dict() for found in findings], indent=1))
    else:
        for found in findings:
            say(f"{MARKS[found.level]}{found.says} {found.fix}".rstrip())
    return 1 if any(found.level == "fault" for found in findings) else 0


def _findings() -> Iterator[Finding]:
    try:
        found = load(os.environ)
    except ConfigurationFault as error:
        for wrong in error.faults:
            yield fault(wrong.variable, f"{wrong.variable} {wrong.problem}", wrong.fix)
        return
    yield well("settings", f"The settings are sound; the mode is {found.mode}.")
    for name in found.unknown:
        yield Finding(name, "advice", f"{name} means nothing to Ownwords.", "Is it misspelt?")
    yield from machine_health.of_machine(found.data_dir, production=found.is_production)
    yield from _of_server(found)


def _of_server(found: Settings) -> Iterator[Finding]:
    import psycopg

    try:
        with database(found) as server:
            yield from database_health.of_database(server.url())
            yield _migrations(server.url())
    except EngineFault as error:
        yield fault("database", error.problem, error.fix)
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[-1]
        yield fault("database", f"The database cannot be reached: {reason}", "Check DATABASE_URL.")


def _migrations(url: str) -> Finding:
    set_up_django(url)
    from django.db import connections

    missing = unapplied_migrations()
    connections.close_all()
    if missing:
        return fault("migrations", f"{len(missing)} steps are not applied.", "Run: ownwords migrate")
    return well("migrations", "The database is up to date.")
