"""What comes out of a filled form: results with the rule that made them, and answers that are met at once."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import keep_act, locked, may_write, state_of
from ownwords.measures.method.definitions import Alert, Instrument
from ownwords.measures.method.scoring import Answers, Scored, ScoreResult, Why, WrongAnswer, score
from ownwords.measures.models import ItemEvent, Origin, Response, Score
from ownwords.measures.queries.instruments import worded
from ownwords.measures.queries.responses import answers_of, open_event, responses_of
from ownwords.people.access import Opened
from ownwords.people.refusals import Refused

PLACES = Decimal("0.001")


def keep_scores(response: Response, instrument: Instrument, answers: Answers) -> Scored:
    """Work every score out and keep it. A score under another rule stays beside it; the first one now is the main one.

    The same rule on other answers gives the same row another value; what stood there is in its history.
    """
    scored = score(instrument, answers)
    rows = {
        (row.key, row.rule): row
        for row in Score.objects.select_for_update().filter(response=response, origin=Origin.COMPUTED)
    }
    first = scored.scores[0]
    Score.objects.filter(response=response, main=True).exclude(
        key=first.key, rule=first.rule, origin=Origin.COMPUTED
    ).update(main=False)
    for result in scored.scores:
        row = rows.get((result.key, result.rule)) or Score(
            response=response, key=result.key, rule=result.rule, origin=Origin.COMPUTED
        )
        _keep(row, result, instrument.digest, main=result is first)
    return scored


def score_columns(result: ScoreResult, digest: str, *, main: bool) -> dict[str, Any]:
    """Return what is kept of one result, beside its key and its rule, by the definition with this digest."""
    return {
        "main": main,
        "value": decimal(result.value),
        "why_none": "" if result.value is not None else str(result.why),
        "answered": result.answered,
        "of": result.of,
        "prorated": result.prorated,
        "band": result.band or "",
        "definition_digest": digest,
    }


def _keep(row: Score, result: ScoreResult, digest: str, *, main: bool) -> None:
    columns = score_columns(result, digest, main=main)
    if row.pk is not None and all(getattr(row, name) == value for name, value in columns.items()):
        return
    for name, value in columns.items():
        setattr(row, name, value)
    row.worked_out_at = timezone.now()
    row.save()


def decimal(value: float | Decimal | None) -> Decimal | None:
    """Return a number as it is kept, to three places."""
    return None if value is None else Decimal(str(value)).quantize(PLACES)


def raise_events(response: Response, alerts: Iterable[Alert]) -> list[ItemEvent]:
    """Keep an event for each answer that has to be met at once, with any total and on a form that is half filled.

    Once raised it stays, also when the answer is corrected: somebody may have been worried, and may want to talk.
    """
    there = set(ItemEvent.objects.filter(response=response).values_list("key", flat=True))
    made = []
    for alert in alerts:
        if alert.key not in there:
            event = ItemEvent(response=response, key=alert.key, item=alert.item)
            event.save(force_insert=True)
            made.append(event)
    return made


@transaction.atomic
def rescored(*, opened: Opened, response_id: UUID) -> Response:
    """Work the results of a finished form out again, by the rules and the definition of today, side by side.

    Raises:
        NotFound. Refused: the form is not finished, or today's definition gives what stands there already.
    """
    may_write(opened)
    response = locked_now(opened, response_id)
    if response.finished_at is None:
        raise Refused({"": _("This form is not finished yet, so there is no result.")})
    answers = answers_of(response.answers.all())
    if not answers:
        raise Refused({"": _("This result came without its answers, so it cannot be worked out again.")})
    before = _results(response)
    try:
        keep_scores(response, worded(response.instrument).instrument, answers)
    except WrongAnswer as wrong:
        told = _("This form has changed since: question %(item)s no longer has the answer that was given.")
        raise Refused({"": told % {"item": wrong.item}}) from None
    if _results(response) == before:
        raise Refused({"": _("Worked out again: every result is what stands there already.")})
    keep_act(opened, Verb.MEASURE_RESCORED, response, before=None)
    return response


def locked_now(opened: Opened, response_id: UUID) -> Response:
    """Return a form that the viewer sees, locked, whichever version it is. Raises NotFound."""
    response = responses_of(opened).filter(pk=response_id).first()
    version = response.version if response else 0
    return locked(opened, responses_of(opened), response_id, version)


def _results(response: Response) -> list[tuple[object, ...]]:
    rows = Score.objects.filter(response=response, origin=Origin.COMPUTED).order_by("id")
    return list(rows.values_list("key", "rule", "value", "why_none", "prorated", "band", "main"))


@transaction.atomic
def talked_about(*, opened: Opened, event_id: UUID) -> ItemEvent:
    """Say that an answer was talked about. Said twice, the first time stays. Raises NotFound."""
    may_write(opened)
    event = ItemEvent.objects.select_for_update(of=("self",)).get(pk=open_event(opened, event_id).pk)
    if event.talked_at is None:
        before = state_of(event)
        event.talked_at, event.talked_by_id = timezone.now(), opened.viewer.account_id
        event.save()
        note_act(
            verb=Verb.ITEM_TALKED,
            **opened.signature,
            on_behalf_of_id=opened.for_whom,
            thing=Ref("itemevent", event.id),
            before=before,
            after=state_of(event),
        )
    return event


def reason_words(why: str) -> str:
    """Return why there is no score, in words."""
    return {
        Why.NOTHING_ANSWERED: _("No question was answered, so there is no score. That is not a score of 0."),
        Why.TOO_MANY_MISSING: _("Too many questions were left open for a score."),
        Why.NONE_CHOSEN: _(
            "Nothing was chosen as important, so there is no score. That is not a score of 0."
        ),
        Why.NO_TABLE: _(
            "The table that turns the sum into a score is not here. The service needs a licence for it."
        ),
        Why.NO_SUM: _("These answers are read one by one and not added up."),
    }.get(Why(why), "")
