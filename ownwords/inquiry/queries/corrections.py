"""What a correction of a text did to the passages that the viewer sees."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.text.following import follow
from ownwords.inquiry.method.text.spans import Span
from ownwords.inquiry.models import Coding, Source, SourceText, StudyStep
from ownwords.inquiry.queries.sight import open_to_me
from ownwords.people.access import NotFound

MOST_SHOWN, AROUND = 200, 400


@dataclass(frozen=True, slots=True)
class Touched:
    """A passage whose words are other ones now: before and after; nothing after where its words are gone."""

    coding: Coding
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One version of a text against the one before it, with the passages that it changed."""

    text: SourceText
    touched: list[Touched]
    moved: int
    known: bool


def versions_of(source: Source) -> list[SourceText]:
    """Return the versions of a text without their words, newest first (one query)."""
    rows = SourceText.objects.filter(source_id=source.id).defer("words", "pages").select_related("made_by")
    return list(rows.order_by("-number"))


def correction(opened: OpenedStudy, source: Source, number: int) -> Correction:
    """Return what the correction that made a version did. ``known`` is false where words were struck out since, or the
    viewer may not see who coded then. Raises NotFound: no such version, or the first.
    """  # fmt: skip
    texts = {
        one.number: one for one in SourceText.objects.filter(source_id=source.id).select_related("made_by")
    }
    if number not in texts:
        raise NotFound
    steps = StudyStep.objects.filter(study_id=opened.study.id, did="text_corrected")
    about = [{"table": "text", "id": str(source.id), "to": number}]
    step = steps.filter(changes__contains=about).order_by("-done_at").first()
    change = next((one for one in step.changes if one.get("to") == number), None) if step else None
    first = texts.get(change["from"]) if change else None
    if change is None or first is None:
        return Correction(texts[number], [], 0, known=False)
    second = texts[number]
    if [len(first.words), len(second.words)] != change["lengths"]:
        return Correction(second, [], 0, known=False)
    spans = [Span(start, end, UUID(key)) for key, start, end in change["spans"] if start < end]
    done = follow(first.words, second.words, spans)
    rows = Coding.objects.filter(open_to_me(opened, "source_id", "coder_id"), study_id=opened.study.id)
    keys = [one.was.key for one in (*done.changed, *done.gone)]
    seen = rows.select_related("code", "coder").in_bulk(keys)
    touched = [
        Touched(
            seen[key],
            first.words[one.was.start : one.was.end][:AROUND],
            second.words[one.now.start : one.now.end][:AROUND],
        )
        for one in (*done.gone, *done.changed)
        if (key := one.was.key) in seen
    ]
    still = sum(one.change in ("same", "moved") for one in done.spans) if not opened.study.blind else 0
    return Correction(second, touched[:MOST_SHOWN], still, known=True)
