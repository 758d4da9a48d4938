"""Correcting a transcript after coding: everybody's passages follow; the old text stays, and comes back by undoing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.doing import Doing
from ownwords.inquiry.actions.speakers import turns_as_read
from ownwords.inquiry.actions.text_versions import (
    locked_source,
    move_codings,
    next_version,
    spans_of,
    version_of,
)
from ownwords.inquiry.actions.texts import MOST_LABEL, make_speakers
from ownwords.inquiry.actions.turns import write_turns
from ownwords.inquiry.method.text.cleaning import clean
from ownwords.inquiry.method.text.following import Followed, follow, moved_points
from ownwords.inquiry.method.text.limits import USUAL
from ownwords.inquiry.method.text.notes import Notes
from ownwords.inquiry.method.turns_again import turns_again
from ownwords.inquiry.models import Source, SourceText
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.refusals import StaleEdit

MOST_WHY = 500


@dataclass(frozen=True, slots=True)
class Stands:
    """A text as it stands now, for the choice between two."""

    words: str
    version: int
    changed_at: datetime


@transaction.atomic
def correct_text(
    *, opened: OpenedStudy, source_id: UUID, version: int, words: str, why: str = ""
) -> SourceText:
    """Put a corrected text in place of the present one. Codings and turns follow; a label typed anew is a proposal.

    Args:
        version: of the text that was corrected.

    Raises:
        NotFound. StaleEdit: somebody corrected it since. Refused: no words, too many, or nothing is different.
    """
    doing = Doing(opened, "text_corrected")
    source = locked_source(opened, source_id)
    before = version_of(source)
    if source.text_version != version:
        raise StaleEdit(Stands(before.words, source.text_version, before.made_at))
    words = clean(rules.own_words(words, most=USUAL.characters), Notes())
    if words == before.words:
        raise nothing_different("words")
    why = rules.own_words(why, field="why", needed=False, most=MOST_WHY)
    spans, turns = spans_of(source), turns_as_read(source)
    done = follow(before.words, words, spans)
    change = _change(source, before, words, done)
    after = next_version(opened, source, words, moved_points(done.edits, before.pages), why)
    _turns(source, after, turns_again(words, done.edits, turns, after.pages))
    source.save()
    move_codings(source, done.spans)
    doing.changes.append({**change, "to": after.number})
    doing.about = source.title
    doing.keep()
    note_act(
        verb=Verb.STUDY_TEXT_CORRECTED, **opened.signature, thing=Ref("study", opened.study.id),
        before={"version": before.number}, after={"source": str(source.id), "version": after.number},
    )  # fmt: skip
    return after


def _change(source: Source, before: SourceText, words: str, done: Followed) -> dict[str, Any]:
    """Return what the step keeps: versions and places, none of the words."""
    checked = source.speakers_checked_at
    return {
        "table": "text",
        "id": str(source.id),
        "from": before.number,
        "lengths": [len(before.words), len(words)],
        "spans": [[str(one.was.key), one.was.start, one.was.end] for one in done.spans],
        "checked": checked.isoformat() if checked else None,
    }


def _turns(source: Source, text: SourceText, turns: Sequence[Any]) -> None:
    """Keep turns; somebody who was not named before is a proposal that is looked at again."""
    labels = [one.label[:MOST_LABEL] for one in turns if one.label]
    known = make_speakers(source, ())
    speakers = make_speakers(source, labels)
    if len(speakers) > len(known):
        source.speakers_checked_at = None
    write_turns(source, text.words, turns, speakers)
