"""Categories: a code becomes one, one is the core, saturation is judged, and memos and decisions are listed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.categories import make_category, remove_category, set_core
from ownwords.inquiry.actions.categories_saturated import Judged, judge_saturated, take_judgement_back
from ownwords.inquiry.actions.undoing import redo, undo
from ownwords.inquiry.models import Category, Memo, SamplingDecision, Study
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def undone(opened: OpenedStudy) -> None:
    """Undo the newest step."""
    step = next_undo(opened)
    assert step is not None
    undo(opened=opened, step_id=step.id)


def test_a_code_becomes_a_category_once(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 17: a form sent twice makes one; a code that is one already stays it."""
    code = make.code(opened.study, "Being pulled")
    sent = {"code": str(code.id), "submission": str(uuid4())}
    address = at("category_add", opened)
    assert "Being pulled" in leads.get(address + f"?code={code.id}").content.decode()
    leads.post(address, sent)
    assert make_category(opened=opened, code_id=code.id).id == Category.objects.get().id
    assert "Being pulled" in leads.get(at("categories", opened)).content.decode()
    assert "a category" in leads.get(at("code", opened, code.id)).content.decode()
    with pytest.raises(NotFound):
        make_category(opened=opened, code_id=uuid4())


def test_one_category_is_the_core_and_a_second_is_refused_clearly(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 17: one core per study, by page and by action."""
    one, other = (make.category(make.code(opened.study, name)) for name in ("Pull", "Time"))
    set_core(opened=opened, category_id=one.id, version=1, core=True)
    with pytest.raises(Refused, match="“Pull” is the core category"):
        set_core(opened=opened, category_id=other.id, version=1, core=True)
    answer = leads.post(at("category_core", opened, other.id), {"version": 1, "core": "yes"}, follow=True)
    assert "“Pull” is the core category of this study" in answer.content.decode()
    set_core(opened=opened, category_id=one.id, version=2, core=False)
    set_core(opened=opened, category_id=other.id, version=1, core=True)
    undone(opened)
    undone(opened)
    one.refresh_from_db()
    assert one.core
    assert not Category.objects.get(pk=other.pk).core


def test_undoing_does_not_make_a_second_core(opened: OpenedStudy, coder: Any) -> None:
    """inquiry 10: refused with a reason where somebody has built on it."""
    one, other = (make.category(make.code(opened.study, name)) for name in ("Pull", "Time"))
    set_core(opened=opened, category_id=one.id, version=1, core=True)
    set_core(opened=opened, category_id=one.id, version=2, core=False)
    theirs = make.opened_by(coder, opened.study)
    set_core(opened=theirs, category_id=other.id, version=1, core=True)
    with pytest.raises(Refused, match="taken by something else"):
        undone(opened)
    assert Category.objects.get(core=True).pk == other.pk


def test_a_category_taken_out_of_view_comes_back_with_what_it_had(opened: OpenedStudy) -> None:
    """inquiry 10: by undoing, or by making the code a category again."""
    code = make.code(opened.study)
    made = make_category(opened=opened, code_id=code.id)
    remove_category(opened=opened, category_id=made.id, version=1)
    with pytest.raises(NotFound):
        set_core(opened=opened, category_id=made.id, version=2, core=True)
    assert make_category(opened=opened, code_id=code.id).id == made.id
    undone(opened)
    undone(opened)
    step = next_redo(opened)
    assert step is not None
    redo(opened=opened, step_id=step.id)
    assert Category.objects.get().removed_at is not None


def test_saturation_is_said_with_a_reason_and_a_day_and_taken_back(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 2.2: a judgement by a person; RS-29: saturation notes."""
    category = make.category(make.code(opened.study))
    address = at("category_saturated", opened, category.id)
    assert leads.post(address, {"reason": "", "version": 1}).status_code == 422
    leads.post(address, {"reason": "Three texts brought nothing new.", "version": 1})
    page = leads.get(at("category", opened, category.id)).content.decode()
    assert "Held to be saturated since" in page
    assert "Three texts brought nothing new." in page
    with pytest.raises(StaleEdit):
        judge_saturated(opened=opened, category_id=category.id, version=1, judged=Judged("x"))
    take_judgement_back(opened=opened, category_id=category.id, version=2)
    assert "Nobody has said" in leads.get(at("category", opened, category.id)).content.decode()
    undone(opened)
    category.refresh_from_db()
    assert category.saturation == "Three texts brought nothing new."


def test_a_category_shows_its_memos_and_the_decisions_that_came_of_them(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 17: category, memo, decision and the texts that answered it lead to each other."""
    Study.objects.filter(pk=opened.study.id).update(method="grounded")
    code, text = make.code(opened.study), make.source(opened.study)
    below = make.code(opened.study, "Below", parent=code)
    category, by = make.category(code), {"study": opened.study, "made_by_id": opened.me}
    passage = make.coding(below, text, 0, 5)
    memo = Memo.objects.create(**by, about="coding", about_id=passage.id, title="On a passage", words="x")
    Memo.objects.create(**by, about="code", about_id=code.id, title="On the category", words="x")
    Memo.objects.create(**by, about="study", title="Elsewhere", words="x")
    decided = {"words": "Ask families", "gap": "Silent", "memo": memo, "answered_by": [text.id]}
    SamplingDecision.objects.create(**by, **decided)
    SamplingDecision.objects.create(**by, words="Ask nobody", gap="None")
    with asked() as statements:
        page = leads.get(at("category", opened, category.id)).content.decode()
    for words in ("On a passage", "On the category", "Ask families", "Interview 1"):
        assert words in page
    assert "Elsewhere" not in page
    assert "Ask nobody" not in page
    assert len([one for one in statements if '"inquiry_' in one]) <= 14


def test_who_only_reads_sees_categories_and_changes_none(opened: OpenedStudy) -> None:
    """inquiry 28."""
    reader = make.researcher(opened.study.organisation)
    make.member(opened.study, reader, "reader")
    category = make.category(make.code(opened.study))
    theirs = make.opened_by(reader, opened.study)
    for act in (
        lambda: set_core(opened=theirs, category_id=category.id, version=1, core=True),
        lambda: remove_category(opened=theirs, category_id=category.id, version=1),
        lambda: judge_saturated(opened=theirs, category_id=category.id, version=1, judged=Judged("x")),
        lambda: make_category(opened=theirs, code_id=category.code_id),
    ):
        with pytest.raises(NotFound):
            act()
