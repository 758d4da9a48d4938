"""Codes: names, the tree, merging, parting, taking out of view, and the codebook of a past day."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.code_merging import merge_codes, remove_code, split_code
from ownwords.inquiry.actions.codes import Said, change_code, make_code, move_code
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import Code, Coding
from ownwords.inquiry.queries.codes import codebook, codebook_at, codes_in_view
from ownwords.inquiry.queries.steps import next_undo
from ownwords.people.access import NotFound
from ownwords.people.models import Account
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.viewer import seen_by
from tests import studying as make

pytestmark = pytest.mark.django_db


def said(opened: OpenedStudy, name: str, below: Code | None = None) -> Code:
    """Make a code."""
    return make_code(opened=opened, said=Said(name), parent_id=below.id if below else None)


def turned_back(opened: OpenedStudy) -> None:
    """Undo what the viewer did last."""
    step = next_undo(opened)
    assert step is not None
    undo(opened=opened, step_id=step.id)


def everything() -> tuple[list[object], list[object]]:
    """Return what every code and coding says."""
    codes = [state_of(one) for one in Code.objects.order_by("id")]
    return codes, [state_of(one) for one in Coding.objects.order_by("id")]


@pytest.mark.parametrize("again", ["Café talk", "CAFE TALK", " cafe\u0301  talk "])
def test_within_one_parent_a_name_stands_once_capitals_and_accents_apart(
    opened: OpenedStudy, again: str
) -> None:
    """inquiry 12."""
    said(opened, "Café talk")
    with pytest.raises(Refused) as no:
        said(opened, again)
    assert list(no.value.messages) == ["name"]


def test_two_codes_have_one_name_under_different_parents(opened: OpenedStudy) -> None:
    """inquiry 12; NVivo's and other real codebooks have them."""
    one, other = said(opened, "Staff"), said(opened, "Family")
    said(opened, "trust", one)
    said(opened, "trust", other)
    shown = [(row.code.name, row.depth) for row in codebook(opened)]
    assert shown == [("Staff", 0), ("trust", 1), ("Family", 0), ("trust", 1)]
    with pytest.raises(Refused):
        move_code(opened=opened, code_id=shown_id(opened, "trust"), version=1, parent_id=other.id)


def shown_id(opened: OpenedStudy, name: str) -> object:
    """Return the id of the first code of this name in the tree."""
    return next(row.code.id for row in codebook(opened) if row.code.name == name)


def test_a_form_sent_twice_makes_one_code(opened: OpenedStudy) -> None:
    """DESIGN: a double submit saves once."""
    form = uuid4()
    made = {make_code(opened=opened, said=Said("hope"), submission=form).id for _twice in range(2)}
    assert len(made) == 1


def test_a_code_cannot_hang_below_itself(opened: OpenedStudy) -> None:
    """inquiry 11: move."""
    top = said(opened, "top")
    deep = said(opened, "deep", said(opened, "middle", top))
    for parent in (top, deep):
        with pytest.raises(Refused, match="below itself"):
            move_code(opened=opened, code_id=top.id, version=top.version, parent_id=parent.id)


def test_a_code_says_when_to_use_it_and_when_not(opened: OpenedStudy) -> None:
    """inquiry 13: what it is, when to use, when not, an example passage."""
    code = said(opened, "heard")
    words = Said("heard", "Being listened to", "Somebody tells of it", "Only wished for", "She listened.")
    change_code(opened=opened, code_id=code.id, version=1, said=words)
    code.refresh_from_db()
    assert (code.definition, code.use_when, code.not_when, code.example, code.version) == (
        "Being listened to", "Somebody tells of it", "Only wished for", "She listened.", 2,
    )  # fmt: skip
    with pytest.raises(StaleEdit):
        change_code(opened=opened, code_id=code.id, version=1, said=words)
    with pytest.raises(Refused, match="Nothing is different"):
        change_code(opened=opened, code_id=code.id, version=2, said=words)


def test_a_merge_brings_passages_and_codes_below_together_and_undone_gives_back_exactly_those_of_before(
    opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 11; what Taguette and most others cannot take back (inquiry 1)."""
    one, other = said(opened, "listened to"), said(opened, "heard")
    child = said(opened, "by staff", one)
    text = make.source(opened.study)
    make.coding(one, text, 0, 5, memo="first")
    make.coding(one, text, 7, 9)
    make.coding(one, text, 7, 9, coder)
    make.coding(other, text, 7, 9)
    before = everything()
    merge_codes(opened=opened, code_id=one.id, version=1, into_id=other.id)
    assert sorted(Coding.objects.values_list("start", "code__name", "coder__name")) == [
        (0, "heard", "Ines Okafor"), (7, "heard", "Ines Okafor"), (7, "heard", "Tom Reyes"),
    ]  # fmt: skip
    child.refresh_from_db()
    one.refresh_from_db()
    assert (child.parent_id, one.merged_into_id) == (other.id, other.id)
    assert one not in codes_in_view(opened)
    turned_back(opened)
    assert everything() == before


def test_a_code_is_not_merged_into_what_hangs_on_it_nor_over_equal_names_below(opened: OpenedStudy) -> None:
    """inquiry 11, 12: nothing is half-written."""
    one, other = said(opened, "one"), said(opened, "other")
    inner = said(opened, "trust", one)
    said(opened, "Trust", other)
    before = everything()
    for into in (one, inner, other):
        with pytest.raises(Refused):
            merge_codes(opened=opened, code_id=one.id, version=1, into_id=into.id)
    assert everything() == before


def test_a_code_is_parted_by_choosing_passages_and_put_together_again(opened: OpenedStudy) -> None:
    """inquiry 11: split."""
    code = said(opened, "support")
    text = make.source(opened.study)
    goes, stays = make.coding(code, text, 0, 5), make.coding(code, text, 7, 9)
    before = everything()
    new = split_code(
        opened=opened, code_id=code.id, version=1, said=Said("practical support"), coding_ids=[goes.id]
    )
    assert list(new.codings.values_list("id", flat=True)) == [goes.id]
    assert list(code.codings.values_list("id", flat=True)) == [stays.id]
    with pytest.raises(Refused, match="not under this code"):
        split_code(opened=opened, code_id=code.id, version=1, said=Said("third"), coding_ids=[goes.id])
    turned_back(opened)
    codes, codings = everything()
    assert codings == before[1]
    assert [row["name"] for row in codes if row["removed_at"] is None] == ["support"]  # type: ignore[index]


def test_a_code_out_of_view_takes_its_passages_along_and_brings_them_back(opened: OpenedStudy) -> None:
    """House rule 7: nothing is lost."""
    code = said(opened, "support")
    make.coding(code, make.source(opened.study), 0, 5)
    remove_code(opened=opened, code_id=code.id, version=1)
    assert codebook(opened) == []
    turned_back(opened)
    assert [(row.code.name, row.passages) for row in codebook(opened)] == [("support", 1)]


def test_a_code_that_others_hang_on_is_not_taken_out_of_view(opened: OpenedStudy) -> None:
    """inquiry 11."""
    top = said(opened, "top")
    said(opened, "below", top)
    with pytest.raises(Refused, match="hang on this one"):
        remove_code(opened=opened, code_id=top.id, version=1)


def test_what_blind_coding_hides_is_not_merged_or_taken_away_unseen(
    opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 22: and nothing of it is told but that there is something."""
    opened.study.blind = True
    opened.study.save()
    one, other = said(opened, "one"), said(opened, "other")
    make.coding(one, make.source(opened.study), 0, 5, coder)
    with seen_by(opened.me, "researcher"):
        for act in (
            lambda: merge_codes(opened=opened, code_id=one.id, version=1, into_id=other.id),
            lambda: remove_code(opened=opened, code_id=one.id, version=1),
        ):
            with pytest.raises(Refused, match="only when both have finished"):
                act()


def test_the_codebook_of_a_past_moment_stands_as_it_stood(opened: OpenedStudy) -> None:
    """inquiry 11: the codebook of any past date."""
    first = timezone.now() - timedelta(seconds=1)
    code = said(opened, "heard")
    events = Code.pgh_event_model.objects  # type: ignore[attr-defined]
    events.update(pgh_created_at=first)
    change_code(opened=opened, code_id=code.id, version=1, said=Said("listened to"))
    said(opened, "later", code)
    assert [row.code.name for row in codebook_at(opened.study.id, first)] == ["heard"]
    assert codebook_at(opened.study.id, first - timedelta(days=1)) == []
    now = timezone.now() + timedelta(seconds=1)
    assert [(row.code.name, row.depth) for row in codebook_at(opened.study.id, now)] == [
        ("listened to", 0), ("later", 1),
    ]  # fmt: skip


def test_who_only_reads_changes_no_code(opened: OpenedStudy) -> None:
    """platform: roles."""
    reader = make.researcher(opened.study.organisation)
    make.member(opened.study, reader, "reader")
    with pytest.raises(NotFound):
        said(make.opened_by(reader, opened.study), "mine")
