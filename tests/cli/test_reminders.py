"""`reminders send`: one round for cron, and the rounds that a running service makes by itself."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ownwords.cli import serve
from tests.cli.helpers import ownwords

pytestmark = pytest.mark.xdist_group("service")


def test_one_round_says_what_became_of_it(service: Path) -> None:
    """refocus R17: for cron or a systemd timer; nobody asked for anything, so nothing is sent."""
    done = ownwords(service, "reminders", "send", "--once")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "0 decided, 0 sent, 0 to be tried again, 0 given up.\n"


def test_a_wrong_interval_is_a_wrong_question(service: Path) -> None:
    """Bad input: no rounds without a pause between them."""
    done = ownwords(service, "reminders", "send", "--every", "0")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_running_service_makes_a_round_every_few_minutes_one_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """refocus R17: nothing else has to be set up. A round that still runs is not joined by another."""
    started: list[list[str]] = []
    running = SimpleNamespace(poll=lambda: None, terminate=lambda: None, wait=lambda _patience: None)

    def start(argv: list[str], **_options: Any) -> Any:
        started.append(argv)
        return running

    clock = {"now": 0.0}
    monkeypatch.setattr(serve.subprocess, "Popen", start)
    monkeypatch.setattr(serve.time, "monotonic", lambda: clock["now"])
    rounds = serve.Rounds({})
    for now, expected in ((1.0, 0), (61.0, 1), (400.0, 1)):
        clock["now"] = now
        rounds.tick()
        assert len(started) == expected
    running.poll = lambda: 0
    rounds.tick()
    assert len(started) == 2
    assert started[0][-3:] == ["reminders", "send", "--once"]
    rounds.stop()
