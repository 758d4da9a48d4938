"""Names: those on the team's own list, and words that look like names because of their capitals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

WORD = re.compile(r"(?<!\w)[^\W\d_]++(?:['’-][^\W\d_]++)*+(?!\w)")
#: A capital here is the sentence's.
SENTENCE_START = re.compile(r"(?:\A|[.!?:…]['\"”’)\]]*\s+|\n\s*|[\"“‘(\[]\s*|[-–—]\s+)\Z")
TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sister father nurse sir dame lord lady aunt uncle".split()
)
#: Capitalised in any text.
COMMON = frozenset(
    "i i'm i’m i've i’ve i'd i’d i'll i’ll monday tuesday wednesday thursday friday saturday sunday january february"
    " march april may june july august september october november december christmas easter english british nhs gp cpn"
    " ok okay tv god uk gps cmht cbt ptsd a the".split()
)
#: Words after which a full stop ends no sentence, beside single letters.
SHORT = TITLES | {"st"}


def listed(text: str, names: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, "listed") of every name of the list as whole words, in capitals or not; longer ones first."""
    known = sorted(
        {" ".join(name.split()) for name in names if name.strip()}, key=lambda name: (-len(name), name)
    )
    if not known:
        return
    alternatives = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in known)
    for found in re.finditer(rf"(?<!\w)(?:{alternatives})(?!\w)", text, re.IGNORECASE):
        yield *found.span(), "listed"


def capitalised(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, "name") of words that look like names: capitals inside a sentence, or after a title.

    A single capitalised word at the start of a sentence is taken only where the same word also stands, capitalised,
    inside one. Scripts without capitals are not found: they need the list.
    """
    found = list(_runs(text))
    inside = {word.casefold() for start, end, within in found if within for word in text[start:end].split()}
    for start, end, within in found:
        if within or " " in text[start:end] or text[start:end].casefold() in inside:
            yield start, end, "name"


def _runs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, whether inside a sentence) of capitalised words in a row that are not common ones."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        name = word[0][0].isupper() and word[0].casefold() not in COMMON
        if run and not (name and _goes_on(text, run[-1], word)):
            yield _run(text, run)
            run = []
        if name and (word.start() == 0 or not text[word.start() - 1].isalnum()):
            run.append(word)
    if run:
        yield _run(text, run)


def _goes_on(text: str, last: re.Match[str], word: re.Match[str]) -> bool:
    between = text[last.end() : word.start()]
    short = len(last[0]) == 1 or last[0].casefold() in SHORT
    return between in (" ", "\u00a0") or (short and between in (". ", "."))


def _run(text: str, run: list[re.Match[str]]) -> tuple[int, int, bool]:
    start, end = run[0].start(), run[-1].end()
    titled = len(run) > 1 and run[0][0].casefold() in TITLES
    return start, end, titled or not SENTENCE_START.search(text, max(0, start - 8), start)
