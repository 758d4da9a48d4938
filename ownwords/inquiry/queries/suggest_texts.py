"""What is looked through for suggestions: texts with the turns of those who were asked, and what codes mean."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.text.spans import Span
from ownwords.inquiry.models import Code, Source, Turn
from ownwords.inquiry.queries.codes import codes_in_view
from ownwords.inquiry.queries.desk import sources_in_view, words_of
from ownwords.inquiry.queries.rules import rules_of
from ownwords.inquiry.queries.suggest_examples import examples_of

MOST_SAID = 2_000


@dataclass(frozen=True, slots=True)
class Text:
    """One text to look through: its words, and where the turns of those stand who do not ask."""

    source: Source
    words: str
    turns: list[Span]


def texts_to_look(opened: OpenedStudy, source_id: UUID | None) -> list[Source]:
    """Return the texts to look through in the order of the study: all, or the one that is named."""
    return [one for one in sources_in_view(opened) if source_id in (None, one.id)]


def text_to_look(source: Source) -> Text | None:
    """Read one text (three queries). None where it was corrected just then, or is out of view."""
    words = words_of(source)
    rows = list(
        Turn.objects.filter(source_id=source.id)
        .order_by("number")
        .values_list("said_from", "end", "speaker__asks")
    )
    # Read last: a correction writes words and turns together with the version.
    now = Source.objects.filter(pk=source.id, removed_at__isnull=True).values_list("text_version", flat=True)
    if now.first() != source.text_version:
        return None
    turns = [Span(start, end) for start, end, asks in rows if not asks]
    return Text(source, words, turns if rows else [Span(0, len(words))])


def rules_to_look(opened: OpenedStudy, code_id: UUID | None) -> dict[Code, tuple[str, int]]:
    """Return the lines of each rule and its version, by code: of all codes that take passages, or of one."""
    rules = rules_of(opened).filter(code__holds_codings=True)
    if code_id is not None:
        rules = rules.filter(code_id=code_id)
    return {one.code: (one.expressions, one.version) for one in rules}


def meanings_to_look(opened: OpenedStudy, code_id: UUID | None) -> dict[Code, list[str]]:
    """Return what each code means, in sentences: its name with its definition, its example, passages that have it.

    A code that says nothing but its name, and has no passage, is left out: a name alone says too little.
    """
    codes = codes_in_view(opened).filter(holds_codings=True)
    if code_id is not None:
        codes = codes.filter(pk=code_id)
    found = {}
    laid = examples_of(opened, [one.id for one in codes])
    for code in codes.order_by("folded", "id"):
        told = [f"{code.name}: {code.definition}"] if code.definition else []
        told += [words for words in (code.use_when, code.example) if words.strip()]
        if told := told + laid.get(code.id, []):
            found[code] = [words[:MOST_SAID] for words in told]
    return found
