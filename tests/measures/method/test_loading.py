"""A definition is complete or it is refused with everything that is missing."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from ownwords.measures.method.confirming import confirm
from ownwords.measures.method.definitions import Direction
from ownwords.measures.method.loading import read_instrument
from ownwords.measures.method.unconfirmed import unconfirmed
from ownwords.people.method.definition_file import IncompleteDefinition

WHOLE = """
key = "made-up"
name = "Made-up"
full_name = "A made-up form"
edition = "first"
checked = "2026-11"
measures = "Nothing"
why = "For a test"
minutes = 1
direction = "up"
doubts = []
[items]
count = 2
low = 0
high = 4
reversed = ["2"]
[[scores]]
key = "total"
name = "Total"
items = ["1-2"]
combine = "sum"
low = 0
high = 8
formula = { citation = "Here" }
no_bands = "none published"
[[scores.rules]]
version = "1"
most_missing = 0
source = { citation = "Here" }
[scores.cut_off]
at = 4
source = { citation = "Here" }
[scores.reliable_change]
points = 2
sd = 1.5
reliability = 0.8
variant = "jacobson-truax"
source = { citation = "Here" }
[licence]
class = "A"
holder = "Nobody"
terms = "Free"
source = { citation = "Here" }
[[sources]]
citation = "Here"
"""


def faults(text: str) -> tuple[str, ...]:
    """Return everything that is wrong with a definition."""
    with pytest.raises(IncompleteDefinition) as refused:
        read_instrument(text, "made-up.toml")
    assert refused.value.where == "made-up.toml"
    return refused.value.problems


def without(line: str) -> str:
    """Return the definition without one line, which has to be there."""
    assert line in WHOLE
    return WHOLE.replace(f"{line}\n", "", 1)


def test_a_complete_definition_is_read_with_its_digest() -> None:
    """measures 1."""
    made = read_instrument(WHOLE, "made-up.toml")
    assert made.direction is Direction.UP
    assert [item.reversed for item in made.items] == [False, True]
    assert made.score().rule.missing.most == 0
    assert len(made.digest) == 64
    assert made.digest != read_instrument(WHOLE + "# more\n", "made-up.toml").digest


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("count = 2", "items.count is missing"),
        ("low = 0\nhigh = 4", "items.low is missing"),
        ('direction = "up"', "direction is missing"),
        ('reversed = ["2"]', "items.reversed is missing"),
        ("most_missing = 0", "scores[1].rules[1].most_missing is missing"),
        ('no_bands = "none published"', "scores[1].no_bands is missing"),
        ("points = 2", "scores[1].reliable_change.points is missing"),
        ("sd = 1.5", "scores[1].reliable_change.unstated is missing"),
        ("reliability = 0.8", "scores[1].reliable_change.unstated is missing"),
        ('variant = "jacobson-truax"', "scores[1].reliable_change.variant is missing"),
        ('class = "A"', "licence.class is missing"),
        ('formula = { citation = "Here" }', "scores[1].formula is missing"),
        ('[[sources]]\ncitation = "Here"', "sources is missing"),
    ],
)
def test_each_thing_that_is_missing_is_named_with_its_place(line: str, told: str) -> None:
    """measures 1: a load without any of these fails."""
    assert told in faults(without(line))


@pytest.mark.parametrize("part", ["cut_off", "reliable_change"])
def test_a_threshold_is_there_or_it_is_said_why_not(part: str) -> None:
    """measures 1: an explicit "none", never silence."""
    start = WHOLE.index(f"[scores.{part}]")
    cut = WHOLE[:start] + WHOLE[WHOLE.index("[", start + 2) :]
    assert f"scores[1].no_{part} is missing" in faults(cut)
    assert (
        read_instrument(cut.replace("no_bands =", f'no_{part} = "none published"\nno_bands ='), "x")
        .score()
        .no_cut_off
        or part == "reliable_change"
    )


def test_everything_that_is_missing_is_told_at_once() -> None:
    """measures 1: one look at the list, one round of mending."""
    bare = 'key = "x"\n[licence]\nholder = "y"\n'
    told = faults(bare)
    assert len(told) > 12
    assert {"name is missing", "items is missing", "scores is missing", "licence.class is missing"} <= set(
        told
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("high = 8", "high = 12", "but its items give 0 to 8"),
        ("most_missing = 0", "most_missing = 2", "2 of 2 items cannot be missing"),
        ('items = ["1-2"]', 'items = ["1-3"]', "there is no item 3"),
        ('reversed = ["2"]', 'reversed = ["7"]', "there is no item '7'"),
        ('class = "A"', 'class = "C"', "needs a reference"),
        ('direction = "up"', 'direction = "sideways"', "not one of up, down"),
        ("minutes = 1", "minutes = 1\nminuts = 2", "minuts is not known here"),
        ("minutes = 1", "minutes = 1\nshipped_on = true", "needs the words of every item"),
        ("points = 2", 'points = "2"', "points is no number"),
        (
            'formula = { citation = "Here" }',
            'formula = { citation = "Here", unconfirmed = true }',
            "doubts is empty",
        ),
        ("doubts = []", 'doubts = []\nspecial = "magic"', "special is 'magic'"),
    ],
)
def test_what_contradicts_itself_is_refused(before: str, after: str, told: str) -> None:
    """measures 1 and 2.2: ranges from the web are no evidence, so they are worked out from the items."""
    assert before in WHOLE
    assert any(told in problem for problem in faults(WHOLE.replace(before, after, 1)))


def test_words_of_a_form_that_may_not_be_shipped_are_refused() -> None:
    """measures 8."""
    worded = WHOLE.replace('class = "A"', 'class = "C"\nneeds_reference = true')
    worded = worded.replace('reversed = ["2"]', 'reversed = ["2"]\ntexts = ["one", "two"]')
    assert any("class C has no words" in problem for problem in faults(worded))


def test_every_shipped_definition_is_complete() -> None:
    """measures 1: count, ranges, direction, reversed, missing rule, thresholds, licence class, for each of them."""
    folder = resources.files("ownwords.measures").joinpath("data/instruments")
    files = [one for one in folder.iterdir() if one.name.endswith(".toml")]
    assert len(files) == 30
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert read_instrument(text, file.name).key == tomllib.loads(text)["key"]


def test_what_is_unconfirmed_is_confirmed_one_fact_at_a_time_with_a_note() -> None:
    """recovery-support RS-20: turning a threshold on needs a note of the source."""
    doubtful = WHOLE.replace("doubts = []", 'doubts = ["recalled"]').replace(
        'at = 4\nsource = { citation = "Here" }', 'at = 4\nsource = { citation = "Here", unconfirmed = true }'
    )
    made = read_instrument(doubtful, "x")
    assert [fact.fact for fact in unconfirmed(made)] == ["total.cut_off"]
    with pytest.raises(ValueError, match="where it was read"):
        confirm(made, {"total.cut_off": " "})
    with pytest.raises(KeyError, match=r"total\.bands"):
        confirm(made, {"total.bands": "page 3"})
    sure = confirm(made, {"total.cut_off": "manual of 2026, page 3"})
    assert unconfirmed(sure) == ()
    assert sure.score().cut_off is not None
    assert sure.score().cut_off.source.note == "manual of 2026, page 3"
