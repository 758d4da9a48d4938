"""Reference lists about people: complete, sourced, recognised in exports."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.people.method import reference
from ownwords.people.method.definition_file import IncompleteDefinition

BANNED = ("service user", "non-compliant", "failed to attend", "discharged", "dropped out", "manipulative")


def test_every_national_code_stands_exactly_once_and_in_one_group() -> None:
    """Groups add up to the whole, so that a breakdown cannot lose anybody; recovery-support RS-25."""
    listed = reference.ethnic_categories()
    assert [category.code for category in listed.categories] == list("ABCDEFGHJKLMNPRSZ")
    grouped = [category for group in listed.groups for category in listed.of_group(group.key)]
    assert sorted(grouped, key=lambda category: category.code) == list(listed.categories)


def test_every_list_names_edition_source_and_licence() -> None:
    """refocus R21."""
    for listed in (reference.ethnic_categories(), reference.needs(), reference.languages()):
        assert listed.provenance.edition
        assert listed.provenance.source
        assert listed.provenance.licence
        assert listed.own_words


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("A", "A"), ("a1", "A"), ("White - British", "A"), ("WHITE: BRITISH", "A"),
        ("British", "A"), ("z", "Z"),
        ("Mixed - White and Black Caribbean", "D"), ("Asian or Asian British - Indian", "H"),
        ("Chinese", "R"),
        ("Not stated", "Z"), ("Any other ethnic group", "S"), ("99", None), ("Q", None),
        ("", None), ("Cornish", None),
    ],
)  # fmt: skip
def test_an_export_names_a_category_by_code_or_by_label(cell: str, code: str | None) -> None:
    """Exports write "A", "A1" or "White - British"; real input."""
    found = reference.ethnic_categories().recognise(cell)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Polish", "pl"),
        ("polski", "pl"),
        ("CY", "cy"),
        ("bsl", "bfi"),
        ("اردو", "ur"),
        ("Klingon", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_code_english_name_or_own_name(cell: str, code: str | None) -> None:
    """Language of a person; who is who."""
    found = reference.languages().recognise(cell)
    assert (found.code if found else None) == code


@given(st.text(max_size=30))
def test_any_text_is_recognised_or_left_as_own_words(text: str) -> None:
    """Own words are always possible, so nothing may crash on them."""
    reference.ethnic_categories().recognise(text)
    reference.languages().recognise(text)


def test_needs_cover_the_four_kinds() -> None:
    """Accessible Information Standard; who is who."""
    needs = reference.needs()
    assert [group.key for group in needs.groups] == [
        "communication-support",
        "information-format",
        "contact-method",
        "professional-support",
    ]
    assert needs.by_key("large-print") is not None
    assert needs.by_key("unheard-of") is None
    assert reference.languages().by_code("cy") is not None


def test_no_label_uses_a_word_we_do_not_use() -> None:
    """House style: plain adult words."""
    for text in reference.message_ids():
        assert not re.search("|".join(BANNED), text, re.IGNORECASE)


def test_an_incomplete_list_is_refused_and_everything_missing_is_named() -> None:
    """A list without source or with a category in no group is worse than none; refocus R21, RS-25."""
    with pytest.raises(IncompleteDefinition) as refused:
        reference.parse_ethnic_categories(
            'edition = "1"\nown_words = "x"\ngroups = [{key="white", label="White"}]\n'
            'categories = [{code="A", label=" ", group="whit"}, '
            '{code="A", label="b", group="white", colour="c"}]'
        )
    message = str(refused.value)
    for fault in (
        "source is missing",
        "licence is missing",
        "categories[1].label is missing",
        "'whit'",
        "'A' stands 2",
    ):
        assert fault in message
    assert "categories[2].colour is not known here" in message


@pytest.mark.parametrize(
    "text", ["", "=", "languages = 3", "languages = [1]", "groups = []", "own_words = true"]
)
def test_a_file_of_another_shape_is_refused_in_words(text: str) -> None:
    """A damaged file says so at start-up."""
    for parse in (reference.parse_needs, reference.parse_languages, reference.parse_ethnic_categories):
        with pytest.raises(IncompleteDefinition, match=r"missing|cannot be read"):
            parse(text)
