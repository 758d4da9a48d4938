"""The map of themes on its page and as a file: the same as a drawing and as a list."""

from __future__ import annotations

import pytest
from defusedxml import ElementTree
from django.test import Client

from ownwords.inquiry.models import Study
from ownwords.ledger.models import Act
from tests import studying as make
from tests.inquiry.test_themes import at, page_of
from tests.queries import asked

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


def given_a_map(study: Study) -> None:
    """Set up two themes, one below the other, that share a code, and one that was dropped."""
    code = make.code(study, "heard <b>&</b> seen")
    top = make.theme(study, "Company", status="reviewed")
    below = make.theme(study, "A dog", parent=top)
    make.theme(study, "Gone", status="dropped")
    for theme in (top, below):
        theme.members.create(study=study, code=code, made_by=study.made_by)


def test_the_map_is_a_drawing_with_a_title_and_the_same_as_a_list(leads: Client, inquiry: Study) -> None:
    """inquiry 18, platform: accessible, without inline styles; few questions to the database."""
    given_a_map(inquiry)
    with asked() as statements:
        page = page_of(leads, inquiry, "theme_map")
    assert len(statements) <= 14
    drawing = page.split('<svg class="inq-thememap"')[1].split("</svg>")[0]
    assert "<title" in page
    assert "<desc" in page
    assert drawing.count("heard &lt;b&gt;&amp;&lt;/b&gt; seen") == 2
    assert "style=" not in drawing
    assert "Gone" not in page
    rest = page.split("</svg>")[-1]
    assert rest.index("Company") < rest.index("heard") < rest.index("A dog")


def test_the_map_is_taken_away_as_a_file_and_that_is_kept(leads: Client, inquiry: Study) -> None:
    """inquiry 18: a picture for a method chapter; only by a press."""
    given_a_map(inquiry)
    assert leads.get(at(inquiry, "theme_map_file")).status_code == 303
    answer = leads.post(at(inquiry, "theme_map_file"))
    assert answer["Content-Type"] == "image/svg+xml"
    assert 'filename="map.svg"' in answer["Content-Disposition"]
    root = ElementTree.fromstring(answer.content)
    assert root.tag == f"{SVG}svg"
    assert len(root.findall(f".//{SVG}rect")) == 5
    assert "heard <b>&</b> seen" in {one.text for one in root.iter(f"{SVG}text")}
    assert Act.objects.filter(verb="study_exported").count() == 1


def test_without_themes_the_page_says_so(leads: Client, inquiry: Study) -> None:
    """A study begins with none."""
    assert "nothing to draw" in page_of(leads, inquiry, "theme_map")


def test_two_codes_of_one_name_are_told_apart_by_the_code_above_them(leads: Client, inquiry: Study) -> None:
    """inquiry 12, 18: two codes may have one name under different parents; the map shows no branches."""
    theme = make.theme(inquiry, "Time that is allowed")
    for above in ("Relationship", "Priorities"):
        code = make.code(inquiry, "Time", parent=make.code(inquiry, above))
        theme.members.create(study=inquiry, code=code, made_by=inquiry.made_by)
    page = page_of(leads, inquiry, "theme_map").split("</svg>")[-1]
    assert page.count("Time (Relationship)") == page.count("Time (Priorities)") == 1
