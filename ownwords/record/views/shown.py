"""What pages show about entries, gathered for a whole page at once: four queries, however many entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.people.roles import Permission
from ownwords.people.wording import who_can_see
from ownwords.record import presenters
from ownwords.record.models import Entry, Kind, Said, Standing
from ownwords.record.queries.entries import shares_of
from ownwords.record.queries.links import Use, where_used

#: Kinds that have a page of their own; every other entry has the common one.
OWN_PAGES = {Kind.GOAL: "record:goal", Kind.CONVERSATION: "record:conversation"}
#: Kinds of which the page says where they are used (R6).
USED = frozenset(
    {Kind.MATTERS, Kind.PREFERENCE, Kind.STRENGTH, Kind.HELPED, Kind.WORSE, Kind.PEOPLE, Kind.IDENTITY}
)
_SECTION_PAGES = {Kind.STRENGTH: "record:strengths", Kind.MEANING: "record:meaning"}
_IN_VALUES = frozenset(
    {
        Kind.MATTERS, Kind.PEOPLE, Kind.IDENTITY, Kind.STORY, Kind.HELPED, Kind.WORSE, Kind.PREFERENCE,
        Kind.CRISIS, Kind.BOUNDARY, Kind.UNDERSTANDING,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Used:
    """A place where an entry is used: the words there, and the way to them."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry with everything that stands around its words on a page."""

    entry: Entry
    title: str
    who: str
    how: str
    when_words: str
    visible: str
    tags: list[str]
    note: str
    href: str
    sight_href: str
    rewording_by: str
    tells_use: bool
    used: tuple[Used, ...]
    actions: tuple[dict[str, str], ...]
    waits: bool


def see_other(address: str) -> HttpResponseRedirect:
    """Return the redirect after something was done: the next page is read afresh."""
    return HttpResponseRedirect(address, status=303)


def address(person_id: UUID, entry_id: UUID, kind: str, page: str = "") -> str:
    """Return the address of an entry's own page, or of one of the pages below it ("change", "history")."""
    route = f"record:entry_{page}" if page else OWN_PAGES.get(Kind(kind), "record:entry")
    return reverse(route, args=[person_id, entry_id])


def section_address(person_id: UUID, kind: str) -> str:
    """Return the page on which entries of a kind stand together."""
    if kind in _SECTION_PAGES:
        return reverse(_SECTION_PAGES[Kind(kind)], args=[person_id])
    if kind in _IN_VALUES:
        return reverse("record:values", args=[person_id]) + f"#{kind}"
    return reverse("record:record", args=[person_id])


def gather(opened: Opened, entries: Iterable[Entry], *, circle: Circle | None = None) -> dict[UUID, Shown]:
    """Return entry id -> how it is shown."""
    rows = list(entries)
    circle = circle or circle_of(opened)
    shares = shares_of(rows)
    used = where_used(opened, rows)
    return {
        entry.id: _shown(opened, entry, circle, shares.get(entry.id, []), used.get(entry.id, []))
        for entry in rows
    }


def _shown(opened: Opened, entry: Entry, circle: Circle, named: list[UUID], used: list[Use]) -> Shown:
    person_id = opened.person.id
    decides = opened.may(Permission.DECIDE_VISIBILITY)
    return Shown(
        entry=entry,
        title=presenters.about_words(entry),
        who=presenters.who_said(opened, entry),
        how=presenters.approach_words(entry),
        when_words=presenters.when_words(entry),
        visible=who_can_see(opened, entry.visibility, circle, named),
        tags=presenters.tag_words(entry),
        note=presenters.standing_words(opened, entry),
        href=address(person_id, entry.id, entry.kind),
        sight_href=address(person_id, entry.id, entry.kind, "sight") if decides else "",
        rewording_by=entry.rewording_by.name if entry.rewording_by else "",
        tells_use=entry.kind in USED,
        used=tuple(Used(use.words, address(person_id, use.id, use.kind)) for use in used),
        actions=_actions(opened, entry),
        waits=opened.is_own and entry.standing == Standing.OFFERED,
    )


def _actions(opened: Opened, entry: Entry) -> tuple[dict[str, str], ...]:
    """Return the ways on from an entry in a list: open it, and change it where these are the viewer's words."""
    about = presenters.shortened(entry.words)
    links = [{"text": _("Open"), "href": address(opened.person.id, entry.id, entry.kind), "about": about}]
    if may_change(opened, entry):
        href = address(opened.person.id, entry.id, entry.kind, "change")
        links.append({"text": _("Change"), "href": href, "about": about})
    return tuple(links)


def may_change(opened: Opened, entry: Entry) -> bool:
    """Whether the viewer may change these very words, on the common form."""
    if not opened.may(Permission.WRITE_RECORD) or entry.kind in OWN_PAGES:
        return False
    own_words = opened.is_own and entry.said_by == Said.PERSON
    return own_words or entry.written_by_id == opened.viewer.account_id
