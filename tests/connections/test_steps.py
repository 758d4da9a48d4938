"""Steps of connecting: one screen, either party, any order, in words that stay as they read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import Error, transaction
from django.test import Client
from django.utils import timezone

from ownwords.connections.actions.steps import Taken, change_step, log_step
from ownwords.connections.method.vocabulary import vocabulary
from ownwords.connections.models import ConnectingStep, StepLabel
from ownwords.ledger.ids import new_id
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person, Placement
from ownwords.people.refusals import Refused
from tests import factories as make
from tests.around_sam import opened_by
from tests.connections.tied import an_item, at, named, told
from tests.measures.pages import Page, day_of, key, seen
from tests.queries import asked as statements
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
STEP = {"words": "We went to look at the loft.", "wheel": "person", "visibility": "team"}


def _log(client: Client, sam: Person, **form: object) -> int:
    return client.post(at("connecting_add", sam), {**STEP, "submission": key(), **form}).status_code


def _step(sam: Person, **columns: object) -> ConnectingStep:
    return ConnectingStep.objects.create(**{
        "person": sam, "written_by": sam.account, "changed_by_id": sam.account_id, "visibility": "team",
        "wheel": "person", "words": "I rang.", "vocabulary": "2026-1", **columns,
    })  # fmt: skip


def test_either_party_logs_a_step_on_either_wheel_in_one_screen(
    sam: Person, own: Client, staff: Client, worker: Account
) -> None:
    """connecting R12: which step, own words, date, together or apart, barrier met, what helped."""
    item = an_item(sam)
    day = timezone.localdate() - timedelta(days=30)
    everything = {
        "step": "contacts", "together": "together", "item": str(item.id), "companion": str(worker.id),
        "barriers": ["resources", "procedures"], "barrier_words": "No bus", "helped_words": "A lift",
        **day_of(day, "happened_on"),
    }  # fmt: skip
    assert _log(own, sam, **everything) == 303
    assert _log(staff, sam, wheel="companion", step="own-networks", words="", together="apart") == 303
    mine, theirs = ConnectingStep.objects.order_by("created_at")
    assert (mine.happened_on, mine.together, mine.item_id, mine.companion_id) == (
        day,
        True,
        item.id,
        worker.id,
    )
    assert mine.barriers == ["procedures", "resources"]
    assert (theirs.wheel, theirs.together, theirs.written_by_id) == ("companion", False, worker.id)
    text = seen(own, at("steps", sam)).text
    for words in (
        "Asking somebody one knows",
        "Forms, rules or slow procedures",
        "No bus",
        "A lift",
        worker.name,
    ):
        assert words in text
    assert f"Written by {worker.name}" in text


def test_any_label_may_stand_on_either_wheel_and_none_is_needed(sam: Person) -> None:
    """connecting R12: the step may be left out when words are given; no label is fixed to a wheel."""
    own = opened_by(sam.account, sam)
    for term in vocabulary().steps:
        for wheel in ("person", "companion"):
            log_step(opened=own, taken=Taken(wheel=wheel, step=term.key))
    kept = log_step(opened=own, taken=Taken(wheel="person", words="I waved."))
    assert (kept.step, kept.step_words) == ("", "")
    with pytest.raises(Refused):
        log_step(opened=own, taken=Taken(wheel="person", words=" "))


def test_few_presses_are_enough_and_nothing_is_preset_but_not_said(sam: Person, own: Client) -> None:
    """connecting 1.6: under two minutes; words, one press, and "Keep"."""
    page = seen(own, at("connecting_add", sam))
    assert page.chosen("wheel") == []
    assert page.chosen("together") == [""]
    assert _log(own, sam) == 303
    assert ConnectingStep.objects.get().together is None


def test_a_service_rewords_a_step_and_old_records_keep_theirs(
    sam: Person, own: Client, staff: Client
) -> None:
    """connecting R12: a site may edit labels; old records keep theirs."""
    assert _log(own, sam, step="aims") == 303
    old = ConnectingStep.objects.get()
    assert (old.step_words, old.vocabulary) == ("Working out what to aim for", vocabulary().version)
    StepLabel.objects.create(organisation=sam.organisation, step="aims", words="Setting the course")
    StepLabel.objects.create(organisation=make.organisation(), step="contacts", words="Elsewhere")
    assert _log(own, sam, step="aims", words="Again") == 303
    text = seen(own, at("steps", sam)).text
    assert "Working out what to aim for" in text
    assert "Setting the course" in text
    assert "Elsewhere" not in seen(own, at("connecting_add", sam)).text
    changed = STEP | {"step": "aims", "words": "Put better", "version": "1"}
    assert own.post(at("connecting_change", sam, old.id), changed).status_code == 303
    old.refresh_from_db()
    assert (old.step_words, old.words) == ("Working out what to aim for", "Put better")
    own.post(at("connecting_change", sam, old.id), changed | {"step": "contacts", "version": "2"})
    old.refresh_from_db()
    assert old.step_words == "Asking somebody one knows"


def test_a_record_with_a_step_that_is_offered_no_more_stays_and_can_be_changed(
    sam: Person, own: Client
) -> None:
    """connecting R12: old records keep theirs."""
    old = _step(
        sam, step="older", step_words="An older label", vocabulary="2020-1", barriers=["older-barrier"]
    )
    page = seen(own, at("connecting_change", sam, old.id))
    assert "An older label" in page.text
    assert page.chosen("barriers") == ["older-barrier"]
    form = STEP | {"step": "older", "barriers": ["older-barrier"], "words": "More", "version": "1"}
    assert own.post(at("connecting_change", sam, old.id), form).status_code == 303
    old.refresh_from_db()
    assert (old.step_words, old.vocabulary, old.barriers) == ("An older label", "2020-1", ["older-barrier"])
    assert _log(own, sam, step="older") == 422


def test_steps_stand_in_the_order_of_days_whenever_they_were_written_down(sam: Person, own: Client) -> None:
    """connecting R12, 1.3: any order, also long after the conversation."""
    today = timezone.localdate()
    for words, ago in (("Second", 10), ("Third", 2), ("First", 400)):
        _log(own, sam, words=words, **day_of(today - timedelta(days=ago), "happened_on"))
    text = seen(own, at("steps", sam)).text
    assert text.index("Third") < text.index("Second") < text.index("First")


def test_tomorrow_and_a_strange_choice_are_refused_and_the_form_comes_back_filled(
    sam: Person, own: Client
) -> None:
    """bad input; house rule 7."""
    tomorrow = day_of(timezone.localdate() + timedelta(days=1), "happened_on")
    for wrong in (tomorrow, {"step": "x"}, {"wheel": "third"}, {"wheel": ""}, {"item": str(new_id())},
                  {"companion": str(new_id())}, {"barriers": ["x"]}, {"words": "", "step": ""}):  # fmt: skip
        form = {**STEP, "submission": key(), "helped_words": "A lift", **wrong}
        answer = own.post(at("connecting_add", sam), form)
        assert answer.status_code == 422, wrong
        assert Page(answer).value("helped_words") == "A lift"
    assert not ConnectingStep.objects.exists()


def test_after_support_has_ended_everything_is_there_and_goes_on(
    sam: Person, own: Client, staff: Client
) -> None:
    """connecting R12: leaving and returning keeps the record; R7: staff see it no more from that day on."""
    _log(own, sam)
    Placement.objects.filter(person=sam).update(ends_on=timezone.localdate(), ended_by="person")
    assert staff.get(at("steps", sam)).status_code == 404
    assert _log(own, sam, words="Alone now") == 303
    text = seen(own, at("steps", sam)).text
    assert "We went to look at the loft." in text
    assert "Alone now" in text


def test_two_peers_support_each_other_and_nobody_need_be_staff(sam: Person) -> None:
    """connecting R12: A is supported by B and supports C; both roles at once."""
    friend, third = make.person(called="Bo"), make.person(called="Cy")
    for who, of in ((friend, sam), (sam, third), (sam, friend)):
        make.beside(of, who.account, "supporter")
    for who, of in ((friend.account, sam), (sam.account, third), (sam.account, friend)):
        opened = opened_by(who, of, "supporter")
        step = log_step(
            opened=opened,
            taken=Taken(wheel="companion", words="We went.", companion_id=who.id, together=True),
        )
        assert (step.person_id, step.companion_id) == (of.id, who.id)
    bo = client_for((friend.account, "supporter"))
    assert _log(bo, sam, companion=str(friend.account_id), words="We rang together") == 303
    assert "We rang together" in seen(bo, at("steps", sam)).text
    assert "We rang together" in seen(client_for((sam.account, "person")), at("steps", sam)).text


def test_somebody_who_is_not_in_the_circle_is_named_in_words(sam: Person, own: Client) -> None:
    """connecting R12: with whom: an account, or words."""
    assert _log(own, sam, companion_words="Mrs Bell from number 9") == 303
    assert "Mrs Bell from number 9" in seen(own, at("steps", sam)).text


@pytest.mark.parametrize(("kind", "role"), [("supporter", "supporter"), ("peer_worker", "peer_worker")])
def test_whoever_wrote_a_step_sees_it_and_takes_it_back_but_sees_no_other(
    sam: Person, own: Client, kind: str, role: str
) -> None:
    """house rule 2; the person may make it theirs alone."""
    who = (
        make.account("Ruth") if kind == "supporter" else make.staff(sam.placements.get().team, "peer_worker")
    )
    make.beside(sam, who, kind)
    client = client_for((who, role))
    other = _step(sam, words="Sam's own")
    assert _log(client, sam, words="Ours") == 303
    ours = ConnectingStep.objects.get(words="Ours")
    text = seen(client, at("steps", sam)).text
    assert "Ours" in text
    assert "Sam's own" not in text
    assert client.get(at("connecting_change", sam, other.id)).status_code == 404
    form = {"version": "1", "reason": "Wrong day"}
    assert client.post(at("connecting_remove", sam, ours.id), form).status_code == 303
    assert "Wrong day" in seen(client, at("ties_removed", sam)).text
    client.post(at("connecting_restore", sam, ours.id), {"version": "2"})
    ours.refresh_from_db()
    assert ours.removed_at is None
    own.post(at("connecting_sight", sam, ours.id), {"version": "3", "visibility": "me"})
    assert "Ours" not in seen(client, at("steps", sam)).text


def test_only_the_person_or_who_wrote_it_changes_a_step(
    sam: Person, worker: Account, staff: Client, own: Client
) -> None:
    """house rule 1."""
    mine = _step(sam)
    assert staff.get(at("connecting_change", sam, mine.id)).status_code == 404
    with pytest.raises(Refused, match="Only Sam"):
        change_step(
            opened=opened_by(worker, sam), step_id=mine.id, version=1, taken=Taken("person", words="x")
        )
    assert (
        told(worker, "worker", "UPDATE connections_connectingstep SET words = 'x' WHERE id = %s", [mine.id])
        == 0
    )
    _log(staff, sam, words="The worker's")
    theirs = ConnectingStep.objects.get(words="The worker's")
    form = STEP | {"words": "Not quite so", "version": "1"}
    assert own.post(at("connecting_change", sam, theirs.id), form).status_code == 303
    answer = staff.post(at("connecting_change", sam, theirs.id), form | {"words": "Mine"})
    assert answer.status_code == 409
    assert "Not quite so" in answer.content.decode()


def test_a_researcher_logs_none_and_nobody_writes_in_anothers_name(
    sam: Person, worker: Account, lead: Account
) -> None:
    """platform: the second lock, as the web role."""
    sql = """INSERT INTO connections_connectingstep (id, person_id, written_by_id, version, created_at, changed_at,
      visibility, removed_reason, wheel, step, step_words, vocabulary, happened_on, words, barriers, barrier_words,
      helped_words, companion_words) VALUES (%s, %s, %s, 1, now(), now(), 'team', '', 'person', '', '', '1',
      current_date, 'x', '{}', '', '', '')"""
    with pytest.raises(Error, match="row-level security"), transaction.atomic():
        told(worker, "worker", sql, [new_id(), sam.id, lead.id])
    stranger = make.staff(make.team())
    with pytest.raises(NotFound):
        opened_by(stranger, sam)


def test_the_list_is_narrowed_to_one_thing_on_the_map(sam: Person, own: Client, staff: Client) -> None:
    """connecting R12: filters by item; what is hidden on the map is not named in a step either."""
    loft, choir = an_item(sam, "The loft"), an_item(sam, "The choir", visibility="me")
    _step(sam, words="To the loft", item=loft)
    _step(sam, words="To sing", item=choir)
    address = at("steps", sam)
    narrowed = seen(own, f"{address}?item={loft.id}").text
    assert "To the loft" in narrowed
    assert "To sing" not in narrowed
    for strange in (choir.id, "x", new_id()):
        text = seen(staff, f"{address}?item={strange}").text
        assert "To sing" in text
        assert "The choir" not in text
    add = seen(own, f"{at('connecting_add', sam)}?item={loft.id}")
    assert "The loft" in add.text


def test_sent_twice_it_is_kept_once(sam: Person, own: Client) -> None:
    """platform: a double submit saves once."""
    again = key()
    assert [_log(own, sam, submission=again) for _time in range(2)] == [303, 303]
    assert ConnectingStep.objects.count() == 1
    assert _log(own, sam, submission=again, words="Something else") == 422


def test_a_step_shared_by_name_is_seen_by_a_peer_worker(sam: Person) -> None:
    """house rule 2."""
    peer = make.staff(sam.placements.get().team, "peer_worker")
    make.beside(sam, peer, "peer_worker")
    step = _step(sam, words="Told to Kofi")
    kofi = client_for((peer, "peer_worker"))
    assert kofi.get(at("connecting_step", sam, step.id)).status_code == 404
    named(step, peer)
    assert "Told to Kofi" in seen(kofi, at("connecting_step", sam, step.id)).text


def test_the_list_asks_the_database_as_much_for_many_as_for_few(
    sam: Person, worker: Account, staff: Client
) -> None:
    """platform: no page asks once for each row."""
    counts = []
    for number in (2, 6):
        for _place in range(number):
            _step(sam, item=an_item(sam), companion=worker)
        seen(staff, at("steps", sam))
        with statements() as found:
            seen(staff, at("steps", sam))
        counts.append(len(found))
    assert counts[0] == counts[1]
