"""Two dated copies compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.connections.method.copies import CopiedItem, Copy, compare
from ownwords.connections.method.network import MapFault, What
from tests.connections.method.strategies import kinds, rings, ties, yes_no


@st.composite
def copies(draw: st.DrawFn) -> Copy:
    """A copy of up to six items, with ids that come again."""
    ids = draw(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6))
    items = tuple(
        CopiedItem(
            id_, draw(st.sampled_from(("Al", "Bo"))), draw(st.sampled_from((What.PERSON, None))), draw(kinds),
            draw(rings), gives=draw(yes_no),
        )
        for id_ in ids
    )  # fmt: skip
    return Copy(items, draw(ties(ids)))


def test_a_worked_example() -> None:
    """connecting R6: added, gone, moved with both rings, changed words, unchanged, links."""
    before = Copy(
        (
            CopiedItem("a", "Al", ring=1),
            CopiedItem("b", "Bo", ring=2),
            CopiedItem("c", "Cy"),
            CopiedItem("d", "Di"),
        ),
        (("a", "b"), ("c", "d")),
    )
    after = Copy(
        (CopiedItem("e", "Ed"), CopiedItem("c", "Cyril"), CopiedItem("b", "Bob"), CopiedItem("a", "Al", ring=1)),
        (("b", "a"), ("a", "c")),
    )  # fmt: skip
    found = compare(before, after)
    assert [item.id for item in found.added] == ["e"]
    assert [item.id for item in found.gone] == ["d"]
    assert [(pair.after.id, pair.from_ring, pair.to_ring, pair.differs) for pair in found.moved] == [
        ("b", 2, None, ("label",))
    ]
    assert [(pair.after.id, pair.differs) for pair in found.changed] == [("c", ("label",))]
    assert [item.id for item in found.unchanged] == ["a"]
    assert (found.links_added, found.links_gone) == ((("a", "c"),), (("c", "d"),))
    assert not found.same


@given(copies(), copies())
def test_every_item_stands_in_exactly_one_group(before: Copy, after: Copy) -> None:
    """connecting R6."""
    found = compare(before, after)
    groups = [
        *(item.id for item in (*found.added, *found.gone, *found.unchanged)),
        *(pair.after.id for pair in (*found.moved, *found.changed)),
    ]
    assert len(groups) == len(set(groups))
    assert set(groups) == {item.id for item in (*before.items, *after.items)}


@given(copies(), copies())
def test_the_other_way_round_added_is_gone_and_moves_go_back(before: Copy, after: Copy) -> None:
    """connecting R6."""
    one, other = compare(before, after), compare(after, before)
    assert (one.added, one.gone) == (other.gone, other.added)
    assert (one.links_added, one.links_gone) == (other.links_gone, other.links_added)
    assert {(p.after.id, p.from_ring, p.to_ring) for p in one.moved} == {
        (p.after.id, p.to_ring, p.from_ring) for p in other.moved
    }
    assert {p.after.id: p.differs for p in one.changed} == {p.after.id: p.differs for p in other.changed}
    assert {item.id for item in one.unchanged} == {item.id for item in other.unchanged}


@given(copies())
def test_a_copy_does_not_differ_from_itself(one: Copy) -> None:
    """connecting R6: also with its items in another order, and links the other way round."""
    again = Copy(one.items[::-1], tuple(link[::-1] for link in one.links))
    assert compare(one, again).same
    assert compare(one, Copy()).gone == one.items


def test_an_item_that_stands_twice_is_refused() -> None:
    """Bad input."""
    with pytest.raises(MapFault, match=r"after\.items\[1\]\.id: 'a' stands twice"):
        compare(Copy(), Copy((CopiedItem("a"), CopiedItem("a"))))
