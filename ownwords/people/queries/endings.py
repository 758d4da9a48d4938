"""Reading endings: those of one person, and how many a team had by whose decision they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from ownwords.people.models import Placement, Team
from ownwords.people.models.spans import current
from ownwords.people.viewer import Viewer

SMALLEST_NUMBER = 5


def endings_of(person_id: UUID) -> list[Placement]:
    """Return the places of a person that have ended, the latest first, with their teams."""
    rows = Placement.objects.filter(person_id=person_id, ends_on__lte=timezone.localdate())
    return list(rows.select_related("team").order_by("-ends_on", "-id"))


@dataclass(frozen=True, slots=True)
class Endings:
    """Endings of one team: decision -> how many, None for a number that is hidden; and of how many people in all.

    `returned` are people whom the team supports today after an ending; "" stands for endings that say no decision.
    """

    team: Team
    by_decision: dict[str, int | None]
    people: int | None
    returned: int | None


def endings_by_team(viewer: Viewer) -> list[Endings]:
    """Count the endings of each of the viewer's teams, by name of the team. No person stands in it."""
    found = []
    for team in Team.objects.filter(pk__in=viewer.teams).order_by("name", "id"):
        ended = Placement.objects.filter(team=team, ends_on__lte=timezone.localdate())
        counted = dict(ended.values_list("ended_by").annotate(Count("pk")).order_by())
        counts = {key: counted.get(key, 0) for key in [*Placement.Decision.values, ""]}
        people = ended.aggregate(
            all=Count("person_id", distinct=True),
            returned=Count("person_id", distinct=True, filter=Q(person_id__in=_here(team))),
        )
        known, back = people["all"], people["returned"]
        hides_back = 0 < back < SMALLEST_NUMBER or 0 < known - back < SMALLEST_NUMBER
        found.append(
            Endings(
                team,
                hidden_when_small(counts),
                None if 0 < known < SMALLEST_NUMBER else known,
                None if hides_back else back,
            )
        )
    return found


def _here(team: Team) -> QuerySet[Placement, Any]:
    """Return whom the team supports today, as part of the statement that asks."""
    return Placement.objects.filter(current(), team=team).values("person_id")


def hidden_when_small(counts: dict[str, int]) -> dict[str, int | None]:
    """Hide numbers from one to four, and enough others that none can be found by subtraction.

    When the hidden ones together are fewer than five, or only one is hidden, the smallest that is left is hidden too:
    then at least two numbers share what is missing from a total.

    >>> hidden_when_small({"a": 9, "b": 3, "c": 0, "d": 7})
    {'a': 9, 'b': None, 'c': 0, 'd': None}
    >>> hidden_when_small({"a": 9, "b": 0})
    {'a': 9, 'b': 0}
    """
    hidden = {key for key, number in counts.items() if 0 < number < SMALLEST_NUMBER}
    while hidden and (len(hidden) == 1 or sum(counts[key] for key in hidden) < SMALLEST_NUMBER):
        left = sorted((number, key) for key, number in counts.items() if key not in hidden and number > 0)
        if not left:
            break
        hidden.add(left[0][1])
    return {key: None if key in hidden else number for key, number in counts.items()}
