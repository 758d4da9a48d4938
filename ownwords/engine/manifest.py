"""What a backup says about itself: for every table the number of rows and a digest of all of them."""

import json
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg import sql

from ownwords.engine.faults import EngineFault

FORMAT = 1

Sequences = tuple[tuple[str, int | None], ...]
"""Each sequence's name and last value, None when it was never used."""


@dataclass(frozen=True)
class Table:
    """A table's name with its schema, its number of rows, and a digest that does not depend on order."""

    name: str
    rows: int
    digest: str


@dataclass(frozen=True)
class Manifest:
    """Everything that has to be equal after a restore. ``made`` is a time in UTC (ISO 8601)."""

    made: str
    version: str
    server: int
    dump_sha256: str
    tables: tuple[Table, ...]
    sequences: Sequences

    @property
    def rows(self) -> int:
        """Return the number of rows in all tables."""
        return sum(table.rows for table in self.tables)

    def as_json(self) -> str:
        """Return the manifest as JSON, for the backup file."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1)


def read_manifest(text: str) -> Manifest:
    """Read ``as_json`` back. Raises EngineFault when it is no manifest, or one of a later format."""
    try:
        raw: dict[str, Any] = json.loads(text)
        if raw.pop("format") != FORMAT:
            raise EngineFault("The backup was made by a later version of Ownwords.", "Upgrade first.")
        raw["tables"] = tuple(Table(**table) for table in raw["tables"])
        raw["sequences"] = tuple((name, value) for name, value in raw["sequences"])
        return Manifest(**raw)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineFault("The file's table of contents cannot be read.", "Use another backup.") from error


SETTLED = (
    "SET LOCAL timezone = 'UTC'",
    "SET LOCAL datestyle = 'ISO'",
    "SET LOCAL intervalstyle = 'postgres'",
    "SET LOCAL bytea_output = 'hex'",
    "SET LOCAL extra_float_digits = 1",
    "SET LOCAL row_security = off",
    "SET LOCAL search_path = pg_catalog",
)
"""Settings under which a row's text is the same everywhere. ``row_security = off`` makes PostgreSQL
refuse, rather than silently leave rows out, where a policy would hide some."""

TABLES = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = %s AND c.relpersistence <> 't'
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%%'
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                  AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
"""
"""Tables (``r``) or sequences (``S``) that belong to no extension. Partitions count, parents do not."""

DIGEST = """
SELECT count(*), coalesce(sum(('x' || left(md5(t.*::text), 15))::bit(60)::bigint), 0)::text FROM {} t
"""
"""The sum over md5 of each row: order does not matter, and a doubled row shows."""


def describe(connection: psycopg.Connection) -> tuple[tuple[Table, ...], Sequences]:
    """Count and digest every table and read every sequence, inside the connection's transaction."""
    for statement in SETTLED:
        connection.execute(statement)
    tables = tuple(_table(connection, *row) for row in connection.execute(TABLES, ["r"]).fetchall())
    sequences = tuple(_sequence(connection, *row) for row in connection.execute(TABLES, ["S"]).fetchall())
    return tables, sequences


def _table(connection: psycopg.Connection, schema: str, name: str) -> Table:
    row = connection.execute(sql.SQL(DIGEST).format(sql.Identifier(schema, name))).fetchone()
    assert row is not None  # noqa: S101  (a count always gives a row)
    return Table(f"{schema}.{name}", row[0], row[1])


def _sequence(connection: psycopg.Connection, schema: str, name: str) -> tuple[str, int | None]:
    query = sql.SQL("SELECT CASE WHEN is_called THEN last_value END FROM {}").format(
        sql.Identifier(schema, name)
    )
    row = connection.execute(query).fetchone()
    return f"{schema}.{name}", row[0] if row else None


def differences(manifest: Manifest, tables: tuple[Table, ...], sequences: Sequences) -> list[str]:
    """Return a sentence for each table or sequence that is not what the manifest says; empty when equal."""
    found = {table.name: table for table in tables}
    wanted = {table.name: table for table in manifest.tables}
    faults = []
    for name in sorted(found.keys() | wanted.keys()):
        was, now = wanted.get(name), found.get(name)
        if was is None or now is None:
            faults.append(f"{name} is {'missing' if now is None else 'new'}.")
        elif was.rows != now.rows:
            faults.append(f"{name} has {now.rows} rows, not {was.rows}.")
        elif was.digest != now.digest:
            faults.append(f"{name} has the same number of rows, but not the same words in them.")
    return faults + _counters_behind(dict(manifest.sequences), dict(sequences))


def _counters_behind(wanted: dict[str, int | None], found: dict[str, int | None]) -> list[str]:
    """Return a sentence when a counter is missing, new, or would give a number out twice.

    One that stands further on is right: while people save, counters go on between the rows and the dump.
    """
    same = wanted.keys() == found.keys()
    if same and all((found[name] or 0) >= (value or 0) for name, value in wanted.items()):
        return []
    return ["A counter for numbers stands elsewhere."]
