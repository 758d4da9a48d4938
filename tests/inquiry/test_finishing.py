"""Finishing a text: said once, taken back until somebody's eyes were opened, and then coded no more."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.codings import Wanted, code_passage, uncode
from ownwords.inquiry.actions.finishing import finish_source, unfinish_source
from ownwords.inquiry.actions.finishing_steps import turn_step
from ownwords.inquiry.method.passages import Chosen
from ownwords.inquiry.models import Coding, Finished
from ownwords.inquiry.queries.steps import next_undo
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make

pytestmark = pytest.mark.django_db


def test_a_text_is_finished_by_ones_own_word_and_can_be_taken_up_again(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 21."""
    text = make.source(opened.study)
    address = reverse("inquiry:source_finish", args=[opened.study.id, text.id])
    for _twice in range(2):
        assert leads.post(address).status_code == 303
    assert Finished.objects.get().coder_id == opened.me
    assert "Finished by Ines Okafor" in leads.get(address, follow=True).content.decode()
    leads.post(address, {"back": "yes"})
    assert not Finished.objects.exists()


def test_whoever_has_finished_a_text_codes_and_undoes_nothing_in_it(opened: OpenedStudy) -> None:
    """inquiry 21: only what was declared finished is compared, so it stays what it was."""
    text, code = make.source(opened.study), make.code(opened.study)
    chosen, wanted = Chosen(0, 5, 1), Wanted(code.id)
    laid = code_passage(opened=opened, source_id=text.id, chosen=chosen, wanted=wanted)
    finish_source(opened=opened, source_id=text.id)
    with pytest.raises(Refused, match="have finished"):
        code_passage(opened=opened, source_id=text.id, chosen=Chosen(6, 9, 1), wanted=wanted)
    with pytest.raises(Refused, match="have finished"):
        uncode(opened=opened, coding_id=laid.id)
    step = next_undo(opened)
    assert step is not None
    with pytest.raises(Refused, match="have finished"):
        turn_step(opened=opened, step_id=step.id, back=True)
    assert Coding.objects.count() == 1
    unfinish_source(opened=opened, source_id=text.id)
    turn_step(opened=opened, step_id=step.id, back=True)
    assert not Coding.objects.exists()


def test_in_a_blind_study_nobody_takes_it_back_once_both_have_seen(
    opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 22: what one has seen cannot be unseen."""
    opened.study.blind = True
    opened.study.save(update_fields=["blind"])
    text = make.source(opened.study)
    finish_source(opened=opened, source_id=text.id)
    unfinish_source(opened=opened, source_id=text.id)
    for one in (opened, make.opened_by(coder, opened.study)):
        finish_source(opened=one, source_id=text.id)
    with pytest.raises(Refused, match="seen what the other coded"):
        unfinish_source(opened=opened, source_id=text.id)
    assert Finished.objects.count() == 2
