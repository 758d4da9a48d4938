"""Undoing on the map: the last twenty actions, latest first, each as what it will be."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from ownwords.connections.actions.map_helpers import ask_helper
from ownwords.connections.actions.map_items import (
    MAP_ITEMS,
    Told,
    add_item,
    change_item,
    end_item,
    move_item,
    remove_item,
    restore_item,
    resume_item,
)
from ownwords.connections.actions.map_links import set_links
from ownwords.connections.actions.map_undo import BROUGHT_BACK, undo
from ownwords.connections.actions.maps import answer_links_asked
from ownwords.connections.models import MapItem, MapLink, MapStep, PersonMap
from ownwords.connections.presenters.maps import undo_words
from ownwords.connections.queries.maps import MOST_UNDONE, next_undo
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from tests.around_sam import opened_by
from tests.connections.map_parts import asked, at, looked, put, text

pytestmark = pytest.mark.django_db


def next_words(sam: Person) -> str:
    """Return what the button says now."""
    return undo_words(next_undo(opened_by(sam.account, sam)))


def undo_next(sam: Person, who: Account | None = None) -> MapStep:
    """Undo what the button would undo."""
    opened = opened_by(who or sam.account, sam)
    step = next_undo(opened)
    assert step is not None
    return undo(opened=opened, number=step.number)


def standing(item: MapItem) -> dict[str, Any]:
    """Return everything that undoing brings back, as it stands now."""
    item.refresh_from_db()
    return {name: getattr(item, name) for name in BROUGHT_BACK}


def test_every_action_can_be_undone_and_says_what_it_will_be(sam: Person) -> None:
    """connecting R6: add, move, change, link, unlink, end, take up again, remove, put back, answer."""
    opened = opened_by(sam.account, sam)
    ann, bo = put(sam, "Auntie J."), put(sam, "Bo")
    seen = [standing(ann)]

    def done() -> int:
        seen.append(standing(ann))
        return ann.version

    version = 1
    move_item(opened=opened, item_id=ann.id, version=version, ring=2, angle=40)
    assert next_words(sam) == "Undo: moved Auntie J. to the middle ring"
    version = done()
    change_item(
        opened=opened,
        item_id=ann.id,
        version=version,
        told=Told("Auntie Jo", "person", ("family",), "helps", True),
    )
    assert next_words(sam) == "Undo: changed what is said of Auntie Jo"
    version = done()
    end_item(opened=opened, item_id=ann.id, version=version, ended_as="died", words="In May")
    assert next_words(sam) == "Undo: said that Auntie Jo is over"
    version = done()
    resume_item(opened=opened, item_id=ann.id, version=version)
    assert next_words(sam) == "Undo: took Auntie Jo up again"
    version = done()
    remove_item(opened=opened, item_id=ann.id, version=version, reason="Wrong")
    assert next_words(sam) == "Undo: took Auntie Jo off the map"
    version = done()
    restore_item(opened=opened, item_id=ann.id, version=version)
    assert next_words(sam) == "Undo: put Auntie Jo back"
    done()
    for expected in reversed(seen[:-1]):
        undo_next(sam)
        assert standing(ann) == expected
    assert next_words(sam) == "Undo: added Bo"
    undo_next(sam)
    undo_next(sam)
    ann.refresh_from_db()
    bo.refresh_from_db()
    assert ann.removed_at is not None
    assert bo.removed_at is not None
    assert next_undo(opened_by(sam.account, sam)) is None


def test_links_and_the_answer_about_links_are_undone(sam: Person) -> None:
    """connecting R5, R6: link, unlink, and whether links were asked about."""
    opened = opened_by(sam.account, sam)
    ann, bo = put(sam, "Ann"), put(sam, "Bo")
    set_links(opened=opened, item_id=ann.id, known=(), chosen={bo.id})
    assert next_words(sam) in ("Undo: linked Ann and Bo", "Undo: linked Bo and Ann")
    set_links(opened=opened, item_id=ann.id, known={bo.id}, chosen=())
    assert next_words(sam).startswith("Undo: unlinked")
    answer_links_asked(opened=opened, answered=True)
    assert next_words(sam) == "Undo: answered whether any know each other"
    undo_next(sam)
    assert PersonMap.objects.get().links_asked_on is None
    undo_next(sam)
    assert MapLink.objects.get().unlinked_at is None
    undo_next(sam)
    assert MapLink.objects.get().unlinked_at is not None


def test_an_answer_about_links_taken_back_and_undone_stands_again(sam: Person) -> None:
    """connecting R6: the earlier answer comes back with its day."""
    opened = opened_by(sam.account, sam)
    answer_links_asked(opened=opened, answered=True)
    day = PersonMap.objects.get().links_asked_on
    answer_links_asked(opened=opened, answered=False)
    undo_next(sam)
    assert PersonMap.objects.get().links_asked_on == day


def test_the_last_twenty_can_be_undone_and_none_before(sam: Person) -> None:
    """connecting R6: twenty, also when some of them are undone already."""
    opened = opened_by(sam.account, sam)
    ann = put(sam, "Ann")
    for number in range(MOST_UNDONE + 3):
        ann = move_item(opened=opened, item_id=ann.id, version=ann.version, ring=1 + number % 3)
    for _number in range(MOST_UNDONE):
        undo_next(sam)
    assert next_undo(opened) is None
    with pytest.raises(Refused, match="nothing to undo"):
        undo(opened=opened, number=1)
    assert MapStep.objects.filter(undone_at__isnull=False).count() == MOST_UNDONE


def test_undo_is_of_the_action_that_the_button_named(sam: Person, own: Client) -> None:
    """connecting R6: something done meanwhile is never undone in its place."""
    ann = put(sam, "Ann")
    named = MapStep.objects.get().number
    move_item(opened=opened_by(sam.account, sam), item_id=ann.id, version=1, ring=2)
    answer = own.post(at("map_undo", sam), {"version": named}, follow=True)
    assert "Something else was done on this map since" in text(answer)
    ann.refresh_from_db()
    assert (ann.ring, ann.removed_at) == (2, None)


def test_what_was_changed_since_in_another_way_is_not_written_over(sam: Person) -> None:
    """connecting R6: versions are compared, not trusted."""
    ann = put(sam, "Ann")
    move_item(opened=opened_by(sam.account, sam), item_id=ann.id, version=1, ring=2)
    MapItem.objects.filter(pk=ann.pk).update(words="Brought in otherwise", version=3)
    with pytest.raises(Refused, match="changed since in another way"):
        undo_next(sam)
    ann.refresh_from_db()
    assert (ann.words, ann.ring) == ("Brought in otherwise", 2)


def test_undo_never_shows_something_to_more_people(sam: Person) -> None:
    """connecting R3: who sees it is decided on its own page; undoing an older move leaves it as decided."""
    own = opened_by(sam.account, sam)
    ann = put(sam, "Ann")
    move_item(opened=own, item_id=ann.id, version=1, ring=2)
    MAP_ITEMS.share(opened=own, thing_id=ann.id, version=2, sight=Sight("me"))
    undo_next(sam)
    ann.refresh_from_db()
    assert (ann.ring, ann.visibility) == (None, "me")


def test_two_who_draw_undo_on_one_map(sam: Person, worker: Account) -> None:
    """connecting R6: a helper's action can be undone by the person; what is "only me" no helper undoes."""
    own = opened_by(sam.account, sam)
    ask_helper(opened=own, account_id=worker.id)
    helping = opened_by(worker, sam)
    grace = add_item(opened=helping, told=Told("Grace"))
    put(sam, "Mine alone", visibility="me")
    step = next_undo(helping)
    assert step is not None
    assert undo_words(step) == "Undo: added Grace"
    assert next_words(sam) == "Undo: added Mine alone"
    move_item(opened=helping, item_id=grace.id, version=1, ring=3)
    undo_next(sam)
    grace.refresh_from_db()
    assert (grace.ring, grace.version) == (None, 3)
    numbers = list(MapStep.objects.order_by("number").values_list("number", flat=True))
    assert numbers == [1, 2, 3]


def test_undoing_adds_a_version_and_takes_nothing_out_of_history(sam: Person, own: Client) -> None:
    """DESIGN house rule 7: every version stays, also those that were undone."""
    ann = put(sam, "Ann")
    opened = opened_by(sam.account, sam)
    change_item(opened=opened, item_id=ann.id, version=1, told=Told("Annie"))
    undo_next(sam)
    events: Any = MapItem.pgh_event_model  # type: ignore[attr-defined]
    assert list(events.objects.order_by("pgh_id").values_list("version", "words")) == [
        (1, "Ann"), (2, "Annie"), (3, "Ann"),
    ]  # fmt: skip
    assert "Annie" in looked(own, at("item", sam, ann.id))


def test_a_step_holds_no_words() -> None:
    """connecting R6: erasing something leaves none in what can be undone."""
    kinds = {field.get_internal_type() for field in MapStep._meta.concrete_fields}
    assert "TextField" not in kinds
    assert [f.name for f in MapStep._meta.concrete_fields if f.get_internal_type() == "CharField"] == ["did"]


def test_whoever_may_not_draw_undoes_nothing(sam: Person, worker: Account) -> None:
    """connecting R1."""
    put(sam, "Ann")
    with pytest.raises(Refused):
        undo(opened=opened_by(worker, sam), number=1)
    asked(sam, worker)
    undo_next(sam, worker)
    assert MapItem.objects.get().removed_at is not None
