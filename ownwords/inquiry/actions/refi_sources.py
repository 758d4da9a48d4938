"""Texts that come in from another program: their words, who speaks, their turns with what they are searched by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from ownwords.inquiry.actions.refi_state import Bringing
from ownwords.inquiry.actions.turns import write_turns
from ownwords.inquiry.method.brought import own
from ownwords.inquiry.method.brought import told as say
from ownwords.inquiry.method.brought.flat import Text
from ownwords.inquiry.method.brought.names import kept
from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.method.paragraphs import paragraphs
from ownwords.inquiry.method.refi.model.sources import SourceKind as RefiKind
from ownwords.inquiry.method.text.result import Turn
from ownwords.inquiry.method.text.speakers import propose
from ownwords.inquiry.models import Source, SourceKind, SourceText, Speaker

MOST_TITLE, MOST_LABEL = 200, 120
OTHERWISE = {RefiKind.AUDIO: SourceKind.INTERVIEW, RefiKind.VIDEO: SourceKind.INTERVIEW}


def bring_sources(doing: Bringing, texts: list[Text]) -> list[Text]:
    """Keep the texts that are not here yet; return those whose passages can be laid on what stands here."""
    there = {one.guid: one for one in Source.objects.filter(study_id=doing.study.id)}
    last = Source.objects.filter(study_id=doing.study.id).aggregate(last=Max("position"))["last"]
    speaking = _speaking(doing)
    position, usable = -1 if last is None else last, []
    for text in texts:
        words = text.words.replace("\0", "\ufffd")
        known = there.get(UUID(text.source.guid))
        if known is not None:
            doing.told.there["sources"] += 1
            if _fits(doing, known, words, len(text.passages)):
                doing.sources[text.source.guid] = known.id
                usable.append(text)
            continue
        position += 1
        row = _row(doing, text, words, position)
        row.save(force_insert=True)
        doing.sources[text.source.guid] = row.id
        _words(doing, row, text, words, speaking.get(text.source.guid, []))
        doing.told.came["sources"] += 1
        usable.append(text)
    return usable


def _fits(doing: Bringing, row: Source, words: str, passages: int) -> bool:
    if row.removed_at is not None:
        doing.told.lost("codings", say.OUT_OF_VIEW, row.title, passages)
        return False
    texts = SourceText.objects.filter(source_id=row.id, number=row.text_version)
    if texts.values_list("words", flat=True).first() != words:
        doing.told.lost("codings", say.OTHER_TEXT, row.title, passages)
        return False
    return True


def _row(doing: Bringing, text: Text, words: str, position: int) -> Source:
    given = text.source
    said = own.own(doing.project.extra, "sources", given.guid)
    title = doing.fits("sources", given.name, MOST_TITLE)
    if not title:
        title = f"Text {position + 1}"
        doing.told.repaired("sources", say.NO_NAME, title)
    return Source(
        **doing.signed(given.stamp.made), guid=UUID(given.guid), title=title, position=position, length=len(words),
        kind=own.choice(said, "kind", tuple(SourceKind.values), OTHERWISE.get(given.kind, SourceKind.DOCUMENT)),
        held_on=own.day(said, "held_on"), place=own.line(said, "place"), minutes=own.whole(said, "minutes", 2_000),
        recorded_how=own.line(said, "recorded_how"), reference=kept(given.description),
        speakers_checked_at=timezone.now() if said.get("checked") is True else None,
    )  # fmt: skip


def _words(doing: Bringing, row: Source, text: Text, words: str, cases: list[tuple[str, UUID]]) -> None:
    said = own.own(doing.project.extra, "sources", text.source.guid)
    SourceText.objects.create(
        study_id=doing.study.id, source=row, number=1, words=words, pages=own.pages(said, len(words)),
        made_by_id=doing.me,
    )  # fmt: skip
    speakers, turns = _who(doing, said, words, cases)
    rows = [
        Speaker(study_id=doing.study.id, source=row, label=label, asks=asks, participant_id=participant)
        for label, asks, participant in speakers
    ]
    Speaker.objects.bulk_create(rows)
    write_turns(row, words, turns, {one.label: one.id for one in rows})


def _who(
    doing: Bringing, said: Mapping[str, Any], words: str, cases: list[tuple[str, UUID]]
) -> tuple[list[tuple[str, bool, UUID | None]], tuple[Turn, ...]]:
    """Return speakers and turns: our own, else as the text proposes them, else of the only case that it belongs to."""
    ours = own.speakers(said)
    turns = own.turns(said, len(words), ours)
    if turns is not None:
        return [(one.label, one.asks, doing.cases.get(one.case)) for one in ours], turns
    proposal = propose(words)
    if proposal.turns:
        known = {folded(name): one for name, one in cases}
        labels = dict.fromkeys(one.label[:MOST_LABEL] for one in proposal.speakers)
        return [(label, False, known.get(folded(label))) for label in labels], proposal.turns
    plain = paragraphs(words)
    if len(cases) != 1:
        return [], plain
    name, participant = cases[0]
    label = name[:MOST_LABEL] or "–"
    return [(label, False, participant)], tuple(
        Turn(one.start, one.said_from, one.end, label) for one in plain
    )


def _speaking(doing: Bringing) -> dict[str, list[tuple[str, UUID]]]:
    """Return the cases of each text, by its GUID: their names in the file and who they are here."""
    found: dict[str, list[tuple[str, UUID]]] = defaultdict(list)
    for case in doing.project.cases:
        if (participant := doing.cases.get(case.guid)) is not None:
            for source in case.sources:
                found[source].append((case.name, participant))
    return found
