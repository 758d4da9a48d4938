"""Filling in a standard measure: begun, half filled, finished, put right. Nothing is lost, or altered without trace."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from ownwords.ledger.models import Act
from ownwords.measures.actions import responses
from ownwords.measures.method.definitions import Given
from ownwords.measures.models import Answer, ItemEvent, Response, Score
from ownwords.measures.queries.responses import begun, responses_of, results_of, with_everything
from ownwords.people.access import NotFound
from ownwords.people.models import Account, Person
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.sight import Sight
from tests.around_sam import opened_by
from tests.measures.forms import ALL, begin, filled, phq

pytestmark = pytest.mark.django_db


def test_a_finished_form_keeps_every_answer_and_the_rule_behind_the_score(sam: Person) -> None:
    """measures 1, 7; RS-19: score, range, rule version and digest of the definition are kept."""
    kept = filled(opened_by(sam.account, sam), phq(2, 1, 1, 0, 0, 3, 1, 0, 0, 2))
    score = Score.objects.get(response=kept)
    assert (score.key, score.value, score.band, score.main) == ("total", Decimal(8), "mild", True)
    assert (score.answered, score.of, score.prorated, score.rule) == (9, 9, False, "2026-11")
    assert score.definition_digest == kept.definition_digest != ""
    assert kept.answers.count() == 10
    assert list(Act.objects.order_by("at", "id").values_list("verb", flat=True)) == [
        "measure_begun",
        "measure_answered",
    ]


def test_an_empty_form_has_no_score_and_says_why(sam: Person) -> None:
    """measures 4: an empty PHQ-9 has no score and no band; 0 is something else."""
    own = opened_by(sam.account, sam)
    empty, zero = filled(own, {}), filled(own, phq(*[0] * 10))
    assert (empty.scores.get().value, empty.scores.get().why_none, empty.scores.get().band) == (
        None,
        "nothing-answered",
        "",
    )
    assert (zero.scores.get().value, zero.scores.get().band) == (Decimal(0), "minimal")


def test_five_ways_of_answering_stay_five(sam: Person) -> None:
    """measures 3: 0, blank, does not apply, rather not say and not chosen."""
    own = opened_by(sam.account, sam)
    kept = filled(own, {"1": 0, "2": Given.RATHER_NOT, "3": 1})
    assert dict(kept.answers.values_list("item", "given")) == {
        **dict.fromkeys(ALL, "blank"),
        "1": "answered",
        "2": "rather_not",
        "3": "answered",
    }
    assert kept.answers.get(item="1").value == 0
    assert kept.answers.get(item="4").value is None
    for columns in ({"given": "blank"}, {"value": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Answer.objects.filter(response=kept, item="1").update(**columns)


@pytest.mark.parametrize(
    "answer", [4, -1, True, 1.5, "2", Given.NOT_APPLICABLE, Given.NOT_CHOSEN, Given.ANSWERED]
)
def test_what_the_form_does_not_offer_is_refused_beside_its_question(sam: Person, answer: Any) -> None:
    """Out of range, a fraction, text in a number: nothing is kept."""
    own = opened_by(sam.account, sam)
    response = begin(own)
    with pytest.raises(Refused) as no:
        responses.answer_response(
            opened=own, response_id=response.id, version=1, answers={**phq(1), "2": answer}, finish=True
        )
    assert list(no.value.messages) == ["item-2"]
    assert not Answer.objects.exists()


def test_an_item_of_another_form_is_refused(sam: Person) -> None:
    """A forged field is no answer."""
    own = opened_by(sam.account, sam)
    response = begin(own)
    with pytest.raises(Refused) as no:
        responses.answer_response(
            opened=own, response_id=response.id, version=1, answers={"11": 1}, finish=False
        )
    assert list(no.value.messages) == ["item-11"]


@pytest.mark.parametrize("day", [date(2090, 1, 1), date(1970, 1, 1)])
def test_a_day_to_come_or_before_birth_is_refused(sam: Person, day: date) -> None:
    """Bad input: dates in the future or before birth."""
    Person.objects.filter(pk=sam.pk).update(date_of_birth=date(1985, 3, 2))
    own = opened_by(sam.account, sam)
    response = begin(own)
    with pytest.raises(Refused) as no:
        responses.answer_response(
            opened=own, response_id=response.id, version=1, answers=phq(1), finish=True, answered_on=day
        )
    assert list(no.value.messages) == ["answered_on"]


def test_half_a_form_is_kept_and_finished_a_month_later(sam: Person) -> None:
    """refocus R17: resumable; the day is that of finishing."""
    own = opened_by(sam.account, sam)
    response = begin(own)
    half = responses.answer_response(
        opened=own, response_id=response.id, version=1, answers=phq(2, 2), finish=False
    )
    Response.objects.filter(pk=half.pk).update(started_at=timezone.now() - timedelta(days=31))
    assert (half.finished_at, half.scores.count()) == (None, 0)
    assert half.answers.filter(given="answered").count() == 2
    assert [one.id for one in begun(own, "phq-9")] == [half.id]
    whole = responses.answer_response(
        opened=own, response_id=response.id, version=2, answers=phq(*[1] * 9), finish=True
    )
    assert (whole.scores.get().value, whole.answered_on) == (Decimal(9), timezone.localdate())
    assert begun(own) == []


def test_the_same_form_sent_twice_is_kept_once_and_another_is_not_swallowed(sam: Person) -> None:
    """Bad input: the same answer twice, two forms at once."""
    own = opened_by(sam.account, sam)
    response, sent = begin(own), phq(*[1] * 9)
    first = responses.answer_response(
        opened=own, response_id=response.id, version=1, answers=sent, finish=True
    )
    again = responses.answer_response(
        opened=own, response_id=response.id, version=1, answers=sent, finish=True
    )
    assert (first.id, first.version) == (again.id, again.version)
    with pytest.raises(StaleEdit):
        responses.answer_response(
            opened=own, response_id=response.id, version=1, answers={**sent, "1": 3}, finish=True
        )
    assert Score.objects.get().value == 9


def test_a_form_is_begun_once_and_beginning_afresh_keeps_the_first(sam: Person) -> None:
    """Bad input: two forms at once. The words say what to do, and what was answered is kept."""
    own, key = opened_by(sam.account, sam), uuid4()
    first = responses.begin_response(opened=own, instrument="phq-9", submission=key)
    assert responses.begin_response(opened=own, instrument="phq-9", submission=key).id == first.id
    with pytest.raises(Refused) as no:
        begin(own)
    assert "begun already" in no.value.messages[""]
    second = responses.begin_response(opened=own, instrument="phq-9", afresh=True)
    first.refresh_from_db()
    assert first.removed_at is not None
    assert [one.id for one in begun(own, "phq-9")] == [second.id]
    with pytest.raises(Refused):
        responses.restore_response(opened=own, response_id=first.id, version=first.version)


def test_what_the_person_began_for_themselves_is_not_betrayed_by_a_refusal(
    sam: Person, worker: Account
) -> None:
    """House rule 2: a worker who begins the same form learns nothing of the one kept back."""
    begin(opened_by(sam.account, sam), sight=Sight("me"))
    assert begin(opened_by(worker, sam)).written_by == worker
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.create(
            person=sam, written_by=worker, instrument="phq-9", visibility="team", way="together"
        )


def test_the_ways_say_who_typed_it_in(sam: Person, worker: Account) -> None:
    """On paper: who typed it in; nobody on the staff answers "by the person"."""
    by_worker = opened_by(worker, sam)
    paper = begin(by_worker, way="paper", present="Ruth was there")
    assert (paper.transcribed_by, paper.present) == (worker, "Ruth was there")
    with pytest.raises(Refused) as no:
        begin(by_worker, way="self")
    assert list(no.value.messages) == ["way"]


def test_answers_are_put_right_with_their_history_and_the_score_with_them(sam: Person) -> None:
    """RS-24: nothing altered without trace."""
    own = opened_by(sam.account, sam)
    kept = filled(own, phq(*[1] * 9))
    after = responses.correct_response(
        opened=own, response_id=kept.id, version=kept.version, answers=phq(3, *[1] * 8)
    )
    assert after.scores.get().value == 11
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM measures_answerevent WHERE item = '1' ORDER BY pgh_id")
        assert [row[0] for row in cursor.fetchall()] == [1, 3]
        cursor.execute("SELECT value FROM measures_scoreevent ORDER BY pgh_id")
        assert [int(row[0]) for row in cursor.fetchall()] == [9, 11]
    assert Act.objects.filter(verb="measure_corrected").count() == 1
    with pytest.raises(Refused):
        responses.correct_response(
            opened=own, response_id=kept.id, version=after.version, answers=phq(3, *[1] * 8)
        )


def test_a_lead_has_no_edit_right_on_anybodys_answers(sam: Person, lead: Account, worker: Account) -> None:
    """RS-24: a manager may read what is shown to the team, and change none of it."""
    kept = filled(opened_by(worker, sam), phq(*[1] * 9))
    by_lead = opened_by(lead, sam)
    assert [one.id for one in responses_of(by_lead)] == [kept.id]
    with pytest.raises(NotFound):
        responses.correct_response(
            opened=by_lead, response_id=kept.id, version=kept.version, answers=phq(*[0] * 9)
        )
    with pytest.raises(Refused):
        responses.remove_response(
            opened=by_lead, response_id=kept.id, version=kept.version, reason="Too high"
        )
    own = opened_by(sam.account, sam)
    assert responses.correct_response(
        opened=own, response_id=kept.id, version=kept.version, answers=phq(*[0] * 9)
    )


def test_nobody_can_delete_a_form_an_answer_or_a_score(sam: Person) -> None:
    """House rule 7: nothing is lost."""
    kept = filled(opened_by(sam.account, sam), phq(1))
    for model in (Answer, Score, Response):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.filter(**{"response_id" if model is not Response else "pk": kept.id}).delete()


def test_out_of_view_and_back(sam: Person, worker: Account) -> None:
    """A form taken out of view stands on no page; its results are kept and come back with it."""
    own = opened_by(sam.account, sam)
    kept = filled(own, phq(*[1] * 9))
    gone = responses.remove_response(
        opened=own, response_id=kept.id, version=kept.version, reason="I was not honest that day."
    )
    assert results_of(own, "phq-9") == []
    assert not responses_of(opened_by(worker, sam), removed=True).exists()
    responses.restore_response(opened=own, response_id=kept.id, version=gone.version)
    assert [one.now("total").value for one in results_of(own, "phq-9")] == [Decimal(9)]  # type: ignore[union-attr]


def test_who_sees_a_form_is_the_persons_decision(sam: Person, worker: Account) -> None:
    """House rule 2."""
    own = opened_by(sam.account, sam)
    kept = filled(own, phq(1), sight=Sight("me"))
    by_worker = opened_by(worker, sam)
    assert not responses_of(by_worker).exists()
    shared = responses.share_response(
        opened=own, response_id=kept.id, version=kept.version, sight=Sight("team"), in_figures=False
    )
    assert (shared.in_figures, responses_of(by_worker).count()) == (False, 1)
    with pytest.raises(Refused):
        responses.share_response(
            opened=by_worker,
            response_id=kept.id,
            version=shared.version,
            sight=Sight("team"),
            in_figures=True,
        )


def test_ten_forms_cost_what_one_costs(sam: Person, django_assert_num_queries: object) -> None:
    """No query a form."""
    own = opened_by(sam.account, sam)
    for _number in range(10):
        filled(own, phq(*[1] * 9))
    assert ItemEvent.objects.count() == 10
    with django_assert_num_queries(4):  # type: ignore[operator]
        assert len(with_everything(responses_of(own))) == 10


def test_a_form_that_is_off_cannot_be_begun(sam: Person) -> None:
    """measures 8; RS-20: what is unconfirmed or needs a licence ships switched off."""
    with pytest.raises(NotFound):
        begin(opened_by(sam.account, sam), "core-10")
    with pytest.raises(NotFound):
        begin(opened_by(sam.account, sam), "phq-99")


def test_beginning_and_sharing_need_a_role_that_writes(sam: Person) -> None:
    """A supporter reads what is shared with them and fills in nothing."""
    from tests import factories as make

    sister = make.account("Ruth")
    make.beside(sam, sister, "supporter")
    with pytest.raises(NotFound):
        begin(opened_by(sister, sam, "supporter"))
