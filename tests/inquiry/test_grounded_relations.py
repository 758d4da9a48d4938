"""Relations of categories: sentences, and a drawing that says the same."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.relations import Related, change_relation, relate, remove_relation
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import Category, Relation
from ownwords.inquiry.queries.steps import next_undo
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


@pytest.fixture
def three(opened: OpenedStudy) -> list[Category]:
    """Three categories, the first of them the core."""
    names = ("Competing", "Business", "Role")
    return [make.category(make.code(opened.study, name), core=name == "Competing") for name in names]


def test_relations_are_sentences_and_a_drawing_with_their_numbers(
    leads: Client, opened: OpenedStudy, three: list[Category]
) -> None:
    """inquiry 17: condition, action, consequence; the drawing says nothing that the sentences do not."""
    core, business, role = three
    sent = {"of": str(business.id), "to": str(core.id), "kind": "condition", "words": "Targets come first."}
    assert leads.get(at("relation_add", opened)).status_code == 200
    leads.post(at("relation_add", opened), {**sent, "submission": str(uuid4())})
    relate(opened=opened, related=Related(role.id, core.id, "consequence"))
    page = leads.get(at("categories", opened)).content.decode()
    assert "“Business” is a condition of “Competing”." in page
    assert "“Role” is a consequence of “Competing”." in page
    assert "Targets come first." in page
    assert page.count("inq-diagram__line--") == 2
    assert page.count('<rect class="inq-diagram__box') == 3
    assert "“Business” is a condition of" in leads.get(at("category", opened, core.id)).content.decode()


def test_a_relation_is_between_two_once_of_a_kind(opened: OpenedStudy, three: list[Category]) -> None:
    """inquiry 17: refused with the field that does not fit."""
    core, business, _role = three
    relate(opened=opened, related=Related(business.id, core.id, "condition"))
    for related, field in (
        (Related(business.id, core.id, "condition"), "kind"),
        (Related(core.id, core.id, "other"), "to"),
        (Related(core.id, uuid4(), "other"), "to"),
        (Related(business.id, core.id, "cause"), "kind"),
    ):
        with pytest.raises(Refused) as no:
            relate(opened=opened, related=related)
        assert list(no.value.messages) == [field]
    token = uuid4()
    action = Related(business.id, core.id, "action")
    assert len({relate(opened=opened, related=action, submission=token).id for _ in range(2)}) == 1


def test_a_relation_is_changed_taken_out_of_view_and_undone(
    leads: Client, opened: OpenedStudy, three: list[Category]
) -> None:
    """inquiry 10."""
    core, business, _role = three
    made = relate(opened=opened, related=Related(business.id, core.id, "condition"))
    sent = {"of": str(business.id), "to": str(core.id), "kind": "other", "words": "Unclear", "version": "1"}
    leads.post(at("relation_change", opened, made.id), sent)
    with pytest.raises(StaleEdit):
        change_relation(
            opened=opened, relation_id=made.id, version=1, related=Related(business.id, core.id, "action")
        )
    remove_relation(opened=opened, relation_id=made.id, version=2)
    assert "is related otherwise to" not in leads.get(at("categories", opened)).content.decode()
    for _step in range(2):
        step = next_undo(opened)
        assert step is not None
        undo(opened=opened, step_id=step.id)
    assert (Relation.objects.get().kind, Relation.objects.get().words) == ("condition", "")
