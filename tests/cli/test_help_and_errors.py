"""Every command explains itself without touching anything, and fails in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from ownwords.cli.main import cli
from ownwords.cli.words import Refusal, run_in_words
from tests.cli.helpers import ROOT, environment, ownwords

ALL_HELP = """
import io, sys
from contextlib import redirect_stdout
from ownwords.cli.lazy import LazyGroup
from ownwords.cli.main import cli
from ownwords.cli.words import run_in_words

def walk(command, path):
    with redirect_stdout(io.StringIO()) as said:
        assert run_in_words(cli, [*path, "--help"]) == 0, path
    assert "Usage: ownwords" in said.getvalue(), path
    print(" ".join(path))
    for name in getattr(command, "list_commands", lambda _: ())(None):
        walk(command.get_command(None, name), [*path, name])

walk(cli, [])
assert "django" not in sys.modules, "Django was loaded"
"""


def test_help_of_every_command_starts_no_database_and_loads_no_django(tmp_path: Path) -> None:
    """From nothing to running: each command has --help; a command that only computes starts no database."""
    done = subprocess.run(
        [sys.executable, "-c", ALL_HELP],
        capture_output=True,
        text=True,
        env=environment(tmp_path / "data"),
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    verbs = {"serve", "demo", "migrate", "check", "people import", "account create"}
    assert verbs | {"backup", "restore", "export person"} <= set(done.stdout.splitlines())
    assert not (tmp_path / "data").exists()


def test_an_unknown_command_is_refused_with_status_2(tmp_path: Path) -> None:
    """The shell's own convention for a wrongly asked question."""
    done = ownwords(tmp_path, "serv")
    assert done.returncode == 2
    assert "No such command 'serv'" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_settings_are_all_named_and_nothing_starts(tmp_path: Path) -> None:
    """From nothing to running: validated at start with a message naming the variable."""
    done = ownwords(tmp_path / "data", "serve", OWNWORDS_PORT="x", OWNWORDS_MODE="production")
    assert done.returncode == 1
    for name in ("OWNWORDS_PORT", "OWNWORDS_SECRET_KEY", "OWNWORDS_ORIGIN", "DATABASE_URL"):
        assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


def failing(error: BaseException) -> click.Command:
    """Return a command that fails in one way."""

    @click.command()
    def command() -> None:
        raise error

    return command


def test_an_unforeseen_error_gives_a_reference_and_its_trace_goes_to_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No stack trace for humans; whoever mends it finds it in the data folder."""
    monkeypatch.setenv("OWNWORDS_DATA_DIR", str(tmp_path))
    assert run_in_words(failing(ZeroDivisionError("inner words")), []) == 1
    said = capsys.readouterr().err
    assert "Something unforeseen happened (ZeroDivisionError), reference " in said
    assert "inner words" not in said
    (file,) = (tmp_path / "errors").iterdir()
    assert file.stem in said
    assert "inner words" in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (Refusal("No, because."), 1, "No, because."),
        (KeyboardInterrupt(), 130, "Stopped."),
        (click.Abort(), 130, "Stopped."),
        (FileNotFoundError(2, "No such file or directory", "x.csv"), 1, "x.csv: No such file or directory."),
    ],
)
def test_expected_errors_are_sentences(
    error: BaseException, status: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """From nothing to running: exits non-zero on failure, prints errors for humans."""
    assert run_in_words(failing(error), []) == status
    assert says in capsys.readouterr().err


def test_the_list_of_commands_needs_none_of_them() -> None:
    """Listing is quick and works when one command is broken."""
    context = click.Context(cli)
    assert "backup" in cli.get_help(context)
