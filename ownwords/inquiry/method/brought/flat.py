"""The texts of a project with what is coded in them, wherever its program keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ownwords.inquiry.method.brought import told as say
from ownwords.inquiry.method.brought.told import Told
from ownwords.inquiry.method.refi.model.selections import Coding, Selection, TextSpan
from ownwords.inquiry.method.refi.model.sources import Source, SourceKind
from ownwords.inquiry.method.refi.views.transcripts import transcript_spans

_WORDS = {
    SourceKind.PICTURE: SourceKind.TEXT_DESCRIPTION,
    SourceKind.PDF: SourceKind.REPRESENTATION,
    SourceKind.AUDIO: SourceKind.TRANSCRIPT,
    SourceKind.VIDEO: SourceKind.TRANSCRIPT,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One code on one stretch of a text; ``memo`` is what the file says of the stretch."""

    start: int
    end: int
    coding: Coding
    memo: str = ""


@dataclass(slots=True)
class Text:
    """A text with its passages. ``bare`` are stretches that nothing codes, by GUID, for memos about them."""

    source: Source
    words: str
    passages: list[Passage] = field(default_factory=list)
    bare: dict[str, Selection] = field(default_factory=dict)


def texts(sources: tuple[Source, ...], told: Told) -> Iterator[Text]:
    """Yield what of each source can be read and coded here; what cannot is told."""
    for source in sources:
        inner = _words_of(source)
        if inner is None or inner.text is None:
            many = len(source.codings) + sum(len(one.codings) for one in source.selections)
            told.lost("sources", say.NO_TEXT, source.name)
            told.lost("codings", say.NO_TEXT, source.name, many)
            continue
        found = Text(source, inner.text)
        if inner is not source:
            places = sum(len(one.codings) for one in source.selections)
            told.lost("codings", say.NO_WORDS, source.name, places)
            more = [one for one in source.parts if one is not inner and one.text is not None]
            told.lost("sources", say.NOT_KEPT, source.name, len(more))
        for one, span in _spans(inner):
            _take(found, one, span, told)
        whole = (*source.codings, *(inner.codings if inner is not source else ()))
        told.repaired("codings", say.WHOLE, source.name, len(whole) if found.words else 0)
        found.passages += [Passage(0, len(found.words), one) for one in whole]
        yield found


def _words_of(source: Source) -> Source | None:
    wanted = _WORDS.get(source.kind)
    if wanted is None:
        return source
    return next((one for one in source.parts if one.kind is wanted and one.text is not None), None)


def _spans(inner: Source) -> Iterator[tuple[Selection, TextSpan]]:
    yield from transcript_spans(inner)
    for one in inner.selections:
        if isinstance(one.place, TextSpan):
            yield one, one.place


def _take(text: Text, one: Selection, span: TextSpan, told: Told) -> None:
    start, end = max(0, span.start), min(span.end, len(text.words))
    if start >= end:
        told.lost("codings", say.EMPTY, text.source.name, len(one.codings))
        return
    if not one.codings:
        text.bare[one.guid] = one
        if not (one.description or one.notes):
            told.lost("selections", say.NO_PASSAGE, text.source.name)
    for number, coding in enumerate(one.codings):
        text.passages.append(Passage(start, end, coding, "" if number else one.description))
