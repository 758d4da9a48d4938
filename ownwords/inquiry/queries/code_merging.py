"""What goes along when a code is brought into another, told before it happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.queries.codes import codes_in_view
from ownwords.inquiry.queries.sight import visible_codings


@dataclass(frozen=True, slots=True)
class Along:
    """How many passages the viewer sees go, how many of them are there already, and the codes that go along."""

    passages: int
    already: int
    codes: tuple[str, ...]


def codings_in_all(codes: Sequence[UUID]) -> int:
    """Return how many passages codes have, those that blind coding hides too (one query)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_count_codings(%s)", [list(codes)])
        return int(cursor.fetchone()[0])


def going_along(opened: OpenedStudy, code_id: UUID, into_id: UUID | None) -> Along:
    """Return what would go from one code into another (three queries; two while none is chosen)."""
    here = visible_codings(opened).filter(code_id=code_id).order_by()
    names = codes_in_view(opened).filter(parent_id=code_id).order_by("position", "folded")
    already = 0
    if into_id is not None:
        alike = visible_codings(opened).filter(
            code_id=into_id, source_id=OuterRef("source_id"), start=OuterRef("start"), end=OuterRef("end"),
            coder_id=OuterRef("coder_id"), brought_by=OuterRef("brought_by"),
        )  # fmt: skip
        already = here.filter(Exists(alike)).count()
    return Along(here.count(), already, tuple(names.values_list("name", flat=True)))
