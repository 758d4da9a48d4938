"""Saying who speaks in a text: the proposal is looked at and corrected before it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.turns import write_turns
from ownwords.inquiry.method.text.result import Turn as Read
from ownwords.inquiry.method.text.speakers import corrected
from ownwords.inquiry.models import Participant, Source, SourceText, Speaker, Turn
from ownwords.people import rules
from ownwords.people.refusals import Refused

MOST_PSEUDONYM = 60


@dataclass(frozen=True, slots=True)
class Who:
    """Who a label is: somebody who asks, a participant, a new one by pseudonym, another label, nobody; or not said.

    At most one of them is said.
    """

    asks: bool = False
    participant_id: UUID | None = None
    new_pseudonym: str = ""
    same_as: UUID | None = None
    nobody: bool = False


@transaction.atomic
def correct_speakers(
    *, opened: OpenedStudy, source_id: UUID, version: int, who: Mapping[UUID, Who]
) -> Source:
    """Say who each speaker of a text is; from then on it counts. Labels that `who` leaves out stay as they are.

    A new pseudonym given to two labels is one new participant.

    Raises:
        NotFound, StaleEdit. Refused: "who-<id of the speaker>" -> what does not fit.
    """
    doing = Doing(opened, "speakers_checked")
    source = locked(opened, Source.objects.filter(removed_at__isnull=True), source_id, version)
    before = state_of(source)
    speakers = {one.id: one for one in Speaker.objects.filter(source=source)}
    said = {one: how for one, how in who.items() if one in speakers}
    named = _labels(speakers, said)
    if named:
        _turns_again(source, speakers, named)
    _set(opened, speakers, {one: how for one, how in said.items() if speakers[one].label not in named})
    Speaker.objects.filter(pk__in=[one.id for one in speakers.values() if one.label in named]).delete()
    source.speakers_checked_at = timezone.now()
    doing.about = source.title
    doing.change(source, before)
    doing.keep()
    return source


def _labels(speakers: Mapping[UUID, Speaker], said: Mapping[UUID, Who]) -> dict[str, str | None]:
    """Return which labels become another, and which nobody's. A chain of them ends at its last."""
    named: dict[str, str | None] = {}
    for one, how in said.items():
        if how.nobody:
            named[speakers[one].label] = None
        elif how.same_as is not None:
            seen, last = {one}, how.same_as
            while last in said and said[last].same_as and last not in seen:
                seen.add(last)
                last = said[last].same_as or last
            if last not in speakers or last in seen:
                raise Refused({f"who-{one}": _("Choose another name of this text, not the same one.")})
            ends = said.get(last)
            named[speakers[one].label] = None if ends and ends.nobody else speakers[last].label
    return named


def _turns_again(source: Source, speakers: Mapping[UUID, Speaker], named: Mapping[str, str | None]) -> None:
    texts = SourceText.objects.filter(source=source, number=source.text_version)
    words: str = texts.values_list("words", flat=True).get()
    turns = corrected(turns_as_read(source), named)
    write_turns(source, words, turns, {one.label: one.id for one in speakers.values()})


def turns_as_read(source: Source) -> list[Read]:
    """Return the turns of a source as reading gives them, with what the text calls each speaker."""
    rows = Turn.objects.filter(source=source).order_by("number")
    return [Read(*row) for row in rows.values_list("start", "said_from", "end", "speaker__label", "at_ms")]


def _set(opened: OpenedStudy, speakers: Mapping[UUID, Speaker], said: Mapping[UUID, Who]) -> None:
    made: dict[str, Participant] = {}
    for one, how in said.items():
        speaker = speakers[one]
        if how.new_pseudonym.strip():
            name = " ".join(how.new_pseudonym.split())
            if name.casefold() not in made:
                made[name.casefold()] = _new_participant(opened, name, one)
            speaker.participant = made[name.casefold()]
        else:
            speaker.participant = _participant(opened, how.participant_id, one)
        speaker.asks = how.asks and speaker.participant is None
        speaker.save()


def _participant(opened: OpenedStudy, participant_id: UUID | None, speaker: UUID) -> Participant | None:
    if participant_id is None:
        return None
    found = Participant.objects.filter(
        study=opened.study, pk=participant_id, withdrew_on__isnull=True
    ).first()
    if found is None:
        raise Refused({f"who-{speaker}": _("Choose somebody who takes part in this study.")})
    return found


def _new_participant(opened: OpenedStudy, name: str, speaker: UUID) -> Participant:
    rules.own_words(name, field=f"new-{speaker}", most=MOST_PSEUDONYM)
    try:
        with transaction.atomic():
            return Participant.objects.create(
                study=opened.study, pseudonym=name, made_by_id=opened.me, changed_by_id=opened.me
            )
    except IntegrityError:
        raise Refused(
            {
                f"new-{speaker}": _(
                    "Somebody in this study has this pseudonym already. Choose them in the list."
                )
            }
        ) from None
