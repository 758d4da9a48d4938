"""What `record.html` shows: the person's own words first, every entry with all that belongs to it, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.exchange.queries.export_measures import MeasuresRead, measures_read
from ownwords.exchange.queries.export_rows import DETAILS, Kept, acts, looks
from ownwords.exchange.queries.export_told import Group, connections_told, peers_told
from ownwords.exchange.queries.export_words import coded, detail_lines
from ownwords.ledger.sentences import sentence
from ownwords.people.access import Opened
from ownwords.people.models import Person, Placement, Relationship
from ownwords.people.parts import PARTS
from ownwords.people.presenters import Line
from ownwords.people.presenters import detail_lines as person_lines
from ownwords.people.queries.circle import Circle, circle_of
from ownwords.people.queries.people import names_of
from ownwords.people.roles import ROLES, RoleName
from ownwords.people.viewer import Viewer
from ownwords.people.wording import who_can_see
from ownwords.record.models import Entry, Kind, NotAsked, OtherView, Share, Step
from ownwords.record.presenters import tag_words, who_said

NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Saying:
    """Words, whose they are, and when they were said or written."""

    words: str
    who: str
    when: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One entry as the page shows it. `state` says that it is out of view or erased, and why."""

    id: str
    title: str
    said: Saying
    visible: str
    state: str = ""
    original: str = ""
    rewording: Saying | None = None
    answer: str = ""
    tags: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    steps: tuple[Saying, ...] = ()
    views: tuple[Saying, ...] = ()
    earlier: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """All entries of one kind."""

    key: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything `exchange/record.html` needs."""

    person: Person
    day: date
    sections: tuple[Section, ...]
    lines: list[Line]
    teams: list[Placement]
    beside: list[Relationship]
    measures: MeasuresRead
    connections: tuple[Group, ...]
    peers: tuple[Group, ...]
    not_asked: list[NotAsked]
    looks: list[tuple[str, str, str]]
    acts: list[tuple[str, str, str, str]]
    earlier: tuple[Card, ...] = field(default=())


def as_the_person(person: Person) -> Opened:
    """Return the record opened as the person themselves: the copy speaks to them, whoever makes it."""
    viewer = Viewer(
        account_id=person.account_id or NOBODY,
        name=person.called,
        role=RoleName.PERSON,
        held=(RoleName.PERSON,),
        person_id=person.id,
    )
    return Opened(person, viewer)


def page_of(kept: Kept, day: date) -> Page:
    """Return the page about everything kept, made on `day`."""
    person = kept.person
    opened = as_the_person(person)
    names = _names(kept)
    cards = {entry.id: card for entry, card in _cards(kept, opened, names)}
    sections = tuple(_sections(kept.entries, cards))
    return Page(
        person=person,
        day=day,
        sections=sections,
        lines=person_lines(person),
        teams=list(
            Placement.objects.filter(person=person).select_related("team").order_by("starts_on", "id")
        ),
        beside=list(
            Relationship.objects.filter(person=person).select_related("account").order_by("starts_on", "id")
        ),
        measures=measures_read(person),
        connections=connections_told(person),
        peers=peers_told(person),
        not_asked=list(NotAsked.objects.filter(person=person).order_by("raised_at", "id")),
        looks=_looks(person, names),
        acts=_acts(person, names),
        earlier=tuple(card for section in sections for card in section.cards if card.earlier),
    )


def _names(kept: Kept) -> dict[UUID, str]:
    """Return the name of everybody who wrote, looked or did something (one query for the names)."""
    person = kept.person
    ids: set[UUID | None] = {entry.changed_by_id for entry in kept.entries}
    ids |= {entry.removed_by_id for entry in kept.entries}
    ids |= {view.author_id for views in kept.hanging[OtherView].values() for view in views}
    ids |= {step.owner_account_id for steps in kept.hanging[Step].values() for step in steps}
    ids |= {event.changed_by_id for events in kept.events[Entry].values() for event in events}
    ids |= set(looks(person).values_list("actor_id", flat=True).order_by().distinct())
    ids |= set(acts(person).values_list("actor_id", flat=True).order_by().distinct())
    return names_of(ids)


def _sections(entries: list[Entry], cards: dict[UUID, Card]) -> Iterator[Section]:
    for kind in Kind:
        of_kind = tuple(cards[entry.id] for entry in entries if entry.kind == kind)
        if of_kind:
            yield Section(f"kind-{kind.value}", str(kind.label), of_kind)


def _cards(kept: Kept, opened: Opened, names: dict[UUID, str]) -> Iterator[tuple[Entry, Card]]:
    circle = circle_of(opened)
    for number, entry in enumerate(kept.entries, start=1):
        yield (
            entry,
            _erased(entry, number) if entry.erased_at else _card(kept, opened, entry, number, circle, names),
        )


def _erased(entry: Entry, number: int) -> Card:
    said = Saying("", "", entry.created_at)
    return Card(f"entry-{number}", _("Entry %(number)s") % {"number": number}, said, "", _("erased"))


def _card(
    kept: Kept, opened: Opened, entry: Entry, number: int, circle: Circle, names: dict[UUID, str]
) -> Card:
    shares = kept.hanging[Share].get(entry.id, ())
    detail = next((found[0] for model in DETAILS if (found := kept.hanging[model].get(entry.id))), None)
    answer = ": ".join(part for part in (coded(entry, "standing"), entry.answer_words) if part)
    return Card(
        id=f"entry-{number}",
        title=entry.about or _("Entry %(number)s") % {"number": number},
        said=Saying(entry.words, who_said(opened, entry), entry.created_at, entry.happened_words),
        visible=who_can_see(opened, entry.visibility, circle, [share.account_id for share in shares]),
        state=_state(entry, names),
        original=entry.original_words if entry.original_words != entry.words else "",
        rewording=_rewording(entry),
        answer=answer if entry.standing != "own" else "",
        tags=tuple(tag_words(entry)),
        details=tuple(detail_lines(entry, detail)),
        steps=tuple(_step(opened, step, names) for step in kept.hanging[Step].get(entry.id, ())),
        views=tuple(_view(view, names) for view in kept.hanging[OtherView].get(entry.id, ())),
        earlier=tuple(_earlier(kept.events[Entry].get(entry.id, ()), names)),
    )


def _state(entry: Entry, names: dict[UUID, str]) -> str:
    if entry.removed_at is None:
        return ""
    who = names.get(entry.removed_by_id, _("somebody")) if entry.removed_by_id else _("somebody")
    return _("taken out of view by %(who)s: %(reason)s") % {"who": who, "reason": entry.removed_reason}


def _rewording(entry: Entry) -> Saying | None:
    if not entry.rewording or entry.rewording_by is None:
        return None
    return Saying(entry.rewording, entry.rewording_by.name, None)


def _step(opened: Opened, step: Step, names: dict[UUID, str]) -> Saying:
    owner = names.get(step.owner_account_id, "") if step.owner_account_id else step.owner_name
    if step.owner == Step.Owner.PERSON:
        owner = _("You")
    became = ": ".join(part for part in (coded(step, "status"), step.what_happened) if part)
    return Saying(step.words, owner, step.due_on, became)


def _view(view: OtherView, names: dict[UUID, str]) -> Saying:
    return Saying(
        view.words,
        names.get(view.author_id, ""),
        view.created_at,
        _("taken back") if view.withdrawn_at else "",
    )


def _earlier(events: Iterable[Any], names: dict[UUID, str]) -> Iterator[Saying]:
    """Yield every version before the present one that had other words."""
    versions = list(events)
    for event, following in pairwise(versions):
        if (event.words, event.rewording) != (following.words, following.rewording):
            who = names.get(event.changed_by_id, _("somebody"))
            yield Saying(event.words, who, event.pgh_created_at, event.rewording)


def _who(names: dict[UUID, str], actor_id: UUID | None, role: str) -> str:
    name = names.get(actor_id, _("somebody who has left")) if actor_id else _("the service")
    known = ROLES.get(RoleName(role)) if role in set(RoleName) else None
    return f"{name}, {str(known.title).lower()}" if known and actor_id else name


def _looks(person: Person, names: dict[UUID, str]) -> list[tuple[str, str, str]]:
    """Return (when, who, which part) of every look, newest first."""
    when, who = Once(_moment), Once(lambda key: _who(names, *key))
    part = Once(lambda key: str(PARTS.get(key, key)))
    return [
        (when[look.at], who[look.actor_id, look.role], part[look.part]) for look in reversed(looks(person))
    ]


def _acts(person: Person, names: dict[UUID, str]) -> list[tuple[str, str, str, str]]:
    """Return (when, who, what, why) of everything that was done, newest first."""
    when, who, did = Once(_moment), Once(lambda key: _who(names, *key)), Once(sentence)
    return [
        (when[act.at], who[act.actor_id, act.role], did[act.verb], act.reason)
        for act in reversed(acts(person))
    ]


class Once(dict[Any, str]):
    """Words by key, each put together once: ten years hold the same few thousands of times."""

    def __init__(self, make: Callable[[Any], str]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: Any) -> str:
        self[key] = self.make(key)
        return self[key]


def _moment(at: datetime) -> str:
    here = timezone.localtime(at)
    return f"{date_format(here, 'j F Y')}, {here:%H:%M}"
