"""Many steps of a migration taken as one: the same models, and back again."""

from __future__ import annotations

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState
from pgtrigger import Protect, Update
from pgtrigger.compiler import Trigger, UpsertTriggerSql

from ownwords.ledger.operations import InstallTriggers, Together

pytestmark = pytest.mark.django_db(transaction=True)


def steps() -> list[migrations.CreateModel]:
    """Two models, one pointing at the other."""
    return [
        migrations.CreateModel("One", [("id", models.AutoField(primary_key=True))]),
        migrations.CreateModel(
            "Two",
            [
                ("id", models.AutoField(primary_key=True)),
                ("one", models.ForeignKey("ledger.One", models.CASCADE)),
            ],
        ),
    ]


def tables() -> set[str]:
    """Return the tables that the steps make, as far as they are there."""
    with connection.cursor() as cursor:
        return {"ledger_one", "ledger_two"} & set(connection.introspection.table_names(cursor))


def test_steps_taken_together_know_the_same_models_and_make_and_unmake_the_same_tables() -> None:
    """platform 2: a fresh start takes seconds, and ends where it always did."""
    apart, before, together = ProjectState(), ProjectState(), ProjectState()
    for step in steps():
        step.state_forwards("ledger", apart)
    one = Together(steps())
    one.state_forwards("ledger", together)
    assert together == apart
    assert set(together.apps.all_models["ledger"]) == {"one", "two"}
    with connection.schema_editor() as editor:
        one.database_forwards("ledger", editor, before, together)
    assert tables() == {"ledger_one", "ledger_two"}
    with connection.schema_editor() as editor:
        one.database_backwards("ledger", editor, together, before)
    assert tables() == set()
    assert one.describe() == "2 operations together"


def test_triggers_installed_together_are_known_with_their_models_and_run() -> None:
    """DESIGN house rule 7: what stays, stays from the first day."""
    state = ProjectState()
    for step in steps():
        step.state_forwards("ledger", state)
    sql = UpsertTriggerSql(
        func="RAISE EXCEPTION 'It stays.';",
        operation=str(Update),
        pgid="it_stays",
        table="ledger_one",
        when="BEFORE",
    )
    install = InstallTriggers(
        [("one", Trigger(name=Protect(name="it_stays", operation=Update).name, sql=sql))]
    )
    install.state_forwards("ledger", state)
    assert [trigger.name for trigger in state.models["ledger", "one"].options["triggers"]] == ["it_stays"]
    make = Together(steps())
    with connection.schema_editor() as editor:
        make.database_forwards("ledger", editor, ProjectState(), state)
        install.database_forwards("ledger", editor, state, state)
    try:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO ledger_one DEFAULT VALUES")
            with pytest.raises(Exception, match="It stays"):
                cursor.execute("UPDATE ledger_one SET id = 2")
        assert install.describe() == "Install 1 triggers"
    finally:
        with connection.schema_editor() as editor:
            install.database_backwards("ledger", editor, state, state)
            make.database_backwards("ledger", editor, state, ProjectState())
    assert tables() == set()
