"""Reading lines: which there are, how they are worded, what was answered on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ownwords.measures.models import Line, Rating, Wording
from ownwords.measures.queries.sight import one_of_them, seen
from ownwords.people.access import Opened
from ownwords.people.queries.seen import out_of_view

#: The relation of the ledger's links from a line to what it is about.
ABOUT = "follows"


@dataclass(frozen=True, slots=True)
class Followed:
    """A line with everything on it: wordings in their order, ratings by day and, within a day, as they came."""

    line: Line
    wordings: tuple[Wording, ...]
    ratings: tuple[Rating, ...]

    @property
    def wording(self) -> Wording:
        """How it is worded now."""
        return self.wordings[-1]

    @property
    def last(self) -> Rating | None:
        """The latest rating, if there is one."""
        return self.ratings[-1] if self.ratings else None


def lines_of(opened: Opened, *, removed: bool = False) -> QuerySet[Line]:
    """Every line of an opened person that the viewer sees, oldest first."""
    return seen(opened, Line.objects.all(), removed=removed).order_by("started_on", "id")


def open_lines_of(opened: Opened) -> QuerySet[Line]:
    """Every line that is followed now, oldest first."""
    return lines_of(opened).filter(closed_on__isnull=True)


def removed_lines(opened: Opened) -> QuerySet[Line]:
    """Every line that was taken out of view and is not erased, for the person and for who took it out."""
    return out_of_view(lines_of(opened, removed=True))


def numbers_on(opened: Opened, line: Line) -> int:
    """How many numbers were given on a line."""
    return ratings_of(opened).filter(line_id=line.id, value__isnull=False).count()


def open_line(opened: Opened, line_id: UUID, *, removed: bool = False) -> Line:
    """Return one line. Raises NotFound when it is missing, or hidden from this viewer."""
    return one_of_them(lines_of(opened, removed=removed), line_id)


def wording_now(line: Line) -> Wording:
    """Return how a line is worded now."""
    return line.wordings.order_by("-number")[0]


def ratings_of(opened: Opened, *, removed: bool = False) -> QuerySet[Rating]:
    """Every rating on the lines that the viewer sees."""
    rows = Rating.objects.filter(person_id=opened.person.id, line__in=lines_of(opened, removed=removed))
    return rows if removed else rows.filter(removed_at__isnull=True)


def removed_ratings_of(opened: Opened) -> QuerySet[Rating]:
    """Ratings out of view on lines that the viewer sees: all for the person, their own for whoever took them out."""
    rows = Rating.objects.filter(
        person_id=opened.person.id,
        line__in=lines_of(opened),
        removed_at__isnull=False,
        erased_at__isnull=True,
    )
    return rows if opened.is_own else rows.filter(removed_by_id=opened.viewer.account_id)


def followed(opened: Opened, lines: Iterable[Line] | None = None) -> list[Followed]:
    """Return lines with all that is on them: three queries, however many lines there are.

    Args:
        lines: those wanted, seen by the viewer already; every line that they see when left out.
    """
    found = list(lines_of(opened)) if lines is None else list(lines)
    ids = [line.id for line in found]
    wordings: dict[UUID, list[Wording]] = {}
    for wording in Wording.objects.filter(line_id__in=ids).order_by("line_id", "number"):
        wordings.setdefault(wording.line_id, []).append(wording)
    ratings: dict[UUID, list[Rating]] = {}
    rows = Rating.objects.filter(line_id__in=ids, removed_at__isnull=True)
    for rating in rows.order_by("line_id", "rated_on", "created_at", "id"):
        ratings.setdefault(rating.line_id, []).append(rating)
    return [Followed(line, tuple(wordings[line.id]), tuple(ratings.get(line.id, ()))) for line in found]
