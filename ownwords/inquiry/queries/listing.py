"""What there is in a study as plain values, for a program: documents, codes and codings that count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q

from ownwords.inquiry.models import Code, Duty, Source, SourceText, Study, StudyMember
from ownwords.inquiry.queries.sight import codings_that_count
from ownwords.people.models import Account
from ownwords.people.models.spans import current


def leading(study: Study) -> Account | None:
    """Return who leads a study today: of several, who has longest."""
    members = StudyMember.objects.filter(current(), study=study, duty=Duty.LEAD, account__is_active=True)
    first = members.select_related("account").order_by("starts_on", "id").first()
    return first.account if first else None


def documents(study: Study) -> Iterator[dict[str, Any]]:
    """Yield the texts in view, in order (two queries)."""
    counts = dict(codings_that_count(study).values_list("source_id").annotate(n=Count("id")).order_by())
    rows = Source.objects.filter(study=study, removed_at__isnull=True).annotate(
        turns_in_it=Count("turns", distinct=True)
    )
    for one in rows.order_by("position", "made_at", "id"):
        yield {
            "id": str(one.id),
            "guid": str(one.guid),
            "title": one.title,
            "kind": one.kind,
            "characters": one.length,
            "turns": one.turns_in_it,
            "text_version": one.text_version,
            "held_on": one.held_on.isoformat() if one.held_on else None,
            "speakers_checked": one.speakers_checked_at is not None,
            "codings": counts.get(one.id, 0),
        }


def codes(study: Study) -> Iterator[dict[str, Any]]:
    """Yield the codes in view by their place in the tree, each with the names above it (two queries)."""
    counts = dict(codings_that_count(study).values_list("code_id").annotate(n=Count("id")).order_by())
    rows = list(
        Code.objects.filter(study=study, removed_at__isnull=True).order_by("position", "folded", "id")
    )
    below: dict[Any, list[Code]] = {}
    ids = {one.id for one in rows}
    for one in rows:
        below.setdefault(one.parent_id if one.parent_id in ids else None, []).append(one)
    open_still: list[tuple[Code, tuple[str, ...]]] = [
        (one, (one.name,)) for one in reversed(below.get(None, []))
    ]
    while open_still:
        code, path = open_still.pop()
        open_still += [(one, (*path, one.name)) for one in reversed(below.get(code.id, []))]
        yield {
            "id": str(code.id),
            "guid": str(code.guid),
            "name": code.name,
            "path": list(path),
            "definition": code.definition,
            "holds_codings": code.holds_codings,
            "codings": counts.get(code.id, 0),
        }


def codings(study: Study) -> Iterator[dict[str, Any]]:
    """Yield the codings that count with their words, text by text: each text is read once (two queries a text)."""
    sources = Source.objects.filter(study=study, removed_at__isnull=True).order_by(
        "position", "made_at", "id"
    )
    for source in list(sources):
        present = Q(source=source, number=source.text_version)
        words = SourceText.objects.filter(present).values_list("words", flat=True).first() or ""
        rows = (
            codings_that_count(study)
            .filter(source=source)
            .select_related("code", "coder")
            .order_by("start", "id")
        )
        for one in rows.iterator(chunk_size=5_000):
            yield {
                "id": str(one.id),
                "guid": str(one.guid),
                "document": source.title,
                "document_id": str(source.id),
                "code": one.code.name,
                "code_id": str(one.code_id),
                "coder": one.brought_by or one.coder.name,
                "start": one.start,
                "end": one.end,
                "words": words[one.start : one.end],
                "how": one.how,
                "strength": one.strength,
                "memo": one.memo,
            }
