"""A definition in four parts survives a `Description` that knows only text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.refi.model.definition import LABELS, Definition, read_definition

PART = st.lists(st.text(max_size=8) | st.sampled_from([*LABELS, "  "]), max_size=4).map("\n".join)


@given(st.builds(Definition, PART, PART, PART, PART))
def test_any_definition_comes_back_from_its_text(definition: Definition) -> None:
    """inquiry 13, 3.1: structured definitions in `Description` in a form that is read again."""
    assert read_definition(definition.text()) == definition


@given(st.text() | PART)
def test_reading_and_writing_again_settles_at_once(text: str) -> None:
    """inquiry 24."""
    once = read_definition(text).text()
    assert read_definition(once).text() == once


def test_the_form_can_be_read_by_people_in_any_program() -> None:
    """inquiry 13: what it is, when to use, when not, an example."""
    whole = Definition("Being heard.", "Somebody says\nthey were listened to.", "", "I was heard")
    assert whole.text() == (
        "What it is: Being heard.\nWhen to use: Somebody says\n  they were listened to.\nExample: I was heard"
    )


@pytest.mark.parametrize(
    "text", ["", "Use it when somebody speaks about it.\nNot else.", "Note: What it is: no"]
)
def test_a_description_of_another_program_is_what_the_code_is_letter_for_letter(text: str) -> None:
    """inquiry 3.1."""
    assert read_definition(text) == Definition(what=text)
    assert read_definition(text).text() == text
