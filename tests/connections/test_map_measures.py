"""Measures of somebody's own map: on request, without a target, and undefined where they are."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ownwords.connections.actions.map_items import end_item
from ownwords.connections.actions.map_links import set_links
from ownwords.connections.models import PersonMap
from ownwords.connections.presenters.map_measures import measures_of
from ownwords.connections.queries.maps import map_now
from ownwords.people.models import Account, Person
from tests.around_sam import opened_by
from tests.connections.map_parts import asked, at, looked, put, text

pytestmark = pytest.mark.django_db
DENSITY = "Of all links there could be among them, there are"


def told(sam: Person) -> dict[str, str]:
    """Return name -> value of every measure."""
    return {one.name: one.value for one in measures_of(map_now(opened_by(sam.account, sam)))}


def test_with_one_on_the_map_density_is_not_defined_and_without_the_question_not_asked(
    sam: Person, own: Client
) -> None:
    """connecting R16: three things that are not nought."""
    ann = put(sam, "Ann")
    assert told(sam)[DENSITY] == "not asked"
    own.post(at("links_asked", sam), {"answer": "said"})
    assert told(sam)[DENSITY].startswith("not defined")
    bo = put(sam, "Bo")
    assert told(sam)[DENSITY] == "0 %"
    assert told(sam)["Linked to nobody else on the map"] == "2"
    set_links(opened=opened_by(sam.account, sam), item_id=ann.id, known=(), chosen={bo.id})
    assert told(sam)[DENSITY] == "100 %"
    assert told(sam)["Separate clusters"] == "1"


def test_none_of_them_do_is_an_answer_that_can_be_taken_back(sam: Person, own: Client) -> None:
    """connecting R16: "none" and "never asked" differ; the day is kept."""
    put(sam, "Ann")
    put(sam, "Bo")
    assert "None of them do" in looked(own, at("map_measures", sam))
    own.post(at("links_asked", sam), {"answer": "said"})
    assert PersonMap.objects.get().links_asked_on is not None
    assert "Answered on" in looked(own, at("map_measures", sam))
    twice = own.post(at("links_asked", sam), {"answer": "said"}, follow=True)
    assert "That is how it stands already." in text(twice)
    own.post(at("links_asked", sam), {"answer": ""})
    assert PersonMap.objects.get().links_asked_on is None


def test_closeness_leaves_out_what_is_not_placed_and_counts_it(sam: Person, own: Client) -> None:
    """connecting R16: missing closeness is left out and told."""
    put(sam, "Ann", ring=1)
    put(sam, "Bo", ring=2)
    put(sam, "Cy")
    main = looked(own, at("map_measures", sam))
    assert "2.5, where 3 is the inner ring and 1 the outer" in main
    assert "1 is not placed." in main


def test_shares_count_those_known_in_two_ways_by_halves(sam: Person) -> None:
    """connecting 2.3: the rule is stated; with no kind said there is no share."""
    put(sam, "Ann")
    assert told(sam)["Family"] == "none answered"
    put(sam, "Bo", relations=("family", "friend"))
    put(sam, "Dr K.", relations=("service",))
    put(sam, "Cy", relations=("neighbour",))
    values = told(sam)
    assert (values["Family"], values["Paid to be there, or a service"]) == ("12 %", "25 %")


def test_ways_and_their_spread_and_what_lies_outside_services_are_told(sam: Person) -> None:
    """connecting R16, 2.3: count of kinds, Shannon entropy, E-I index; undefined where no kind is said."""
    ways, outside = "In how many different ways you know them", "Outside services, against within"
    assert told(sam)[ways].startswith("not defined")
    put(sam, "Ann")
    assert (told(sam)[ways], told(sam)[outside]) == ("none answered", "none answered")
    put(sam, "Bo", relations=("family",))
    put(sam, "Cy", relations=("friend",))
    put(sam, "Di", relations=("friend",))
    put(sam, "Dr K.", relations=("service",))
    assert (told(sam)[ways], told(sam)[outside]) == ("3", "0.5")
    notes = {one.name: one.note for one in measures_of(map_now(opened_by(sam.account, sam)))}
    assert "1.0." in notes[ways]


def test_giving_both_ways_rests_on_where_both_were_said(sam: Person) -> None:
    """connecting 2.3: reciprocity."""
    put(sam, "Ann", gives_me=True)
    assert told(sam)["You give each other something"] == "not asked"
    put(sam, "Bo", gives_me=True, i_give=True)
    put(sam, "Cy", gives_me=True, i_give=False)
    assert told(sam)["You give each other something"] == "50 %"


def test_what_is_over_is_in_no_measure(sam: Person) -> None:
    """connecting R7."""
    ann = put(sam, "Ann", relations=("service",))
    put(sam, "Bo", relations=("family",))
    end_item(opened=opened_by(sam.account, sam), item_id=ann.id, version=1, ended_as="chosen")
    assert told(sam)["How much stands on the map"] == "1"
    assert told(sam)["Paid to be there, or a service"] == "0 %"


def test_shares_stand_on_no_page_that_is_not_asked_for_and_carry_no_verdict(sam: Person, own: Client) -> None:
    """connecting R17: only when opened; no target, no grade, no label of a type; nothing for research alone."""
    put(sam, "Dr K.", relations=("service",), what="person")
    assert "%" not in re.sub(r'href="[^"]*"', "", looked(own, at("map", sam)))
    main = looked(own, at("map_measures", sam)).casefold()
    for word in (
        "target",
        "should",
        "healthy",
        "poor",
        "diverse",
        "type of network",
        "effective",
        "constraint",
    ):
        assert word not in main


def test_staff_open_no_measures_of_one_person_unless_they_draw_with_them(
    sam: Person, staff: Client, worker: Account
) -> None:
    """connecting R17: for the person; a team sees a spread only."""
    put(sam, "Ann")
    assert staff.get(at("map_measures", sam)).status_code == 403
    asked(sam, worker)
    assert staff.get(at("map_measures", sam)).status_code == 200


def test_an_empty_map_has_measures_too(sam: Person, own: Client) -> None:
    """connecting R16: nought on the map is a real answer."""
    assert told(sam)["How much stands on the map"] == "0"
    assert looked(own, at("map_measures", sam))
