"""Bringing codes together and parting one, from their pages."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ownwords.inquiry.models import Code, Coding, Study
from ownwords.inquiry.queries.passages import PAGE
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.test_code_pages import page_of
from tests.inquiry.test_code_pages_changing import at, undone
from tests.queries import asked

pytestmark = pytest.mark.django_db


def test_before_codes_are_brought_together_the_page_says_what_will_happen(
    leads: Client, inquiry: Study, coder: Account
) -> None:
    """inquiry 11: how many passages move, before pressing; undone, everything is as before."""
    one, other = make.code(inquiry, "listened to"), make.code(inquiry, "heard")
    make.code(inquiry, "by staff", parent=one)
    text = make.source(inquiry)
    make.coding(one, text, 0, 5)
    make.coding(one, text, 7, 9, coder)
    make.coding(one, text, 8, 9)
    make.coding(other, text, 8, 9)
    kept = set(Coding.objects.values_list("id", "code_id"))
    page = page_of(leads, inquiry, "code_merge", one.id, into=str(other.id))
    assert "3 passages of “listened to” go to “heard”." in page
    assert "1 of them the same person has coded with both" in page
    assert "by staff" in page
    assert set(Coding.objects.values_list("id", "code_id")) == kept
    after = leads.post(at(one, "merge"), {"into": str(other.id), "version": 1}, follow=True).content.decode()
    assert "“listened to” has gone into “heard”." in after
    assert other.codings.count() == 3
    assert "This code has gone into another" in page_of(leads, inquiry, "code", one.id)
    undone(leads, after)
    assert set(Coding.objects.values_list("id", "code_id")) == kept


def test_passages_go_into_no_code_that_takes_none(leads: Client, inquiry: Study) -> None:
    """inquiry 23: a heading holds other codes only, here and in exchange."""
    heading, code = make.code(inquiry, "Staff", holds_codings=False), make.code(inquiry, "heard", position=1)
    page = page_of(leads, inquiry, "code_merge", code.id)
    assert f'value="{heading.id}"' in page
    make.coding(code, make.source(inquiry), 0, 5)
    assert f'value="{heading.id}"' not in page_of(leads, inquiry, "code_merge", code.id)
    assert leads.post(at(code, "merge"), {"into": str(heading.id), "version": 1}).status_code == 422


def test_a_code_goes_into_none_that_is_not_chosen_or_gone(leads: Client, inquiry: Study) -> None:
    """Forms explain; nothing is half-written."""
    one, other = make.code(inquiry, "one"), make.code(inquiry, "other")
    assert leads.post(at(one, "merge"), {"version": 1}).status_code == 422
    assert leads.post(at(one, "merge"), {"into": str(one.id), "version": 1}).status_code == 422
    stale = leads.post(at(one, "merge"), {"into": str(other.id), "version": 9})
    assert stale.status_code == 409
    assert "Somebody changed this since" in stale.content.decode()
    assert Code.objects.filter(removed_at__isnull=True).count() == 2


def test_passages_to_part_are_ticked_fifty_a_page_and_those_of_other_pages_stay_chosen(
    leads: Client, inquiry: Study
) -> None:
    """inquiry 11: split; by keyset, without a script."""
    code, text = make.code(inquiry, "support"), make.source(inquiry, "x" * 200)
    laid = [make.coding(code, text, n, n + 1) for n in range(PAGE + 5)]
    with asked() as statements:
        first = page_of(leads, inquiry, "code_split", code.id)
    assert len(statements) <= 14
    assert first.count('type="checkbox"') == PAGE
    following = re.search(r'name="next" value="([^"]+)"', first)
    assert following is not None
    sent = {
        "name": "practical",
        "version": "1",
        "passage": [str(laid[0].id)],
        "next": following[1],
        "do": "more",
    }
    second = leads.post(at(code, "split"), sent).content.decode()
    assert second.count('type="checkbox"') == 5
    assert "1 chosen on other pages" in second
    assert 'value="practical"' in second
    held = re.search(r'name="held" value="([^"]+)"', second)
    assert held is not None
    press = {
        "name": "practical",
        "version": "1",
        "held": held[1],
        "passage": [str(laid[-1].id)],
        "at": following[1],
    }
    refused = leads.post(at(code, "split"), {**press, "name": ""})
    assert refused.status_code == 422
    assert f'value="{laid[-1].id}" checked' in refused.content.decode()
    after = leads.post(at(code, "split"), press, follow=True).content.decode()
    assert "2 passages have gone to “practical”." in after
    assert set(Code.objects.get(name="practical").codings.all()) == {laid[0], laid[-1]}
    undone(leads, after)
    assert code.codings.count() == PAGE + 5
