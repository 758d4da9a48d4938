"""What the pages of analysis share: codes to choose from, a page of rows, a table to take away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ownwords.inquiry.forms.analysis import ALL, CHOSEN, MOST, MOST_USED
from ownwords.inquiry.queries.arrays_codes import InTree

Row = TypeVar("Row")
Some_co = TypeVar("Some_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Shown(Generic[Row]):
    """Some rows of many: from which to which (from 1), of how many, and the pages before and after (0: none)."""

    rows: Sequence[Row]
    first: int
    last: int
    of: int
    before: int
    after: int


class Sliced(Protocol[Some_co]):
    """Rows of which a stretch can be had."""

    def __len__(self) -> int:
        """Return how many there are."""

    def __getitem__(self, some: slice, /) -> Sequence[Some_co]:
        """Return some of them."""


def page_of(rows: Sliced[Row], page: int, most: int) -> Shown[Row]:
    """Return one page of rows, the last where there are not so many."""
    page = min(page, max(1, -(-len(rows) // most)))
    begin = (page - 1) * most
    return shown_page(rows[begin : begin + most], page, most, len(rows))


def shown_page(rows: Sequence[Row], page: int, most: int, of: int) -> Shown[Row]:
    """Return a page whose rows are cut out already."""
    begin = (page - 1) * most
    last = begin + len(rows)
    return Shown(rows, begin + 1 if rows else 0, last, of, page - 1, page + 1 if last < of else 0)


def codes_offered(tree: Sequence[InTree], *, only_branches: bool = False) -> list[tuple[str, str]]:
    """Return which codes one can ask for: the most used, all, chosen ones, or one branch of the tree."""
    usual = [(MOST, _("the %(n)s most used") % {"n": MOST_USED})]
    every = [(ALL, _("all codes"))]
    ticked = [(CHOSEN, _("those ticked below"))]
    branches = [
        (str(one.id), "– " * one.depth + _("%(code)s and below") % {"code": one.name})
        for one, below in pairwise(tree)
        if below.depth > one.depth
    ]
    return [*every, *branches] if only_branches else [*usual, *every, *ticked, *branches]


def labels_of(tree: Sequence[InTree]) -> dict[UUID, str]:
    """Return what each code is called."""
    return {one.id: one.label for one in tree}


def taken_away(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """Answer with a table (CSV); a cell that a spreadsheet would run is made harmless."""
    from ownwords.people.method.tables import written

    body = written(header, ([str(cell) for cell in row] for row in rows))
    answer = HttpResponse(body, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
