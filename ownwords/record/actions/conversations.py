"""Conversations: keeping what was said, in whose voice, with the promises that came of it (refocus 1.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_acts
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.refusals import Refused
from ownwords.people.sight import Sight
from ownwords.record.actions.entries import Wording, add_entry
from ownwords.record.actions.steps import NewStep, Review, built_steps, reviewed, save_new
from ownwords.record.method.definitions import CoachingTemplate
from ownwords.record.method.tools import coaching_templates
from ownwords.record.models import Conversation, Entry, Kind, Said, Step

VOICES = ("person", "worker")
OUTCOME, STILL_DISAGREE = "outcome", "still-disagree"
LONGEST_LOOK = timedelta(days=366)
FIRST_DAY = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said at one step of a template, in one voice."""

    step: str
    voice: str
    words: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation as it was held. `words` is the one line that is needed."""

    template: str
    words: str
    said_by: str = Said.PERSON
    held_on: date | None = None
    place: str = ""
    answers: Sequence[Answer] = ()
    outcome: str = ""
    look_again_on: date | None = None


def template_called(key: str) -> CoachingTemplate:
    """Return a coaching template. Raises Refused for one that does not exist."""
    for template in coaching_templates():
        if template.key == key:
            return template
    raise Refused({"template": _("Choose one of the ways in the list.")})


@transaction.atomic
def keep_conversation(
    *,
    opened: Opened,
    talk: Talk,
    reviews: Sequence[Review] = (),
    steps: Sequence[NewStep] = (),
    sight: Sight | None = None,
    submission: UUID | None = None,
) -> Entry:
    """Keep a conversation, what became of earlier promises, and the new ones: all or nothing.

    Args:
        reviews: what became of promises and steps, looked at before the talk.
        steps: what each will do next; they hang on the conversation and are seen like it.

    Raises:
        Refused: a part does not fit. StaleEdit: a promise was answered by somebody else since.
        NotFound: this role does not write, or a promise is hidden from the viewer.
    """
    template = template_called(talk.template)
    detail = Conversation(
        template=template.key,
        template_edition=template.provenance.edition,
        held_on=held_day(talk.held_on),
        place=rules.own_words(talk.place, field="place", needed=False, most=200),
        answers=_answers(template, talk),
        still_disagree=talk.outcome == STILL_DISAGREE,
        look_again_on=look_day(talk.look_again_on),
    )
    entry = add_entry(
        opened=opened,
        kind=Kind.CONVERSATION,
        wording=Wording(talk.words),
        said_by=rules.one_of(talk.said_by, VOICES, field="said_by"),
        sight=sight,
        detail=detail,
        submission=submission,
    )
    if kept_before(detail):
        return same_again(entry, detail, reviews, steps)
    return finish(opened, entry, reviews, steps)


def kept_before(detail: Conversation) -> bool:
    """Whether the same form had kept its conversation already: this one's detail was then never written."""
    return detail._state.adding


def same_again(
    entry: Entry, detail: Conversation, reviews: Sequence[Review], steps: Iterable[NewStep]
) -> Entry:
    """Return the conversation that the same form kept a moment ago.

    Raises:
        Refused: the form was sent again with something else in it, which must not get lost without a word.
    """
    columns = ("place", "answers", "look_again_on", "held_on")
    promised = {step.words for step in steps}
    mine = Step.objects.filter(person_id=entry.person_id, written_by_id=entry.written_by_id)
    rows = Step.objects.filter(pk__in=[review.step_id for review in reviews])
    said = {step.id: (step.status, step.what_happened) for step in rows}
    if (
        any(getattr(entry.conversation, name) != getattr(detail, name) for name in columns)
        or promised - set(mine.filter(words__in=promised).values_list("words", flat=True))
        or any(said.get(one.step_id) != (one.status, one.what_happened) for one in reviews)
    ):
        raise Refused({"": _("This form has been used before. Open it again, and copy your words into it.")})
    return entry


def finish(
    opened: Opened,
    entry: Entry,
    reviews: Sequence[Review],
    steps: Iterable[NewStep],
    more: Sequence[Step] = (),
) -> Entry:
    """Write what became of earlier promises, and the new ones, with their acts in one statement.

    `more` are steps built already, which hang elsewhere.
    """
    acts = reviewed(opened, reviews)
    acts += save_new(opened, [*built_steps(opened, entry, steps), *more])
    if acts:
        note_acts(acts)
    return entry


def held_day(value: date | None) -> date:
    """Return the day of a talk, today when not said. Raises Refused for a day that has not come yet."""
    today = timezone.localdate()
    if value is not None and not FIRST_DAY <= value <= today:
        raise Refused({"held_on": _("Give the day of the talk: today, or earlier.")})
    return value or today


def look_day(value: date | None) -> date | None:
    """Return the day on which a talk is taken up again. Raises Refused for one that is past or far away."""
    today = timezone.localdate()
    if value is not None and not today <= value <= today + LONGEST_LOOK:
        raise Refused({"look_again_on": _("Give a day from today to a year from now.")})
    return value


def _answers(template: CoachingTemplate, talk: Talk) -> list[dict[str, Any]]:
    """Return what is kept of each step; both voices of a step stand on their own (R7)."""
    known = {step.key for step in template.steps}
    kept = []
    for answer in talk.answers:
        field = f"answer_{answer.step}_{answer.voice}"
        rules.one_of(answer.step, known, field=field)
        rules.one_of(answer.voice, VOICES, field=field)
        if words := rules.own_words(answer.words, field=field, needed=False):
            kept.append({"step": answer.step, "voice": answer.voice, "words": words})
    if talk.outcome:
        rules.one_of(talk.outcome, [choice.key for choice in template.outcomes], field=OUTCOME)
        kept.append({"step": OUTCOME, "voice": "", "key": talk.outcome})
    return kept
