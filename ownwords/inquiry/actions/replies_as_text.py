"""Replies become data: chosen replies of a group are brought in as a text of open answers, a turn for each reply."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.attributes import Named, add_attribute
from ownwords.inquiry.actions.doing import Doing
from ownwords.inquiry.actions.order import last_place
from ownwords.inquiry.actions.rounds import locked_round
from ownwords.inquiry.actions.texts import make_speakers
from ownwords.inquiry.actions.turns import write_turns
from ownwords.inquiry.method.checking_back.as_text import as_text
from ownwords.inquiry.models import (
    Attribute,
    AttributeValue,
    CheckingGroup,
    CheckingReply,
    CheckingRound,
    Source,
    SourceKind,
    SourceText,
    Speaker,
    Study,
)
from ownwords.inquiry.queries.replies_to_bring import BROUGHT_FROM, to_bring
from ownwords.ledger.actions import make_links, note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.refusals import Refused

MOST_TITLE = 200


@transaction.atomic
def bring_replies_in(*, opened: OpenedStudy, round_id: UUID, reply_ids: Sequence[UUID]) -> list[Source]:
    """Bring chosen replies in, a text for each group; a reply that stands in a text already comes no second time.

    Each text is a step of its own that can be undone; then its replies can be brought in again.

    Raises:
        NotFound. Refused: nothing was chosen, or a reply is not in the list any more.
    """
    row = locked_round(opened, round_id, None)
    free = to_bring(opened, row)
    if not reply_ids:
        raise Refused({"replies": _("Choose at least one reply.")})
    if not set(reply_ids) <= {one.id for one in free}:
        raise Refused(
            {"replies": _("Choose from the replies in the list. Some may stand in a text already.")}
        )
    by_group: dict[UUID, list[CheckingReply]] = {}
    for one in free:
        if one.id in set(reply_ids):
            by_group.setdefault(one.respondent.group_id, []).append(one)
    return [_bring(opened, row, replies) for replies in by_group.values()]


def _bring(opened: OpenedStudy, row: CheckingRound, replies: list[CheckingReply]) -> Source:
    group: CheckingGroup = replies[0].respondent.group
    read = as_text([(one.respondent.called, one.words) for one in replies])
    Study.objects.select_for_update(no_key=True).get(pk=opened.study.id)
    source = Source(
        study=opened.study, made_by_id=opened.me, changed_by_id=opened.me, kind=SourceKind.ANSWERS,
        title=_title(row, group), held_on=timezone.localdate(max(one.said_at for one in replies)),
        recorded_how=_("Replies when findings were checked back"), length=len(read.text),
        position=last_place(Source.objects.filter(study=opened.study)), speakers_checked_at=timezone.now(),
    )  # fmt: skip
    attribute = _attribute(opened)
    doing = Doing(opened, "text_brought", source.title)
    doing.make(source)
    SourceText.objects.create(
        study=opened.study, source=source, number=1, words=read.text, made_by_id=opened.me
    )
    speakers = make_speakers(source, [one.label or "" for one in read.turns])
    write_turns(source, read.text, read.turns, speakers)
    _say_who_speaks(source, replies)
    value = AttributeValue(
        study=opened.study, attribute=attribute, source=source, value=group.name, changed_by_id=opened.me
    )
    doing.make(value)
    doing.keep()
    _note(opened, row, source, replies)
    return source


def _note(opened: OpenedStudy, row: CheckingRound, source: Source, replies: Sequence[CheckingReply]) -> None:
    """Link a text to the replies that it was made of, and leave its act."""
    targets = [Ref("checkingreply", one.id) for one in replies]
    make_links(
        about_id=opened.study.id, source=Ref("source", source.id), relation=BROUGHT_FROM, targets=targets,
        made_by_id=opened.me,
    )  # fmt: skip
    note_act(
        verb=Verb.STUDY_TEXT_ADDED, **opened.signature, thing=Ref("study", opened.study.id),
        after={"source": str(source.id), "length": source.length, "round": str(row.id)},
    )  # fmt: skip


def _title(row: CheckingRound, group: CheckingGroup) -> str:
    words = _("Replies of %(group)s: %(round)s") % {"group": group.name, "round": row.title}
    return words[:MOST_TITLE]


def _attribute(opened: OpenedStudy) -> Attribute:
    """Return the attribute that says which group a text of replies is of, made when it is needed first."""
    name = _("Group that was asked back")
    there = Attribute.objects.filter(study_id=opened.study.id, name__iexact=name).first()
    return there or add_attribute(opened=opened, named=Named(name))


def _say_who_speaks(source: Source, replies: list[CheckingReply]) -> None:
    """Let each speaker who takes part in the study be that participant."""
    for one in {one.respondent_id: one.respondent for one in replies}.values():
        if one.participant_id is not None:
            Speaker.objects.filter(source=source, label=one.called).update(participant_id=one.participant_id)
