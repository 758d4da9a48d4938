"""Striking words out: they go from every version of a text, from search and history, and nothing brings them back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.speakers import turns_as_read
from ownwords.inquiry.actions.text_versions import (
    Hand,
    locked_source,
    move_codings,
    next_version,
    spans_of,
    version_of,
)
from ownwords.inquiry.actions.turns import write_turns
from ownwords.inquiry.method.struck import joined, struck, struck_elsewhere, wordings
from ownwords.inquiry.method.text.result import Turn as Read
from ownwords.inquiry.method.text.striking import GAP
from ownwords.inquiry.models import Source, SourceText, Speaker
from ownwords.inquiry.queries.patience import patient
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.refusals import Refused

Stretch = tuple[int, int]


@transaction.atomic
def strike_words(
    *, opened: OpenedStudy, source_id: UUID, version: int, stretches: Sequence[Stretch]
) -> SourceText:
    """Strike stretches of a text out. That it was done is kept, without the words.

    Raises:
        NotFound: not who codes, or no such text. Refused: the text is another by now, or nothing was chosen.
    """
    opened.needs(Need.CODE)
    source = locked_source(opened, source_id)
    stretches = joined(stretches)
    if source.text_version != version:
        corrected = _("This text was corrected while you were reading it.")
        raise Refused({"": f"{corrected} {_('Look at it again and choose the words once more.')}"})
    if not stretches or stretches[0][0] < 0 or stretches[-1][1] > source.length:
        raise Refused({"": _("Choose the words to strike out.")})
    with patient():
        kept = strike_in(opened, source, stretches, chosen=True)
    note_act(
        verb=Verb.STUDY_STRUCK, **opened.signature, thing=Ref("study", opened.study.id),
        after={"source": str(source.id), "version": kept.number},
    )  # fmt: skip
    return kept


def strike_in(
    opened: Hand, source: Source, stretches: Sequence[Stretch], *, chosen: bool = False
) -> SourceText:
    """Take stretches out of a locked text, all its versions, its particulars and history; codings are clipped.

    Args:
        chosen: see `method.struck.wordings`.
    """
    before = version_of(source)
    said = [before.words[start:end] for start, end in joined(stretches)]
    spans, turns = spans_of(source), turns_as_read(source)
    said += [words for one in turns if (words := _of_turn(before.words, one, stretches))]
    points = [at for one in turns for at in (one.start, one.said_from, one.end)]
    telling = wordings(said, chosen=chosen)
    words, moved, places = struck(before.words, stretches, spans, [*points, *before.pages])
    for other in SourceText.objects.filter(source=source):
        text, pages = struck_elsewhere(before.words, stretches, other.words, other.pages)
        SourceText.objects.filter(pk=other.pk).update(
            words=text, pages=pages, why=_without(other.why, telling)
        )
    kept = next_version(opened, source, words, places[len(points) :])
    for name in ("title", "reference", "place", "file_name"):
        setattr(source, name, _without(getattr(source, name), telling))
    source.save()
    speakers = dict(Speaker.objects.filter(source=source).values_list("label", "id"))
    write_turns(source, words, _turns(turns, places), speakers)
    move_codings(source, moved)
    strike_history(opened, telling)
    return kept


def _of_turn(words: str, turn: Read, stretches: Sequence[Stretch]) -> str:
    """Return what goes of a turn, without the name before it."""
    cut = [(max(start, turn.said_from), min(end, turn.end)) for start, end in stretches]
    return "\n".join(words[start:end] for start, end in cut if start < end)


def _turns(turns: Sequence[Read], places: Sequence[int]) -> list[Read]:
    """Return the turns where they stand now; one of which nothing is left is none."""
    moved = zip(turns, places[0::3], places[1::3], places[2::3], strict=False)
    return [
        Read(start, min(max(start, said_from), end), end, one.label, one.at_ms)
        for one, start, said_from, end in moved
        if start < end
    ]


def _without(line: str, telling: Sequence[str]) -> str:
    for words in telling:
        line = line.replace(words, GAP)
    return line


def strike_history(opened: Hand, said: Sequence[str]) -> None:
    """Take words out of what histories and steps of the study keep, where they stand in them letter for letter."""
    if said:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT ownwords_strike_history(%s, %s::text[], %s)", [opened.study.id, list(said), GAP]
            )
