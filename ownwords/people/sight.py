"""Who may see something that was said: a level, and accounts named on top of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import TEAM_SIGHT


@dataclass(frozen=True, slots=True)
class Sight:
    """Who may see an entry: a level, and accounts named on top of it."""

    visibility: str
    named: tuple[UUID, ...] = ()


def first_sight(opened: Opened) -> Sight:
    """Return who sees a new entry unless somebody chooses: what the person has set for new entries.

    A worker sees what they write down themselves: where the person's default is narrower than the team, the entry
    is for the person and this worker.
    """
    default = opened.person.default_visibility
    if opened.is_own or default == Visibility.TEAM:
        return Sight(default)
    return Sight(Visibility.NAMED, (opened.viewer.account_id,))


def check_sight(opened: Opened, visibility: str, named: Iterable[UUID]) -> None:
    """Raise Refused unless this viewer may give an entry this sight.

    A worker cannot hide what they write down from themselves and call it private: "only me" is the person's.
    """
    if visibility not in Visibility.values:
        raise Refused({"visibility": _("Choose who can see this.")})
    if opened.is_own:
        _check_named(opened, named)
        return
    if visibility == Visibility.ME:
        raise Refused(
            {
                "visibility": _("Only %(person)s can keep something to themselves.")
                % {"person": opened.person.called}
            }
        )
    by_name = visibility == Visibility.NAMED and opened.viewer.role in TEAM_SIGHT
    if by_name and opened.viewer.account_id not in set(named):
        raise Refused({"named": _("You write this down, so name yourself among those who see it.")})
    _check_named(opened, named)


def _check_named(opened: Opened, named: Iterable[UUID]) -> None:
    wanted = set(named)
    if not wanted:
        return
    circle = circle_of(opened)
    if strange := [who for who in wanted if circle.name_of(who) is None]:
        raise Refused(
            {
                "named": _("%(count)s of those named do not stand around this person today.")
                % {"count": len(strange)}
            }
        )
