"""What somebody undoes or brings together takes nothing from others, seen or unseen."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.code_merging import merge_codes
from ownwords.inquiry.actions.codes import Said, make_code
from ownwords.inquiry.actions.codings import Said as Recoded
from ownwords.inquiry.actions.codings import change_coding
from ownwords.inquiry.actions.correcting import correct_text
from ownwords.inquiry.actions.striking import strike_words
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import Code, Coding, ParticipantKey, SourceText, Study
from ownwords.inquiry.queries.code_merging import going_along
from ownwords.inquiry.queries.steps import next_undo
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


def test_a_code_under_which_hidden_passages_hang_is_not_undone(
    inquiry: Study, leader: Account, coder: Account
) -> None:
    """inquiry 10, 22: who made a code and does not see that it was used cannot take it away under the other."""
    Study.objects.filter(pk=inquiry.pk).update(blind=True)
    mine = make.opened_by(coder, inquiry)
    code = make_code(opened=mine, said=Said("heard"))
    make.coding(code, make.source(inquiry), 0, 5, leader)
    step = next_undo(mine)
    assert step is not None
    with seen_by(coder.id, "researcher"), pytest.raises(Refused, match="hang on"):
        undo(opened=mine, step_id=step.id)
    assert Code.objects.get(pk=code.pk).removed_at is None


def test_what_two_people_coded_elsewhere_is_kept_twice_when_codes_come_together(opened: OpenedStudy) -> None:
    """inquiry 11, 24: brought in by one account, coded by two people: neither's passage goes."""
    one, other, text = (
        make.code(opened.study, "one"),
        make.code(opened.study, "other"),
        make.source(opened.study),
    )
    make.coding(one, text, 0, 5, brought_by="Ana")
    make.coding(other, text, 0, 5, brought_by="Ben")
    assert going_along(opened, one.id, other.id).already == 0
    merge_codes(opened=opened, code_id=one.id, version=1, into_id=other.id)
    kept = Coding.objects.filter(code=other).values_list("brought_by", flat=True)
    assert sorted(kept) == ["Ana", "Ben"]


def test_who_only_reads_but_keeps_the_key_can_keep_it(inquiry: Study) -> None:
    """inquiry 28: the key has a permission of its own, apart from coding."""
    keeper = make.researcher(inquiry.organisation, "Ada Lund")
    make.member(inquiry, keeper, "reader", keeps_key=True)
    person = make.participant(inquiry)
    visitor = client_for((keeper, "researcher"))
    at = reverse("inquiry:participant_key", args=[inquiry.id, person.id])
    sent = visitor.post(at, {"name": "Wilhelmina", "contact": "", "version": "0"})
    assert sent.status_code == 303
    assert ParticipantKey.objects.get().name == "Wilhelmina"


def test_codes_brought_together_are_not_parted_where_somebody_has_recoded_since(
    opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 10: one of the passages has gone on to a third code; none of them goes back."""
    one, other, third = (make.code(opened.study, name) for name in ("one", "other", "third"))
    text = make.source(opened.study)
    make.coding(one, text, 0, 5)
    moved = make.coding(one, text, 7, 9, coder)
    merge_codes(opened=opened, code_id=one.id, version=1, into_id=other.id)
    step = next_undo(opened)
    assert step is not None
    change_coding(
        opened=make.opened_by(coder, opened.study), coding_id=moved.id, said=Recoded(third.id, None, "")
    )
    with pytest.raises(Refused, match="changed since"):
        undo(opened=opened, step_id=step.id)
    assert sorted(Coding.objects.values_list("code__name", flat=True)) == ["other", "third"]
    assert next_undo(opened) == step


def test_words_chosen_in_a_text_that_is_another_by_now_are_not_struck(opened: OpenedStudy) -> None:
    """inquiry 12, 27: other words would go, and never come back."""
    text = make.source(opened.study)
    correct_text(opened=opened, source_id=text.id, version=1, words=f"Begin. {make.WORDS}")
    with pytest.raises(Refused, match="corrected while"):
        strike_words(opened=opened, source_id=text.id, version=1, stretches=[(25, 32)])
    assert SourceText.objects.get(source=text, number=2).words == f"Begin. {make.WORDS}"


def test_only_the_step_that_was_seen_is_undone(opened: OpenedStudy) -> None:
    """inquiry 10: in another window something else was done since; that is not undone unseen."""
    make_code(opened=opened, said=Said("one"))
    seen = next_undo(opened)
    make_code(opened=opened, said=Said("two"))
    assert seen is not None
    with pytest.raises(Refused, match="done since"):
        undo(opened=opened, step_id=seen.id)
    assert Code.objects.filter(removed_at__isnull=True).count() == 2
