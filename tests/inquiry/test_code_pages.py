"""The codebook's page: the tree with its passages counted, codes found by typing, and what it asks the database."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, Study
from ownwords.people.models import Account
from tests import studying as make
from tests.queries import asked
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
MOST_ASKED = 12


def page_of(client: Client, study: Study, name: str = "codes", *args: object, **typed: str) -> str:
    """Return the HTML of a page of the codebook."""
    answer = client.get(reverse(f"inquiry:{name}", args=[study.id, *args]), typed)
    assert answer.status_code == 200
    return answer.content.decode()


def names(page: str) -> list[str]:
    """Return the names of the codes on a page, in their order."""
    return re.findall(r'inq-book__name">(?:<svg.*?</svg> )?<a [^>]*>([^<]*)</a>', page)


def many(study: Study, tops: int, each: int) -> None:
    """Make top codes with codes below each, in two levels."""
    for top in range(tops):
        above = make.code(study, f"Area {top}", position=top)
        below = [Code(study=study, made_by=study.made_by, name=f"Part {top}.{n}", folded=f"part {top}.{n}",
                      parent=above, position=n, definition="What it is. " * 30) for n in range(each)]  # fmt: skip
        Code.objects.bulk_create(below)


def test_the_tree_shows_each_code_below_what_it_hangs_on_with_its_passages(
    leads: Client, inquiry: Study
) -> None:
    """inquiry 12; two clicks lead from a figure to the words behind it."""
    top = make.code(inquiry, "Staff")
    below = make.code(inquiry, "trust", parent=top, colour="#1f77b4", definition="Relying on them")
    text = make.source(inquiry)
    make.coding(below, text, 0, 5)
    make.coding(below, text, 5, 5)
    page = page_of(leads, inquiry)
    assert names(page) == ["Staff", "trust"]
    assert reverse("inquiry:code_passages", args=[inquiry.id, below.id]) in page
    assert page.count("1 passage<") == 2  # beside the code, and beside what it hangs on
    assert "Relying on them" in page


@pytest.mark.parametrize(("tops", "each"), [(3, 5), (20, 11), (40, 24)])
def test_a_page_of_many_codes_asks_the_database_no_more_than_one_of_few(
    leads: Client, inquiry: Study, tops: int, each: int
) -> None:
    """inquiry 30: a tree of a thousand codes."""
    many(inquiry, tops, each)
    page_of(leads, inquiry)
    with asked() as statements:
        page = page_of(leads, inquiry)
    assert len(statements) <= MOST_ASKED
    assert len(names(page)) == tops * (each + 1)
    assert page.count("<ul") == page.count("</ul")
    assert page.count("<details") == page.count("</details")
    assert ('<details class="inq-book__below" open' in page) is (tops == 3)


def test_typing_finds_codes_by_name_and_definition_with_what_they_hang_on(
    leads: Client, inquiry: Study
) -> None:
    """inquiry 3 of users' wishes: without the mouse, and here without a script."""
    top = make.code(inquiry, "Staff")
    make.code(inquiry, "trust", parent=top, definition="To rely on Zoë")
    make.code(inquiry, "weather")
    assert names(page_of(leads, inquiry, q="TRU")) == ["Staff", "trust"]
    assert names(page_of(leads, inquiry, q="zoe")) == ["Staff", "trust"]
    assert "No code has these words" in page_of(leads, inquiry, q="nothing of it")


def test_who_only_reads_sees_the_codes_and_changes_none(inquiry: Study) -> None:
    """platform: roles."""
    reader = make.researcher(inquiry.organisation)
    make.member(inquiry, reader, "reader")
    code = make.code(inquiry, "Staff")
    client = client_for((reader, "researcher"))
    assert "Add a code" not in page_of(client, inquiry)
    assert "Change what it says" not in page_of(client, inquiry, "code", code.id)
    for name in ("change", "move", "merge", "split", "remove"):
        address = reverse(f"inquiry:code_{name}", args=[inquiry.id, code.id])
        assert client.get(address).status_code == client.post(address).status_code == 404


def test_no_page_opens_a_code_of_another_study(leads: Client, inquiry: Study, leader: Account) -> None:
    """platform: forbidden and missing answer alike."""
    elsewhere = make.code(make.study(leader, title="Another"), "Staff")
    for name in ("", "_change", "_move", "_merge", "_split", "_remove"):
        address = reverse(f"inquiry:code{name}", args=[inquiry.id, elsewhere.id])
        assert leads.get(address).status_code == 404


def test_a_new_code_may_hang_below_another_and_needs_only_a_name(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 13: the rest may come later; a refused form comes back filled."""
    top = make.code(opened.study, "Staff")
    address = reverse("inquiry:code_add", args=[opened.study.id])
    assert f'value="{top.id}" selected' in leads.get(address, {"below": str(top.id)}).content.decode()
    sent = {
        "name": "trust",
        "parent": str(top.id),
        "origin": "found",
        "holds_codings": "on",
        "use_when": "Told of",
    }
    answer = leads.post(address, sent, follow=True)
    assert "Made: “trust”." in answer.content.decode()
    made = Code.objects.get(name="trust")
    assert (made.parent_id, made.use_when, made.holds_codings) == (top.id, "Told of", True)
    again = leads.post(address, {**sent, "name": "TRUST"})
    assert again.status_code == 422
    assert "There is a code “TRUST” here already" in again.content.decode()
    assert "Told of</textarea>" in again.content.decode()
