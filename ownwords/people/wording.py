"""Small pieces of wording that more than one room needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.people.queries.circle import Circle


def in_a_row(words: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


NAMES_SHOWN = 4


def person_words(opened: Opened) -> str:
    """Return "you" to the person, their name to everybody else."""
    return _("you") if opened.is_own else opened.person.called


@dataclass(frozen=True, slots=True)
class SeenBy:
    """Who can see something: in short, for a row of a list, and with every name that is told."""

    short: str
    names: str

    def __str__(self) -> str:
        """Return the line with the names."""
        return self.names


def who_can_see(opened: Opened, visibility: str, circle: Circle, shared_with: Iterable[UUID]) -> str:
    """Return the line "who can see this", in names, as it holds today (DESIGN house rule 2)."""
    return _line(opened, visibility, circle, shared_with, _team(circle))


def seen_by(opened: Opened, visibility: str, circle: Circle, shared_with: Iterable[UUID]) -> SeenBy:
    """Return the same line with the names, and in short: a team by its name alone, nobody with a relation beside it."""
    shared_with = list(shared_with)
    unlabelled = replace(circle, beside=tuple((who, name, "") for who, name, _label in circle.beside))
    short = _line(opened, visibility, unlabelled, shared_with, in_a_row(circle.teams))
    return SeenBy(short, who_can_see(opened, visibility, circle, shared_with))


def _line(
    opened: Opened, visibility: str, circle: Circle, shared_with: Iterable[UUID], team_words: str
) -> str:
    if visibility == Visibility.ME:
        return _("only %(person)s") % {"person": person_words(opened)}
    names = [person_words(opened)]
    in_team = {who for who, _name in circle.team_members}
    if visibility == Visibility.TEAM:
        names.append(team_words)
        shared_with = [who for who in shared_with if who not in in_team]
    names += [name for who in shared_with if (name := circle.name_of(who))]
    return in_a_row([name for name in names if name])


def _team(circle: Circle) -> str:
    if not circle.teams:
        return ""
    members = [name for _id, name in circle.team_members]
    shown, rest = members[:NAMES_SHOWN], len(members) - NAMES_SHOWN
    if rest > 0:
        shown.append(ngettext("%(count)s other", "%(count)s others", rest) % {"count": rest})
    return _("%(teams)s (%(names)s)") % {"teams": in_a_row(circle.teams), "names": in_a_row(shown)}
