"""The two roles of a database: the owner, who migrates, and the one web requests run under."""

import psycopg
from psycopg import sql

from ownwords.engine.faults import EngineFault

OWNER_ROLE = "ownwords_owner"
"""Owns the database and its tables; not a superuser; may make databases (for tests and restores)."""

WEB_ROLE = "ownwords_web"
"""Owns nothing and cannot sign in; the owner steps down to it, so that row-level security holds."""

DATABASE = "ownwords"


def create_roles_and_database(url: str) -> None:
    """As the superuser of an embedded server, make what is missing: both roles and the database."""
    with psycopg.connect(url, autocommit=True) as connection:
        _ensure_role(connection, OWNER_ROLE, "LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS")
        _ensure_role(connection, WEB_ROLE, "NOLOGIN NOSUPERUSER NOBYPASSRLS")
        connection.execute(
            sql.SQL("GRANT {} TO {}").format(sql.Identifier(WEB_ROLE), sql.Identifier(OWNER_ROLE))
        )
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            make = sql.SQL("CREATE DATABASE {} OWNER {}")
            connection.execute(make.format(sql.Identifier(DATABASE), sql.Identifier(OWNER_ROLE)))


def _ensure_role(connection: psycopg.Connection, name: str, rights: str) -> None:
    if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone():
        make = sql.SQL("CREATE ROLE {} " + rights)
        connection.execute(make.format(sql.Identifier(name)))


def prepare_database(url: str) -> None:
    """Make sure that web requests can run under the web role on this server. Idempotent.

    Makes the role where the connecting role may. Otherwise raises EngineFault with the SQL that a
    database administrator has to run once.
    """
    try:
        with psycopg.connect(url, autocommit=True, connect_timeout=10) as connection:
            if not _may_step_down(connection):
                _make_web_role(connection)
    except psycopg.errors.InsufficientPrivilege as error:
        raise _ask_administrator(url) from error
    except psycopg.OperationalError as error:
        raise EngineFault(
            f"The database cannot be reached: {str(error).strip()}", "Check DATABASE_URL."
        ) from error


def _may_step_down(connection: psycopg.Connection) -> bool:
    """Say whether the connecting role may ``SET ROLE ownwords_web`` (a superuser always may)."""
    right = "SET" if connection.info.server_version >= 160000 else "MEMBER"
    row = connection.execute(
        "SELECT pg_has_role(current_user, oid, %s) FROM pg_roles WHERE rolname = %s", [right, WEB_ROLE]
    ).fetchone()
    return bool(row and row[0])


def _make_web_role(connection: psycopg.Connection) -> None:
    _ensure_role(connection, WEB_ROLE, "NOLOGIN")
    connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(WEB_ROLE)))
    if not _may_step_down(connection):
        raise psycopg.errors.InsufficientPrivilege


def _ask_administrator(url: str) -> EngineFault:
    with psycopg.connect(url) as connection:
        user = connection.info.user
    statements = f'CREATE ROLE {WEB_ROLE} NOLOGIN; GRANT {WEB_ROLE} TO "{user}";'
    return EngineFault(
        f"The database role '{user}' may not make the role '{WEB_ROLE}', under which pages are shown.",
        f"A database administrator runs this once: {statements}",
    )
