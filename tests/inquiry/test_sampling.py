"""Whom a study looks for, how many took part so far, and what was decided on the way."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.deciding import Decided, decide
from ownwords.inquiry.actions.sampling import Looked, add_group, remove_group
from ownwords.inquiry.models import Memo, Participant, SamplingDecision, SamplingGroup, Study, StudyStep
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def grounded(opened: OpenedStudy) -> None:
    """Make it a study of grounded theory."""
    Study.objects.filter(pk=opened.study.id).update(method="grounded")
    opened.study.method = "grounded"


def test_the_frame_says_whom_how_many_why_and_how_many_so_far(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 29 (COREQ 10, 12): who withdrew is not counted."""
    sent = {"words": "Nurses", "wanted": "8", "reason": "They visit most.", "submission": str(uuid4())}
    leads.post(at("sampling_add", opened), sent)
    group = SamplingGroup.objects.get()
    for name in ("Maple", "Alder", "Birch"):
        make.participant(opened.study, name)
    Participant.objects.exclude(pseudonym="Birch").update(sampling_group=group)
    Participant.objects.filter(pseudonym="Alder").update(withdrew_on="2026-01-01")
    page = leads.get(at("sampling", opened)).content.decode()
    for words in ("Nurses", "1 of 8 so far", "They visit most.", "1 participant belongs to none of these."):
        assert words in page
    assert leads.post(at("sampling_change", opened, group.id), {**sent, "wanted": "some"}).status_code == 422


def test_a_row_of_the_frame_is_taken_out_and_put_back_by_undoing(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 10: undo, also of the frame; who belonged to it stays."""
    group = add_group(opened=opened, looked=Looked("Nurses", 8))
    remove_group(opened=opened, group_id=group.id, version=1)
    assert "Nurses" not in leads.get(at("sampling", opened)).content.decode()
    leads.post(at("step_undo", opened), {"step": StudyStep.objects.latest("done_at").id})
    assert "Nurses" in leads.get(at("sampling", opened)).content.decode()


def test_a_decision_names_its_gap_its_memo_and_the_texts_that_answered_it(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 17: theoretical sampling decisions as objects with links."""
    grounded(opened)
    text = make.source(opened.study)
    memo = Memo.objects.create(
        study=opened.study, made_by_id=opened.me, title="Families are silent", words="x", kind="theory"
    )
    sent = {"words": "Ask families", "gap": "Nobody speaks of family.", "memo": str(memo.id)}
    leads.post(at("decision_add", opened), {**sent, "submission": str(uuid4())})
    decision = SamplingDecision.objects.get()
    answered = {**sent, "answered_by": [str(text.id)], "answer": "They do.", "version": "1"}
    leads.post(at("decision_change", opened, decision.id), answered)
    page = leads.get(at("sampling", opened)).content.decode()
    for words in (
        "Ask families",
        "Nobody speaks of family.",
        "Families are silent",
        "Interview 1",
        "They do.",
    ):
        assert words in page
    leads.post(at("step_undo", opened), {"step": StudyStep.objects.latest("done_at").id})
    decision.refresh_from_db()
    assert decision.answered_by == []


def test_decisions_are_offered_where_the_method_has_them(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.1: the declared method changes what is offered."""
    assert "What was decided on the way" not in leads.get(at("sampling", opened)).content.decode()
    assert leads.get(at("decision_add", opened)).status_code == 404
    with pytest.raises(NotFound):
        decide(opened=opened, decided=Decided("Ask families", "Family"))


def test_a_decision_needs_its_gap_and_names_nothing_of_another_study(opened: OpenedStudy) -> None:
    """inquiry 2.2: because of which gap."""
    grounded(opened)
    with pytest.raises(Refused) as no:
        decide(opened=opened, decided=Decided("Ask families", " "))
    assert list(no.value.messages) == ["gap"]
    elsewhere = make.source(make.study(make.researcher(make.make.organisation())))
    with pytest.raises(Refused, match="Choose from the texts"):
        decide(opened=opened, decided=Decided("Ask", "Gap", answered_by=[elsewhere.id]))


def test_a_long_frame_asks_no_more_than_few(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 30: counts come with the rows."""
    grounded(opened)
    for n in range(20):
        add_group(opened=opened, looked=Looked(f"Group {n}"))
        decide(opened=opened, decided=Decided(f"Decision {n}", "Gap"))
    leads.get(at("sampling", opened))
    with asked() as statements:
        page = leads.get(at("sampling", opened)).content.decode()
    assert "Decision 19" in page
    assert len([one for one in statements if '"inquiry_' in one]) <= 6
