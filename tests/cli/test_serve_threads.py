"""How the web server is started."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from bench import run as bench
from ownwords.cli.serve import THREADS, web_command


def option(argv: list[str], name: str) -> str:
    """Return the value of an option."""
    return argv[argv.index(f"--{name}") + 1]


def test_a_worker_answers_two_at_once_so_that_a_long_file_keeps_nobody_waiting() -> None:
    """inquiry 30: a second person's page answers while the first exports everything."""
    found = cast(Any, SimpleNamespace(bind="127.0.0.1", port=8000, workers=3))
    argv = web_command(found)
    assert THREADS == 2
    assert (option(argv, "blocking-threads"), option(argv, "workers")) == ("2", "3")
    assert argv[-1] == "ownwords.config.wsgi:application"


def test_it_is_measured_as_it_runs() -> None:
    """inquiry 30: the benches start the server with as many threads."""
    assert bench.THREADS == THREADS
