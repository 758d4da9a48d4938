"""What a database holds: the rows of every table counted and digested, the value of every sequence."""

import psycopg
from psycopg import sql

from ownwords.engine.manifest import Sequences, Table

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


def tables_in(url: str) -> int:
    """Return how many tables the database has."""
    with psycopg.connect(url) as connection:
        return len(connection.execute(TABLES, ["r"]).fetchall())


def others_connected(url: str) -> int:
    """Return how many other sessions use the database."""
    query = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend'"
    )
    with psycopg.connect(url) as connection:
        row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0
