"""Putting a code back, headings that take no passages, and the order and end of attributes."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.attributes import Named, add_attribute
from ownwords.inquiry.actions.attributes_order import move_attribute, remove_attribute
from ownwords.inquiry.actions.code_merging import merge_codes, remove_code
from ownwords.inquiry.actions.code_restoring import restore_code
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.actions.values import set_values
from ownwords.inquiry.models import Attribute, AttributeValue, Code, StudyStep
from ownwords.inquiry.queries.steps import next_undo
from ownwords.ledger.models import Act
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.inquiry.bringing import at

pytestmark = pytest.mark.django_db


def test_a_code_out_of_view_is_put_back_by_a_press(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 10, 11: also long after, when undoing reaches it no more; one step that can be undone."""
    code = make.code(opened.study, "Heard")
    remove_code(opened=opened, code_id=code.id, version=1)
    page = leads.get(at("codes", opened.study)).content.decode()
    assert "Codes out of view" in page
    assert leads.get(at("code_restore", opened.study, code.id)).status_code == 303
    assert Code.objects.get().removed_at
    leads.post(at("code_restore", opened.study, code.id), {"version": 2})
    assert Code.objects.get().removed_at is None
    assert StudyStep.objects.latest("done_at").did == "code_restored"
    step = next_undo(opened)
    assert step is not None
    undo(opened=opened, step_id=step.id)
    assert Code.objects.get().removed_at


def test_a_code_comes_back_only_under_a_free_name_and_not_out_of_another(opened: OpenedStudy) -> None:
    """inquiry 12: within one parent not two of a name; one that went into another is undone instead."""
    above = make.code(opened.study, "Above")
    code = make.code(opened.study, "Heard", parent=above)
    remove_code(opened=opened, code_id=code.id, version=1)
    remove_code(opened=opened, code_id=above.id, version=1)
    taken = make.code(opened.study, "HEARD")
    with pytest.raises(Refused):
        restore_code(opened=opened, code_id=code.id, version=2)
    into = make.code(opened.study, "Other")
    merge_codes(opened=opened, code_id=taken.id, version=1, into_id=into.id)
    assert restore_code(opened=opened, code_id=code.id, version=2).parent_id is None
    with pytest.raises(NotFound):
        restore_code(opened=opened, code_id=taken.id, version=Code.objects.get(pk=taken.id).version)


def test_a_heading_takes_no_passages_from_a_code_that_has_some(opened: OpenedStudy) -> None:
    """inquiry 11: the action itself refuses it; a code without passages may go there."""
    heading = make.code(opened.study, "Heading", holds_codings=False)
    code, empty = make.code(opened.study, "Heard"), make.code(opened.study, "Empty")
    make.coding(code, make.source(opened.study), 0, 5)
    with pytest.raises(Refused) as no:
        merge_codes(opened=opened, code_id=code.id, version=1, into_id=heading.id)
    assert "into" in no.value.messages
    assert merge_codes(opened=opened, code_id=empty.id, version=1, into_id=heading.id) == heading


def names(opened: OpenedStudy) -> list[str]:
    """Return the attributes in their order."""
    rows = Attribute.objects.filter(study_id=opened.study.id).order_by("position", "id")
    return list(rows.values_list("name", flat=True))


def test_attributes_are_put_in_order_by_a_press(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 28: the first ones stand beside a quotation first."""
    _first, second = (add_attribute(opened=opened, named=Named(name)) for name in ("Role", "Years"))
    assert leads.get(at("attribute_move", opened.study, second.id)).status_code == 303
    leads.post(at("attribute_move", opened.study, second.id), {"version": 1, "way": "up"})
    assert names(opened) == ["Years", "Role"]
    moved = move_attribute(opened=opened, attribute_id=second.id, version=2, up=True)
    assert moved.version == 2


def test_an_attribute_goes_with_its_values_after_saying_how_many(leads: Client, opened: OpenedStudy) -> None:
    """house rule: what cannot be undone is asked once more; undoing an older step then explains itself."""
    kept = add_attribute(opened=opened, named=Named("Role"))
    person = make.participant(opened.study)
    for value in ("nurse", "", "peer"):
        set_values(opened=opened, participant=person, values={kept.id: value})
    page = leads.get(at("attribute_remove", opened.study, kept.id)).content.decode()
    assert "1 value goes with it" in page
    assert AttributeValue.objects.count() == 1
    leads.post(at("attribute_remove", opened.study, kept.id), {"version": 1})
    assert (names(opened), AttributeValue.objects.count()) == ([], 0)
    assert Act.objects.filter(verb="study_attribute_kept").count() == 2
    StudyStep.objects.order_by("-done_at")[0].delete()
    step = next_undo(opened)
    assert step is not None
    assert step.changes[0]["after"] is None
    with pytest.raises(Refused):
        undo(opened=opened, step_id=step.id)


def test_who_only_reads_changes_no_attribute(opened: OpenedStudy) -> None:
    """access: forbidden is missing."""
    kept = add_attribute(opened=opened, named=Named("Role"))
    reader = make.researcher(opened.study.organisation)
    make.member(opened.study, reader, "reader")
    seen = make.opened_by(reader, opened.study)
    with pytest.raises(NotFound):
        remove_attribute(opened=seen, attribute_id=kept.id, version=1)
    with pytest.raises(NotFound):
        move_attribute(opened=seen, attribute_id=kept.id, version=1, up=True)
