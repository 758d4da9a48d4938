"""Tables laid bare for a load, and dressed again: triggers, indexes and foreign keys, all in one transaction.

Row by row, triggers and indexes take most of the time of a large load. So the owner of the tables switches the
triggers off, drops indexes and foreign keys, loads, writes the history that the triggers would have written, and
puts everything back: building an index once is cheap, and adding a foreign key checks every row again. If anything
fails, the transaction takes it all back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db.models import Model

INDEXES = """
SELECT format('DROP INDEX %%I', c.relname), pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = %s::regclass AND NOT i.indisprimary
  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
"""
FOREIGN_KEYS = """
SELECT format('ALTER TABLE %%I DROP CONSTRAINT %%I', r.relname, k.conname),
  format('ALTER TABLE %%I ADD CONSTRAINT %%I %%s', r.relname, k.conname, pg_get_constraintdef(k.oid))
FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid WHERE k.contype = 'f' AND k.conrelid = %s::regclass
"""


def events_of(model: type[Model]) -> type[Model] | None:
    """Return the model of a table's history, None when it has none."""
    try:
        return apps.get_model(model._meta.app_label, f"{model.__name__}Event")
    except LookupError:
        return None


@contextmanager
def laid_bare(cursor: Any, models: list[type[Model]]) -> Iterator[list[str]]:
    """Strip the tables and their histories; yield the statements that dress them again, and run them at the end.

    Call inside a transaction, as the tables' owner. The statements are a list so that a caller may count them.
    """
    tables = [m._meta.db_table for model in models for m in (model, events_of(model)) if m is not None]
    back: list[str] = []
    for table in tables:
        cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        for query in (FOREIGN_KEYS, INDEXES):
            cursor.execute(query, [table])
            for drop, make in cursor.fetchall():
                cursor.execute(drop)
                back.append(make)
    yield back
    for statement in sorted(back, key=lambda text: "FOREIGN KEY" in text):
        cursor.execute(statement)
    for table in tables:
        cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')


def write_history(cursor: Any, model: type[Model], moment: str) -> None:
    """Write the insert event of every row of a table; ``moment`` is the SQL of when the row was made."""
    events = events_of(model)
    if events is None:
        return
    own = {field.column for field in model._meta.concrete_fields}
    shared = [
        f.column
        for f in events._meta.concrete_fields
        if f.column in own and not str(f.column).startswith("pgh_")
    ]
    columns = ", ".join(f'"{column}"' for column in shared)
    key = model._meta.pk.column if model._meta.pk else "id"
    cursor.execute(
        f'INSERT INTO "{events._meta.db_table}" ({columns}, pgh_created_at, pgh_label, pgh_obj_id)'
        f' SELECT {columns}, {moment}, \'insert\', "{key}" FROM "{model._meta.db_table}" t'
    )
