"""What would go if somebody withdrew, and where more about them may stand that is left to who wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Substr

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.struck import wordings
from ownwords.inquiry.models import (
    AttributeValue,
    Memo,
    Participant,
    Source,
    SourceText,
    Speaker,
    Turn,
)
from ownwords.inquiry.queries.sight import visible_memos
from ownwords.inquiry.queries.where_words_stand import Where, where_they_stand
from ownwords.people.access import NotFound

MOST_TURNS = 400


@dataclass(frozen=True, slots=True)
class Leaving:
    """Texts that go whole, and texts of which their turns go."""

    whole: list[Source]
    parts: list[Source]


def open_participant(opened: OpenedStudy, participant_id: UUID) -> Participant:
    """Return somebody who takes part and has not withdrawn. Raises NotFound."""
    rows = Participant.objects.filter(study_id=opened.study.id, withdrew_on__isnull=True, pk=participant_id)
    found = rows.first()
    if found is None:
        raise NotFound
    return found


def leaving(opened: OpenedStudy, person: Participant) -> Leaving:
    """Return the texts in which somebody speaks, those out of view too (one query).

    A text goes whole when nobody else took part in it: every other speaker asks, or is nobody yet in an interview.
    """
    theirs = Speaker.objects.filter(source_id=OuterRef("pk"), participant=person)
    others = Speaker.objects.filter(source_id=OuterRef("pk")).exclude(participant=person)
    taking_part = others.filter(Q(participant__isnull=False) | Q(asks=False) & ~Q(source__kind="interview"))
    rows = Source.objects.filter(Exists(theirs), study_id=opened.study.id).annotate(
        shared=Exists(taking_part)
    )
    found = list(rows.order_by("position", "id"))
    return Leaving([one for one in found if not one.shared], [one for one in found if one.shared])


def turns_leaving(person: Participant) -> int:
    """Return how many turns of theirs there are (one query)."""
    return Turn.objects.filter(speaker__participant=person).count()


def what_describes(person: Participant) -> int:
    """Return how many values describe them (one query)."""
    return AttributeValue.objects.filter(participant=person).count()


def memos_about(opened: OpenedStudy, person: Participant, going: Leaving) -> list[Memo]:
    """Return memos about them or about a text that goes whole (one query)."""
    ids = [person.id, *(one.id for one in going.whole)]
    return list(visible_memos(opened).filter(about_id__in=ids).select_related("made_by").order_by("made_at"))


def elsewhere(opened: OpenedStudy, person: Participant, going: Leaving, name: str = "") -> list[Where]:
    """Return where their words, or what they are called, may also stand, before they go.

    Args:
        name: who they are, where the viewer keeps the key and has looked at it (`actions.keys.look_at_key`).
    """
    calls = list(Speaker.objects.filter(participant=person).values_list("label", flat=True))
    calls += [name] if name else []
    said = [words for one in [*going.whole, *going.parts] for words in _said(one, person)]
    shared = {one.id for one in going.whole}
    found = where_they_stand(opened, list(dict.fromkeys([*wordings(calls, chosen=True), *wordings(said)])))
    return [one for one in found if one.id not in shared and one.kind != "description"]


def _said(source: Source, person: Participant) -> list[str]:
    """Return the turns of somebody in a text, the longest first, for looking for them elsewhere (two queries)."""
    spans = Turn.objects.filter(source=source, speaker__participant=person).values_list("said_from", "end")
    texts = SourceText.objects.filter(source=source, number=source.text_version)
    text: str = texts.values_list(Substr("words", 1), flat=True).first() or ""
    return sorted((text[start:end] for start, end in spans[:MOST_TURNS]), key=len, reverse=True)
