"""F10: a backup made under load is one moment; restored into nothing, every row of every table is the same."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from ownwords.engine import attach_or_open, temporary_data_folder
from tests.faults.service import Service, program
from tests.faults.test_kill import Writer, words_of

TABLES = """SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1"""


def digests(folder: Path) -> dict[str, tuple[object, ...]]:
    """Return table -> (rows, digest over every column of every row), taken without the program's own comparison."""
    environ = {"PATH": os.environ["PATH"]}
    with (
        attach_or_open(folder, allow_root=True, environ=environ) as server,
        psycopg.connect(server.url()) as link,
    ):
        tables = [str(row[0]) for row in link.execute(TABLES)]
        every_row = "string_agg(t::text, E'\\n' ORDER BY t::text COLLATE \"C\")"
        query = f"SELECT count(*), md5(coalesce({every_row}, '')) FROM {{}} t"
        return {table: link.execute(query.format(table)).fetchone() or () for table in tables}  # type: ignore[arg-type]


def backup(service: Service, file: Path) -> dict[str, object]:
    """Make a backup beside the running program."""
    done = program(service.folder, "-m", "ownwords", "backup", str(file), "--json")
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_a_backup_under_load_restores_to_one_moment(
    lasting: Service, tmp_path: Path, times: Callable[[int, int], int]
) -> None:
    """platform F10; nothing lost: consistent while the server runs; nothing that was saved before is missing."""
    for round_ in range(times(1, 10)):
        writers = [Writer(lasting, first + round_ * 10_000) for first in (3_000_000, 4_000_000)]
        for writer in writers:
            writer.start()
        while not all(len(writer.acknowledged) > 5 for writer in writers):
            assert all(writer.is_alive() for writer in writers)
        before = {number for writer in writers for number in list(writer.acknowledged)}
        backup(lasting, tmp_path / "busy.zip")
        for writer in writers:
            writer.enough.set()
            writer.join()
        with temporary_data_folder() as empty:
            done = program(empty, "-m", "ownwords", "restore", str(tmp_path / "busy.zip"), "--json")
            assert done.returncode == 0, done.stderr
            restored = Service(empty, lasting.person_id)
            kept = {str(row[0]) for row in restored.sql("SELECT words FROM record_entry")}
            assert {words_of(number) for number in before} <= kept
            halves = """SELECT count(*) FROM record_entry e WHERE
              NOT EXISTS (SELECT 1 FROM record_entryevent v WHERE v.pgh_obj_id = e.id)
              OR e.words LIKE 'Entry %%'
                AND NOT EXISTS (SELECT 1 FROM ledger_act a WHERE a.thing_id = e.id AND a.verb = 'entry_added')"""
            assert restored.sql(halves) == [(0,)]


def test_every_row_of_every_table_is_equal_after_a_restore(lasting: Service, tmp_path: Path) -> None:
    """platform F10: restore into an empty folder, compare digests per table: 0 differences."""
    file = tmp_path / "quiet.zip"
    before = digests(lasting.folder)
    facts = backup(lasting, file)
    with temporary_data_folder() as empty:
        done = program(empty, "-m", "ownwords", "restore", str(file), "--json")
        assert done.returncode == 0, done.stderr
        after = digests(empty)
    rows = sum(int(str(row[0])) for row in before.values())
    print(f"\n{len(before)} tables, {rows} rows, 0 differences")
    assert after == before
    assert facts["rows"] == rows


@pytest.mark.parametrize("damage", ["cut off", "one byte", "emptied", "not a backup"])
def test_a_damaged_backup_is_refused_in_words(lasting: Service, tmp_path: Path, damage: str) -> None:
    """platform F10; from nothing to running: errors for humans; what is in the database stays."""
    file = tmp_path / "damaged.zip"
    backup(lasting, file)
    content = bytearray(file.read_bytes())
    if damage == "one byte":
        content[len(content) // 2] ^= 1
    file.write_bytes(
        {"cut off": content[:-2000], "one byte": content, "emptied": b"", "not a backup": b"x" * 5000}[damage]
    )
    with temporary_data_folder() as empty:
        done = program(empty, "-m", "ownwords", "restore", str(file))
        assert done.returncode == 1
        assert re.search("damaged|no backup", done.stderr), done.stderr
        assert "unforeseen" not in done.stderr
