"""Properties with a dimension, and incidents on it: sentence, drawing and table say the same."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.incidents import Placed, add_incident, change_incident, remove_incident
from ownwords.inquiry.actions.properties import Ranged, add_property, change_property, remove_property
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import Coding, Incident, Property, Study
from ownwords.inquiry.presenters.properties import dimension
from ownwords.inquiry.queries.incidents import Shown, incidents_of
from ownwords.inquiry.queries.steps import next_undo
from ownwords.people.access import NotFound
from ownwords.people.models import Account
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


@pytest.fixture
def of(opened: OpenedStudy) -> Property:
    """A property of a category."""
    category = make.category(make.code(opened.study, "Being heard"))
    return add_property(
        opened=opened, category_id=category.id, ranged=Ranged("How long", "a moment", "years")
    )


@pytest.fixture
def passages(opened: OpenedStudy, of: Property) -> list[Coding]:
    """Four passages of the category's codes, one of them of a code below."""
    text, below = make.source(opened.study), make.code(opened.study, "Below", parent=of.category.code)
    ends = ((27, 34), (40, 44), (51, 60), (61, 66))
    return [make.coding(below if n == 3 else of.category.code, text, *span) for n, span in enumerate(ends)]


def test_a_property_has_a_name_and_two_poles_that_differ(
    leads: Client, opened: OpenedStudy, of: Property
) -> None:
    """inquiry 2.2, RS-29: properties and dimensions (two poles)."""
    address = at("property_add", opened, of.category_id)
    sent = {"name": "Depth", "from_pole": "Some", "to_pole": "some", "submission": str(uuid4())}
    assert leads.post(address, sent).status_code == 422
    assert leads.post(address, {**sent, "to_pole": "much"}).status_code == 303
    page = leads.get(at("category", opened, of.category_id)).content.decode()
    assert "from “Some” to “much”" in page
    assert "from “a moment” to “years”" in page
    change_property(opened=opened, property_id=of.id, version=1, ranged=Ranged("Length", "short", "long"))
    with pytest.raises(StaleEdit):
        change_property(opened=opened, property_id=of.id, version=1, ranged=Ranged("x", "a", "b"))
    remove_property(opened=opened, property_id=of.id, version=2)
    assert leads.get(at("property", opened, of.id)).status_code == 404
    step = next_undo(opened)
    assert step is not None
    undo(opened=opened, step_id=step.id)
    assert "Length" in leads.get(at("property", opened, of.id)).content.decode()


def test_passages_are_placed_and_sentence_drawing_and_table_agree(
    leads: Client, opened: OpenedStudy, of: Property, passages: list[Coding]
) -> None:
    """inquiry 17: incidents placed on the dimension or left unplaced; each opens its passage."""
    address = at("incident_add", opened, of.id)
    assert "Place this" in leads.get(address).content.decode()
    for coding, place in zip(passages, ("80", "20", "", "20"), strict=True):
        sent = {"place": place, "note": f"Because {place}", "submission": str(uuid4())}
        form = f"{address}?coding={coding.id}"
        assert leads.get(form).status_code == 200
        assert leads.post(form, sent).status_code == 303
    assert leads.post(f"{address}?coding={passages[0].id}", {"place": "101"}).status_code == 422
    page = leads.get(at("property", opened, of.id)).content.decode()
    assert (
        "4 incidents. 3 lie between 20 and 80, where 0 is “a moment” and 100 is “years”. 1 is unplaced."
        in page
    )
    assert page.count("<circle") == 3
    assert all(at("passage", opened, one.id) in page for one in passages)
    assert "an incident of this property already" in leads.get(address).content.decode()


def test_a_passage_is_an_incident_once_and_has_a_code_of_the_category(
    opened: OpenedStudy, of: Property, passages: list[Coding]
) -> None:
    """inquiry 17."""
    kept = add_incident(opened=opened, property_id=of.id, coding_id=passages[0].id, placed=Placed(5))
    with pytest.raises(Refused, match="already"):
        add_incident(opened=opened, property_id=of.id, coding_id=passages[0].id, placed=Placed(9))
    other = make.coding(make.code(opened.study, "Other"), passages[0].source, 0, 5)
    with pytest.raises(Refused, match="none of the codes"):
        add_incident(opened=opened, property_id=of.id, coding_id=other.id, placed=Placed(9))
    token = uuid4()
    twice = {"property_id": of.id, "coding_id": passages[1].id, "placed": Placed(7), "submission": token}
    assert len({add_incident(opened=opened, **twice).id for _ in range(2)}) == 1
    change_incident(opened=opened, incident_id=kept.id, version=1, placed=Placed(None, "Unsure"))
    with pytest.raises(StaleEdit):
        change_incident(opened=opened, incident_id=kept.id, version=1, placed=Placed(50))
    remove_incident(opened=opened, incident_id=kept.id, version=2)
    step = next_undo(opened)
    assert step is not None
    undo(opened=opened, step_id=step.id)
    assert Incident.objects.get(pk=kept.pk).note == "Unsure"


def test_an_incident_whose_words_are_gone_is_said_to_be_so(
    leads: Client, opened: OpenedStudy, of: Property, passages: list[Coding]
) -> None:
    """inquiry 27: never dropped in silence."""
    kept = add_incident(opened=opened, property_id=of.id, coding_id=passages[0].id, placed=Placed(5))
    Coding.objects.filter(pk=passages[0].pk).update(end=passages[0].start)
    page = leads.get(at("property", opened, of.id)).content.decode()
    assert "These words were struck out or withdrawn." in page
    assert leads.get(at("incident_change", opened, kept.id)).status_code == 200


def test_an_incident_on_a_blind_passage_is_hidden_from_page_and_action(
    opened: OpenedStudy, of: Property, passages: list[Coding], coder: Account
) -> None:
    """inquiry 22: until both have finished, by any page."""
    kept = add_incident(opened=opened, property_id=of.id, coding_id=passages[0].id, placed=Placed(5))
    Study.objects.filter(pk=opened.study.id).update(blind=True)
    theirs = make.opened_by(coder, opened.study)
    assert incidents_of(theirs, of) == []
    for act in (
        lambda: remove_incident(opened=theirs, incident_id=kept.id, version=1),
        lambda: add_incident(opened=theirs, property_id=of.id, coding_id=passages[1].id, placed=Placed()),
    ):
        with pytest.raises(NotFound):
            act()


def test_dots_on_the_line_never_cover_each_other() -> None:
    """inquiry 17: any number at any place."""
    of = Property(from_pole="a", to_pole="b")
    found = [
        Shown(Incident(place=place), None) for place in [0, 0, 0, 1, 2, 3, 3, 50, 50, 51, 99, 100, 100, None]
    ]
    dots = dimension(of, found).dots
    assert len(dots) == 13
    for one in dots:
        assert one.y >= 10
        for other in dots:
            assert one is other or (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= 20**2
