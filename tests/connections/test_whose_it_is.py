"""The second lock on connections, for whoever reaches the tables: whose something is, and who says what of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import Error, transaction
from django.utils import timezone

from ownwords.connections.actions.map_helpers import ask_helper
from ownwords.connections.models import (
    ConnectingStep,
    MapHelper,
    MapLink,
    MapStep,
    MapSuggestion,
    PracticeCheck,
    PracticeRating,
)
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused
from tests import factories as make
from tests.around_sam import opened_by
from tests.connections.map_parts import asked, put
from tests.connections.tied import a_tie, a_view, told

pytestmark = pytest.mark.django_db


def refused(who: Account | None, role: str, sql: str, *values: Any) -> bool:
    """Whether the database refuses a statement of the web role, or touches nothing."""
    assert who is not None
    try:
        with transaction.atomic():
            return told(who, role, sql, values) == 0
    except Error:
        return True


def me(sam: Person) -> Account:
    """The person's own account."""
    assert sam.account is not None
    return sam.account


@pytest.fixture
def jo(worker: Account, sam: Person) -> Person:
    """Somebody else of the same team."""
    return make.person(sam.placements.get().team, called="Jo")


@pytest.mark.parametrize(
    "change",
    [
        "person_id = %(jo)s",
        "written_by_id = %(worker)s",
        "created_at = now()",
        "erased_at = now()",
        "visibility = 'me'",
    ],
)
def test_whoever_was_asked_to_draw_changes_neither_whose_it_is_nor_who_sees_it(
    sam: Person, jo: Person, worker: Account, change: str
) -> None:
    """connecting R1, R3: drawing for somebody is no right to own, to hide or to date."""
    asked(sam, worker)
    asked(jo, worker)
    item = put(sam, "Pigeon club")
    a_tie(sam, item)
    what = change % {"jo": f"'{jo.id}'", "worker": f"'{worker.id}'"}
    assert told(worker, "worker", "UPDATE connections_mapitem SET ring = 1 WHERE id = %s", [item.id]) == 1
    assert refused(worker, "worker", f"UPDATE connections_mapitem SET {what} WHERE id = %s", item.id)
    assert refused(worker, "worker", f"UPDATE connections_tie SET {what} WHERE item_id = %s", item.id)


def test_a_helper_whose_time_is_over_does_not_take_it_up_again(sam: Person, worker: Account) -> None:
    """connecting R1: the person asks; nobody asks themselves."""
    row = asked(sam, worker, ends_on=timezone.localdate())
    assert refused(worker, "worker", "UPDATE connections_maphelper SET ends_on = NULL WHERE id = %s", row.id)
    assert refused(
        worker, "worker", "UPDATE connections_maphelper SET ends_on = '2099-01-01' WHERE id = %s", row.id
    )
    open_one = asked(sam, worker)
    assert refused(
        worker, "worker", "UPDATE connections_maphelper SET words = 'Do it all' WHERE id = %s", open_one.id
    )
    assert told(
        worker,
        "worker",
        "UPDATE connections_maphelper SET ends_on = current_date WHERE id = %s",
        [open_one.id],
    )
    assert not MapHelper.objects.filter(person=sam, ends_on__isnull=True).exists()


def test_a_view_as_the_person_is_of_that_person_s_tie(sam: Person, jo: Person, worker: Account) -> None:
    """connecting R9: whoever draws for one person says nothing as another."""
    asked(jo, worker)
    tie = a_tie(sam)
    sql = """INSERT INTO connections_tieview (id, tie_id, person_id, side, written_by_id, part, ground, idea,
        first_contact, helped_by, anyway, words, version, created_at, changed_at)
      VALUES (gen_random_uuid(), %s, %s, 'person', %s, 'none', '{}', '', '', '{}', '', '', 1, now(), now())"""
    assert refused(worker, "worker", sql, tie.id, jo.id, worker.id)
    theirs = a_tie(jo)
    assert told(worker, "worker", sql, [theirs.id, jo.id, worker.id]) == 1
    assert refused(
        worker, "worker", "UPDATE connections_tieview SET tie_id = %s WHERE tie_id = %s", tie.id, theirs.id
    )


def test_what_is_linked_or_tied_is_of_one_person(sam: Person, jo: Person, worker: Account) -> None:
    """connecting R1: a map holds what its person put there."""
    asked(sam, worker)
    one, other = sorted((put(sam, "Ann"), put(jo, "Bee")), key=lambda item: item.id)
    link = """INSERT INTO connections_maplink (id, person_id, written_by_id, one_id, other_id, version, created_at,
        changed_at) VALUES (gen_random_uuid(), %s, %s, %s, %s, 1, now(), now())"""
    assert refused(worker, "worker", link, sam.id, worker.id, one.id, other.id)
    theirs = put(jo, "Cee")
    tie = a_tie(sam)
    assert refused(
        worker, "worker", "UPDATE connections_tie SET item_id = %s WHERE id = %s", theirs.id, tie.id
    )


def test_who_suggests_something_does_not_answer_it(sam: Person, worker: Account) -> None:
    """connecting R1: nothing changes until the person says yes."""
    row = MapSuggestion.objects.create(
        person=sam, written_by=worker, changed_by_id=worker.id, visibility="team", words="Choir"
    )
    yes = "UPDATE connections_mapsuggestion SET answer = 'accepted', answered_at = now() WHERE id = %s"
    assert refused(worker, "worker", yes, row.id)
    assert refused(
        me(sam), "person", "UPDATE connections_mapsuggestion SET words = 'x' WHERE id = %s", row.id
    )
    assert told(me(sam), "person", yes, [row.id]) == 1


def test_a_link_with_something_kept_to_oneself_leaves_no_step_to_see(sam: Person, worker: Account) -> None:
    """connecting R3: no count that others see holds it."""
    asked(sam, worker)
    one, other = sorted((put(sam, "Ann"), put(sam, "Bee", visibility="me")), key=lambda item: item.id)
    link = MapLink.objects.create(person=sam, written_by=me(sam), one=one, other=other)
    step = MapStep.objects.create(
        person=sam, number=99, did="linked", link=link, from_version=0, to_version=1, done_by=me(sam)
    )
    assert told(worker, "worker", "SELECT 1 FROM connections_mapstep WHERE id = %s", [step.id]) == 0
    assert told(me(sam), "person", "SELECT 1 FROM connections_mapstep WHERE id = %s", [step.id]) == 1


def test_an_earlier_view_stays_with_the_person_and_its_writer(
    sam: Person, worker: Account, lead: Account
) -> None:
    """connecting R3, R9: what was said while a tie was the person's alone is not read by others later."""
    tie = a_tie(sam, visibility="me")
    view = a_view(tie, "person", me(sam), words="Only me")
    view.words = "For all"
    view.save()
    tie.visibility = "team"
    tie.save()
    sql = "SELECT 1 FROM connections_tieviewevent WHERE pgh_obj_id = %s"
    assert told(lead, "team_lead", sql, [view.id]) == 0
    assert told(me(sam), "person", sql, [view.id]) == 2


def test_nobody_writes_into_a_colleague_s_practice_check(sam: Person, worker: Account, lead: Account) -> None:
    """connecting R15: how somebody sees an area is theirs to say; a person has no part in it at all."""
    team = sam.placements.get().team
    check = PracticeCheck.objects.create(
        team=team, written_by=worker, changed_by_id=worker.id, areas_version=1
    )
    PracticeRating.objects.create(check_made=check, area="places", value=3, example="The choir")
    sql = "UPDATE connections_practicerating SET value = 9 WHERE check_made_id = %s"
    assert refused(lead, "team_lead", sql, check.id)
    assert refused(me(sam), "person", sql, check.id)
    assert refused(
        lead, "team_lead", "UPDATE connections_practicecheck SET version = 7 WHERE id = %s", check.id
    )
    assert told(worker, "worker", sql, [check.id]) == 1


def test_who_sees_a_step_is_the_person_s_to_say(sam: Person, worker: Account) -> None:
    """connecting R12; DESIGN 2: not even who wrote it decides that."""
    step = ConnectingStep.objects.create(
        person=sam,
        written_by=worker,
        changed_by_id=worker.id,
        visibility="team",
        words="A choir",
        wheel="companion",
    )
    hide = "UPDATE connections_connectingstep SET visibility = 'me' WHERE id = %s"
    assert refused(worker, "worker", hide, step.id)
    assert told(me(sam), "person", hide, [step.id]) == 1


def test_only_somebody_who_stands_around_the_person_is_asked_to_draw(sam: Person) -> None:
    """connecting R1: a forged account of another team is refused."""
    stranger = make.staff(make.team(sam.organisation))
    with pytest.raises(Refused):
        ask_helper(opened=opened_by(me(sam), sam), account_id=stranger.id)
