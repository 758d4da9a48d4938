"""Memos that come in from another program, each about what its note is about."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from ownwords.inquiry.actions.refi_state import Bringing
from ownwords.inquiry.method.brought import own
from ownwords.inquiry.method.brought import told as say
from ownwords.inquiry.method.brought.flat import Text
from ownwords.inquiry.method.brought.names import kept
from ownwords.inquiry.method.refi.parts.guids import derived
from ownwords.inquiry.method.refi.views.memos import Memo as RefiMemo
from ownwords.inquiry.method.refi.views.memos import MemoForm, memos
from ownwords.inquiry.models import About, Memo, MemoKind

MOST_TITLE = 200
Subject = tuple[str, UUID | None]


def bring_memos(doing: Bringing, texts: list[Text]) -> None:
    """Keep the memos that are not here yet. What a stretch of text says of itself stands with its passage."""
    passages = _of_selections(doing, texts)
    rows: dict[UUID, Memo] = {}
    for one in _given(doing, texts):
        if not one.text.strip():
            doing.told.lost("notes", say.EMPTY, one.name)
            continue
        subject = _subject(doing, one, passages)
        if subject is None:
            doing.told.lost("notes", say.NOT_KEPT, one.name or one.text)
            continue
        guid = UUID(one.note)
        if guid in rows:
            doing.told.repaired("notes", say.SEVERAL, one.name)
            guid = UUID(derived("memo", one.note, one.kind, one.about))
        rows[guid] = _row(doing, one, guid, subject)
    there = set(Memo.objects.filter(study_id=doing.study.id, guid__in=rows).values_list("guid", flat=True))
    new = [row for guid, row in rows.items() if guid not in there]
    Memo.objects.bulk_create(new, batch_size=2_000, ignore_conflicts=True)
    found = Memo.objects.filter(pk__in=[one.id for one in new]).count()
    doing.told.came["notes"] += found
    doing.told.there["notes"] += len(rows) - found


def _given(doing: Bringing, texts: list[Text]) -> Iterator[RefiMemo]:
    yield from (one for one in memos(doing.project) if one.form is not MemoForm.DESCRIPTION)
    for case in doing.project.cases:
        if case.description:
            note = derived("memo", "case", case.guid)
            yield RefiMemo("case", case.guid, case.description, MemoForm.DESCRIPTION, note)
    for text in texts:
        for guid, one in text.bare.items():
            if one.description:
                note = derived("memo", "selection", guid)
                yield RefiMemo(
                    "selection", guid, one.description, MemoForm.DESCRIPTION, note, stamp=one.stamp
                )


def _of_selections(doing: Bringing, texts: list[Text]) -> dict[str, Subject]:
    """Return what a memo about a stretch of text is about here: its first coding, else the text."""
    noted = {
        one.guid: one
        for text in texts for one in text.source.selections
        if one.notes
    }  # fmt: skip
    found: dict[str, Subject] = {}
    for text in texts:
        source = doing.sources.get(text.source.guid)
        for guid in (*text.bare, *(one.guid for one in text.source.selections if one.guid in noted)):
            first = (
                next((one.guid for one in noted[guid].codings if one.guid in doing.codings), "")
                if guid in noted
                else ""
            )
            if first:
                found[guid] = (About.CODING, doing.codings[first])
            elif source is not None:
                found[guid] = (About.SOURCE, source)
    return found


def _subject(doing: Bringing, one: RefiMemo, passages: dict[str, Subject]) -> Subject | None:
    """Return what a memo is about here; None for what was not taken."""
    if one.kind in ("project", "link") or not one.about:
        return About.STUDY, None
    maps: dict[str, tuple[str, dict[str, UUID]]] = {
        "code": (About.CODE, doing.codes),
        "case": (About.PARTICIPANT, doing.cases),
        "source": (About.SOURCE, doing.sources),
        "coding": (About.CODING, doing.codings),
    }
    for kind, (about, ids) in maps.items():
        if one.kind in ("", kind) and one.about in ids:
            return about, ids[one.about]
    if one.kind in ("", "selection") and one.about in passages:
        return passages[one.about]
    return None


def _row(doing: Bringing, one: RefiMemo, guid: UUID, subject: Subject) -> Memo:
    whose = doing.whose(one.stamp.made_by)
    kind = own.choice(
        own.own(doing.project.extra, "notes", one.note), "kind", tuple(MemoKind.values), MemoKind.OTHER
    )
    about, about_id = subject
    return Memo(
        **doing.signed(one.stamp.made, whose.account_id), guid=guid, about=about, about_id=about_id, kind=kind,
        title=doing.fits("notes", one.name, MOST_TITLE), words=kept(one.text), **whose.columns(),
    )  # fmt: skip
