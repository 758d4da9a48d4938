"""Elements of practice: complete or refused, and known by the same id for ever."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.people.method.definition_file import IncompleteDefinition
from ownwords.people.method.practice import element_id, practice, read_practice

HEAD = """
version = "1"
edition = "1"
source = "Own"
licence = "Own"
[[groups]]
key = "one"
name = "One"
"""
WHOLE = '[[elements]]\nkey = "walking"\ngroup = "one"\nname = "Walking"\nsays = "People walk together."\n'


def test_the_packaged_elements_cover_relationships_practices_domains_peers_and_connections() -> None:
    """recovery support R1 (four domains), refocus 1.1 (three working practices), peer support P2."""
    kept = practice()
    sizes = {group.key: len(kept.of_group(group.key)) for group in kept.groups}
    assert sizes == {"relationships": 7, "working": 3, "domains": 4, "peers": 1, "connections": 1}
    assert {one.key for one in kept.of_group("working")} == {
        "values-and-preferences",
        "strengths",
        "goal-striving",
    }
    assert len({one.uuid for one in kept.elements}) == len(kept.elements)


def test_an_element_is_known_by_the_same_id_for_ever() -> None:
    """inquiry 18: a link from a finding holds after every later version; so this value is never changed."""
    assert element_id("coaching") == UUID("5df486ab-ceba-5a7c-90bf-0bfcd9f8933a")
    assert {one.uuid for one in practice().elements} == {element_id(one.key) for one in practice().elements}


def test_elements_are_found_by_id_in_their_own_order_and_strangers_are_left_out() -> None:
    """inquiry 18: what a finding speaks to is read back from bare ids."""
    ids = {element_id("strengths"), element_id("coaching"), UUID(int=7)}
    assert [one.key for one in practice().named(ids)] == ["coaching", "strengths"]


def test_a_publication_has_a_year_and_a_doi_only_where_known() -> None:
    """recovery support R1: what is named was read; nothing is filled up."""
    by_key = {one.key: one.follows for one in practice().elements}
    assert by_key["listening"] is None
    assert by_key["citizenship"] is not None
    assert by_key["citizenship"].year == 2011
    assert by_key["citizenship"].doi == ""


def test_a_complete_definition_is_read() -> None:
    """platform: data is read whole or not at all."""
    kept = read_practice(HEAD + WHOLE, "here.toml")
    assert kept.elements[0].follows is None
    assert kept.elements[0].uuid == element_id("walking")


@pytest.mark.parametrize(
    ("added", "said"),
    [
        (WHOLE.replace('name = "Walking"\n', ""), "name is missing"),
        (WHOLE.replace("People walk together.", " "), "says is missing"),
        (WHOLE.replace("together.", "together"), "no end"),
        (WHOLE.replace('"one"', '"two"'), "no group"),
        (WHOLE.replace('"walking"', '"W"'), "no key"),
        (WHOLE + WHOLE, "stands 2 times"),
        (WHOLE + 'source = "A book"\n', "year is missing"),
        (WHOLE + "year = 2015\n", "source is missing"),
        (WHOLE + 'source = "A book"\nyear = 15\n', "no year"),
        (WHOLE + 'source = "A book"\nyear = 2015\ndoi = "x"\n', "no DOI"),
        (WHOLE + 'level = "high"\n', "not known here"),
        (WHOLE + '[[groups]]\nkey = "two"\nname = "Two"\n', "has no element"),
    ],
)
def test_an_incomplete_element_is_refused(added: str, said: str) -> None:
    """platform: half a list is worse than an error at start-up."""
    with pytest.raises(IncompleteDefinition, match=said):
        read_practice(HEAD + added, "here.toml")


@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=40))
def test_two_keys_never_share_an_id(one: str, other: str) -> None:
    """inquiry 18: the id stands for the key."""
    assert (element_id(one) == element_id(other)) is (one == other)
