"""The map of themes: no box on another, no line through a box, nothing of a name left out, always the same."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ownwords.inquiry.method.theme_map.layout import CODE_WIDTH, PAD, Box, Entry, Kind, Named, Picture, layout
from ownwords.inquiry.method.theme_map.text import lines_of, width_of

NAMES = some.text(max_size=200)


@some.composite
def trees(draw: some.DrawFn, most: int = 12) -> list[Entry]:
    """Draw themes in the order of a tree, with codes that several of them may share."""
    codes = [Named(f"c{n}", draw(NAMES)) for n in range(draw(some.integers(0, 8)))]
    themes: list[Entry] = []
    for n in range(draw(some.integers(0, most))):
        depth = draw(some.integers(0, themes[-1].depth + 1)) if themes else 0
        chosen = draw(some.lists(some.sampled_from(codes), unique=True, max_size=6)) if codes else []
        themes.append(
            Entry(f"t{n}", draw(NAMES), depth, draw(some.sampled_from(("", "reviewed"))), tuple(chosen))
        )
    return themes


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have a point in common."""
    return (
        one.x <= other.x + other.width and other.x <= one.x + one.width
        and one.y <= other.y + other.height and other.y <= one.y + one.height
    )  # fmt: skip


def crossed(picture: Picture) -> list[tuple[str, tuple[float, float]]]:
    """Return every box through whose inside a line runs."""
    return [
        (box.id, a)
        for line in picture.lines
        for a, b in pairwise(line.points)
        for box in picture.boxes
        if min(a[0], b[0]) < box.x + box.width and max(a[0], b[0]) > box.x
        and min(a[1], b[1]) < box.y + box.height and max(a[1], b[1]) > box.y
    ]  # fmt: skip


def sound(picture: Picture) -> None:
    """Hold a drawing to what each must be."""
    assert not [(a.id, b.id) for a, b in combinations(picture.boxes, 2) if meet(a, b)]
    assert crossed(picture) == []
    for box in picture.boxes:
        assert box.x > 0
        assert box.x + box.width < picture.width
        assert box.y > 0
        assert box.y + box.height < picture.height
        for text in box.texts:
            assert box.y < text.y < box.y + box.height
            assert text.x + width_of(text.text, text.size) <= box.x + box.width - PAD + 0.01


@given(trees())
def test_no_box_lies_on_another_and_no_line_runs_through_one(themes: list[Entry]) -> None:
    """inquiry 18: every theme and every code of it can be read."""
    picture = layout(themes)
    sound(picture)
    assert picture == layout(themes)
    assert len(picture.boxes) == sum(1 + len(one.codes) for one in themes)
    hanging = sum(1 for one in themes if one.depth) + sum(len(one.codes) for one in themes)
    assert len(picture.lines) == hanging


@given(NAMES, some.integers(40, 400))
def test_the_lines_of_a_name_fit_and_leave_nothing_out(name: str, width: int) -> None:
    """inquiry 18: long names are wrapped, never cut."""
    lines = lines_of(name, width, 13)
    assert all(width_of(one, 13) <= width for one in lines)
    kept = [sign for sign in "".join(lines) if sign != " "]
    assert len(kept) == sum(1 for sign in name if not sign.isspace())


def test_forty_themes_with_three_hundred_codes_are_drawn() -> None:
    """inquiry 18: as many as a large study has."""
    themes = [
        Entry(f"t{n}", f"Theme {n} about what helps", (0, 1, 2, 1)[n % 4], "reviewed",
              tuple(Named(f"c{n}.{m}", "being listened to without haste " * 3) for m in range(7 + n % 2)))
        for n in range(40)
    ]  # fmt: skip
    picture = layout(themes)
    sound(picture)
    assert sum(1 for one in picture.boxes if one.kind is Kind.CODE) == 300


def test_a_code_of_two_themes_stands_beside_each_and_is_marked() -> None:
    """Worked example: two themes, one code of both, one of the first."""
    heard, dog = Named("c1", "heard"), Named("c2", "walking")
    picture = layout([Entry("a", "One", 0, "", (heard, dog)), Entry("b", "Two", 1, "", (heard,))])
    assert [(one.id, one.kind.value) for one in picture.boxes] == [
        ("a", "theme"), ("c1", "shared"), ("c2", "code"), ("b", "sub"), ("c1", "shared"),
    ]  # fmt: skip
    first, code = picture.boxes[0], picture.boxes[1]
    assert (first.x, first.y) == (16, 16)
    assert code.width == CODE_WIDTH
    assert code.y == first.y


def test_signs_that_no_drawing_may_hold_are_replaced() -> None:
    """inquiry 26: a name from another program breaks no file."""
    assert lines_of("one\x01two \ufffe", 200, 13) == ["one�two �"]


@pytest.mark.parametrize("depths", [[1], [0, 2], [0, -1]])
def test_a_theme_that_hangs_below_nothing_is_refused(depths: list[int]) -> None:
    """The drawing says nothing that the tree does not say."""
    with pytest.raises(ValueError, match="hangs at depth"):
        layout([Entry(str(n), "x", depth) for n, depth in enumerate(depths)])


def test_without_themes_there_is_an_empty_drawing() -> None:
    """A study begins with none."""
    assert layout([]).boxes == ()
    with pytest.raises(ValueError, match="one sign"):
        lines_of("x", 3, 13)
