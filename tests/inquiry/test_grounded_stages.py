"""Stages of the analysis: named by the team, offered by the method, and told beside memos, decisions and steps."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.stages import Begun, add_stage, change_stage, remove_stage
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import Memo, Method, SamplingDecision, Stage, Study, StudyStep
from ownwords.inquiry.presenters.stages import proposed
from ownwords.inquiry.queries.steps import next_undo
from ownwords.people.refusals import Refused, StaleEdit

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def test_the_method_proposes_stages_and_forces_none(leads: Client, opened: OpenedStudy) -> None:
    """RS-29, inquiry 2.2: open, axial, selective where grounded theory was declared; a team's own words always."""
    Study.objects.filter(pk=opened.study.id).update(method="grounded")
    page = leads.get(at("stages", opened)).content.decode()
    assert all(name in page for name in ("Open coding", "Axial coding", "Selective coding"))
    form = leads.get(at("stage_add", opened) + "?name=Open+coding").content.decode()
    assert 'value="Open coding"' in form
    sent = {"name": "Reading it all", "submission": str(uuid4())}
    for _again in range(2):
        assert leads.post(at("stage_add", opened), sent).status_code == 303
    assert Stage.objects.get().name == "Reading it all"
    assert proposed(Method.GROUNDED, ["open coding"]) == ["Axial coding", "Selective coding"]
    assert proposed(Method.OWN, []) == []


def test_memos_decisions_and_steps_say_their_stage_by_their_day(leads: Client, opened: OpenedStudy) -> None:
    """RS-29, inquiry 17: the day decides."""
    today = timezone.localdate()
    by = {"study": opened.study, "made_by_id": opened.me}
    add_stage(opened=opened, begun=Begun("Open coding", today - timedelta(days=9)))
    add_stage(opened=opened, begun=Begun("Axial coding", today))
    Memo.objects.create(**by, words="Old thought", made_at=timezone.now() - timedelta(days=3))
    Study.objects.filter(pk=opened.study.id).update(method="grounded")
    SamplingDecision.objects.create(**by, words="Ask", gap="Gap", decided_on=today)
    assert "in the stage “Open coding”" in leads.get(at("memos", opened)).content.decode()
    assert "in the stage “Axial coding”" in leads.get(at("sampling", opened)).content.decode()
    assert "in the stage “Axial coding”" in leads.get(at("steps", opened)).content.decode()
    assert "today’s stage" in leads.get(at("stages", opened)).content.decode()


def test_a_stage_is_changed_taken_out_of_view_and_each_is_undone(opened: OpenedStudy) -> None:
    """inquiry 10."""
    stage = add_stage(opened=opened, begun=Begun("Open"))
    change_stage(
        opened=opened, stage_id=stage.id, version=1, begun=Begun("Open coding", timezone.localdate())
    )
    with pytest.raises(StaleEdit):
        change_stage(opened=opened, stage_id=stage.id, version=1, begun=Begun("Other"))
    remove_stage(opened=opened, stage_id=stage.id, version=2)
    for name, gone in (("Open coding", False), ("Open", False), ("Open", True)):
        step = next_undo(opened)
        assert step is not None
        undo(opened=opened, step_id=step.id)
        stage.refresh_from_db()
        assert (stage.name, stage.removed_at is not None) == (name, gone)
    assert StudyStep.objects.filter(undone_at__isnull=False).count() == 3


def test_a_stage_has_a_name_and_no_day_to_come(opened: OpenedStudy) -> None:
    """RS-29."""
    with pytest.raises(Refused) as no:
        add_stage(opened=opened, begun=Begun(" "))
    assert list(no.value.messages) == ["name"]
    with pytest.raises(Refused) as no:
        add_stage(opened=opened, begun=Begun("Open", timezone.localdate() + timedelta(days=1)))
    assert list(no.value.messages) == ["began_on"]
