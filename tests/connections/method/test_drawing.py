"""The drawing of a map: nothing overlaps, every mark lies in its ring, and moving one thing moves little else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ownwords.connections.method import drawing_places as places
from ownwords.connections.method.drawing import SHAPES, Drawing, Entry, Mark, draw
from ownwords.connections.method.drawing_text import LABEL, fitted, width_of
from ownwords.connections.method.network import MapFault, What
from tests.connections.method.strategies import rings, ties, words

angles = st.one_of(st.none(), st.floats(-720, 720))


@st.composite
def entries(draw_: st.DrawFn, most: int = 60) -> list[Entry]:
    """Up to sixty things, wherever."""
    count = draw_(st.integers(0, most))
    only = draw_(st.one_of(st.none(), rings.map(lambda ring: (ring,))))
    return [
        Entry(
            f"i{n}", draw_(words), draw_(st.sampled_from((*What, None))),
            only[0] if only else draw_(rings), draw_(angles), draw_(words),
        )
        for n in range(count)
    ]  # fmt: skip


def where(drawing: Drawing) -> dict[str, tuple[float, float]]:
    """The place of each mark."""
    return {mark.id: (mark.x, mark.y) for mark in drawing.marks}


def boxes(mark: Mark) -> tuple[float, float, float, float]:
    """What a mark and its two lines of text take up, measured from the texts themselves (letters of 13 and 11)."""
    half = max(9.0, width_of(mark.label.text) / 2, width_of(mark.note.text) / 2)
    assert mark.label.anchor == mark.note.anchor == "middle"
    return mark.x - half, mark.y - 9, mark.x + half, max(mark.label.y + 4, mark.note.y + 3)


def overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two boxes share room, beyond the rounding of their places."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.2
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.2
    )


@settings(max_examples=40, deadline=None)
@given(entries())
def test_no_mark_and_no_label_overlaps_another_or_the_middle(given_: list[Entry]) -> None:
    """connecting R5; section 4: spread on the ring without overlap, up to sixty, also all in one ring."""
    drawing = draw(given_)
    taken = [boxes(mark) for mark in drawing.marks]
    me = drawing.me
    taken.append((me.x - me.radius, me.y - me.radius, me.x + me.radius, me.y + me.radius))
    assert not [pair for pair in combinations(taken, 2) if overlap(*pair)]


@settings(max_examples=40, deadline=None)
@given(entries())
def test_every_mark_lies_wholly_in_its_ring_and_the_rest_below(given_: list[Entry]) -> None:
    """connecting R4: what has no ring stands outside all of them."""
    drawing = draw(given_)
    edges = {circle.ring: circle.radius for circle in drawing.rings} | {0: drawing.me.radius}
    for mark in drawing.marks:
        away = hypot(mark.x - drawing.me.x, mark.y - drawing.me.y)
        if mark.ring is None:
            assert mark.y - 9 > drawing.me.y + edges[3]
            assert drawing.tray is not None
            assert drawing.tray.y < mark.y
        else:
            assert edges[mark.ring - 1] + 9 <= away <= edges[mark.ring] - 9
            assert drawing.ring_at(mark.x, mark.y)[0] == mark.ring


@settings(max_examples=40, deadline=None)
@given(entries())
def test_everything_lies_within_the_view_box(given_: list[Entry]) -> None:
    """connecting R23: places run from 0 to 1 for files."""
    drawing = draw(given_)
    for mark in drawing.marks:
        left, top, right, bottom = boxes(mark)
        assert left >= 0
        assert top >= 0
        assert right <= drawing.width
        assert bottom <= drawing.height
        assert all(0 <= part <= 1 for part in drawing.share(mark))
    assert drawing.view_box == f"0 0 {drawing.width:g} {drawing.height:g}"


@settings(max_examples=30, deadline=None)
@given(entries(30), st.randoms(use_true_random=False))
def test_the_order_of_the_list_plays_no_part(given_: list[Entry], dice: object) -> None:
    """Deterministic: the same map, the same drawing."""
    other = list(given_)
    dice.shuffle(other)
    assert where(draw(given_)) == where(draw(other))
    assert [mark.id for mark in draw(given_).marks] == [entry.id for entry in given_]


@settings(max_examples=40, deadline=None)
@given(entries(30), st.data())
def test_moving_one_item_leaves_other_rings_as_they_are(given_: list[Entry], data: st.DataObject) -> None:
    """Stable: as long as no ring has to grow, only the ring it left and the one it came to can change."""
    if not given_:
        return
    at = data.draw(st.integers(0, len(given_) - 1))
    target = data.draw(rings)
    moved = Entry(given_[at].id, given_[at].label, ring=target)
    before, after = draw(given_), draw([*given_[:at], moved, *given_[at + 1 :]])
    if [circle.radius for circle in before.rings] != [circle.radius for circle in after.rings]:
        return
    touched = {given_[at].ring, target}
    old, new = where(before), where(after)
    for entry in given_:
        if entry.ring not in touched:
            assert old[entry.id] == new[entry.id]


def test_in_a_map_of_usual_size_one_move_moves_hardly_anything_else() -> None:
    """Stable; connecting 2.2: twelve items, each moved to each other ring: on average one other thing at most."""
    others = []
    start = [Entry(f"item {n}", "x", ring=1 + n % 3) for n in range(12)]
    old = where(draw(start))
    for at, entry in enumerate(start):
        for ring in {1, 2, 3} - {entry.ring}:
            moved = [*start[:at], Entry(entry.id, "x", ring=ring), *start[at + 1 :]]
            new = where(draw(moved))
            others.append(sum(old[id_] != new[id_] for id_ in old if id_ != entry.id))
    assert sum(others) / len(others) <= 1


def test_with_the_angles_of_the_last_drawing_kept_nothing_else_moves() -> None:
    """Stable: ring and angle are what is stored, so a thing that was seen in a place stays there."""
    start = [Entry(f"item {n}", "x", ring=1 + n % 3) for n in range(12)]
    seen = draw(start)
    kept = [
        Entry(entry.id, "x", ring=entry.ring, angle=seen.ring_at(mark.x, mark.y)[1])
        for entry, mark in zip(start, seen.marks, strict=True)
    ]
    old = where(seen)
    assert where(draw(kept)) == old
    for at, entry in enumerate(kept):
        for ring in {1, 2, 3, None} - {entry.ring}:
            new = where(draw([*kept[:at], Entry(entry.id, "x", ring=ring), *kept[at + 1 :]]))
            assert {id_ for id_ in old if old[id_] != new[id_]} == {entry.id}


@given(st.integers(1, 3), st.floats(0, 359.9))
def test_an_angle_of_ones_own_is_kept_as_nearly_as_places_allow(ring: int, angle: float) -> None:
    """Ring and optional angle are what is stored; alone in its ring, an item stands within half the widest gap."""
    drawing = draw([Entry("a", "x", ring=ring, angle=angle)])
    found_ring, found = drawing.ring_at(drawing.marks[0].x, drawing.marks[0].y)
    assert found_ring == ring
    assert abs((found - angle + 180) % 360 - 180) <= 75


def test_a_point_outside_every_ring_has_none() -> None:
    """Dropped beside the rings: not placed."""
    drawing = draw([])
    assert drawing.ring_at(1, 1) == (None, None)
    assert drawing.ring_at(drawing.me.x, 20)[1] == 0
    assert drawing.ring_at(drawing.width - 60, drawing.me.y)[1] == 90


@settings(max_examples=30, deadline=None)
@given(entries(20), st.data())
def test_links_run_once_between_the_edges_of_their_marks(given_: list[Entry], data: st.DataObject) -> None:
    """Twice, both ways round or to itself: one line or none; each ends nine units from the point of its mark."""
    links = data.draw(ties([entry.id for entry in given_]))
    drawing = draw(given_, links)
    pairs = [frozenset((line.one, line.other)) for line in drawing.lines]
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == {frozenset(link) for link in links if link[0] != link[1]}
    spots = where(drawing)
    for line in drawing.lines:
        assert hypot(line.x1 - spots[line.one][0], line.y1 - spots[line.one][1]) == pytest.approx(9, abs=0.3)
        assert hypot(line.x2 - spots[line.other][0], line.y2 - spots[line.other][1]) == pytest.approx(
            9, abs=0.3
        )


def test_sorts_are_told_by_shape() -> None:
    """WCAG 1.4.1, connecting R2: five different outlines, none further than nine units from its point."""
    drawing = draw([Entry(str(place), "x", what, 1 + place % 3) for place, what in enumerate(SHAPES)])
    assert len({mark.shape for mark in drawing.marks}) == 5
    for mark in drawing.marks:
        if mark.shape != "circle":
            points = re.findall(r"[ML]([\d.-]+) ([\d.-]+)", mark.path)
            assert max(hypot(float(x) - mark.x, float(y) - mark.y) for x, y in points) <= 9.2


def test_long_labels_are_cut_and_kept_whole_beside() -> None:
    """The whole text stays for the title and the list."""
    (mark,) = draw([Entry("a", "The very long name of a library", ring=1, note="community")]).marks
    assert mark.label.text.endswith("…")
    assert mark.label.whole == "The very long name of a library"
    assert mark.note.text == "community"


@given(st.text(max_size=60))
def test_a_fitted_text_fits_and_is_one_line(text: str) -> None:
    """Whatever the script: wide letters count twice."""
    found = fitted(text)
    assert width_of(found) <= LABEL
    assert len(found.splitlines()) <= 1
    assert found == " ".join(text.split()) or found.endswith("…")


@given(st.text(max_size=60))
def test_a_text_in_larger_letters_is_cut_sooner_and_fits_the_same_label(text: str) -> None:
    """A small screen shows the drawing with larger letters in the same places."""
    assert width_of(fitted(text, 26.0)) <= LABEL / 2


@pytest.mark.parametrize(
    ("given_", "links", "said"),
    [
        ([Entry("a", ""), Entry("a", "")], [], "entries[1].id"),
        ([Entry("a", "", ring=0)], [], "entries[0].ring"),
        ([Entry("a", "", angle=float("nan"))], [], "entries[0].angle"),
        ([Entry("a", "")], [("a", "a"), ("a", "b")], "links[1][1]: there is no 'b'"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_place(
    given_: list[Entry], links: list[tuple[str, str]], said: str
) -> None:
    """Bad input."""
    with pytest.raises(MapFault, match=re.escape(said)):
        draw(given_, links)


def test_a_small_map_keeps_small_rings() -> None:
    """Text stays legible on a telephone: a map of twelve is drawn in about six hundred units."""
    drawing = draw([Entry(f"i{n}", "x", ring=1 + n % 3) for n in range(12)])
    assert drawing.width <= 640
    assert [circle.ring for circle in drawing.rings] == [3, 2, 1]
    assert drawing.rings[2].radius > places.ME
