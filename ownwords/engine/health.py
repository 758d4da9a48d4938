"""Questions about the machine and the database, each answered with a finding that says how to mend it.

``ownwords check`` asks them, and so may a page for administrators.
"""

import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg

from ownwords.engine import drills
from ownwords.engine.binaries import OLDEST as OLDEST_SERVER
from ownwords.engine.roles import WEB_ROLE

EXTENSIONS = ("pg_trgm", "unaccent")
LITTLE_SPACE = 200 * 2**20
SOME_SPACE = 2 * 2**30
OLD_BACKUP = timedelta(hours=36)
"""A nightly backup that is older than this was missed."""
SKEW = timedelta(seconds=5)
BUILT = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock can rightly show an earlier time than this version was written at."""


@dataclass(frozen=True)
class Finding:
    """One answer. ``level`` is ``well``, ``advice`` or ``fault``; only a fault makes the check fail."""

    subject: str
    level: str
    says: str
    fix: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the finding for a program."""
        return asdict(self)


def well(subject: str, says: str) -> Finding:
    """Return a finding that asks for nothing."""
    return Finding(subject, "well", says)


def fault(subject: str, says: str, fix: str) -> Finding:
    """Return a finding that makes the check fail."""
    return Finding(subject, "fault", says, fix)


def of_machine(data_dir: Path, *, production: bool) -> Iterator[Finding]:
    """Answer for the disk, the clock and the last backup. A missed backup is a fault in production."""
    yield _disk(data_dir)
    yield _clock(datetime.now(UTC))
    yield _backup(data_dir, production=production)


def _disk(folder: Path) -> Finding:
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    says = f"{free / 2**30:.1f} GB are free below {folder}."
    if free < LITTLE_SPACE:
        return fault("disk", says, "Free some space now: saving will soon fail.")
    if free < SOME_SPACE:
        return Finding("disk", "advice", says, "Make room soon.")
    return well("disk", says)


def _clock(now: datetime) -> Finding:
    if now < BUILT:
        return fault("clock", f"The clock shows {now:%d %B %Y}, which is in the past.", "Set the clock.")
    return well("clock", f"The clock shows {now:%d %B %Y, %H:%M} UTC.")


def _backup(data_dir: Path, *, production: bool) -> Finding:
    level = "fault" if production else "advice"
    facts = drills.last(data_dir, "backup")
    if facts is None:
        return Finding("backup", level, "There is no backup yet.", "Run: ownwords backup FILE, every night.")
    age = datetime.now(UTC) - datetime.fromisoformat(facts["when"])
    says = f"The last backup is {age.total_seconds() / 3600:.0f} hours old."
    if age > OLD_BACKUP:
        return Finding("backup", level, says, "Run: ownwords backup FILE, every night.")
    return well("backup", says)


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
