"""The drawing of categories: boxes never overlap, lines pass through none, and it is the same every time."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.relating.drawing import LETTERS, LINES, drawn, in_lines
from ownwords.inquiry.method.relating.parts import HEIGHT, WIDTH, Box, Drawing, Edge, Kind, Node


@st.composite
def theories(draw: st.DrawFn) -> tuple[list[Node], list[Edge]]:
    """Some categories, one perhaps the core, and relations between them."""
    number = draw(st.integers(1, 14))
    core = draw(st.integers(-1, number - 1))
    nodes = [Node(str(n), draw(st.text(max_size=60)), n == core) for n in range(number)]
    pairs = st.tuples(st.integers(0, number - 1), st.integers(0, number - 1), st.sampled_from(Kind))
    found = draw(st.lists(pairs, max_size=20, unique=True))
    return nodes, [Edge(str(of), str(to), kind) for of, to, kind in found if of != to]


def inside(box: Box, x: float, y: float) -> bool:
    """Whether a point lies within a box, not on its side."""
    return box.left < x < box.left + WIDTH and box.top < y < box.top + HEIGHT


@given(theories())
def test_no_two_boxes_overlap_and_all_lie_within_the_drawing(theory: tuple[list[Node], list[Edge]]) -> None:
    """inquiry 17: whatever is related to whatever."""
    found = drawn(*theory)
    for one, other in combinations(found.boxes, 2):
        apart = abs(one.left - other.left) >= WIDTH or abs(one.top - other.top) >= HEIGHT
        assert apart, (one, other)
    assert all(
        box.left >= 0 and box.left + WIDTH <= found.width and box.top + HEIGHT <= found.height
        for box in found.boxes
    )
    assert [box.node for box in found.boxes] == theory[0]


@given(theories())
def test_a_line_goes_straight_from_box_to_box_and_through_none(theory: tuple[list[Node], list[Edge]]) -> None:
    """inquiry 17: a relation can be followed with the finger."""
    found = drawn(*theory)
    known = {box.node.key: box for box in found.boxes}
    for line in found.lines:
        for box, (x, y) in zip(
            (known[line.edge.of], known[line.edge.to]), (line.points[0], line.points[-1]), strict=True
        ):
            assert x in (box.left, box.left + WIDTH)
            assert box.top < y < box.top + HEIGHT
        for (x, y), (to_x, to_y) in pairwise(line.points):
            assert x == to_x or y == to_y
            assert 0 <= to_x <= found.width
            assert 0 <= to_y <= found.height
            steps = [n / 60 for n in range(61)]
            assert not any(
                inside(box, x + (to_x - x) * n, y + (to_y - y) * n) for box in found.boxes for n in steps
            )


@given(theories(), st.randoms(use_true_random=False))
def test_the_order_in_which_categories_are_given_changes_nothing(
    theory: tuple[list[Node], list[Edge]], dice: object
) -> None:
    """inquiry 17: the same theory is the same drawing on every day."""
    nodes, edges = theory
    mixed = list(nodes)
    dice.shuffle(mixed)  # type: ignore[attr-defined]

    def boxes(found: Drawing) -> set[tuple[str, int, int]]:
        return {(one.node.key, one.left, one.top) for one in found.boxes}

    assert boxes(drawn(nodes, edges)) == boxes(drawn(mixed, edges))


def test_conditions_stand_left_of_the_core_and_consequences_right() -> None:
    """inquiry 2.2: axial coding round one category."""
    nodes = [Node("c", "Competing", True), Node("h", "Health"), Node("b", "Business"), Node("r", "Role")]
    edges = [Edge("h", "c", Kind.CONDITION), Edge("b", "c", Kind.CONSEQUENCE), Edge("r", "c", Kind.ACTION)]
    core, left, right, middle = drawn(nodes, edges).boxes
    assert left.column < core.column < right.column
    assert (middle.column, middle.row) == (core.column, core.row + 1)


def test_a_drawing_refuses_what_cannot_be_drawn() -> None:
    """One core, each category once, and no relation to itself or to nothing."""
    one = Node("a", "A", True)
    for nodes, edges in (
        ([one, one], []),
        ([one, Node("b", "B", True)], []),
        ([one], [Edge("a", "x", Kind.OTHER)]),
    ):
        with pytest.raises(ValueError, match="category"):
            drawn(nodes, edges)
    with pytest.raises(ValueError, match="itself"):
        Edge("a", "a", Kind.OTHER)


@given(st.text(max_size=300))
def test_a_name_takes_three_lines_at_most(name: str) -> None:
    """It fits its box."""
    found = in_lines(name)
    assert 1 <= len(found) <= LINES
    assert all(len(one) <= LETTERS for one in found)
