"""A visit: twenty minutes side by side, kept with one press (refocus R1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.refusals import Refused
from ownwords.record.actions.conversations import finish, kept_before, same_again
from ownwords.record.actions.entries import Wording, add_entry, may_write
from ownwords.record.actions.steps import NewStep, Review, built_steps
from ownwords.record.models import Conversation, Entry, Kind, Said, Strength
from ownwords.record.queries.entries import open_entry

TEMPLATE = "visit"
OWN_DOMAIN = "own"


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of a visit. Everything may be left out; not everything at once."""

    reviews: Sequence[Review] = ()
    matters: str = ""
    strength: str = ""
    step: NewStep | None = None
    step_goal: UUID | None = None
    promise: NewStep | None = None
    line: str = ""

    def is_empty(self) -> bool:
        """Whether nothing at all was said."""
        said = (self.matters, self.strength, self.line)
        return not (self.reviews or self.step or self.promise or any(words.strip() for words in said))


@transaction.atomic
def hold_visit(*, opened: Opened, visit: Visit, submission: UUID | None = None) -> Entry:
    """Keep everything that came of a visit in one go, and return its conversation.

    What matters and a strength become entries of their own, a step hangs on its goal, a promise on the conversation,
    so that nothing has to be typed again elsewhere (R2).

    Raises:
        Refused: nothing was said, or a part does not fit. NotFound: this role does not write, or the goal is hidden.
        StaleEdit: a promise was answered by somebody else since the page was opened.
    """
    may_write(opened)
    if visit.is_empty():
        raise Refused(
            {"": _("Nothing has been said yet. Write one thing, or leave this page: nothing has to be.")}
        )
    detail = Conversation(template=TEMPLATE, template_edition="1", answers=_traces(opened, visit, submission))
    entry = add_entry(
        opened=opened,
        kind=Kind.CONVERSATION,
        wording=Wording(_line(visit)),
        said_by=Said.PERSON if opened.is_own else Said.WORKER,
        detail=detail,
        submission=submission,
    )
    promises = [visit.promise] if visit.promise else []
    if kept_before(detail):
        steps = [*promises, visit.step] if visit.step else promises
        return same_again(entry, detail, visit.reviews, steps)
    goal_steps = _goal_steps(opened, visit, entry)
    return finish(opened, entry, visit.reviews, promises, more=goal_steps)


def _line(visit: Visit) -> str:
    """Return the conversation's own words: the line that somebody wrote, or that the visit took place."""
    line = rules.own_words(visit.line, field="line", needed=False, most=2_000)
    return line or _("We met.")


def _traces(opened: Opened, visit: Visit, submission: UUID | None) -> list[dict[str, Any]]:
    """Keep what was said as entries, and return how the conversation points at them and at the reviewed promises."""
    traces = [
        {"step": "review", "voice": "", "of": str(review.step_id), "key": review.status}
        for review in visit.reviews
    ]
    for kind, words in ((Kind.MATTERS, visit.matters), (Kind.STRENGTH, visit.strength)):
        if words.strip():
            kept = _said(opened, kind, words, submission)
            traces.append({"step": str(kind), "voice": "person", "of": str(kept.id)})
    return traces


def _said(opened: Opened, kind: Kind, words: str, submission: UUID | None) -> Entry:
    detail = Strength(domain=OWN_DOMAIN) if kind == Kind.STRENGTH else None
    try:
        return add_entry(
            opened=opened,
            kind=kind,
            wording=Wording(words),
            detail=detail,
            submission=uuid5(submission, kind) if submission else None,
        )
    except Refused as refused:
        raise Refused({str(kind): text for text in refused.messages.values()}) from refused


def _goal_steps(opened: Opened, visit: Visit, entry: Entry) -> list[Any]:
    """Return the step that was agreed, on its goal, or on the conversation where there is no goal yet."""
    if visit.step is None:
        return []
    carrier = open_entry(opened, visit.step_goal) if visit.step_goal else entry
    if carrier.kind not in (Kind.GOAL, Kind.CONVERSATION):
        raise NotFound
    return built_steps(opened, carrier, [visit.step])
