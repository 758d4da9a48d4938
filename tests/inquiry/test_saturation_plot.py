"""The plot of what was new: properties beside codes, changes of the guide as marks, table and sentence equal."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Incident, Property, Source, StudyPaper
from ownwords.inquiry.queries.arrays_new import what_was_new
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(opened: OpenedStudy) -> list[Source]:
    """Three texts with two codes and two properties, and a guide that changed before the third."""
    by = {"study": opened.study, "made_by_id": opened.me}
    days = (date(2024, 5, 2), date(2024, 5, 9), date(2024, 6, 3))
    found = [
        make.source(opened.study, title=f"Interview {n}", position=n, held_on=day)
        for n, day in enumerate(days)
    ]
    codes = [make.code(opened.study, name) for name in ("Dog", "Walking")]
    category = make.category(codes[0])
    passages = [make.coding(codes[n], found[at], 3, 9) for n, at in ((0, 0), (0, 1), (1, 2), (0, 2))]
    poles = {"from_pole": "a", "to_pole": "b"}
    kept = [Property.objects.create(**by, category=category, name=name, **poles) for name in ("Long", "Deep")]
    for of, passage in ((0, 0), (0, 1), (1, 1), (1, 3)):
        Incident.objects.create(**by, property=kept[of], coding=passages[passage], place=5)
    for number, day, why in ((1, date(2024, 4, 1), ""), (2, date(2024, 6, 1), "Families were missing.")):
        StudyPaper.objects.create(**by, kind="guide", number=number, words="x", dated=day, why=why)
    return found


def test_new_properties_stand_beside_new_codes_and_the_guide_is_marked(
    leads: Client, opened: OpenedStudy, texts: list[Source]
) -> None:
    """inquiry 17 (doi 10.1177/16094069231220773): in order of analysis; sentence and table equal the plot."""
    address = reverse("inquiry:saturation", args=[opened.study.id])
    leads.get(address)
    with asked() as statements:
        page = leads.get(address).content.decode()
    assert "2 codes in 3 texts. The last text brought 1 new code." in page
    assert "2 properties have incidents. The last text brought no new property." in page
    cells = re.findall(r"<td[^>]*>(?:<[^>]*>[^<]*</span>)?\s*(\d+)", page)
    rows = [tuple(int(one) for one in cells[n : n + 6]) for n in range(0, 18, 6)]
    assert rows == [(1, 1, 1, 1, 1, 1), (1, 0, 1, 2, 1, 2), (2, 1, 2, 1, 0, 2)]
    assert page.count("inq-plot__bar--open") == 3
    assert page.count('class="inq-plot__mark"') == 1
    assert "guide 2" in page
    assert "before text 3" in page
    assert "Families were missing." in page
    assert len([one for one in statements if '"inquiry_' in one]) <= 8


def test_incidents_that_are_struck_out_or_out_of_view_count_nowhere(
    opened: OpenedStudy, texts: list[Source]
) -> None:
    """inquiry 27: nor properties that were taken out of view."""
    first = what_was_new(seen_by_viewer(opened)).steps
    assert [one.properties.used for one in first] == [1, 2, 1]
    Coding.objects.filter(source=texts[2], incidents__isnull=False).update(end=3)
    Property.objects.filter(name="Deep").update(removed_at=texts[0].made_at)
    assert [one.properties.used for one in what_was_new(seen_by_viewer(opened)).steps] == [1, 1, 0]


def test_a_study_without_properties_or_guide_has_the_plot_of_codes_alone(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 17: nothing empty is drawn."""
    make.coding(make.code(opened.study), make.source(opened.study), 3, 9)
    page = leads.get(reverse("inquiry:saturation", args=[opened.study.id])).content.decode()
    assert "1 code in 1 text." in page
    assert "propert" not in page.split("<main")[1].split("</main")[0].replace("Codes", "")
