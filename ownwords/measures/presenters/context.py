"""What went on around the numbers, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.measures.models import ContextEvent, Help
from ownwords.measures.presenters.chart_sentences import day
from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle
from ownwords.people.wording import who_can_see


@dataclass(frozen=True, slots=True)
class EventCard:
    """One thing that happened, ready for the page."""

    event: ContextEvent
    when: str
    who: str
    notes: tuple[str, ...]
    visible: str
    may_change: bool


def event_card(opened: Opened, event: ContextEvent, circle: Circle, shared: Iterable[UUID]) -> EventCard:
    """Return one thing that happened as a card."""
    when = day(event.starts_on)
    if event.ends_on is not None:
        when = _("%(since)s to %(until)s") % {"since": when, "until": day(event.ends_on)}
    notes = []
    if event.help:
        both = _("It helped, and it made things harder")
        notes.append(both if event.help == Help.BOTH else str(event.get_help_display()))
    if event.inside_therapy is not None:
        notes.append(_("In therapy or treatment") if event.inside_therapy else _("Outside therapy"))
    return EventCard(
        event=event,
        when=when,
        who=_who(opened, event),
        notes=tuple(notes),
        visible=who_can_see(opened, event.visibility, circle, shared),
        may_change=opened.is_own or event.written_by_id == opened.viewer.account_id,
    )


def _who(opened: Opened, event: ContextEvent) -> str:
    own = _("You") if opened.is_own else opened.person.called
    if event.written_by is None or event.written_by_id == opened.person.account_id:
        return own
    return _("%(who)s, written down by %(writer)s") % {"who": own, "writer": event.written_by.name}
