"""`check`, `migrate`, `backup` and `restore` on a service that is not running."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from ownwords.engine import attach_or_open, drills, machine_health, with_database
from tests.cli.helpers import ownwords
from tests.engine.helpers import ENVIRON

pytestmark = pytest.mark.xdist_group("service")


def faults(text: str) -> dict[str, str]:
    """Return each fault's sentence with its fix, by subject."""
    found = json.loads(text)
    return {row["subject"]: f"{row['says']} {row['fix']}" for row in found if row["level"] == "fault"}


def test_a_sound_service_has_no_fault(service: Path) -> None:
    """From nothing to running: `check` (configuration and database health, with the fix for each fault)."""
    done = ownwords(service, "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The database is up to date." in done.stdout
    assert "bound by the rules" in done.stdout


def test_migrating_twice_changes_nothing(service: Path) -> None:
    """A second start loads nothing twice."""
    done = ownwords(service, "migrate")
    assert (done.returncode, done.stdout) == (0, "The database is up to date.\n")


def test_a_database_that_was_never_migrated_is_a_fault_with_its_fix(service: Path) -> None:
    """An empty database on the same server."""
    with attach_or_open(service, allow_root=True, environ=ENVIRON) as server:
        with psycopg.connect(server.url(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE bare")
        bare = with_database(server.url(), "bare")
        try:
            done = ownwords(service, "check", "--json", DATABASE_URL=bare)
            only = ownwords(service, "migrate", "--check", DATABASE_URL=bare)
        finally:
            with psycopg.connect(server.url(), autocommit=True) as connection:
                connection.execute("DROP DATABASE bare WITH (FORCE)")
    assert (done.returncode, only.returncode) == (1, 1)
    assert set(faults(done.stdout)) == {"migrations", "extensions"}
    assert "Run: ownwords migrate" in faults(done.stdout)["migrations"]
    assert "steps are not applied" in only.stderr


def test_a_superuser_role_is_a_fault_and_serving_with_it_is_refused(service: Path) -> None:
    """From nothing to running: production refuses a superuser database role."""
    with attach_or_open(service, allow_root=True, environ=ENVIRON) as server:
        above = server.url().replace("ownwords_owner", "ownwords_superuser", 1)
        done = ownwords(service, "check", "--json", DATABASE_URL=above)
        serve = ownwords(service, "serve", "--port", "8391", DATABASE_URL=above)
    assert "NOSUPERUSER" in faults(done.stdout)["role"]
    assert serve.returncode == 1
    assert "a role that is not a superuser" in serve.stderr


def test_a_database_that_does_not_answer_is_a_fault_in_words(tmp_path: Path) -> None:
    """Nothing listens there."""
    done = ownwords(tmp_path, "check", "--json", DATABASE_URL="postgresql://me:hush@127.0.0.1:9/x")
    assert done.returncode == 1
    assert "cannot be reached" in faults(done.stdout)["database"]
    assert "hush" not in done.stdout + done.stderr


def test_wrong_settings_are_findings_too(tmp_path: Path) -> None:
    """`check --json` can be read by a program whatever is wrong."""
    done = ownwords(tmp_path, "check", "--json", OWNWORDS_PORT="x", OWNWORDS_WORKERS="0")
    assert done.returncode == 1
    assert set(faults(done.stdout)) == {"OWNWORDS_PORT", "OWNWORDS_WORKERS"}


def test_a_backup_restores_into_an_empty_service_and_is_remembered(service: Path, tmp_path: Path) -> None:
    """F10: backup, restore into an empty machine, compare; the administrator's page shows both times."""
    from ownwords.engine import temporary_data_folder

    file = tmp_path / "backup.zip"
    done = ownwords(service, "backup", str(file), "--json")
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    assert facts["tables"] > 20
    assert drills.last(service, "backup") == facts
    with temporary_data_folder() as other:
        back = ownwords(other, "restore", str(file))
        assert back.returncode == 0, back.stderr
        assert f"{facts['tables']} tables, {facts['rows']} rows" in back.stdout
        restored = drills.last(other, "restore")
        assert restored is not None
        assert restored["rows"] == facts["rows"]
        check = ownwords(other, "check")
        assert check.returncode == 0, check.stdout


def test_a_drill_leaves_the_service_alone(service: Path, tmp_path: Path) -> None:
    """Platform 37: restore drills are scripted; the last result is kept."""
    file = tmp_path / "backup.zip"
    assert ownwords(service, "backup", str(file)).returncode == 0
    done = ownwords(service, "restore", "--drill", str(file))
    assert done.returncode == 0, done.stderr
    assert "all equal" in done.stdout
    facts = drills.last(service, "restore")
    assert facts is not None
    assert facts["drill"] is True


def test_restoring_over_a_service_asks_first(service: Path, tmp_path: Path) -> None:
    """Without --replace it refuses; with it, it asks, and no answer means no."""
    file = tmp_path / "backup.zip"
    assert ownwords(service, "backup", str(file)).returncode == 0
    refused = ownwords(service, "restore", str(file))
    assert (refused.returncode, "Add --replace" in refused.stderr) == (1, True)
    unanswered = ownwords(service, "restore", str(file), "--replace")
    assert unanswered.returncode == 130
    done = ownwords(service, "restore", str(file), "--replace", "--yes")
    assert done.returncode == 0, done.stderr


def test_old_missing_and_fresh_backups(tmp_path: Path) -> None:
    """A missed night is a fault in production and advice elsewhere."""
    assert levels(tmp_path, production=False)["backup"] == "advice"
    assert levels(tmp_path, production=True)["backup"] == "fault"
    for hours, level in ((1, "well"), (37, "advice")):
        when = (datetime.now(UTC) - timedelta(hours=hours)).isoformat()
        (tmp_path / "last-backup.json").write_text(json.dumps({"when": when}))
        assert levels(tmp_path, production=False)["backup"] == level


def levels(data_dir: Path, *, production: bool) -> dict[str, str]:
    """Return the level of each finding about the machine."""
    return {
        found.subject: found.level for found in machine_health.of_machine(data_dir, production=production)
    }


def test_a_clock_in_the_past_is_a_fault() -> None:
    """Everything in a record is ordered by time."""
    assert machine_health._clock(datetime(2020, 1, 1, tzinfo=UTC)).level == "fault"
    assert machine_health._clock(datetime(2030, 1, 1, tzinfo=UTC)).level == "well"
