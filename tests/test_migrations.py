"""Migrations: none is missing, they run from nothing; what the database itself guards stands after them."""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models, transaction

from ownwords.engine.restore import scratch_database
from ownwords.people.rowlevel import WEB_ROLE
from ownwords.record.models import Entry, Step
from tests import factories as make

pytestmark = pytest.mark.django_db
ROOMS = ("people", "record", "measures", "connections", "peers", "ledger")


def rows(query: str, *values: object) -> list[tuple[object, ...]]:
    """Return the rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(query, values or None)
        return list(cursor.fetchall())


def test_no_migration_is_missing() -> None:
    """Nothing lost: CI checks that none is missing."""
    said = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=said)
    assert "No changes detected" in said.getvalue()


MIGRATE = """
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
for _ in range(2):
    call_command("migrate", verbosity=0)
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_policies")
        policies = cursor.fetchone()[0]
        print(len(connection.introspection.table_names(cursor)), policies)
"""


def test_migrations_run_from_nothing_and_running_them_again_changes_nothing() -> None:
    """Nothing lost: migrations run forward; starting the service twice migrates once."""
    with scratch_database(os.environ["DATABASE_URL"]) as url:
        done = subprocess.run(
            [sys.executable, "-c", MIGRATE],
            env={**os.environ, "DATABASE_URL": url},
            capture_output=True,
            text=True,
            timeout=300,
        )
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    assert first == second
    tables, policies = map(int, first.split())
    assert tables >= len(guarded_tables())
    assert policies >= len(guarded_tables())


def guarded_tables() -> list[str]:
    """Return the tables that hold something of a person: all of record, measures and ledger, and the person's own."""
    held = [
        model._meta.db_table
        for room in ("record", "measures", "connections", "peers", "ledger")
        for model in apps.get_app_config(room).get_models()
    ]
    return sorted({*held, "people_person", "people_personevent"})


def test_row_level_security_is_on_for_everything_about_a_person() -> None:
    """platform 12: a new table of the record without a policy fails here."""
    query = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relname = ANY(%s)"
    found = {str(row[0]) for row in rows(query, guarded_tables())}
    assert found == set(guarded_tables())
    policies = {str(row[0]) for row in rows("SELECT DISTINCT tablename::text FROM pg_policies")}
    assert set(guarded_tables()) <= policies, "a table without a policy shows nothing to anybody"


def test_the_web_role_owns_nothing_and_is_no_superuser() -> None:
    """platform 12: tested with a role that neither owns the tables nor passes by the policies."""
    owned = rows(
        "SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE rolname = %s", WEB_ROLE
    )
    assert owned == []
    assert rows("SELECT rolsuper, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname = %s", WEB_ROLE) == [
        (False, False, False)
    ]


def append_only_tables() -> list[str]:
    """Return the tables that only ever grow: every history, looks, acts."""
    history = [
        model._meta.db_table
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        if any(field.name == "pgh_created_at" for field in model._meta.fields)
    ]
    assert len(history) > 10
    return [*history, "ledger_look", "ledger_act"]


@pytest.mark.parametrize("right", ["UPDATE", "DELETE", "TRUNCATE"])
def test_the_web_role_can_only_add_to_history_looks_and_acts(right: str) -> None:
    """platform 15, 16: what happened cannot be made to have happened otherwise."""
    has = [
        table
        for table in append_only_tables()
        if rows("SELECT has_table_privilege(%s, %s, %s)", WEB_ROLE, table, right) == [(True,)]
    ]
    assert has == []
    adds = rows("SELECT has_table_privilege(%s, 'record_entryevent', 'INSERT')", WEB_ROLE)
    assert adds == [(True,)]


#: Rows of which no history is kept: what is being typed, what was invited or decided once, what is counted from others,
#: what comes from a directory's feed and is taken anew each time, what only grows (as the web role may only add to it).
WITHOUT_HISTORY = {
    *("Counted", "Course", "Draft", "ErasureRequest", "Invitation", "TeamCount", "TeamFigure"),
    *("DirectorySource", "DirectoryImport", "DirectoryService", "DirectoryPlace", "DirectoryKind"),
    *("DirectoryWord", "PostcodeDistrict"),
    *("MapStep", "MapCopyItem", "MapCopyLink"),
    *("Message", "OwnNote", "RecordingRule", "RuleTold", "MatchAnswer", "MatchReason", "SafetyReview"),
}


#: Shares are made and ended, and never changed.
ENDED_NOT_CHANGED = {"Share", "MeasureShare", "ThingShare"}


def tracked_models() -> list[type[models.Model]]:
    """Return every model of people, record and measures that keeps its history."""
    ours = [
        model
        for room in ("people", "record", "measures", "connections", "peers")
        for model in apps.get_app_config(room).get_models()
    ]
    return [
        model
        for model in ours
        if not any(field.name == "pgh_created_at" for field in model._meta.fields)
        and model.__name__ not in WITHOUT_HISTORY
    ]


def test_every_model_that_keeps_something_has_its_history_triggers() -> None:
    """platform 16: insert and update (for shares, which are only made and ended: insert and delete)."""
    query = """SELECT c.relname::text, array_agg(t.tgname::text) FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal GROUP BY 1"""
    found = {str(table): " ".join(names) for table, names in rows(query)}  # type: ignore[attr-defined]
    for model in tracked_models():
        table = model._meta.db_table
        names = found.get(table, "")
        wanted = (
            "insert_insert",
            "delete_delete" if model.__name__ in ENDED_NOT_CHANGED else "update_update",
        )
        assert all(name in names for name in wanted), f"{table}: {names or 'no triggers'}"


def test_bulk_updates_bulk_inserts_and_raw_sql_are_in_the_history() -> None:
    """platform 16; nothing lost: shown by doing all three."""
    sam = make.person()
    entries = [make.entry(sam, f"first {number}") for number in range(3)]
    Entry.objects.filter(person=sam).update(words="by update", version=2)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE record_entry SET words = 'by SQL', version = 3 WHERE id = %s", [entries[0].id])
    Step.objects.bulk_create(
        Step(
            entry=entries[0],
            person=sam,
            words=f"step {number}",
            owner="person",
            written_by_id=sam.account_id,
            changed_by_id=sam.account_id,
        )
        for number in range(4)
    )
    entries[1].words = "by bulk_update"
    Entry.objects.bulk_update([entries[1]], ["words"])
    kept = [list(entry.events.order_by("pgh_id").values_list("words", flat=True)) for entry in entries]
    assert kept == [
        ["first 0", "by update", "by SQL"],
        ["first 1", "by update", "by bulk_update"],
        ["first 2", "by update"],
    ]
    history = apps.get_model("record", "StepEvent")
    assert sorted(history.objects.values_list("words", flat=True)) == [
        f"step {number}" for number in range(4)
    ]


def test_a_change_that_is_taken_back_leaves_no_history() -> None:
    """ASVS 2.3.3: all or nothing."""
    entry = make.entry(make.person())
    with transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(words="never")
        transaction.set_rollback(True)
    assert entry.events.count() == 1
