"""Whom a round asks: groups that are never pooled, and respondents in them by a pseudonym or a number."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.doing import locked, touch
from ownwords.inquiry.actions.order import last_place
from ownwords.inquiry.actions.rounds import locked_round
from ownwords.inquiry.models import CheckingGroup, CheckingRound, Participant, Puts, Respondent
from ownwords.inquiry.presenters.asking import reason
from ownwords.inquiry.queries.asking import open_respondent, why_not_asked
from ownwords.inquiry.queries.rounds import open_group
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused

MOST_NAME, MOST_AT_ONCE, MOST_CALLED = 40, 100, 60


@transaction.atomic
def add_group(
    *, opened: OpenedStudy, round_id: UUID, name: str, submission: UUID | None = None
) -> CheckingGroup:
    """Name a group that is asked apart from the others. Raises NotFound, Refused: one of this name is there."""
    row = locked_round(opened, round_id, None)
    before = CheckingGroup.objects.filter(study_id=opened.study.id, submission=submission).first()
    if submission and before:
        return before
    plain = _free_name(row, name)
    group = CheckingGroup.objects.create(
        study=opened.study, round=row, name=plain, position=last_place(row.groups.all()),
        made_by_id=opened.me, submission=submission,
    )  # fmt: skip
    _note(opened, group=str(group.id), name=plain)
    return group


@transaction.atomic
def rename_group(
    *, opened: OpenedStudy, round_id: UUID, asked_group_id: UUID, version: int, name: str
) -> CheckingGroup:
    """Call a group differently. Raises NotFound, StaleEdit, Refused."""
    row = locked_round(opened, round_id, None)
    group = locked(opened, CheckingGroup.objects.filter(round=row), asked_group_id, version)
    group.name = _free_name(row, name, group)
    touch(group, opened.me)
    group.save()
    _note(opened, group=str(group.id), name=group.name)
    return group


def _free_name(row: CheckingRound, name: str, group: CheckingGroup | None = None) -> str:
    plain = " ".join(rules.own_words(name, field="name", most=MOST_NAME).split())
    others = row.groups.exclude(pk=group.pk) if group else row.groups.all()
    if others.filter(name__iexact=plain).exists():
        raise Refused({"name": _("There is a group of this name already.")})
    return plain


@transaction.atomic
def ask_people(
    *,
    opened: OpenedStudy,
    round_id: UUID,
    asked_group_id: UUID,
    participant_ids: Sequence[UUID] = (),
    others: int = 0,
) -> list[Respondent]:
    """Put people into a group of a round: participants who agreed to being asked again, and others by number.

    Raises:
        NotFound. Refused: nobody was named, or somebody cannot be asked, with the reason.
    """
    row = locked_round(opened, round_id, None)
    group = open_group(row, asked_group_id)
    people = list(Participant.objects.filter(study_id=opened.study.id, pk__in=participant_ids).order_by("id"))
    if len(people) != len(set(participant_ids)):
        raise NotFound
    if not people and not others:
        raise Refused({"": _("Choose somebody, or say how many others.")})
    if others and (row.puts == Puts.WORDS or not 0 < others <= MOST_AT_ONCE):
        raise Refused({"others": _("Give a whole number from 1 to %(most)s.") % {"most": MOST_AT_ONCE}})
    there = set(Respondent.objects.filter(round=row).values_list("participant_id", flat=True))
    new = [one for one in people if one.id not in there]
    wrong = [f"{one.pseudonym}: {words}" for one in new if (words := refusal(opened, row, one))]
    if wrong:
        raise Refused({"people": " ".join(wrong)})
    kept = [_ask(opened, group, one.pseudonym, one) for one in new]
    kept += [_ask(opened, group, called) for called in _numbers(row, group, others)]
    _note(opened, group=str(group.id), asked=[str(one.id) for one in kept])
    return kept


def _ask(
    opened: OpenedStudy, group: CheckingGroup, called: str, participant: Participant | None = None
) -> Respondent:
    return Respondent.objects.create(
        study=opened.study, round_id=group.round_id, group=group, participant=participant, called=called,
        made_by_id=opened.me,
    )  # fmt: skip


def _numbers(row: CheckingRound, group: CheckingGroup, others: int) -> list[str]:
    """Return the next free names of the form "Staff 3"."""
    taken = {one.casefold() for one in Respondent.objects.filter(round=row).values_list("called", flat=True)}
    names = (f"{group.name} {n}"[-MOST_CALLED:] for n in range(1, len(taken) + others + 1))
    return [name for name in names if name.casefold() not in taken][:others]


def refusal(opened: OpenedStudy, row: CheckingRound, participant: Participant) -> str:
    """Return in words why a participant cannot be asked today, "" where they can."""
    why = why_not_asked(opened, row, participant)
    return reason(why) if why else ""


@transaction.atomic
def say_still_right(*, opened: OpenedStudy, round_id: UUID, respondent_id: UUID) -> Respondent:
    """Keep that somebody checked today that it is still right to ask this person. Raises NotFound, Refused."""
    row = locked_round(opened, round_id, None)
    respondent = locked_respondent(opened, row, respondent_id)
    respondent.right_on = timezone.localdate()
    touch(respondent, opened.me)
    respondent.save()
    _note(opened, respondent=str(respondent.id), right_on=str(respondent.right_on))
    return respondent


def locked_respondent(opened: OpenedStudy, row: CheckingRound, respondent_id: UUID) -> Respondent:
    """Return a respondent, locked, who can be asked today. Raises NotFound; Refused: they cannot, and why."""
    open_respondent(row, respondent_id)
    respondent = locked(opened, Respondent.objects.filter(round=row), respondent_id, None)
    if respondent.participant is not None and (words := refusal(opened, row, respondent.participant)):
        raise Refused({"": f"{respondent.called}: {words}"})
    return respondent


def _note(opened: OpenedStudy, **after: object) -> None:
    note_act(verb=Verb.STUDY_ASKED, **opened.signature, thing=Ref("study", opened.study.id), after=after)
