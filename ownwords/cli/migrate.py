"""``ownwords migrate``: bring the database up to this version."""

import click

from ownwords.cli.runtime import database, set_up_django, unapplied_migrations
from ownwords.cli.words import Refusal, note, say
from ownwords.engine import prepare_database

LOCK = 0x6F776E77  # "ownw": two of these at once wait for each other


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; fail when something is to be done."
)
def command(only_check: bool) -> None:
    """Bring the database up to this version. Does nothing when it already is."""
    with database() as server:
        set_up_django(server.url())
        missing = unapplied_migrations()
        if only_check and missing:
            raise Refusal(f"{len(missing)} steps are not applied: {', '.join(missing)}")
        if not only_check:
            bring_up_to_date(server.url())
        say(f"{len(missing)} steps applied." if missing else "The database is up to date.")


def bring_up_to_date(url: str) -> int:
    """Apply what is missing, one process at a time, and return how many steps that was.

    Needs ``set_up_django``. The web role and the table that counts rate limits are made as well.
    """
    import psycopg
    from django.core.management import call_command
    from django.db import connections

    prepare_database(url)
    with psycopg.connect(url, autocommit=True) as waiting:
        waiting.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        call_command("createcachetable", verbosity=0)  # first: rights are given out after migrating
        missing = unapplied_migrations()
        if missing:
            note(f"Bringing the database up to date: {len(missing)} steps.")
            call_command("migrate", interactive=False, verbosity=0)
        connections.close_all()
    return len(missing)
