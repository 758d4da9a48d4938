"""What somebody undoes or brings together takes nothing from others, seen or unseen."""

from __future__ import annotations

import pytest
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.code_merging import merge_codes
from ownwords.inquiry.actions.codes import Said, make_code
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import Code, Coding, ParticipantKey, Study
from ownwords.inquiry.queries.code_merging import going_along
from ownwords.inquiry.queries.steps import next_undo
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.matrix import client_for

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
