"""What the verbs stand on: the settings, the database server, and Django when it is needed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from ownwords.cli.words import Refusal, note
from ownwords.config.environment import Settings, load
from ownwords.engine import EngineFault, RunningServer, attach_or_open


def settings() -> Settings:
    """Return the settings of this environment; names that mean nothing are pointed out."""
    found = load(os.environ)
    for name in found.unknown:
        note(f"{name} means nothing to Ownwords; is it misspelt?")
    return found


@contextmanager
def database(found: Settings | None = None) -> Iterator[RunningServer]:
    """Give the database server: the running one, or one that ends with this block."""
    found = found or settings()
    with attach_or_open(found.data_dir, allow_root=not found.is_production) as server:
        if server.notice:
            note(server.notice)
        yield server


def set_up_django(url: str) -> None:
    """Load Django on one database, as its owner. Takes about a second."""
    import django

    os.environ["DATABASE_URL"] = url
    os.environ["DJANGO_SETTINGS_MODULE"] = "ownwords.config.settings"
    os.environ.pop("OWNWORDS_DB_ROLE", None)
    django.setup()


@contextmanager
def django_database(*, migrated: bool = True) -> Iterator[RunningServer]:
    """Give the database with Django loaded on it. For the verbs that read and write records.

    With ``migrated`` a database that is not up to date is refused in words.
    """
    with database() as server:
        set_up_django(server.url())
        try:
            if migrated and (missing := unapplied_migrations()):
                raise Refusal(f"The database is {len(missing)} steps behind. Run: ownwords migrate")
            yield server
        finally:
            from django.db import connections

            connections.close_all()


def unapplied_migrations() -> list[str]:
    """Return the names of migrations that are not applied. Needs ``set_up_django``."""
    from django.db import DEFAULT_DB_ALIAS, connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def refuse_superuser(url: str) -> None:
    """Raise EngineFault when the database role is a superuser or passes by row-level security."""
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            row = connection.execute(
                "SELECT current_user, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.OperationalError as error:
        raise EngineFault(
            f"The database cannot be reached: {error}".strip(), "Check DATABASE_URL."
        ) from error
    if row and row[1]:
        raise EngineFault(
            f"The database role '{row[0]}' may see and change everything, whatever the rules say.",
            "Give DATABASE_URL a role that is not a superuser and has no BYPASSRLS.",
        )
