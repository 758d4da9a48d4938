"""What an administrator needs to know about the running service. Reads no record and names nobody."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords import __version__
from ownwords.ledger.outbox import standing

LITTLE_SPACE = 2 * 2**30
OLD_BACKUP_HOURS = 36
OLD_RESTORE_DAYS = 35
LONG_WAIT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """One question about the service, its answer, and what to do where something is to be done."""

    subject: str
    says: str
    to_do: str = ""


def answers(*, without_factor: int) -> list[Answer]:
    """Ask everything. `without_factor` is how many accounts of staff have no second step."""
    return [
        Answer(_("Version of Ownwords"), __version__),
        _database(),
        _migrations(),
        _backup(),
        _restore(),
        _disk(settings.ENV.data_dir),
        _factors(without_factor),
        _sending(),
    ]


def _database() -> Answer:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), pg_database_size(current_database())")
        version, size = cursor.fetchone()
    says = _("Reachable. PostgreSQL %(version)s, %(size)s.") % {
        "version": version.split()[0],
        "size": _size(size),
    }
    return Answer(_("Database"), says)


def _migrations() -> Answer:
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if missing:
        says = ngettext("%(n)s step is missing.", "%(n)s steps are missing.", missing) % {"n": missing}
        return Answer(_("Tables"), says, _("Run: ownwords migrate"))
    return Answer(_("Tables"), _("Up to date."))


def drill(data_dir: Path, what: str) -> dict[str, Any] | None:
    """Return the facts about the last backup or restore, None when there was none (or its file is damaged)."""
    try:
        facts = json.loads((data_dir / f"last-{what}.json").read_text())
        facts["when"] = datetime.fromisoformat(facts["when"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return facts if isinstance(facts, dict) else None


def _backup() -> Answer:
    fix = _("Run “ownwords backup FILE” every night.")
    facts = drill(settings.ENV.data_dir, "backup")
    if facts is None:
        return Answer(_("Last backup"), _("There is none yet."), fix)
    hours = int((timezone.now() - facts["when"]).total_seconds() // 3600)
    says = ngettext("%(n)s hour ago", "%(n)s hours ago", hours) % {"n": hours}
    says = _("%(ago)s, %(rows)s rows, %(size)s.") % {
        "ago": says,
        "rows": facts.get("rows", "?"),
        "size": _size(int(facts.get("bytes", 0))),
    }
    return Answer(_("Last backup"), says, fix if hours > OLD_BACKUP_HOURS else "")


def _restore() -> Answer:
    fix = _("Try a backup out every month: ownwords restore FILE --drill")
    facts = drill(settings.ENV.data_dir, "restore")
    if facts is None:
        return Answer(_("Last trial of a backup"), _("There was none yet."), fix)
    days = (timezone.now() - facts["when"]).days
    says = ngettext("%(n)s day ago.", "%(n)s days ago.", days) % {"n": days} if days else _("Today.")
    return Answer(_("Last trial of a backup"), says, fix if days > OLD_RESTORE_DAYS else "")


def _disk(folder: Path) -> Answer:
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    to_do = _("Make room: without space, nothing can be saved.") if free < LITTLE_SPACE else ""
    return Answer(_("Space for data"), _("%(size)s free.") % {"size": _size(free)}, to_do)


def _factors(missing: int) -> Answer:
    if not missing:
        return Answer(_("Second step at sign-in"), _("Every open account of staff has one."))
    says = ngettext(
        "%(n)s account of staff has none yet.", "%(n)s accounts of staff have none yet.", missing
    ) % {"n": missing}
    return Answer(
        _("Second step at sign-in"), says, _("Nothing opens to them before they set one up. Remind them.")
    )


def _sending() -> Answer:
    """How reminders leave. The fault is in technical words; no address and no name is in it."""
    stands = standing()
    says = _("Waiting: %(waiting)s. Given up in the last seven days: %(given_up)s.") % {
        "waiting": stands.waiting,
        "given_up": stands.given_up,
    }
    if stands.given_up:
        fix = _("See what the mail server or the gateway says, and the settings: %(fault)s")
        return Answer(_("Reminders"), says, fix % {"fault": stands.last_fault})
    oldest = stands.oldest_waiting
    if oldest is not None and timezone.now() - oldest > LONG_WAIT:
        return Answer(
            _("Reminders"), says, _("Nothing takes them: run “ownwords reminders send --once” by a timer.")
        )
    return Answer(_("Reminders"), says)


def _size(number: int) -> str:
    """Return a number of bytes in the unit that reads best.

    >>> _size(512), _size(3 * 2**20), _size(5 * 2**30)
    ('512 bytes', '3.0 MB', '5.0 GB')
    """
    for unit, name in ((2**30, "GB"), (2**20, "MB"), (2**10, "kB")):
        if number >= unit:
            return f"{number / unit:.1f} {name}"
    return f"{number} bytes"
