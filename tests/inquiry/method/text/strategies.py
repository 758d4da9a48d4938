"""Texts as people and programs write them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

#: Emoji with joiners and skin tones, combining accents in both orders, CJK, Arabic, Hebrew, Thai, quotes, odd spaces.
SIGNS = [
    *"aeiouz AZ09 .,;!?'\"&<>{}\\/-",
    "e\u0301",
    "é",
    "a\u0323\u0307",
    "😀",
    "👩🏽‍⚕️",
    "🏳️‍🌈",
    "𝒳",
    "漢字",
    "かな",
    "한글",
]
SIGNS += [
    "مرحبا",
    "שלום",
    "ไทย",
    "’",
    "“",
    "”",
    "–",
    "…",
    "£",
    "€",
    "\u00a0",
    "\u200d",
    "\u200f",
    "\u2028",
    "ﬁ",
    "ß",
    "\ufeff",
]


def lines(least: int = 1) -> st.SearchStrategy[str]:
    """Return one line of words: no space at its edges or twice, since several formats show those once."""
    line = st.lists(st.sampled_from(SIGNS), min_size=least, max_size=30).map("".join)
    any_line = st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029\ufffe\uffff"),
        min_size=least,
    )
    return (
        st.one_of(line, any_line)
        .map(lambda text: re.sub(" +", " ", text).strip(" \ufeff"))
        .filter(_has_words)
    )


def _has_words(text: str) -> bool:
    return bool(text.strip()) and "-->" not in text and not text.startswith("{\\")


def texts() -> st.SearchStrategy[str]:
    """Return texts of one or more lines."""
    return st.lists(lines(), min_size=1, max_size=6).map("\n".join)
