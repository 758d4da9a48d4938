"""Undoing a correction of a text, and doing it again. Passages that nobody touched since come back exactly."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.doing import touch
from ownwords.inquiry.actions.speakers import turns_as_read
from ownwords.inquiry.actions.text_versions import locked_source, move_codings, spans_of, version_of
from ownwords.inquiry.actions.texts import make_speakers
from ownwords.inquiry.actions.turns import write_turns
from ownwords.inquiry.method.text.following import Followed, follow, undo
from ownwords.inquiry.method.text.spans import Moved, Span
from ownwords.inquiry.method.turns_again import turns_again
from ownwords.inquiry.models import Source, SourceText
from ownwords.people.refusals import Refused


def turn_text(opened: OpenedStudy, change: dict[str, Any], *, back: bool) -> None:
    """Take a correction back, or do it again. Raises NotFound; Refused: the text has changed since."""
    source = locked_source(opened, UUID(change["id"]))
    first, second = version_of(source, change["from"]), version_of(source, change["to"])
    now, then = (second, first) if back else (first, second)
    if source.text_version != now.number or [len(first.words), len(second.words)] != change["lengths"]:
        words = _(
            "This text has been changed since, perhaps by somebody else, so this cannot be turned back."
        )
        raise Refused({"": words})
    spans = spans_of(source)
    if back:
        done = follow(first.words, second.words, [Span(a, b, UUID(key)) for key, a, b in change["spans"]])
        moved = _as_they_were(done, undo(first.words, second.words, done, spans))
        edits = [one.inverse for one in done.edits]
    else:
        followed = follow(first.words, second.words, spans)
        moved, edits = list(followed.spans), list(followed.edits)
    _put(opened, source, then, change, back=back)
    turns = turns_again(then.words, edits, turns_as_read(source), then.pages)
    write_turns(source, then.words, turns, make_speakers(source, [one.label for one in turns if one.label]))
    move_codings(source, moved)


def _as_they_were(done: Followed, moved: tuple[Moved, ...]) -> list[Moved]:
    """Return where spans go; one that lost its words to the correction, and is empty since, gets them back."""
    were = {one.was.key: one for one in done.spans}
    return [
        Moved(one.was, were[one.was.key].was, "changed") if _emptied(one, were.get(one.was.key)) else one
        for one in moved
    ]


def _emptied(one: Moved, was: Moved | None) -> bool:
    return was is not None and one.was.start == one.was.end == was.now.start


def _put(
    opened: OpenedStudy, source: Source, then: SourceText, change: dict[str, Any], *, back: bool
) -> None:
    source.text_version, source.length = then.number, len(then.words)
    if back:
        source.speakers_checked_at = parse_datetime(change["checked"]) if change["checked"] else None
    touch(source, opened.me)
    source.save()
