"""Every text comes through every format as it is, code point for code point."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from ownwords.inquiry.method.text.reading import read
from tests.inquiry.method.text.made import docx, html, odt, rtf, srt, vtt
from tests.inquiry.method.text.strategies import texts

#: .vtt and .srt: a line that is a number alone before a timing is the next cue's, and `-->` is a timing.
MAKERS: dict[str, Callable[[str], bytes]] = {
    "txt": lambda text: text.encode(),
    "md": lambda text: text.encode(),
    "docx": docx,
    "rtf": rtf,
    "odt": odt,
    "vtt": lambda text: vtt([(1, 2, text)]),
    "srt": lambda text: srt([(1, 2, text.replace("<", "‹").replace("{", "("))]),
    "html": html,
}


@pytest.mark.parametrize("extension", MAKERS)
def test_any_text_comes_in_unchanged(extension: str) -> None:
    """inquiry 1: emoji, combining accents, CJK and Arabic, code point for code point."""

    @settings(deadline=None, max_examples=40 if extension == "docx" else 80)
    @given(texts())
    def unchanged(text: str) -> None:
        wanted = text.replace("<", "‹").replace("{", "(") if extension == "srt" else text
        assert read(MAKERS[extension](text), f"talk.{extension}").text == wanted

    unchanged()


@pytest.mark.parametrize("extension", MAKERS)
@pytest.mark.parametrize(
    "text",
    [
        "the team heard what people said. " * 1515 + "it’s",
        "a café, twenty signs",
        "once 👩🏽‍⚕️ " + "word " * 9000 + "end",
    ],
    ids=["one curly quote", "one accent", "one emoji"],
)
def test_rare_signs_in_plain_english_are_not_lost(extension: str, text: str) -> None:
    """inquiry 1: 50,000 ASCII characters and one curly quote; 20 characters and one é."""
    found = read(MAKERS[extension](text), f"talk.{extension}")
    assert found.text == text
    assert not found.guessed


def test_accents_stay_as_they_were_written() -> None:
    """inquiry 1: é and e with a combining accent stay two things; nothing is normalised."""
    assert [len(read(word.encode(), "a.txt").text) for word in ("caf\u00e9", "cafe\u0301")] == [4, 5]
