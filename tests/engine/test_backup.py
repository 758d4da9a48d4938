"""A backup is everything at one moment; a restore is all of it, equal, or nothing."""

from __future__ import annotations

import json
import stat
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from ownwords.engine import EngineFault, RunningServer, open_server, temporary_data_folder
from ownwords.engine.backup import write_backup
from ownwords.engine.backup_file import open_backup
from ownwords.engine.describing import tables_in
from ownwords.engine.restore import compare, restore_backup, scratch_database
from tests.engine.helpers import ENVIRON

pytestmark = pytest.mark.postgres15

SCHEMA = """
CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;
CREATE SCHEMA "side room";
CREATE TABLE "odd ""name" (id bigserial PRIMARY KEY, w text, t timestamptz DEFAULT now(), j jsonb,
                           b bytea, f float8, d interval, a text[]);
CREATE INDEX ON "odd ""name" USING gin (w gin_trgm_ops);
ALTER TABLE "odd ""name" ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON "odd ""name" TO ownwords_web USING (id > 5);
GRANT SELECT ON "odd ""name" TO ownwords_web;
CREATE TABLE "side room".empty (n int);
CREATE TABLE pairs (a int, b int);
CREATE TABLE doubled (w text);
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER keeps BEFORE UPDATE ON pairs FOR EACH ROW EXECUTE FUNCTION keep();
INSERT INTO "odd ""name" (w, j, b, f, d, a)
    SELECT 'wörd ' || i || chr(128512), '{"a": [1, null]}', '\\x00ff',
    i / 3.0, '1 day 2 hours', ARRAY['x', NULL] FROM generate_series(1, 500) i;
INSERT INTO doubled VALUES ('twice'), ('twice'), (NULL);
"""


@pytest.fixture(scope="module")
def server() -> Iterator[RunningServer]:
    """A server with one database full of awkward things."""
    with temporary_data_folder() as folder, open_server(folder, durable=False, environ=ENVIRON) as running:
        with psycopg.connect(running.url()) as connection:
            connection.execute(SCHEMA)
        yield running


@pytest.fixture
def backup(server: RunningServer, tmp_path: Path) -> Path:
    """A backup of it."""
    write_backup(server.url(), tmp_path / "backup.zip", version="1")
    return tmp_path / "backup.zip"


def test_every_row_is_equal_after_a_restore(server: RunningServer, backup: Path) -> None:
    """F10: restore into an empty database, compare digests per table, 0 differences."""
    with scratch_database(server.url()) as url:
        manifest = restore_backup(url, backup)
        assert compare(url, manifest) == compare(server.url(), manifest) == []
        with psycopg.connect(url) as connection:
            assert connection.execute('SELECT nextval(\'"odd ""name_id_seq"\')').fetchone() == (501,)
            connection.execute("SET ROLE ownwords_web")
            assert connection.execute('SELECT count(*) FROM "odd ""name"').fetchone() == (495,)
    assert {table.name: table.rows for table in manifest.tables} == {
        'public.odd "name': 500,
        "public.doubled": 3,
        "public.pairs": 0,
        "side room.empty": 0,
    }


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            "UPDATE doubled SET w = 'Twice' WHERE ctid = '(0,1)'",
            "doubled has the same number of rows, but",
        ),
        ("INSERT INTO pairs VALUES (1, 2)", "public.pairs has 1 rows, not 0"),
        ("DELETE FROM doubled WHERE w IS NULL", "public.doubled has 2 rows, not 3"),
        ("DROP TABLE pairs", "public.pairs is missing"),
        ("CREATE TABLE more ()", "public.more is new"),
        ('SELECT setval(\'"odd ""name_id_seq"\', 1)', "A counter"),
    ],
)
def test_the_comparison_sees_one_changed_letter(
    server: RunningServer, backup: Path, change: str, says: str
) -> None:
    """A comparison that cannot fail shows nothing."""
    with scratch_database(server.url()) as url:
        manifest = restore_backup(url, backup)
        with psycopg.connect(url) as connection:
            connection.execute(change)
        assert says in " ".join(compare(url, manifest))


def test_a_backup_made_while_people_save_holds_one_moment(server: RunningServer, tmp_path: Path) -> None:
    """Nothing lost: consistent while the server runs. Each save writes a pair that must not be torn."""
    enough = threading.Event()

    def save() -> None:
        with psycopg.connect(server.url(), autocommit=True) as connection:
            for number in range(100_000):
                if enough.is_set():
                    return
                with connection.transaction():
                    connection.execute("INSERT INTO pairs VALUES (%s, 0)", [number])
                    connection.execute("INSERT INTO pairs VALUES (0, %s)", [number])

    saving = threading.Thread(target=save)
    saving.start()
    try:
        manifest = write_backup(server.url(), tmp_path / "busy.zip", version="1")
    finally:
        enough.set()
        saving.join()
    with scratch_database(server.url()) as url:
        restore_backup(url, tmp_path / "busy.zip")
        assert compare(url, manifest) == []
        with psycopg.connect(url) as connection:
            torn = "SELECT count(*) % 2, sum(a) - sum(b) FROM pairs"
            assert connection.execute(torn).fetchone() in ((0, 0), (0, None))
    with psycopg.connect(server.url()) as connection:
        connection.execute("TRUNCATE pairs")


def test_a_backup_file_is_for_its_owner_alone_and_replaces_the_old_one_whole(
    server: RunningServer, backup: Path
) -> None:
    """It holds everybody's records; half a file never has the name."""
    first = backup.read_bytes()
    write_backup(server.url(), backup, version="2")
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert backup.read_bytes() != first
    assert [path.name for path in backup.parent.iterdir()] == ["backup.zip"]


def test_a_database_that_is_not_empty_is_refused(server: RunningServer, backup: Path) -> None:
    """Nothing is overwritten by accident."""
    with pytest.raises(EngineFault, match="not empty"):
        restore_backup(server.url(), backup)


def test_replacing_takes_the_place_of_what_was_there(server: RunningServer, backup: Path) -> None:
    """`restore --replace`."""
    with scratch_database(server.url()) as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE old (n int); CREATE TABLE pairs (other text)")
        manifest = restore_backup(url, backup, replace=True)
        assert compare(url, manifest) == []


def test_replacing_under_a_running_service_is_refused(server: RunningServer, backup: Path) -> None:
    """Somebody may be typing."""
    with (
        scratch_database(server.url()) as url,
        psycopg.connect(url),
        pytest.raises(EngineFault, match=r"1 other sessions use the database. Stop Ownwords first"),
    ):
        restore_backup(url, backup, replace=True)


def test_a_restore_that_fails_leaves_everything_as_it_was(server: RunningServer, backup: Path) -> None:
    """The count in the manifest is wrong, so the whole transaction is undone."""
    with zipfile.ZipFile(backup) as whole:
        manifest, dump = json.loads(whole.read("manifest.json")), whole.read("database.dump")
    manifest["tables"][0]["rows"] += 1
    with zipfile.ZipFile(backup, "w") as whole:
        whole.writestr("manifest.json", json.dumps(manifest))
        whole.writestr("database.dump", dump)
    with scratch_database(server.url()) as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE old (n int); INSERT INTO old VALUES (7)")
        with pytest.raises(EngineFault, match=r"Nothing was restored.*as it was"):
            restore_backup(url, backup, replace=True)
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT n FROM old").fetchall() == [(7,)]
        assert tables_in(url) == 1


def test_a_dump_that_was_exchanged_inside_a_whole_file_is_refused(
    server: RunningServer, backup: Path
) -> None:
    """F18: the ZIP's own check only knows that the file was written as it is."""
    with zipfile.ZipFile(backup) as whole:
        manifest, dump = whole.read("manifest.json"), bytearray(whole.read("database.dump"))
    dump[len(dump) // 2] ^= 1
    with zipfile.ZipFile(backup, "w") as whole:
        whole.writestr("manifest.json", manifest)
        whole.writestr("database.dump", bytes(dump))
    with pytest.raises(EngineFault), open_backup(backup):
        pass


def test_rows_that_differ_are_said_though_their_number_agrees(server: RunningServer, backup: Path) -> None:
    """The restore is compared row for row: a count alone would not notice."""
    with zipfile.ZipFile(backup) as whole:
        manifest, dump = json.loads(whole.read("manifest.json")), whole.read("database.dump")
    table = manifest["tables"][0]
    table["digest"] = table["digest"][::-1] + "0"
    with zipfile.ZipFile(backup, "w") as whole:
        whole.writestr("manifest.json", json.dumps(manifest))
        whole.writestr("database.dump", dump)
    with scratch_database(server.url()) as url, pytest.raises(EngineFault, match="differs"):
        restore_backup(url, backup)


@pytest.mark.parametrize("damage", ["cut", "flipped", "text", "empty", "missing", "other zip"])
def test_a_damaged_file_is_refused_before_anything_is_touched(
    server: RunningServer, backup: Path, damage: str
) -> None:
    """F18: refused with a reason."""
    raw = bytearray(backup.read_bytes())
    if damage == "cut":
        backup.write_bytes(raw[: len(raw) // 2])
    elif damage == "flipped":
        raw[len(raw) // 2] ^= 1
        backup.write_bytes(raw)
    elif damage == "text":
        backup.write_text("dear diary")
    elif damage == "empty":
        backup.write_bytes(b"")
    elif damage == "missing":
        backup.unlink()
    else:
        with zipfile.ZipFile(backup, "w") as whole:
            whole.writestr("letter.txt", "hello")
    with scratch_database(server.url()) as url:
        with pytest.raises(EngineFault, match=r"is no backup, or it is damaged|is damaged|There is no file"):
            restore_backup(url, backup)
        assert tables_in(url) == 0


def test_a_place_that_cannot_be_written_is_said_in_words(server: RunningServer, tmp_path: Path) -> None:
    """A folder that is not there."""
    with pytest.raises(EngineFault, match="does not exist"):
        write_backup(server.url(), tmp_path / "nowhere" / "backup.zip", version="1")


def test_replacing_with_a_backup_whose_rows_differ_gives_up_nothing(
    server: RunningServer, backup: Path
) -> None:
    """Nothing lost: the backup is tried in a database of its own before anything is removed."""
    with zipfile.ZipFile(backup) as whole:
        manifest, dump = json.loads(whole.read("manifest.json")), whole.read("database.dump")
    for table in manifest["tables"]:
        table["digest"] = "0" * len(table["digest"])
    with zipfile.ZipFile(backup, "w") as whole:
        whole.writestr("manifest.json", json.dumps(manifest))
        whole.writestr("database.dump", dump)
    with scratch_database(server.url()) as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE old (n int); INSERT INTO old VALUES (7)")
        with pytest.raises(EngineFault, match="differs"):
            restore_backup(url, backup, replace=True)
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT n FROM old").fetchall() == [(7,)]
