"""Questions about the database: version, rights, web role, extensions, clock."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import psycopg

from ownwords.engine.binaries import OLDEST as OLDEST_SERVER
from ownwords.engine.health import Finding, fault, well
from ownwords.engine.roles import WEB_ROLE

EXTENSIONS = ("pg_trgm", "unaccent")

SKEW = timedelta(seconds=5)


def of_database(url: str) -> Iterator[Finding]:
    """Answer for the server: version, the role's rights, the web role, extensions, the clock's skew."""
    with psycopg.connect(url, connect_timeout=10) as connection:
        yield _version(connection)
        yield _role(connection)
        yield _web_role(connection)
        yield from _extensions(connection)
        yield _skew(connection)


def _version(connection: psycopg.Connection) -> Finding:
    major = connection.info.server_version // 10000
    if major < OLDEST_SERVER:
        return fault("version", f"The server is PostgreSQL {major}.", f"Upgrade to {OLDEST_SERVER} or newer.")
    return well("version", f"The server is PostgreSQL {major}.")


def _role(connection: psycopg.Connection) -> Finding:
    row = connection.execute(
        "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    name, is_super, bypasses = row or ("?", True, True)
    if is_super or bypasses:
        fix = f'ALTER ROLE "{name}" NOSUPERUSER NOBYPASSRLS; or give DATABASE_URL another role.'
        return fault("role", f"The database role '{name}' stands above every rule.", fix)
    return well("role", f"The database role is '{name}', which is bound by the rules.")


def _web_role(connection: psycopg.Connection) -> Finding:
    row = connection.execute(
        "SELECT rolsuper OR rolbypassrls, pg_has_role(current_user, oid, 'MEMBER')"
        " FROM pg_roles WHERE rolname = %s",
        [WEB_ROLE],
    ).fetchone()
    if row is None or not row[1]:
        fix = "Run: ownwords migrate. It makes the role, or says what a database administrator has to run."
        return fault("web role", f"The role '{WEB_ROLE}' for web requests cannot be used.", fix)
    if row[0]:
        fix = f"ALTER ROLE {WEB_ROLE} NOSUPERUSER NOBYPASSRLS;"
        return fault("web role", f"The role '{WEB_ROLE}' passes by row-level security.", fix)
    return well("web role", f"Web requests run as '{WEB_ROLE}'.")


def _extensions(connection: psycopg.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT name, installed_version FROM pg_available_extensions WHERE name = ANY(%s)", [list(EXTENSIONS)]
    ).fetchall()
    known: dict[str, str | None] = dict(rows)
    for name in EXTENSIONS:
        if name not in known:
            fix = "Install the server's package with the additional modules (contrib)."
            yield fault("extensions", f"The server lacks the extension {name}.", fix)
        elif known[name] is None:
            yield fault("extensions", f"The extension {name} is not switched on.", "Run: ownwords migrate")
    if all(known.get(name) for name in EXTENSIONS):
        yield well("extensions", f"The extensions {', '.join(EXTENSIONS)} are there.")


def _skew(connection: psycopg.Connection) -> Finding:
    row = connection.execute("SELECT clock_timestamp()").fetchone()
    apart = abs(datetime.now(UTC) - row[0]) if row else timedelta(0)
    if apart > SKEW:
        return fault("clocks", f"The database's clock is {apart} away from this one.", "Set both by NTP.")
    return well("clocks", "The database's clock agrees with this one.")
