"""Keeping a filled form that comes from another system: its answers, the total that was stated with it, or both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import (
    checked_sight,
    day_that_was,
    keep_act,
    kept_once,
    may_write,
    share_with,
    signed,
)
from ownwords.measures.actions.responses import check_answers, write_answers
from ownwords.measures.actions.results import decimal, keep_scores, raise_events
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.scoring import Answers, Scored, recomputed
from ownwords.measures.models import Origin, Response, Score, Way
from ownwords.measures.queries.instruments import worded
from ownwords.measures.queries.responses import answers_of, responses_of
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight

MOST_SOURCE = 300


@dataclass(frozen=True, slots=True)
class Imported:
    """A filled form from elsewhere.

    `document` names it there ("QuestionnaireResponse/123" with the system it is from, or a digest): the same one
    brought in again is kept once. `stated` are totals that came with it, by the key of the score.
    """

    instrument: str
    answered_on: date
    document: str
    source: str
    answers: Answers = field(default_factory=dict)
    stated: Mapping[str, Decimal] = field(default_factory=dict)
    edition: str = ""
    language: str = "en-GB"


def document_key(opened: Opened, document: str) -> UUID:
    """Return the key under which a document of another system is kept once for this person."""
    return uuid5(NAMESPACE_URL, f"ownwords-import:{opened.person.id}:{document}")


def keep_imported(
    *, opened: Opened, imported: Imported, sight: Sight | None = None, in_figures: bool = True
) -> Response:
    """Keep a finished form from another system.

    Answers are scored here; a stated total stands beside the result, and is flagged where the two differ. Neither
    replaces the other (measures 6). Without answers the stated total is the result, as stated.

    Raises:
        NotFound: this role does not write, or no such instrument. Refused: an answer or a total that cannot be, a day
        that cannot be, neither answers nor a total, or the same document with other contents.
    """
    may_write(opened)
    instrument = worded(imported.instrument).instrument
    _check(instrument, imported)
    day = day_that_was(imported.answered_on, opened, field="answered_on")
    if instrument.about_worker:
        sight = _own_sight(opened, sight)
    sight = checked_sight(opened, sight)
    key = document_key(opened, imported.document)

    def make() -> Response:
        return _new(opened, instrument, imported, day, sight, in_figures, key)

    def same(there: Response) -> bool:
        return _contents(there) == (imported.instrument, day, dict(imported.answers), _stated(imported))

    return kept_once(responses_of(opened, removed=True), opened, key, make, same=same)


def _own_sight(opened: Opened, sight: Sight | None) -> Sight:
    """Who sees what is said about a worker whom the document does not name: nobody but the person, and those they name.

    Any of the staff may be the one, so none of them brings it in (refocus R12).
    """
    if not opened.is_own:
        called = {"person": opened.person.called}
        raise Refused({"": _("This is about a worker, so only %(person)s can bring it in.") % called})
    if sight is not None and sight.visibility == Visibility.TEAM:
        raise Refused({"visibility": _("What is said about a worker is not for the whole team.")})
    return sight or Sight(Visibility.ME)


def _check(instrument: Instrument, imported: Imported) -> None:
    if not imported.answers and not imported.stated:
        raise Refused({"": _("There is neither an answer nor a total in it.")})
    check_answers(instrument, imported.answers)
    known = {one.key: one for one in instrument.scores}
    for key, total in imported.stated.items():
        if key not in known:
            raise Refused({"stated": _("This form has no score called %(key)s.") % {"key": key}})
        if not total.is_finite() or not known[key].low <= total <= known[key].high:
            ends = {"total": f"{total:f}" if total.is_finite() else str(total)}
            ends |= {"low": f"{known[key].low:g}", "high": f"{known[key].high:g}"}
            raise Refused({"stated": _("The total %(total)s lies outside %(low)s to %(high)s.") % ends})


def _new(
    opened: Opened,
    instrument: Instrument,
    imported: Imported,
    day: date,
    sight: Sight,
    in_figures: bool,
    key: UUID,
) -> Response:
    moment = timezone.now()
    response = Response(
        **signed(opened),
        visibility=sight.visibility,
        instrument=instrument.key,
        edition=imported.edition[:60] or instrument.edition,
        definition_digest=instrument.digest,
        language=imported.language[:20],
        way=Way.IMPORTED,
        answered_on=day,
        started_at=moment,
        finished_at=moment,
        in_figures=in_figures,
        source=rules.own_words(imported.source, field="source", most=MOST_SOURCE),
        submission=key,
    )
    response.save(force_insert=True)
    share_with(opened, response, sight.named, new=True)
    scored = None
    if imported.answers:
        write_answers(response, imported.answers)
        scored = keep_scores(response, instrument, imported.answers)
        raise_events(response, scored.alerts)
    _keep_stated(response, instrument, imported, scored)
    keep_act(opened, Verb.MEASURE_IMPORTED, response)
    return response


def _keep_stated(
    response: Response, instrument: Instrument, imported: Imported, scored: Scored | None
) -> None:
    first = instrument.scores[0].key
    for key, total in _stated(imported).items():
        differs = scored is not None and not recomputed(float(total), scored.score(key)).agrees
        Score.objects.create(
            response=response,
            key=key,
            origin=Origin.STATED,
            main=scored is None and key == first,
            value=total,
            definition_digest=instrument.digest,
            differs=differs,
        )


def _stated(imported: Imported) -> dict[str, Decimal]:
    return {key: decimal(total) or Decimal(0) for key, total in imported.stated.items()}


def _contents(there: Response) -> tuple[object, ...]:
    stated = Score.objects.filter(response=there, origin=Origin.STATED)
    return (
        there.instrument,
        there.answered_on,
        dict(answers_of(there.answers.all())),
        dict(stated.values_list("key", "value")),
    )
