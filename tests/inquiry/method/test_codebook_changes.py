"""What has changed between two codebooks: by example, and whatever the codebooks."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from ownwords.inquiry.method.codebook_changes import Change, Changed, Entry, compared, last_of

GONE = (Change.MERGED, Change.GONE)


def kinds(found: tuple[Changed[int], ...]) -> list[tuple[str, int]]:
    """Return each change as its kind and the code."""
    return [(one.change.value, (one.after or one.before).id) for one in found]  # type: ignore[union-attr]


def test_each_kind_of_change_is_told_once_with_what_was_and_what_is() -> None:
    """inquiry 11: merge, move, rename, redefine are events with before and after."""
    before = [
        Entry(1, "Staff"),
        Entry(2, "trust", 1, (("definition", "old"),)),
        Entry(3, "heard", 1),
        Entry(4, "listened to", 1),
        Entry(5, "weather"),
    ]
    after = [
        Entry(1, "Staff and peers"),
        Entry(2, "trust", None, (("definition", "new"),)),
        Entry(3, "heard", 1),
        Entry(6, "hope", 3),
    ]
    found = compared(before, after, {4: 3, 5: None})
    assert kinds(found) == [
        ("new", 6), ("renamed", 1), ("redefined", 2), ("moved", 2), ("merged", 4), ("out of view", 5),
    ]  # fmt: skip
    assert [one.into for one in found] == [None, None, None, None, 3, None]


def test_a_code_merged_into_one_that_was_merged_itself_is_where_the_last_one_is() -> None:
    """inquiry 11: a chain, also one that goes round in a circle or ends out of view."""
    assert last_of(1, {1: 2, 2: 3}, {3: ""}) == 3
    assert last_of(1, {1: 2, 2: 1}, {3: ""}) is None
    assert last_of(1, {1: 2, 2: None}, {3: ""}) is None


def entry(number: int) -> st.SearchStrategy[Entry[int]]:
    """Return codes with one id."""
    return st.builds(
        Entry,
        st.just(number),
        st.sampled_from(["a", "b"]),
        st.one_of(st.none(), st.integers(0, 7)),
        st.sampled_from([(), (("definition", "x"),), (("definition", "y"),)]),
    )


BOOKS = st.sets(st.integers(0, 7)).flatmap(lambda ids: st.tuples(*(entry(one) for one in sorted(ids))))
MERGED = st.dictionaries(st.integers(0, 7), st.one_of(st.none(), st.integers(0, 7)))


@given(BOOKS, MERGED)
def test_nothing_has_changed_between_a_codebook_and_itself(
    book: tuple[Entry[int], ...], merged: dict[int, int | None]
) -> None:
    """inquiry 11."""
    assert compared(book, book, merged) == ()


@given(BOOKS, BOOKS, MERGED)
def test_the_later_codebook_is_the_earlier_one_with_the_changes_made(
    before: tuple[Entry[int], ...], after: tuple[Entry[int], ...], merged: dict[int, int | None]
) -> None:
    """inquiry 11: nothing is left out of what is told, and nothing is told that was not."""
    made = {one.id: one for one in before}
    for one in compared(before, after, merged):
        if one.change in GONE:
            assert one.before is not None
            del made[one.before.id]
        else:
            assert one.after is not None
            assert one.before == next((old for old in before if old.id == one.after.id), None)
            made[one.after.id] = one.after
    assert made == {one.id: one for one in after}


@given(BOOKS, BOOKS, MERGED)
def test_turned_round_what_was_new_has_gone_and_the_rest_has_changed_back(
    before: tuple[Entry[int], ...], after: tuple[Entry[int], ...], merged: dict[int, int | None]
) -> None:
    """inquiry 11."""
    there = Counter(one.change for one in compared(before, after, merged))
    back = Counter(one.change for one in compared(after, before, merged))
    assert there[Change.NEW] == back[Change.MERGED] + back[Change.GONE]
    for kind in (Change.RENAMED, Change.REDEFINED, Change.MOVED):
        assert there[kind] == back[kind]


@given(BOOKS, BOOKS, MERGED)
def test_a_merged_code_went_into_one_that_is_there_or_into_none(
    before: tuple[Entry[int], ...], after: tuple[Entry[int], ...], merged: dict[int, int | None]
) -> None:
    """House rule 9: the link to it opens."""
    there = {one.id for one in after}
    for one in compared(before, after, merged):
        assert one.into is None or (one.into in there and one.change in GONE)
