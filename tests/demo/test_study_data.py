"""The data files of the made-up study: read without a database, and refused where something does not stand there."""

from __future__ import annotations

from collections import Counter

import pytest

from ownwords.demo.reading import WrongData
from ownwords.demo.study_checks import check_codes, check_tables
from ownwords.demo.study_places import Laid, place_of
from ownwords.demo.study_reading import material


def test_a_passage_is_found_by_its_words() -> None:
    """Offsets are never typed in; code points are counted."""
    assert place_of("the café", "In 👍 the café.", "x") == (5, 13)
    assert place_of("In … café", "In 👍 the café.", "x") == (0, 13)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("tea", "no such drink"),
        ("tea", "tea and tea"),
        ("tea … we", "we had tea"),
        (" ", "a b"),
        ("aa", "aaa"),
    ],
)
def test_words_that_stand_nowhere_or_twice_or_the_wrong_way_round_are_refused(words: str, text: str) -> None:
    """Twice also where the two overlap."""
    with pytest.raises(WrongData):
        place_of(words, text, "interview-1")


def test_each_talk_is_long_enough_to_read_and_short_enough_to_show() -> None:
    """inquiry 3: 24 turns and more an interview, 60 to 120 a group."""
    found = material()
    for key, text in found.texts.items():
        assert 2_500 <= len(text) <= 5_000
        turns = text.count("\n") + 1
        assert (60 <= turns <= 120) if key.startswith("group") else (24 <= turns <= 40)


def test_the_codebook_is_used_and_its_examples_were_said() -> None:
    """inquiry 13: what it is, when to use it and when not, an example passage."""
    found = material()
    used, said = Counter(one.code for one in found.laid), "\n".join(found.texts.values())
    for branch, code in found.codes():
        assert used[code["key"]] >= 3
        assert code["example"] in said
        assert all(code[part] for part in ("definition", "use_when", "not_when"))
        assert branch["definition"]


def test_passages_overlap_and_the_two_coders_differ_here_and_there() -> None:
    """inquiry 8 and 21: otherwise there is nothing to see on the pages that compare."""
    of_one = [one for one in material().laid if one.text == "group-1"]
    marks = {
        coder: {(one.code, one.start, one.end) for one in of_one if one.coder == coder}
        for coder in ("lead", "second")
    }
    assert marks["lead"] & marks["second"]
    assert marks["lead"] - marks["second"]
    assert marks["second"] - marks["lead"]
    pairs = [(a, b) for a in of_one for b in of_one if a.start < b.start < a.end and a.code != b.code]
    assert pairs


def test_a_code_that_is_not_in_the_codebook_is_refused() -> None:
    """A misspelt code cannot vanish."""
    found = material()
    stray = Laid("group-1", "no-such", "lead", 0, 5, "words")
    with pytest.raises(WrongData, match="no-such"):
        check_codes(found.branches, found.merges, [stray])
    twice = found.laid[0]
    with pytest.raises(WrongData, match="twice"):
        check_codes(found.branches, found.merges, [twice, twice])


def test_a_key_that_nobody_reads_is_refused() -> None:
    """As in every data file of the demonstration."""
    found = material()
    book = {"branch": [{**found.branches[0], "colr": "#000000"}], "merge": []}
    with pytest.raises(WrongData, match="colr"):
        check_tables(found.study, book, {"memo": []})
