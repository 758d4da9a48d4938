"""The map as a list and as a drawing: one record, changed by plain forms, nothing preset."""

from __future__ import annotations

import re
import time
from uuid import uuid4

import pytest
from django.test import Client

from ownwords.connections.models import DirectoryService, DirectorySource, MapItem, MapLink, MapStep
from ownwords.people.models import Account, Person
from ownwords.people.things import things_to_choose
from tests.around_sam import opened_by
from tests.connections.map_parts import agree, at, key, looked, put, text
from tests.queries import asked as statements

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 14


def test_a_name_is_enough_and_nothing_is_preset(sam: Person, own: Client) -> None:
    """connecting R3, R4: no ring, no kind, nothing chosen; "service" is never a default."""
    form = looked(own, at("item_add", sam))
    assert not re.search(
        r'name="(what|relations|helps|gives_me|i_give|ring)"[^>]* value="[^"]+"[^>]* checked', form
    )
    assert own.post(at("item_add", sam), {"words": "Auntie J.", "submission": key()}).status_code == 303
    item = MapItem.objects.get()
    assert (item.words, item.what, item.ring, item.relations, item.helps) == ("Auntie J.", "", None, [], "")
    assert (item.gives_me, item.i_give, item.service_id) == (None, None, None)


def test_there_is_no_field_for_a_surname_a_birth_date_or_an_address() -> None:
    """connecting R3: the table has no such column."""
    names = {field.name for field in MapItem._meta.concrete_fields}
    assert not [name for name in names if re.search("surname|birth|address|phone|mail", name)]


@pytest.mark.parametrize("what", ["person", "place", "activity", "group"])
def test_a_map_of_only_one_sort_works(sam: Person, own: Client, what: str) -> None:
    """connecting R2: a map with only places is a map."""
    for name in ("The library", "The pier"):
        own.post(at("item_add", sam), {"words": name, "what": what, "submission": key()})
    assert set(MapItem.objects.values_list("what", flat=True)) == {what}
    assert len(agree(own, sam)) == 2


def test_something_from_the_directory_is_tied_to_it_and_what_it_is_stays_open(
    sam: Person, own: Client
) -> None:
    """connecting R4: found in a directory does not make it a service in somebody's life."""
    source = DirectorySource.objects.create(name="Feed", profile="oruk-3")
    service = DirectoryService.objects.create(
        source=source, external_id="1", name="Pigeon club", sort_key="pigeon club", digest="x"
    )
    form = looked(own, f"{at('item_add', sam)}?service={service.id}")
    assert "Pigeon club" in form
    assert f'name="service" value="{service.id}"' in form
    sent = {"words": "The birds", "service": str(service.id), "submission": key()}
    assert own.post(at("item_add", sam), sent).status_code == 303
    item = MapItem.objects.get()
    assert (item.service_id, item.what, item.relations) == (service.id, "", [])
    own.post(at("item_add", sam), {"words": "Else", "service": str(uuid4()), "submission": key()})
    assert MapItem.objects.get(words="Else").service_id is None


def test_several_names_at_once_one_a_line(sam: Person, own: Client) -> None:
    """connecting 3.1: start from a list that is there already."""
    form = {"names": "Ann\n\n  Bo \r\nThe pier", "submission": key()}
    assert own.post(at("items_add", sam), form).status_code == 303
    assert own.post(at("items_add", sam), form).status_code == 303
    assert list(MapItem.objects.order_by("id").values_list("words", flat=True)) == ["Ann", "Bo", "The pier"]
    assert MapStep.objects.count() == 3
    many = own.post(
        at("items_add", sam), {"names": "\n".join(f"N{n}" for n in range(21)), "submission": key()}
    )
    assert many.status_code == 422
    assert "These are 21" in text(many)
    assert "N20" in text(many)
    assert own.post(at("items_add", sam), {"names": " \n ", "submission": key()}).status_code == 422
    assert MapItem.objects.count() == 3


def test_list_and_drawing_agree_after_each_action(sam: Person, own: Client) -> None:
    """connecting R5: add, move by choice, in and out, link, unlink, take off, undo, with plain forms."""
    ann, pier = put(sam, "Ann"), put(sam, "The pier", what="place")
    assert agree(own, sam) == {str(ann.id): "none", str(pier.id): "none"}
    for ring, shown in (("2", "2"), ("1", "1"), ("none", "none"), ("3", "3")):
        ann.refresh_from_db()
        own.post(at("item_move", sam, ann.id), {"version": ann.version, "ring": ring})
        assert agree(own, sam)[str(ann.id)] == shown
    for way, shown in (("in", "2"), ("in", "1"), ("in", "1"), ("out", "2"), ("out", "3"), ("out", "none")):
        ann.refresh_from_db()
        own.post(at("item_move", sam, ann.id), {"version": ann.version, "to": way})
        assert agree(own, sam)[str(ann.id)] == shown
    own.post(at("item_links", sam, ann.id), {"links": [str(pier.id)]})
    assert looked(own, at("map", sam)).count('class="ow-map__line"') == 1
    own.post(at("item_links", sam, ann.id), {"known": [str(pier.id)]})
    assert looked(own, at("map", sam)).count('class="ow-map__line"') == 0
    pier.refresh_from_db()
    own.post(at("item_remove", sam, pier.id), {"version": pier.version})
    assert list(agree(own, sam)) == [str(ann.id)]
    own.post(at("map_undo", sam), {"version": MapStep.objects.order_by("-number")[0].number})
    assert len(agree(own, sam)) == 2


def test_a_drop_in_the_drawing_keeps_its_place_in_the_ring(sam: Person, own: Client) -> None:
    """connecting 4: ring and angle are kept, no pixels; a move by the list keeps the angle."""
    ann = put(sam, "Ann")
    own.post(at("item_move", sam, ann.id), {"version": 1, "ring": "2", "angle": "90"})
    ann.refresh_from_db()
    assert (ann.ring, ann.angle) == (2, 90)
    own.post(at("item_move", sam, ann.id), {"version": 2, "ring": "3"})
    ann.refresh_from_db()
    assert (ann.ring, ann.angle) == (3, 90)
    for wrong in ({"ring": "4"}, {"ring": "x"}, {"ring": "2", "angle": "360"}, {"ring": "2", "angle": "-1"}):
        own.post(at("item_move", sam, ann.id), {"version": 3, **wrong})
    ann.refresh_from_db()
    assert (ann.ring, ann.angle, ann.version) in {(3, 90, 3), (2, 90, 4)}


def test_ring_sort_and_harm_are_told_by_words_and_shapes(sam: Person, own: Client) -> None:
    """connecting 4; WCAG 1.4.1, 1.1.1: the drawing has a title, a description, and points to the list."""
    put(sam, "Ann", what="person", relations=("friend",), helps="harms", ring=1)
    put(sam, "The pier", what="place", ring=3)
    main = looked(own, at("map", sam))
    assert 'role="img" aria-labelledby="map-drawing-title map-drawing-words"' in main
    assert "Inner ring: Ann. Outer ring: The pier." in main
    assert "The list on this page says the same." in main
    assert "broken line: it harms" in main
    assert "in the inner ring · a person · friend · harms me" in main
    assert "style=" not in main


def test_words_are_shown_as_words_and_never_as_markup(sam: Person, own: Client) -> None:
    """ASVS 1.2.1: in the list, in the drawing and in what is announced."""
    put(sam, "<b>Ann</b> & Co", what="person")
    main = looked(own, at("map", sam))
    assert "<b>Ann" not in main
    assert "&lt;b&gt;Ann" in main


def test_a_link_half_made_can_be_left(sam: Person, own: Client) -> None:
    """connecting 3.1: looking at the page of links, and going back, changes nothing."""
    ann, bo = put(sam, "Ann"), put(sam, "Bo")
    page = looked(own, at("item_links", sam, ann.id))
    assert "Leave it as it was" in page
    assert "Bo" in page
    assert not MapLink.objects.exists()
    own.post(at("item_links", sam, ann.id), {"links": [str(ann.id)]})
    assert not MapLink.objects.exists()
    strange = own.post(at("item_links", sam, ann.id), {"links": [str(uuid4())]})
    assert strange.status_code == 422
    bo.refresh_from_db()


def test_linking_twice_and_linking_again_keep_one_row(sam: Person, own: Client) -> None:
    """connecting R5: one row a pair, also from the other end; unlinking keeps it."""
    ann, bo = put(sam, "Ann"), put(sam, "Bo")
    own.post(at("item_links", sam, ann.id), {"links": [str(bo.id)]})
    own.post(at("item_links", sam, bo.id), {"links": [str(ann.id)]})
    assert MapLink.objects.count() == 1
    own.post(at("item_links", sam, bo.id), {"known": [str(ann.id)]})
    assert MapLink.objects.get().unlinked_at is not None
    own.post(at("item_links", sam, ann.id), {"links": [str(bo.id)]})
    assert MapLink.objects.get().unlinked_at is None
    assert [step.did for step in MapStep.objects.filter(link__isnull=False).order_by("number")] == [
        "linked", "unlinked", "linked",
    ]  # fmt: skip


def test_what_somebody_else_linked_meanwhile_stays(sam: Person, own: Client) -> None:
    """connecting R6: two people at one item; the second form says only what differs from what it showed."""
    ann, bo, cy = put(sam, "Ann"), put(sam, "Bo"), put(sam, "Cy")
    own.post(at("item_links", sam, ann.id), {"links": [str(bo.id)]})
    own.post(at("item_links", sam, ann.id), {"links": [str(cy.id)]})
    assert MapLink.objects.filter(unlinked_at__isnull=True).count() == 2


def test_two_people_moving_one_item_the_second_is_told_and_nothing_is_lost(sam: Person, own: Client) -> None:
    """connecting R6, bad input: the second answer says how it stands now."""
    ann = put(sam, "Auntie J.")
    own.post(at("item_move", sam, ann.id), {"version": 1, "ring": "1"})
    answer = own.post(at("item_move", sam, ann.id), {"version": 1, "ring": "3"}, follow=True)
    assert "Somebody changed this since you opened it" in text(answer)
    assert "Auntie J. is in the inner ring now." in text(answer)
    ann.refresh_from_db()
    assert (ann.ring, ann.version) == (1, 2)


def test_two_people_changing_one_item_see_both_texts(sam: Person, own: Client) -> None:
    """DESIGN house rule 7: a conflict shows both, and saves neither over the other."""
    ann = put(sam, "Ann")
    own.post(at("item_change", sam, ann.id), {"version": 1, "words": "Annie"})
    answer = own.post(at("item_change", sam, ann.id), {"version": 1, "words": "Nan"})
    assert answer.status_code == 409
    assert "Annie" in text(answer)
    assert "Nan" in text(answer)


def test_a_refused_form_comes_back_filled(sam: Person, own: Client) -> None:
    """bad input: nothing typed is lost."""
    answer = own.post(at("item_add", sam), {"words": " ", "note": "Sundays", "submission": key()})
    assert answer.status_code == 422
    assert "Sundays" in text(answer)
    answer = own.post(at("item_add", sam), {"words": "x" * 121, "submission": key()})
    assert answer.status_code == 422
    assert not MapItem.objects.exists()


def test_sixty_items_take_as_few_statements_as_two_and_no_visible_delay(sam: Person, own: Client) -> None:
    """issue of speed: a map of 60 items is edited without visible delay."""
    for number in range(60):
        put(sam, f"Item {number}", what="person", ring=1 + number % 3)
    looked(own, at("map", sam))
    with statements() as sent:
        began = time.perf_counter()
        looked(own, at("map", sam))
        took = time.perf_counter() - began
    print(f"a map of 60 items: {len(sent)} statements, {1000 * took:.0f} ms")
    assert len(sent) <= MOST_STATEMENTS, "\n".join(sent)
    assert len(agree(own, sam)) == 60


def test_a_line_or_a_goal_may_be_about_something_on_the_map(sam: Person, worker: Account) -> None:
    """DESIGN 3: rooms meet through what may be spoken about, as far as the viewer sees it."""
    ann, private = put(sam, "Ann"), put(sam, "Mine alone", visibility="me")
    offered = {thing.ref.id for thing in things_to_choose(opened_by(sam.account, sam))}
    assert {ann.id, private.id} <= offered
    offered = {thing.ref.id for thing in things_to_choose(opened_by(worker, sam))}
    assert ann.id in offered
    assert private.id not in offered
