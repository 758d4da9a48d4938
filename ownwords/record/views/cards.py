"""Entries and steps as pages show them: words first, then who said it, when, and who can see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle
from ownwords.people.wording import who_can_see
from ownwords.record.models import Entry, Kind, Standing, Step
from ownwords.record.presenters import tag_words, who_said
from ownwords.record.queries.steps import is_overdue

#: Kinds with a page of their own; every other entry has the common one.
OWN_PAGES = {Kind.GOAL: "record:goal", Kind.CONVERSATION: "record:conversation"}
COMMON_PAGE = "record:entry"

#: For pages that show steps only, which are seen like the entry they hang on.
NOBODY = Circle(called="", teams=(), team_members=(), beside=())


@dataclass(frozen=True, slots=True)
class Card:
    """One entry for a page."""

    entry: Entry
    words: str
    who: str
    when: date | datetime
    visible: str
    href: str
    kind: str
    rewording: str
    note: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step or promise for a page; `state` says in words how it stands."""

    step: Step
    words: str
    who: str
    due: date | None
    state: str
    href: str
    said: str


def entry_url(entry: Entry) -> str:
    """Return the address of an entry's own page."""
    return reverse(OWN_PAGES.get(Kind(entry.kind), COMMON_PAGE), args=[entry.person_id, entry.id])


class Cards:
    """Makes the cards of one page for one viewer, with who stands around the person read once."""

    def __init__(self, opened: Opened, circle: Circle, shares: Mapping[UUID, list[UUID]]) -> None:
        self.opened, self.circle, self.shares = opened, circle, shares
        self._sights: dict[tuple[str, tuple[UUID, ...]], str] = {}
        self.today = timezone.localdate()

    def card(self, entry: Entry) -> Card:
        """Return one entry for the page."""
        held = entry.conversation.held_on if entry.kind == Kind.CONVERSATION else None
        return Card(
            entry=entry,
            words=entry.words,
            who=who_said(self.opened, entry),
            when=held or entry.created_at,
            visible=self.visible(entry),
            href=entry_url(entry),
            kind=str(Kind(entry.kind).label),
            rewording=entry.rewording,
            note=_("Offered; not answered yet.") if entry.standing == Standing.OFFERED else "",
        )

    def cards(self, entries: Iterable[Entry]) -> list[Card]:
        """Return several entries for the page."""
        return [self.card(entry) for entry in entries]

    def visible(self, entry: Entry) -> str:
        """Return who can see an entry; worked out once for all entries with the same sight."""
        shared = tuple(self.shares.get(entry.id, ()))
        key = (entry.visibility, shared)
        if key not in self._sights:
            self._sights[key] = who_can_see(self.opened, entry.visibility, self.circle, shared)
        return self._sights[key]

    def step(self, step: Step) -> StepLine:
        """Return one step for the page."""
        return StepLine(
            step=step,
            words=step.words,
            who=step_owner(self.opened, step),
            due=step.due_on,
            state=step_state_words(step, self.today),
            href=reverse("record:step_review", args=[self.opened.person.id, step.id]),
            said=step.what_happened,
        )

    def steps(self, steps: Iterable[Step]) -> list[StepLine]:
        """Return several steps for the page."""
        return [self.step(step) for step in steps]

    def tags(self, entry: Entry) -> list[str]:
        """Return the tags of an entry in plain words."""
        return tag_words(entry)


def step_owner(opened: Opened, step: Step) -> str:
    """Return who does a step, as the viewer would say it."""
    if not step.is_promise:
        return _("You") if opened.is_own else opened.person.called
    if step.owner_account_id == opened.viewer.account_id:
        return _("You, %(name)s") % {"name": step.owner_name}
    return step.owner_name


def step_state_words(step: Step, today: date) -> str:
    """Return how a step stands, in words; nothing for one that is simply open."""
    if is_overdue(step, today):
        return _("the day has passed; still open")
    if step.status == Step.Status.OPEN:
        return ""
    return str(Step.Status(step.status).label)
