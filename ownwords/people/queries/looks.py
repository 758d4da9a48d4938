"""Who has looked and what was done, for the person it is about: rows of the ledger turned into sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.models import Act, Look
from ownwords.ledger.queries import acts_about, looks_about
from ownwords.ledger.sentences import sentence
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import Membership
from ownwords.people.parts import part_words
from ownwords.people.queries.people import names_of
from ownwords.people.roles import ROLES, RoleName
from ownwords.people.wording import in_a_row

LOOKS_A_PAGE = 100
ACTS_A_PAGE = 100
MOST_SINCE = 200
LIST = "list:"
Row = TypeVar("Row", Look, Act)


@dataclass(slots=True)
class Visit:
    """Everything that one account read in one role on one day."""

    who: str
    parts: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    first: datetime | None = None
    last: datetime | None = None

    def take(self, look: Look) -> None:
        """Add one look; the newest comes first."""
        words = part_words(look.part)
        kept = self.lists if look.part.startswith(LIST) else self.parts
        if words not in kept:
            kept.insert(0, words)
        if not look.part.startswith(LIST):
            self.last = self.last or look.at
            self.first = look.at

    @property
    def read(self) -> str:
        """The parts that were read: "goals, the plan and one entry"; "" when only lists were."""
        return in_a_row(self.parts)

    @property
    def seen_in(self) -> str:
        """The lists in which the name stood."""
        return in_a_row(self.lists)


@dataclass(frozen=True, slots=True)
class Day:
    """One day with everybody who looked."""

    day: date
    visits: tuple[Visit, ...]


@dataclass(frozen=True, slots=True)
class LooksPage:
    """One page of looks; `older` is where the next one begins, None at the end."""

    days: tuple[Day, ...]
    older: UUID | None


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing somebody did in the record, as a sentence."""

    at: datetime
    who: str
    did: str
    reason: str


@dataclass(frozen=True, slots=True)
class DeedsPage:
    """One page of deeds; `older` is where the next one begins, None at the end."""

    deeds: tuple[Deed, ...]
    older: UUID | None


def _a_page(rows: QuerySet[Row], before: UUID | None, most: int) -> tuple[list[Row], UUID | None]:
    """Return the rows older than one of them, and the id from which the next page goes on, if there is one.

    Ids sort by the moment they were made, so one bound serves both columns of the order.
    """
    if before:
        bound = rows.filter(pk=before).values_list("at", flat=True).first()
        rows = rows.filter(at__lte=bound, id__lt=before) if bound else rows.none()
    found = list(rows[: most + 1])
    shown = found[:most]
    return shown, shown[-1].id if len(found) > most else None


def who_looked(opened: Opened, *, before: UUID | None = None) -> LooksPage:
    """Return looks at the person's own record, newest first, grouped by day and by who looked.

    Raises:
        NotFound: the viewer is not the person.
    """
    _only_own(opened)
    shown, older = _a_page(looks_about(opened.person.id), before, LOOKS_A_PAGE)
    return LooksPage(_days(shown), older)


def looked_since(opened: Opened, moment: datetime) -> tuple[str, ...]:
    """Return who opened the person's record since a moment, by name; lists are left out."""
    _only_own(opened)
    rows = looks_about(opened.person.id).filter(at__gt=moment).exclude(part__startswith=LIST)[:MOST_SINCE]
    looks = list(rows)
    return tuple(dict.fromkeys(_Namer(looks).of(look) for look in looks))


def what_was_done(opened: Opened, *, before: UUID | None = None) -> DeedsPage:
    """Return what was done in the person's own record, newest first, as sentences.

    Raises:
        NotFound: the viewer is not the person.
    """
    _only_own(opened)
    shown, older = _a_page(acts_about(opened.person.id), before, ACTS_A_PAGE)
    names = names_of(act.actor_id for act in shown)
    deeds = tuple(_deed(opened, act, names) for act in shown)
    return DeedsPage(deeds, older)


def _only_own(opened: Opened) -> None:
    if not opened.is_own:
        raise NotFound


def _deed(opened: Opened, act: Act, names: dict[UUID, str]) -> Deed:
    if act.actor_id is None:
        who = _("The service")
    elif act.actor_id == opened.viewer.account_id:
        who = _("You")
    else:
        who = _with_role(names.get(act.actor_id, _("Somebody who has left")), act.role)
    return Deed(act.at, who, sentence(act.verb), act.reason)


def _with_role(name: str, role: str, team: str = "") -> str:
    if role not in set(RoleName):
        return name
    title = str(ROLES[RoleName(role)].title).lower()
    if team:
        return _("%(name)s, %(role)s in %(team)s") % {"name": name, "role": title, "team": team}
    return _("%(name)s, %(role)s") % {"name": name, "role": title}


class _Namer:
    """Names the accounts of some looks, with role and team on the day (two queries for all of them)."""

    def __init__(self, looks: Iterable[Look]) -> None:
        ids = {look.actor_id for look in looks}
        self._names = names_of(ids)
        self._places = (
            list(Membership.objects.filter(account_id__in=ids).select_related("team")) if ids else []
        )

    def of(self, look: Look) -> str:
        """Return "Amina Yusuf, worker in Harbour team" for who looked."""
        name = self._names.get(look.actor_id, _("Somebody who has left"))
        teams = [place.team.name for place in self._places if _held(place, look)]
        return _with_role(name, look.role, in_a_row(sorted(set(teams))))


def _held(place: Membership, look: Look) -> bool:
    """Whether a membership was the one in which somebody looked."""
    ours = place.account_id == look.actor_id and place.role == look.role
    return ours and place.starts_on <= look.day and (place.ends_on is None or place.ends_on > look.day)


def _days(looks: Sequence[Look]) -> tuple[Day, ...]:
    namer = _Namer(looks)
    days: dict[date, dict[tuple[UUID, str], Visit]] = {}
    for look in looks:
        visits = days.setdefault(timezone.localtime(look.at).date(), {})
        key = (look.actor_id, look.role)
        if key not in visits:
            visits[key] = Visit(namer.of(look))
        visits[key].take(look)
    return tuple(Day(day, tuple(visits.values())) for day, visits in days.items())
