"""All passages of a code side by side, by an attribute of who speaks."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Attribute, AttributeValue, Speaker
from ownwords.inquiry.queries.arrays_codes import Choice
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.queries.comparing_by import FIRST, columns_side_by_side
from ownwords.inquiry.queries.matrix import table
from ownwords.inquiry.queries.matrix_columns import By, Of
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db
WORDS = "Ana: It took years.\nBen: It was a day."


@pytest.fixture
def work(opened: OpenedStudy) -> Attribute:
    """Two people of different work speak in a text; passages of both have a code."""
    by = {"study": opened.study, "made_by_id": opened.me}
    attribute = Attribute.objects.create(**by, name="Work")
    text, code = make.source(opened.study, WORDS), make.code(opened.study)
    for label, value in (("Ana", "Nurse"), ("Ben", "Peer worker")):
        who = make.participant(opened.study, label)
        Speaker.objects.filter(label=label).update(participant=who)
        AttributeValue.objects.create(study=opened.study, attribute=attribute, participant=who, value=value)
    for n in range(FIRST + 2):
        make.coding(code, text, 5 + n % 3, 8 + n)
    make.coding(code, text, 25, 30)
    make.coding(code, text, 8, 30)
    return attribute


def test_each_value_has_a_column_with_the_passages_of_its_people(
    leads: Client, opened: OpenedStudy, work: Attribute
) -> None:
    """RS-29 (method table): all segments of a code side by side, by attribute of speaker; as the matrix counts."""
    by = By(Of.PEOPLE, work.id)
    code = make.Code.objects.get()
    columns, number = columns_side_by_side(opened, code.id, by, begin=0, most=8)
    counted = table(seen_by_viewer(opened), by, Choice())
    assert number == len(counted.columns.keys)
    known = [counted.cells.get((code.id, place)) for place in range(number)]
    assert [one.of for one in columns] == [one.codings if one else 0 for one in known]
    assert [one.name for one in columns][:2] == ["Nurse", "Peer worker"]
    address = reverse("inquiry:compare_by", args=[opened.study.id])
    with asked() as statements:
        page = leads.get(f"{address}?for={code.id}&by={by}").content.decode()
    assert "Nurse" in page
    assert "Peer worker" in page
    assert "All of them" in page
    assert page.count("inq-quote__said") == FIRST + 2
    assert len([one for one in statements if '"inquiry_' in one]) <= 16


def test_without_attributes_there_is_a_column_for_each_text(leads: Client, opened: OpenedStudy) -> None:
    """RS-29: it opens before anything is described."""
    code = make.code(opened.study)
    address = reverse("inquiry:compare_by", args=[opened.study.id])
    assert "No passage yet" in leads.get(address).content.decode()
    for n in range(10):
        make.coding(code, make.source(opened.study, title=f"Interview {n}", position=n), 0, 5)
    page = leads.get(address).content.decode()
    assert "Interview 7" in page
    assert "Interview 8" not in page
    assert "Interview 8" in leads.get(f"{address}?for={code.id}&by=each&page=2").content.decode()
