"""Log lines can be read by programs, and nobody writes a line of their own into them."""

from __future__ import annotations

import json
import logging

import pytest

from ownwords.config.logs import formatter


@pytest.mark.parametrize(
    "typed", ['a\n{"level": "info", "event": "signed in"}', "a\r\nb", "a\x1b[2Jb", '"}', "\u2028"]
)
def test_a_line_stays_one_line_whatever_is_in_it(typed: str) -> None:
    """ASVS 16.4.1: words from outside cannot pretend to be a line of the log."""
    record = logging.LogRecord("django.request", logging.WARNING, "f.py", 1, "Not Found: %s", (typed,), None)
    line = formatter().format(record)
    assert len(line.split("\n")) == 1
    assert "\r" not in line
    assert "\x1b" not in line
    said = json.loads(line)
    assert said["event"] == f"Not Found: {typed}"
    assert (said["level"], said["logger"]) == ("warning", "django.request")
