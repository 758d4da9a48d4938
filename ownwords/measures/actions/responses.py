"""Filling in a standard measure: beginning, saving half, finishing, putting right, taking out of view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.measures.actions import common
from ownwords.measures.actions.asking import asked_today
from ownwords.measures.actions.common import (
    day_that_was,
    keep_act,
    kept_once,
    locked,
    may_write,
    nothing_different,
    save_change,
    share_with,
    signed,
    state_of,
)
from ownwords.measures.actions.results import keep_scores, raise_events
from ownwords.measures.method.definitions import Given, Instrument, Item
from ownwords.measures.method.scoring import Answers, in_words, score
from ownwords.measures.models import Answer, GivenAs, Response, Way
from ownwords.measures.queries.instruments import in_use_one, worded
from ownwords.measures.queries.responses import answers_of, responses_of
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import Visibility
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.sight import Sight

MOST_PRESENT = 200
OWN_WAYS = (Way.SELF, Way.TOGETHER, Way.READ_ALOUD, Way.PAPER)
STAFF_WAYS = (Way.TOGETHER, Way.READ_ALOUD, Way.PAPER)


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a form is begun: in which way, who is there, about which worker, who sees it, whether it may be counted."""

    way: str = ""
    present: str = ""
    about: UUID | None = None
    sight: Sight | None = None
    in_figures: bool = True


def ways_for(opened: Opened) -> tuple[Way, ...]:
    """Return the ways in which this viewer can fill a form in."""
    return OWN_WAYS if opened.is_own else STAFF_WAYS


def begin_response(
    *,
    opened: Opened,
    instrument: str,
    beginning: Beginning | None = None,
    afresh: bool = False,
    submission: UUID | None = None,
) -> Response:
    """Begin a form.

    Args:
        afresh: take the form that was begun before out of view; what was answered on it is kept.
        submission: the form's own key: the same key twice begins one form and returns it.

    Raises:
        NotFound: the measure is off, or this role does not write. Refused: one is begun already, or something does
        not fit.
    """
    may_write(opened)
    found = in_use_one(opened, instrument)
    checked, sight = _checked(opened, found, beginning or Beginning())

    def make() -> Response:
        if afresh:
            _put_aside(opened, found.key, checked.about)
        return _new(opened, found, checked, sight, submission)

    try:
        with transaction.atomic():
            return kept_once(responses_of(opened), opened, submission, make)
    except IntegrityError as error:
        if "begun_once" not in str(error):
            raise
        told = _("This form is begun already and not finished. Go on with it, or begin afresh.")
        raise Refused({"": told}) from None


def _new(
    opened: Opened, found: Instrument, beginning: Beginning, sight: Sight, submission: UUID | None
) -> Response:
    response = Response(
        **signed(opened),
        visibility=sight.visibility,
        instrument=found.key,
        edition=found.edition,
        definition_digest=found.digest,
        way=beginning.way,
        present=beginning.present,
        about_account_id=beginning.about,
        in_figures=beginning.in_figures,
        transcribed_by_id=opened.viewer.account_id if beginning.way == Way.PAPER else None,
        submission=submission,
    )
    response.save(force_insert=True)
    share_with(opened, response, sight.named, new=True)
    keep_act(opened, Verb.MEASURE_BEGUN, response)
    asked_today(opened, found.key)
    return response


def _checked(opened: Opened, found: Instrument, beginning: Beginning) -> tuple[Beginning, Sight]:
    way = beginning.way or ways_for(opened)[0]
    sight = beginning.sight
    if found.about_worker:
        _check_about(opened, beginning.about)
        if sight is None:
            own = opened.is_own
            sight = Sight(Visibility.ME) if own else Sight(Visibility.NAMED, (opened.viewer.account_id,))
    elif beginning.about is not None:
        raise Refused({"about": _("This form is not about a worker.")})
    sight = common.checked_sight(opened, sight)
    check_not_for(sight, beginning.about)
    checked = replace(
        beginning,
        way=rules.one_of(way, ways_for(opened), field="way"),
        present=rules.own_words(beginning.present, field="present", needed=False, most=MOST_PRESENT),
    )
    return checked, sight


def _check_about(opened: Opened, about: UUID | None) -> None:
    if about is None:
        raise Refused({"about": _("Choose which worker this is about.")})
    if not opened.is_own and about == opened.viewer.account_id:
        raise Refused(
            {"about": _("What is said about you is not written down by you. Somebody else has to.")}
        )
    if about not in {who for who, _name in circle_of(opened).team_members}:
        raise Refused({"about": _("This worker does not stand around this person today.")})


def check_not_for(sight: Sight, about: UUID | None) -> None:
    """Raise Refused when words about a worker would reach the team as a whole, or that worker (refocus R12)."""
    if about is None:
        return
    if sight.visibility == Visibility.TEAM:
        told = _(
            "What is said about a worker is not for the whole team. Keep it for yourself, or name people."
        )
        raise Refused({"visibility": told})
    if about in sight.named:
        raise Refused({"named": _("The worker that this is about never sees it. Choose other names.")})


def _put_aside(opened: Opened, instrument: str, about: UUID | None) -> None:
    rows = responses_of(opened).filter(
        instrument=instrument, about_account_id=about, finished_at__isnull=True
    )
    for one in rows:
        if may_edit(opened, one):
            remove_response(opened=opened, response_id=one.id, version=one.version, reason=_("Begun afresh."))


def may_edit(opened: Opened, response: Response) -> bool:
    """Whether the viewer may say or put right what is answered here: the person, or who wrote it (RS-24)."""
    return opened.is_own or response.written_by_id == opened.viewer.account_id


# ---- answering -----------------------------------------------------------------------------------


def answer_response(
    *,
    opened: Opened,
    response_id: UUID,
    version: int,
    answers: Answers,
    finish: bool,
    answered_on: date | None = None,
) -> Response:
    """Keep the answers of a form that was begun: half of them for now, or all to be worked out.

    An answer that has to be met at once raises its event here, whatever the total and also on a half-filled form.

    Args:
        answers: every item of the form, `Given.BLANK` where nothing was said.

    Raises:
        NotFound: missing, hidden, or neither the person's nor begun by the viewer. Refused: an answer that the form
        does not offer, or a day that cannot be. StaleEdit: answered elsewhere in between.
    """
    with transaction.atomic():
        try:
            response = _editable(opened, response_id, version)
        except StaleEdit as stale:
            # The same form sent twice says the same: it was kept the first time.
            if _says(stale.current, answers) and (bool(stale.current.finished_at) or not finish):
                return stale.current
            raise
        if response.finished_at is not None:
            raise Refused({"": _("This form is finished. You can correct its answers.")})
        instrument = worded(response.instrument).instrument
        check_answers(instrument, answers)
        if finish:
            answers = whole(instrument, answers)
        before = state_of(response)
        response.answered_on = day_that_was(answered_on, opened, field="answered_on")
        response.edition, response.definition_digest = instrument.edition, instrument.digest
        if finish:
            response.finished_at = timezone.now()
        save_change(opened, response, Verb.MEASURE_ANSWERED if finish else Verb.MEASURE_BEGUN, before)
        write_answers(response, answers)
        _work_out(response, instrument, answers, finished=finish)
        return response


@transaction.atomic
def correct_response(
    *, opened: Opened, response_id: UUID, version: int, answers: Answers, answered_on: date | None = None
) -> Response:
    """Put answers of a finished form right. What stood there stays in its history, and the results are worked out anew.

    Raises:
        NotFound, StaleEdit. Refused: not finished, nothing is different, or as in `answer_response`.
    """
    response = _editable(opened, response_id, version)
    if response.finished_at is None:
        raise Refused({"": _("This form is not finished yet. Go on with it.")})
    instrument = worded(response.instrument).instrument
    check_answers(instrument, answers)
    answers = whole(instrument, answers)
    before = state_of(response)
    response.answered_on = day_that_was(answered_on or response.answered_on, opened, field="answered_on")
    if _says(response, answers) and before == state_of(response):
        raise nothing_different()
    response.edition, response.definition_digest = instrument.edition, instrument.digest
    save_change(opened, response, Verb.MEASURE_CORRECTED, before)
    write_answers(response, answers)
    _work_out(response, instrument, answers, finished=True)
    return response


def _editable(opened: Opened, response_id: UUID, version: int) -> Response:
    response = responses_of(opened).filter(pk=response_id).first()
    if response is None or not may_edit(opened, response):
        raise NotFound
    return locked(opened, responses_of(opened), response_id, version)


def _says(response: Response, answers: Answers) -> bool:
    there = {
        key: given for key, given in answers_of(response.answers.all()).items() if given is not Given.BLANK
    }
    return there == {key: given for key, given in answers.items() if given is not Given.BLANK}


def _work_out(response: Response, instrument: Instrument, answers: Answers, *, finished: bool) -> None:
    scored = keep_scores(response, instrument, answers) if finished else score(instrument, answers)
    raise_events(response, scored.alerts)


def check_answers(instrument: Instrument, answers: Answers) -> None:
    """Raise Refused with words for each item whose answer the form does not offer."""
    items = {item.key: item for item in instrument.items}
    wrong = {
        f"item-{key}": _("There is no such question on this form.") for key in answers if key not in items
    }
    for key, given in answers.items():
        if key in items and not _offered(items[key], given):
            wrong[f"item-{key}"] = not_offered_words(items[key])
    if wrong:
        raise Refused(wrong)


def _offered(item: Item, given: int | Given) -> bool:
    if isinstance(given, Given):
        return {
            Given.ANSWERED: False,
            Given.NOT_APPLICABLE: item.may_not_apply,
            Given.NOT_CHOSEN: item.may_not_be_chosen,
        }.get(given, True)
    return type(given) is int and given in item.legal


def not_offered_words(item: Item) -> str:
    """Return what can be answered, in words."""
    return _("Give a whole number: %(legal)s.") % {"legal": in_words(item.legal)}


def whole(instrument: Instrument, answers: Answers) -> Answers:
    """Return the answers of a whole form: what was never touched is blank, and is kept as that (measures 3)."""
    return {item.key: Given.BLANK for item in instrument.items} | dict(answers)


def write_answers(response: Response, answers: Answers) -> None:
    """Write what was answered; what stood there stays in its history."""
    there = {row.item: row for row in Answer.objects.select_for_update().filter(response=response)}
    new = []
    for key, given in answers.items():
        columns = _columns(given)
        row = there.get(key)
        if row is None:
            new.append(Answer(response=response, item=key, **columns))
        elif (row.given, row.value) != (columns["given"], columns["value"]):
            row.given, row.value = columns["given"], columns["value"]
            row.save(update_fields=["given", "value"])
    Answer.objects.bulk_create(new)


def _columns(given: int | Given) -> dict[str, Any]:
    if isinstance(given, Given):
        return {"given": given.value, "value": None}
    return {"given": GivenAs.ANSWERED.value, "value": given}


# ---- who sees it, out of view --------------------------------------------------------------------


@transaction.atomic
def share_response(
    *, opened: Opened, response_id: UUID, version: int, sight: Sight, in_figures: bool
) -> Response:
    """Decide who sees a form, and whether it may be counted without a name. Only the person does."""
    found = responses_of(opened).filter(pk=response_id).first()
    if found is not None:
        check_not_for(sight, found.about_account_id)
    response = common.set_sight(
        opened=opened, rows=responses_of(opened), thing_id=response_id, version=version, sight=sight
    )
    if response.in_figures != in_figures:
        before = state_of(response)
        response.in_figures = in_figures
        save_change(opened, response, Verb.LINE_SHARED, before)
    return response


def remove_response(*, opened: Opened, response_id: UUID, version: int, reason: str) -> Response:
    """Take a form out of view, with a reason; nothing is lost. Only the person, or who wrote it."""
    return common.take_out_of_view(
        opened=opened,
        rows=responses_of(opened),
        thing_id=response_id,
        version=version,
        reason=reason,
        verb=Verb.MEASURE_REMOVED,
    )


def restore_response(*, opened: Opened, response_id: UUID, version: int) -> Response:
    """Put a form back into view. Raises Refused when another one of the same measure has been begun since."""
    rows = responses_of(opened, removed=True)
    try:
        with transaction.atomic():
            return common.put_back(
                opened=opened, rows=rows, thing_id=response_id, version=version, verb=Verb.MEASURE_RESTORED
            )
    except IntegrityError as error:
        if "begun_once" not in str(error):
            raise
        told = _("Another form of this measure has been begun since. Finish that one first.")
        raise Refused({"": told}) from None
