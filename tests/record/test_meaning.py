"""What recovery means to the person (RS-09)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.people.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_two_statements_are_both_readable_newest_first(sam: Person, own: Client) -> None:
    """recovery-support RS-09."""
    add = reverse("record:entry_add", args=[sam.id, "meaning"])
    for words in ("Sleeping again.", "Being asked for advice."):
        assert own.post(add, {"words": words, "visibility": "me"}).status_code == 303
    page = own.get(reverse("record:meaning", args=[sam.id])).content.decode()
    assert page.index("Being asked for advice.") < page.index("Sleeping again.")


def test_it_may_stay_empty(sam: Person, own: Client, staff: Client) -> None:
    """recovery-support RS-09; DESIGN house rule 5."""
    for client in (own, staff):
        assert "nothing has to be" in client.get(reverse("record:meaning", args=[sam.id])).content.decode()


def test_it_is_never_scored(sam: Person, own: Client) -> None:
    """recovery-support RS-09: no numeric field."""
    page = own.get(reverse("record:entry_add", args=[sam.id, "meaning"])).content.decode()
    assert 'type="number"' not in page
    assert "0 to 10" not in page


def test_difficulties_are_a_tag_like_any_other(sam: Person, own: Client) -> None:
    """recovery-support RS-10, RS-11: shown fully, without colour or judgement."""
    make.entry(sam, "It is hard.", "meaning", tags=["difficulties"])
    page = own.get(reverse("record:meaning", args=[sam.id])).content.decode()
    assert '<strong class="nhsuk-tag nhsuk-tag--white">Difficulties</strong>' in page
