"""Participants: pseudonyms, what describes them, and what may stand beside their words."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.attributes import Named, add_attribute, change_attribute
from ownwords.inquiry.actions.participants import Described, add_participant, change_participant
from ownwords.inquiry.models import Attribute, AttributeValue, Participant, Speaker, StudyStep
from ownwords.inquiry.queries.describing import beside_quotations
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def attribute(opened: OpenedStudy, name: str = "Profession", kind: str = "words") -> Attribute:
    """Add an attribute."""
    return add_attribute(opened=opened, named=Named(name, kind))


def test_somebody_is_added_under_a_free_neutral_pseudonym(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 28: pseudonyms; sent twice they stand once."""
    make.participant(opened.study, "Maple")
    years = attribute(opened, "Years", "number")
    form = leads.get(at("participant_add", opened)).content.decode()
    assert 'value="Severn"' in form
    sent = {"pseudonym": "Severn", f"value_{years.id}": "3.50", "submission": str(uuid4())}
    for _twice in range(2):
        assert leads.post(at("participant_add", opened), sent).status_code == 303
    assert Participant.objects.count() == 2
    assert AttributeValue.objects.get().value == "3.5"
    taken = leads.post(
        at("participant_add", opened), {**sent, "pseudonym": "MAPLE", "submission": str(uuid4())}
    )
    assert taken.status_code == 422
    assert "Somebody has this pseudonym already" in taken.content.decode()


def test_a_number_is_checked_and_blank_differs_from_no(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 15; House rule 5: a blank and "no" are two things; a refused form comes back filled."""
    who = make.participant(opened.study)
    years, lead, day = (
        attribute(opened, name, kind)
        for name, kind in (("Years", "number"), ("Leads", "yes_no"), ("Since", "day"))
    )
    where = at("participant_change", opened, who.id)
    sent = {"pseudonym": "Maple", "version": "1", f"value_{years.id}": "three", f"value_{lead.id}": "no"}
    refused = leads.post(where, sent)
    assert refused.status_code == 422
    assert "Give a number in figures" in refused.content.decode()
    assert "three" in refused.content.decode()
    days = {f"value_{day.id}_day": "3", f"value_{day.id}_month": "2", f"value_{day.id}_year": "2020"}
    assert leads.post(where, {**sent, f"value_{years.id}": "", **days}).status_code == 303
    assert set(AttributeValue.objects.values_list("attribute__name", "value")) == {
        ("Leads", "no"),
        ("Since", "2020-02-03"),
    }
    page = leads.get(at("participant", opened, who.id)).content.decode()
    assert "not stated" in page
    assert "3 February 2020" in page


def test_describing_somebody_can_be_undone(opened: OpenedStudy, leads: Client) -> None:
    """inquiry 10: values are a step; an older page is told."""
    work, who = attribute(opened), make.participant(opened.study)
    said = Described("Maple", values={work.id: "Nurse"})
    change_participant(opened=opened, participant_id=who.id, version=1, described=said)
    with pytest.raises(StaleEdit):
        change_participant(opened=opened, participant_id=who.id, version=1, described=said)
    other = Described("Alder", values={work.id: ""})
    change_participant(opened=opened, participant_id=who.id, version=2, described=other)
    assert not AttributeValue.objects.exists()
    leads.post(at("step_undo", opened), {"step": StudyStep.objects.latest("done_at").id})
    assert AttributeValue.objects.get().value == "Nurse"


def test_an_attribute_becomes_another_kind_only_where_its_values_fit(opened: OpenedStudy) -> None:
    """inquiry 15: what stands there is never made to say something else."""
    years = attribute(opened, "Years")
    add_participant(opened=opened, described=Described("Maple", values={years.id: "3"}))
    add_participant(opened=opened, described=Described("Alder", values={years.id: "about five"}))
    with pytest.raises(Refused, match="about five"):
        change_attribute(opened=opened, attribute_id=years.id, version=1, named=Named("Years", "number"))
    AttributeValue.objects.filter(value="about five").update(value="5")
    change_attribute(opened=opened, attribute_id=years.id, version=1, named=Named("Years", "number"))
    with pytest.raises(Refused, match="of this name already"):
        attribute(opened, "years")


def test_beside_a_quotation_stands_only_what_enough_share(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 28: fewer than n alike are not described; who withdrew counts for nobody."""
    work = attribute(opened)
    people = [
        add_participant(opened=opened, described=Described(name, values={work.id: said}))
        for name, said in [
            ("Maple", "nurse"),
            ("Alder", "nurse"),
            ("Birch", "nurse"),
            ("Larch", "peer worker"),
        ]
    ]
    beside = beside_quotations(opened)
    # The one peer worker would be known by what is missing, so nobody's profession is shown.
    assert beside == {one.id: [] for one in people}
    Participant.objects.filter(pseudonym="Larch").update(withdrew_on="2026-01-01")
    assert beside_quotations(opened)[people[0].id] == [("Profession", "nurse")]
    assert "Maple, Profession: nurse" in leads.get(at("participant", opened, people[0].id)).content.decode()


def test_a_participant_shows_in_which_texts_they_speak(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 4: each speaker becomes or joins a case."""
    who = make.participant(opened.study)
    text = make.source(opened.study)
    Speaker.objects.filter(source=text, label="P1").update(participant=who)
    assert "Interview 1" in leads.get(at("participant", opened, who.id)).content.decode()


def test_many_participants_by_many_attributes_ask_no_more_than_few(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 30: a hundred a page, all values in one query."""
    kinds = [attribute(opened, f"Attribute {n}") for n in range(6)]
    for n in range(104):
        who = make.participant(opened.study, f"Person {n:03}")
        for one in kinds:
            AttributeValue.objects.create(study=opened.study, attribute=one, participant=who, value=f"{n}")
    leads.get(at("participants", opened))
    with asked() as statements:
        page = leads.get(at("participants", opened)).content.decode()
    assert len([one for one in statements if '"inquiry_' in one]) <= 5
    assert "Person 099" in page
    assert "Person 100" not in page
    further = page.split('rel="next"')[0].split('href="')[-1].split('"')[0]
    assert "Person 103" in leads.get(at("participants", opened) + further).content.decode()
    with asked() as one_page:
        leads.get(at("attributes", opened))
    assert len([one for one in one_page if '"inquiry_' in one]) <= 2
