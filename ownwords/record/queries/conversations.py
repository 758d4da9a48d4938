"""Reading conversations: the list, and one with what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ownwords.people.access import NotFound, Opened
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.record.models import Conversation, Entry, Kind, Step
from ownwords.record.queries.entries import entries_of, open_entry, shares_of
from ownwords.record.queries.goals import steps_by_entry
from ownwords.record.queries.steps import steps_of

PAGE = 30


@dataclass(frozen=True, slots=True)
class ConversationList:
    """Conversations, newest first, one page of them."""

    rows: list[Entry]
    steps: dict[UUID, list[Step]]
    circle: Circle
    shares: dict[UUID, list[UUID]]
    more: bool


@dataclass(frozen=True, slots=True)
class OneConversation:
    """A conversation with what came of it: entries and steps kept in it, promises reviewed in it."""

    entry: Entry
    conversation: Conversation
    steps: list[Step]
    kept: list[Entry]
    reviewed: list[tuple[Step, str]]
    circle: Circle
    shares: dict[UUID, list[UUID]]


def conversations_of(opened: Opened, *, page: int = 1) -> ConversationList:
    """Return a page of the conversations of an opened person (five queries)."""
    first = (max(page, 1) - 1) * PAGE
    rows = (
        entries_of(opened)
        .filter(kind=Kind.CONVERSATION)
        .order_by("-conversation__held_on", "-created_at", "-id")
    )
    found = list(rows[first : first + PAGE + 1])
    shown = found[:PAGE]
    return ConversationList(
        shown, steps_by_entry(opened, shown), circle_of(opened), shares_of(shown), more=len(found) > PAGE
    )


def conversation_of(opened: Opened, entry_id: UUID) -> OneConversation:
    """Return one conversation. Raises NotFound when it is missing, hidden or of another kind."""
    entry = open_entry(opened, entry_id)
    if entry.kind != Kind.CONVERSATION:
        raise NotFound
    talk = entry.conversation
    pointers = {UUID(one["of"]): one for one in talk.answers if "of" in one}
    kept = list(entries_of(opened).filter(pk__in=pointers)) if pointers else []
    steps = {step.id: step for step in steps_of(opened).filter(pk__in=pointers)} if pointers else {}
    return OneConversation(
        entry=entry,
        conversation=talk,
        steps=steps_by_entry(opened, [entry]).get(entry.id, []),
        kept=kept,
        reviewed=[(steps[of], one.get("key", "")) for of, one in pointers.items() if of in steps],
        circle=circle_of(opened),
        shares=shares_of([entry, *kept]),
    )
