"""Names that count as the same, and the tree of codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.method.tree import Node, below, in_order


@pytest.mark.parametrize(
    ("name", "same"),
    [("Café  Talk ", "cafe talk"), ("STRASSE", "straße"), ("e\u0301tage", "étage"), ("ﬁt", "FIT")],
)
def test_capitals_accents_and_blanks_do_not_tell_names_apart(name: str, same: str) -> None:
    """inquiry 12."""
    assert folded(name) == folded(same)


@given(st.text())
def test_folding_what_is_folded_changes_nothing(name: str) -> None:
    """inquiry 12: an invariant, so that a kept name and a typed one compare alike."""
    assert folded(folded(name)) == folded(name)


FORESTS = st.integers(0, 12).flatmap(
    lambda n: st.tuples(*(st.one_of(st.none(), st.integers(0, max(0, n - 1))) for _ in range(n)))
)


@given(FORESTS)
def test_every_code_stands_once_in_the_tree_whatever_its_rows_say(parents: tuple[int | None, ...]) -> None:
    """House rule 7: none is lost, also where parents go round in a circle or are missing."""
    nodes = [Node(at, parent, (at, "")) for at, parent in enumerate(parents)]
    assert sorted(one for one, _depth in in_order(nodes)) == list(range(len(parents)))


@given(FORESTS)
def test_a_code_stands_after_its_parent_and_one_deeper(parents: tuple[int | None, ...]) -> None:
    """inquiry: a tree of codes; here only parents that come first, so without circles."""
    nodes = [
        Node(at, parent if parent is not None and parent < at else None, (at, ""))
        for at, parent in enumerate(parents)
    ]
    depths = dict(in_order(nodes))
    order = list(depths)
    for node in nodes:
        if node.parent is None:
            assert depths[node.id] == 0
        else:
            assert depths[node.id] == depths[node.parent] + 1
            assert order.index(node.parent) < order.index(node.id)
        assert below(nodes, node.id) == {other.id for other in nodes if node.id in ancestors(other, nodes)}


def ancestors(node: Node[int], nodes: list[Node[int]]) -> set[int]:
    """Return what a code hangs on, near or far, by walking up."""
    found: set[int] = set()
    while node.parent is not None:
        found.add(node.parent)
        node = nodes[node.parent]
    return found
