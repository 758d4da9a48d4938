"""Texts made to make patterns slow are read in bounded time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from ownwords.inquiry.method.text.identifying import suggest
from ownwords.inquiry.method.text.limits import Limits
from ownwords.inquiry.method.text.reading import read
from ownwords.inquiry.method.text.refused import CannotRead

MANY = 100_000
TEXTS = {
    "one word": "a" * MANY + "1",
    "spaces": "A" + " " * MANY + "b",
    "spaces before": " " * MANY + "Anna  0:4x",
    "brackets": "[" * MANY,
    "colons": "Anna:" * MANY,
    "times": "00:01:02 " * MANY,
    "digits": "0" * MANY,
    "numbers": "07 " * MANY,
    "at signs": "a.b@" * MANY,
    "capitals": "Anna " * MANY,
    "short lines": "A:\n" * MANY,
    "voices": "<v " * MANY,
    "accents": "e\u0301\u0323" * MANY,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_no_text_makes_reading_slow(text: str, name: str) -> None:
    """inquiry 26: bounded time, whatever the words."""
    began = time.monotonic()
    with suppress(CannotRead):
        read(f"{text} end".encode(), name)
    assert time.monotonic() - began < 8


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_makes_suggestions_slow(text: str) -> None:
    """inquiry 26."""
    began = time.monotonic()
    suggest(text, ["Anna Smith"])
    assert time.monotonic() - began < 8


@pytest.mark.parametrize("mark", ["<v ", "<c ", "<c.", "{\\", "&", "<"])
@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
def test_no_cue_makes_reading_slow(mark: str, name: str) -> None:
    """inquiry 26: marks that never end."""
    began = time.monotonic()
    read(f"WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\n{mark * MANY} end".encode(), name)
    assert time.monotonic() - began < 8


def test_comments_before_a_page_do_not_make_it_slow() -> None:
    """inquiry 26: a look at the first lines that does not try every way to part them."""
    began = time.monotonic()
    read(b"<!---->" * 500 + b"x", "a.txt")
    assert time.monotonic() - began < 4


def test_rich_text_with_more_tokens_than_any_document_is_refused() -> None:
    """inquiry 26."""
    with pytest.raises(CannotRead, match="unpacks to far more"):
        read(b"{\\rtf1 " + b"{}" * 5000, "a.rtf", limits=Limits(elements=1000))
