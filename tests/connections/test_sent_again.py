"""A form sent again with something else in it: what was typed the second time is never lost without a word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.connections.method.practice import practice_areas
from ownwords.connections.models import DirectoryService, DirectorySource
from ownwords.people.models import Account, Person
from tests.connections.map_parts import at, key, put
from tests.measures.pages import day_of

pytestmark = pytest.mark.django_db


def again(client: Client, address: str, form: dict[str, Any], **other: Any) -> None:
    """Send a form, then the same form with something else in it: it is told, and comes back as it was typed."""
    form = {**form, "submission": key()}
    first = client.post(address, form)
    assert first.status_code in (302, 303)
    assert client.post(address, form).status_code in (302, 303)
    second = client.post(address, {**form, **other})
    assert second.status_code in (409, 422), "what was typed the second time is lost"


@pytest.mark.parametrize(
    "other", [{"note": "Rings on Sundays"}, {"what": "place"}, {"words": "Bo"}, {"visibility": "me"}]
)
def test_something_on_the_map_sent_again_differently_is_told(
    sam: Person, own: Client, other: dict[str, str]
) -> None:
    """House rule 7; connecting R5."""
    again(own, at("item_add", sam), {"words": "Auntie J.", "visibility": "team"}, **other)


def test_several_names_sent_again_with_one_more_are_told(sam: Person, own: Client) -> None:
    """House rule 7."""
    again(own, at("items_add", sam), {"names": "Ann\nBo"}, names="Ann\nBo\nCy")


def test_a_suggestion_sent_again_with_another_why_is_told(
    sam: Person, worker: Account, staff: Client
) -> None:
    """House rule 7."""
    again(staff, at("map_suggest", sam), {"words": "Pigeon club", "why": ""}, why="You like birds.")


def test_how_a_tie_came_about_sent_again_differently_is_told(sam: Person, own: Client) -> None:
    """House rule 7; connecting R8."""
    item = put(sam, "Pigeon club")
    form = {"origin": "online", "visibility": "team"}
    again(own, at("tie_add", sam, item.id), form | {"renewed": "new"}, renewed="renewed")


def test_a_step_sent_again_differently_is_told(sam: Person, own: Client) -> None:
    """House rule 7; connecting R12."""
    form = {"wheel": "person", "words": "Rang them", "visibility": "team"}
    again(own, at("connecting_add", sam), form, helped_words="A friend came along")


def test_readiness_sent_again_on_another_day_is_told(sam: Person, own: Client) -> None:
    """House rule 7; connecting R10."""
    form = {"answer": "5", "visibility": "team"}
    again(own, at("ready_add", sam), form, **day_of(date(2025, 2, 3), "said_on"))


def test_what_is_known_here_sent_again_differently_is_told(sam: Person, staff: Client) -> None:
    """House rule 7; connecting R19."""
    source = DirectorySource.objects.create(name="Town", profile="oruk-3")
    service = DirectoryService.objects.create(source=source, external_id="1", name="Pigeon club")
    form = {"version": "0", "phone": "01632 960 002"}
    again(staff, reverse("directory:local", args=[service.id]), form, ask_for="Ann")


def test_a_check_of_practice_sent_again_differently_is_told(sam: Person, staff: Client) -> None:
    """House rule 7; connecting R15."""
    area = practice_areas().areas[0].key
    form = {f"value_{area}": "5", f"example_{area}": "We rang the club."}
    again(staff, reverse("practice_add", args=[sam.placements.get().team_id]), form, **{f"value_{area}": "6"})
