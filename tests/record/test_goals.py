"""Goals: whose idea, whose kind counts, what they rest on, looking again, ending and taking up again."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ownwords.ledger.models import Link
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.record.actions.entries import reword_entry
from ownwords.record.actions.goals import (
    GoalShape,
    add_goal,
    end_goal,
    reopen_goal,
    review_goal,
    shape_goal,
)
from ownwords.record.actions.steps import Review
from ownwords.record.models import Entry, Goal
from ownwords.record.queries.goals import goal_of
from ownwords.record.queries.links import where_used
from tests import factories as make
from tests.queries import asked
from tests.record import talks

pytestmark = pytest.mark.django_db
ARABIC = "أريد أن أزرع حديقة"


def test_a_goal_without_whose_idea_it_was_is_refused(sam: Person) -> None:
    """recovery-support RS-01."""
    opened = talks.opened_by(sam.account, sam)
    with pytest.raises(Refused) as told:
        add_goal(opened=opened, words="See the sea", origin="")
    assert "origin" in told.value.messages
    assert Goal.objects.count() == 0


def test_a_later_change_of_whose_idea_keeps_the_earlier_value_and_who_changed_it(
    sam: Person, worker: Account
) -> None:
    """recovery-support RS-01."""
    entry = add_goal(opened=talks.opened_by(sam.account, sam), words="See the sea", origin="person")
    shape_goal(
        opened=talks.opened_by(worker, sam),
        entry_id=entry.id,
        version=1,
        shape=GoalShape(details={"origin": "together"}),
    )
    assert list(entry.goal.events.order_by("pgh_id").values_list("origin", flat=True)) == [
        "person",
        "together",
    ]
    entry.refresh_from_db()
    assert entry.changed_by_id == worker.id


def test_the_persons_kind_wins_and_the_page_says_that_they_differ(sam: Person, worker: Account) -> None:
    """recovery-support RS-02."""
    entry = talks.goal(sam, kind_by_worker="personal", kind_by_person="service")
    for name, ids in (("goals", ()), ("goal", (entry.id,))):
        text = talks.page_of(worker).get(talks.to(name, sam, *ids)).content.decode()
        assert "About what the service needs" in text
        assert "differently" in text
    assert entry.goal.kind_shown == "service"


def test_the_workers_kind_is_the_workers_to_say(sam: Person) -> None:
    """recovery-support RS-02: neither speaks for the other."""
    entry = talks.goal(sam)
    with pytest.raises(Refused):
        shape_goal(
            opened=talks.opened_by(sam.account, sam), entry_id=entry.id, version=1,
            shape=GoalShape(details={"kind_by_worker": "clinical"}),
        )  # fmt: skip


def test_own_words_come_first_and_survive_every_rewording(sam: Person, worker: Account) -> None:
    """recovery-support RS-03; refocus R4."""
    entry = talks.goal(sam, "I want my own front door.")
    opened = talks.opened_by(worker, sam)
    for version, words in enumerate(("Housing.", "Independent tenancy."), start=1):
        reword_entry(opened=opened, entry_id=entry.id, version=version, rewording=words)
    for name, ids in (("goals", ()), ("goal", (entry.id,)), ("plan", ()), ("plan_text", ())):
        text = talks.page_of(worker).get(talks.to(name, sam, *ids)).content.decode()
        assert 0 < text.index("I want my own front door.") < text.index("Independent tenancy.")


def test_a_worker_cannot_put_other_words_in_the_persons_mouth(sam: Person, worker: Account) -> None:
    """refocus R4: the words change only in their own voice."""
    entry = talks.goal(sam)
    with pytest.raises(Refused):
        shape_goal(
            opened=talks.opened_by(worker, sam), entry_id=entry.id, version=1, shape=GoalShape(words="Other")
        )


def test_asked_of_me_is_different_in_words_and_not_only_in_colour(sam: Person, worker: Account) -> None:
    """refocus 1.7: the third kind must be visibly different."""
    entry = talks.goal(sam, whose="asked", whose_names="the tribunal", origin="service")
    for name, ids in (("goals", ()), ("goal", (entry.id,)), ("record", ())):
        text = talks.page_of(sam.account, "person").get(talks.to(name, sam, *ids)).content.decode()
        assert "Asked of me: the tribunal" in text


def test_an_idea_of_others_is_asked_of_me_until_i_say_that_it_is_mine(sam: Person, worker: Account) -> None:
    """refocus 1.7; recovery-support RS-01."""
    opened = talks.opened_by(worker, sam)
    entry = add_goal(opened=opened, words="Take tablets", origin="worker", origin_name="Dr Ode")
    assert (entry.goal.whose, entry.goal.whose_names, entry.said_by) == ("asked", "Dr Ode", "worker")


def test_ours_is_named_and_stands_beside_mine(sam: Person, worker: Account) -> None:
    """refocus R18: collective goals are first-class."""
    talks.goal(sam, whose="ours", whose_names="my mosque and me")
    assert "Ours: my mosque and me" in talks.page_of(worker).get(talks.to("goals", sam)).content.decode()


@pytest.mark.parametrize("number", [-1, 11, 99999])
def test_importance_is_0_to_10_or_nothing(sam: Person, number: int) -> None:
    """refocus 1.7; DESIGN house rule 5: blank is not 0."""
    entry, opened = talks.goal(sam), talks.opened_by(sam.account, sam)
    with pytest.raises(Refused):
        shape_goal(
            opened=opened, entry_id=entry.id, version=1, shape=GoalShape(details={"importance": number})
        )
    shape_goal(opened=opened, entry_id=entry.id, version=1, shape=GoalShape(details={"importance": 0}))
    goal = Goal.objects.get(pk=entry.id)
    assert (goal.importance, goal.confidence) == (0, None)


def test_a_goal_is_looked_at_again_within_four_weeks(sam: Person) -> None:
    """refocus 1.7: default next contact, never over four weeks for an active goal."""
    today, opened = timezone.localdate(), talks.opened_by(sam.account, sam)
    entry = add_goal(opened=opened, words="See the sea", origin="person")
    assert entry.goal.review_on == today + timedelta(weeks=4)
    for day in (today + timedelta(days=29), today - timedelta(days=1)):
        with pytest.raises(Refused):
            review_goal(opened=opened, entry_id=entry.id, version=1, details={"review_on": day})


def test_a_goal_rests_on_what_matters_and_on_strengths_and_they_say_so(sam: Person) -> None:
    """refocus R6: used, not filed; R18."""
    matters, skill, entry = make.entry(sam), talks.strength(sam), talks.goal(sam)
    opened = talks.opened_by(sam.account, sam)
    shape = GoalShape(why_links=[matters.id], strength_links=[skill.id])
    shape_goal(opened=opened, entry_id=entry.id, version=1, shape=shape)
    found = goal_of(opened, entry.id)
    assert (found.why, found.uses) == ([matters], [skill])
    assert [use.id for use in where_used(opened, [skill])[skill.id]] == [entry.id]


def test_a_worker_who_saves_a_goal_does_not_break_links_to_what_they_cannot_see(
    sam: Person, worker: Account
) -> None:
    """refocus R11; DESIGN house rule 7."""
    hidden, shown = make.entry(sam, "only mine", visibility="me"), make.entry(sam, "for all")
    entry, own = talks.goal(sam), talks.opened_by(sam.account, sam)
    shape_goal(opened=own, entry_id=entry.id, version=1, shape=GoalShape(why_links=[hidden.id]))
    opened = talks.opened_by(worker, sam)
    assert goal_of(opened, entry.id).why == []
    shape_goal(opened=opened, entry_id=entry.id, version=2, shape=GoalShape(why_links=[shown.id]))
    assert set(Link.objects.values_list("to_id", flat=True)) == {hidden.id, shown.id}
    with pytest.raises(Refused):
        shape_goal(opened=opened, entry_id=entry.id, version=3, shape=GoalShape(why_links=[hidden.id]))


def test_obstacles_needs_and_levels_are_kept_in_own_words(sam: Person) -> None:
    """refocus 1.7; recovery-support RS-06."""
    entry, opened = talks.goal(sam), talks.opened_by(sam.account, sam)
    details = {
        "obstacles": [{"obstacle": "It rains", "then": "I take the bus"}, {"obstacle": "", "then": ""}],
        "needs": [{"kind": "money", "words": "the fare"}, {"kind": "company", "words": " "}],
        "a_bit": "I look at the map",
    }
    shape_goal(opened=opened, entry_id=entry.id, version=1, shape=GoalShape(details=details))
    goal = Goal.objects.get(pk=entry.id)
    assert goal.obstacles == [{"obstacle": "It rains", "then": "I take the bus"}]
    assert goal.needs == [{"kind": "money", "words": "the fare"}]
    page = talks.page_of(sam.account, "person").get(talks.to("goal", sam, entry.id)).content.decode()
    assert "Nobody has promised this yet." in page
    for refused in (
        {"needs": [{"kind": "gold", "words": "x"}]},
        {"obstacles": [{"obstacle": "", "then": "run"}]},
    ):
        with pytest.raises(Refused):
            shape_goal(opened=opened, entry_id=entry.id, version=2, shape=GoalShape(details=refused))


@pytest.mark.parametrize("outcome", ["met", "partly", "changed", "parked", "not_mine"])
def test_every_way_of_ending_can_be_taken_up_again(sam: Person, outcome: str) -> None:
    """refocus 1.7: dropped without shame; recovery-support RS-12."""
    entry, opened = talks.goal(sam), talks.opened_by(sam.account, sam)
    end_goal(opened=opened, entry_id=entry.id, version=1, outcome=outcome, words="So be it.")
    reopen_goal(opened=opened, entry_id=entry.id, version=2)
    goal = Goal.objects.get(pk=entry.id)
    assert (goal.outcome, goal.outcome_at) == ("", None)
    assert list(goal.events.order_by("pgh_id").values_list("outcome", flat=True)) == ["", outcome, ""]


def test_looking_again_reviews_the_steps_in_the_same_save(sam: Person) -> None:
    """refocus 1.7: confidence and importance at set and at review."""
    entry, opened = talks.goal(sam, confidence=3), talks.opened_by(sam.account, sam)
    step = talks.step(entry)
    review_goal(
        opened=opened, entry_id=entry.id, version=1, details={"confidence": 6},
        reviews=[Review(step.id, 1, "kept", "Nice people")],
    )  # fmt: skip
    step.refresh_from_db()
    assert (step.status, step.what_happened) == ("kept", "Nice people")
    assert list(entry.goal.events.order_by("pgh_id").values_list("confidence", flat=True)) == [3, 6]


def test_a_stale_save_of_a_goal_changes_nothing_and_shows_both(sam: Person, worker: Account) -> None:
    """platform 17; fault test F4."""
    entry = talks.goal(sam)
    opened = talks.opened_by(sam.account, sam)
    shape_goal(opened=opened, entry_id=entry.id, version=1, shape=GoalShape(words="Theirs"))
    with pytest.raises(StaleEdit):
        shape_goal(opened=opened, entry_id=entry.id, version=1, shape=GoalShape(words="Mine"))
    client = talks.page_of(sam.account, "person")
    sent = {"words": "Mine", "version": "1", "origin": "person", "whose": "mine"}
    response = client.post(talks.to("goal_change", sam, entry.id), sent)
    assert response.status_code == 409
    assert "Theirs" in response.content.decode()
    assert "Mine" in response.content.decode()


def test_two_fields_are_enough_for_a_goal_and_the_same_form_twice_keeps_one(
    sam: Person, worker: Account
) -> None:
    """refocus R1, R3; fault test F6."""
    client, key = talks.page_of(worker), str(uuid4())
    sent = {"words": "Learn to swim", "origin": "person", "visibility": "team", "submission": key}
    for _again in range(2):
        assert client.post(talks.to("goal_add", sam), sent).status_code == 303
    assert Goal.objects.count() == 1


@pytest.mark.parametrize("words", ["", "   ", "x" * 100_000, "a\x00b"])
def test_a_refused_goal_comes_back_with_everything_typed(sam: Person, worker: Account, words: str) -> None:
    """Bad input; DESIGN house rule 7."""
    client = talks.page_of(worker)
    sent = {"words": words, "origin": "family", "origin_name": "My aunt Zoë", "visibility": "team"}
    response = client.post(talks.to("goal_add", sam), sent)
    assert response.status_code == 422
    assert "My aunt Zoë" in response.content.decode()
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", ARABIC, "👩🏽‍🌾 e\u0301", "{{ 7 * 7 }}"])
def test_any_words_are_kept_letter_for_letter_and_shown_safely(sam: Person, words: str) -> None:
    """Bad input."""
    client = talks.page_of(sam.account, "person")
    response = client.post(
        talks.to("goal_add", sam), {"words": words, "origin": "person", "visibility": "team"}, follow=True
    )
    assert Entry.objects.get().words == words
    assert b"<script>alert" not in response.content


def test_goals_of_another_person_and_hidden_ones_are_not_found(sam: Person, worker: Account) -> None:
    """platform 12; bad input: ids of other people."""
    other = make.person(called="Jo")
    foreign, hidden, value = talks.goal(other), talks.goal(sam, "mine", visibility="me"), make.entry(sam)
    client = talks.page_of(worker)
    for entry in (foreign, hidden, value):
        for name in ("goal", "goal_change", "goal_review", "goal_end"):
            assert client.get(talks.to(name, sam, entry.id)).status_code == 404
        with pytest.raises(NotFound):
            end_goal(opened=talks.opened_by(worker, sam), entry_id=entry.id, version=1, outcome="met")


def test_an_away_goal_is_offered_another_way_of_saying_it_and_never_forced(sam: Person) -> None:
    """refocus 1.7: offer an approach rephrase, never force it."""
    entry = talks.goal(sam, "I do not want to go back to hospital.", direction="away")
    page = talks.page_of(sam.account, "person").get(talks.to("goal", sam, entry.id)).content.decode()
    assert "It may stay as it is." in page


@pytest.mark.parametrize("page", ["goals", "goal"])
def test_goal_pages_ask_the_same_number_of_questions_however_many_there_are(
    sam: Person, worker: Account, page: str
) -> None:
    """platform 5.4: at most 12 queries."""
    client, counts = talks.page_of(worker), []
    made = talks.goal(sam)
    client.get(talks.to(page, sam, *([made.id] if page == "goal" else [])))
    for more in (4, 45):
        for number in range(more):
            talks.step(talks.goal(sam, f"goal {number}"))
        with asked() as statements:
            client.get(talks.to(page, sam, *([made.id] if page == "goal" else [])))
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12, counts
