"""The people whom the viewer's teams support: found by name or NHS number, in stable order, page by page.

The order is by name and nothing else: no list of people is ever sorted by a figure (DESIGN house rule 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from ownwords.people.access import show_list, visible_people
from ownwords.people.method import nhs_number
from ownwords.people.method.folding import fold
from ownwords.people.models import Person, Placement, Relationship, Team
from ownwords.people.models.spans import current
from ownwords.people.viewer import Viewer

PAGE = 50
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show: words to find by, only people whose named worker the viewer is, one of the viewer's teams."""

    words: str = ""
    mine: bool = False
    team: UUID | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.words or self.mine or self.team)


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the list."""

    id: UUID
    called: str
    pronouns: str
    full_name: str
    named_workers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of people. `next` and `previous` are the people to turn from, None where there is no page."""

    rows: tuple[Row, ...]
    next: UUID | None
    previous: UUID | None


def caseload(
    viewer: Viewer, wanted: Wanted, *, after: UUID | None = None, before: UUID | None = None
) -> Page:
    """Return one page of the people whom the viewer's teams support, and keep that it was shown.

    Args:
        viewer: a worker or team lead.
        wanted: what to find and filter by; a team that is not the viewer's finds nobody.
        after: the last person of the page before; at most one of `after` and `before`.
        before: the first person of the page after.
    """
    people = _found(viewer, wanted).only("id", "called", "pronouns", "full_name", "sort_key")
    turning_back = before is not None
    page = _turned(people, viewer, after, before)[: PAGE + 1]
    got = list(page)
    more = len(got) > PAGE
    shown = got[:PAGE][::-1] if turning_back else got[:PAGE]
    workers = named_workers(one.id for one in shown)
    show_list(viewer, [one.id for one in shown], part="caseload")
    return Page(
        rows=tuple(
            Row(one.id, one.called, one.pronouns, one.full_name, workers.get(one.id, ())) for one in shown
        ),
        next=shown[-1].id if shown and (more or turning_back) else None,
        previous=shown[0].id if shown and (more if turning_back else after is not None) else None,
    )


def _found(viewer: Viewer, wanted: Wanted) -> QuerySet[Person]:
    people = visible_people(viewer)
    if wanted.team:
        places = Placement.objects.filter(
            current(), person_id=OuterRef("pk"), team_id__in={wanted.team} & viewer.teams
        )
        people = people.filter(Exists(places))
    if wanted.mine:
        people = people.filter(
            Exists(
                Relationship.objects.filter(
                    current(),
                    person_id=OuterRef("pk"),
                    account_id=viewer.account_id,
                    kind=Relationship.Kind.NAMED_WORKER,
                )
            )
        )
    return people.filter(_fits(wanted.words)) if wanted.words.strip() else people


def _fits(words: str) -> Q:
    """Every word stands in the name, or the name is written nearly so; ten figures are an NHS number."""
    if nhs_number.is_valid(words):
        return Q(nhs_number=nhs_number.normalise(words))
    folded = fold(words)
    if not folded:
        return Q(pk__in=[])
    every = Q()
    for word in folded.split()[:MOST_WORDS]:
        every &= Q(sort_key__contains=word)
    return every | Q(sort_key__trigram_word_similar=folded)


def _turned(
    people: QuerySet[Person], viewer: Viewer, after: UUID | None, before: UUID | None
) -> QuerySet[Person]:
    """Begin after, or end before, one person: the bound is their name now, so a page never skips anybody."""
    mark_id = before or after
    way = "lt" if before else "gt"
    order = ("-sort_key", "-id") if before else ("sort_key", "id")
    if mark_id is None:
        return people.order_by(*order)
    mark = visible_people(viewer).filter(pk=mark_id).values_list("sort_key", flat=True).first()
    if mark is None:
        return people.order_by("sort_key", "id")
    beyond = Q(**{f"sort_key__{way}": mark}) | Q(sort_key=mark, **{f"id__{way}": mark_id})
    return people.filter(Q(**{f"sort_key__{way}e": mark}) & beyond).order_by(*order)


def named_workers(person_ids: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Return the names of each person's named workers, in one query."""
    found: dict[UUID, tuple[str, ...]] = {}
    rows = Relationship.objects.filter(
        current(), person_id__in=list(person_ids), kind=Relationship.Kind.NAMED_WORKER
    )
    for person_id, name in rows.order_by("account__name").values_list("person_id", "account__name"):
        found[person_id] = (*found.get(person_id, ()), name)
    return found


def teams_of_viewer(viewer: Viewer) -> list[Team]:
    """Return the teams in which the viewer holds this role today, by name."""
    return list(Team.objects.filter(pk__in=viewer.teams).order_by("name"))
