"""The plan as plain text."""

from __future__ import annotations

import doctest
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.record.method import plain_text
from ownwords.record.method.plain_text import (
    COLUMNS,
    Labels,
    Plan,
    PlanGoal,
    PlanStep,
    Preference,
    Promise,
    lay_out,
    width,
)

text = st.one_of(st.text(max_size=60), st.text(alphabet="tea é\nש我\u0301 ", max_size=200))
plans = st.builds(
    Plan,
    name=text,
    as_of=text,
    strengths=st.lists(text, max_size=3).map(tuple),
    values=st.lists(text, max_size=3).map(tuple),
    preferences=st.lists(st.builds(Preference, text, text, text, text, text), max_size=2).map(tuple),
    goals=st.lists(
        st.builds(
            PlanGoal, text, text, text, text, text, text,
            steps=st.lists(st.builds(PlanStep, text, text, text, text), max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    promises=st.lists(st.builds(Promise, text, text, text), max_size=2).map(tuple),
    in_a_crisis=st.lists(text, max_size=2).map(tuple),
)  # fmt: skip


def words(part: object) -> Iterator[str]:
    """Every word of a plan in the order of its fields."""
    if isinstance(part, str):
        yield from part.split()
    elif isinstance(part, tuple):
        for item in part:
            yield from words(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from words(getattr(part, field.name))


def test_the_examples_in_the_documentation_run() -> None:
    """Docstrings are part of the library; DESIGN 3."""
    assert doctest.testmod(plain_text).failed == 0


def test_the_order_is_fixed_and_strengths_come_first() -> None:
    """recovery-support RS-08."""
    plan = Plan(
        in_a_crisis=("Call my sister",),
        promises=(Promise("Ring the housing office", "Sam", "3 May"),),
        goals=(
            PlanGoal(
                "See my daughter", "Contact with family", "Mine", review="10 May",
                steps=(PlanStep("Look up the bus", "me", "1 May", "Done"),),
            ),
        ),
        preferences=(
            Preference("Medication", "smaller doses", "injections", "they frighten me", "This must be so"),
        ),
        values=("My garden",),
        strengths=("I keep going",),
        name="Ana Lima",
        as_of="1 May 2026",
    )  # fmt: skip
    assert lay_out(plan).splitlines() == [
        "Plan: Ana Lima",
        "1 May 2026",
        "",
        "STRENGTHS",
        "- I keep going",
        "",
        "WHAT MATTERS",
        "- My garden",
        "",
        "HOW I WANT TO BE TREATED",
        "- Medication",
        "  I want: smaller doses",
        "  I do not want: injections",
        "  Because: they frighten me",
        "  How firm: This must be so",
        "",
        "GOALS",
        "- See my daughter",
        "  In a worker's words: Contact with family",
        "  Whose goal: Mine",
        "  We look again: 10 May",
        "  Step: Look up the bus",
        "    who: me",
        "    by: 1 May",
        "    now: Done",
        "",
        "PROMISES",
        "- Ring the housing office",
        "  who: Sam",
        "  by: 3 May",
        "",
        "IN A CRISIS",
        "- Call my sister",
    ]


@given(plans)
def test_every_word_appears_in_order(plan: Plan) -> None:
    """Nothing has to be typed again in the other system; refocus R2."""
    written = iter(lay_out(plan).split())
    for word in words(plan):
        assert any(word == other for other in written), word


@given(plans)
def test_lines_fit_unless_one_word_is_longer(plan: Plan) -> None:
    """76 columns survive pasting into narrow fields."""
    for line in lay_out(plan).split("\n"):
        assert width(line) <= COLUMNS or len(line.split(": ")[-1].split()) <= 2
        assert line == line.rstrip(" ")


def test_an_empty_plan_says_so_under_every_heading() -> None:
    """A blank is shown as a blank, and the order stays; DESIGN house rule 5."""
    assert lay_out(Plan("Ana")).count("Nothing kept here yet.") == 6
    assert lay_out(Plan("Ana", values=(" \n ",))).count("Nothing kept here yet.") == 6


def test_the_persons_words_stand_before_the_rewording() -> None:
    """recovery-support RS-03."""
    shown = lay_out(Plan("Ana", goals=(PlanGoal("my own flat", "independent living"),)))
    assert shown.index("my own flat") < shown.index("independent living")


def test_line_ends_of_the_person_stay() -> None:
    """A poem stays a poem."""
    assert "- one\n  two\n" in lay_out(Plan("Ana", values=("one\n\n  two",)))


def test_labels_can_be_translated() -> None:
    """Every label is data."""
    assert "CRYFDERAU\n- pobi" in lay_out(Plan("Ana", strengths=("pobi",)), Labels(strengths="Cryfderau"))


@pytest.mark.parametrize("long", ["a" * 100_000, "a " * 50_000, "شاي " * 25_000, "👩‍👧 " * 20_000])
def test_long_texts_are_laid_out(long: str) -> None:
    """100,000 characters, right-to-left and emoji; bad input."""
    assert lay_out(Plan("Ana", strengths=(long,))).split().count(long.split()[0]) == len(long.split())
