"""Reading what a team does in its community, and who of the team knows whom where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, QuerySet

from ownwords.connections.models import CommunityWork, DirectoryService
from ownwords.people.access import NotFound
from ownwords.people.method.folding import fold
from ownwords.people.models import Team
from ownwords.people.viewer import Viewer

PAGE = 50
MOST_CONTACTS = 2_000
MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class Contact:
    """Who of the team met whom, and when last. ``whom`` is empty where nobody in particular was met."""

    whom: str
    by: str
    last: date


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """One place with its contacts, the latest first."""

    name: str
    service_id: UUID | None
    contacts: tuple[Contact, ...]

    @property
    def last(self) -> date:
        """When anybody of the team was last in touch."""
        return max(one.last for one in self.contacts)


def work_of(team: Team) -> QuerySet[CommunityWork]:
    """What was done and not taken back, newest day first."""
    rows = CommunityWork.objects.filter(team=team, removed_at__isnull=True)
    return rows.select_related("written_by").order_by("-did_on", "-created_at")


def work_page(team: Team, start: int) -> tuple[list[CommunityWork], bool]:
    """Return up to 50 from `start`, and whether there are more."""
    rows = list(work_of(team)[start : start + PAGE + 1])
    return rows[:PAGE], len(rows) > PAGE


def own_work(viewer: Viewer, team: Team, work_id: UUID) -> CommunityWork:
    """Return work that the viewer wrote down. Raises NotFound."""
    found = work_of(team).filter(pk=work_id, written_by_id=viewer.account_id).first()
    if found is None:
        raise NotFound
    return found


def places_of(team: Team) -> list[KnownPlace]:
    """Return the places where somebody of the team has been, by name (one query)."""
    rows = (
        CommunityWork.objects.filter(team=team, removed_at__isnull=True)
        .exclude(place_words="", service_id__isnull=True)
        .values_list("service_id", "place_words", "contact_words", "written_by__name")
        .annotate(last=Max("did_on"))
        .order_by("-last", "place_words", "contact_words", "written_by__name")[:MOST_CONTACTS]
    )
    return _by_place(rows)


def _by_place(rows: Iterable[tuple[UUID | None, str, str, str, date]]) -> list[KnownPlace]:
    """Put together what is of one place: the same service, or the same words but for spelling."""
    found: dict[UUID | str, tuple[str, UUID | None, dict[tuple[str, str], Contact]]] = {}
    for service_id, place, whom, by, last in rows:
        _name, _service, contacts = found.setdefault(
            service_id or fold(place) or place, (place, service_id, {})
        )
        contacts.setdefault((fold(whom) or whom, by), Contact(whom, by, last))
    places = [KnownPlace(name, service, tuple(met.values())) for name, service, met in found.values()]
    return sorted(places, key=lambda one: (fold(one.name), one.name))


def services_found(words: str) -> list[DirectoryService]:
    """Return services of the directory in whose name the words stand, by name; none for no words."""
    folded = fold(words)
    if not folded:
        return []
    rows = DirectoryService.objects.filter(listed=True)
    for word in folded.split()[:5]:
        rows = rows.filter(sort_key__contains=word)
    return list(rows.only("id", "name", "organisation", "summary").order_by("sort_key", "id")[:MOST_FOUND])


def service_named(service_id: UUID) -> list[DirectoryService]:
    """Return one service as a list, empty when it is not in the directory."""
    return list(DirectoryService.objects.filter(pk=service_id).only("id", "name", "organisation", "summary"))
