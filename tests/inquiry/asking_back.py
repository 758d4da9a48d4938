"""A round of checking back with two groups, for its tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions import asking, round_findings, rounds
from ownwords.inquiry.actions.replies_typed import Said, type_replies
from ownwords.inquiry.models import (
    CheckingFinding,
    CheckingGroup,
    CheckingRound,
    Consent,
    Participant,
    Respondent,
)
from tests import studying as make

PAIR = ("People", "Workers")


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def agreed(who: Participant, to: str = "checking", *, yes: bool = True) -> Participant:
    """Let a participant say what they agree to."""
    Consent.objects.create(
        study_id=who.study_id, participant=who, to=to, agreed=yes, made_by_id=who.made_by_id
    )
    return who


def begun(opened: OpenedStudy, *statements: str, groups: tuple[str, ...] = PAIR) -> CheckingRound:
    """Begin a round that puts findings with these words to these groups, and open it."""
    row = rounds.add_round(opened=opened, told=rounds.Told("Does it match?", "We asked many."))
    found = [make.finding(opened.study, words, position=n) for n, words in enumerate(statements)]
    if found:
        round_findings.put_findings(opened=opened, round_id=row.id, finding_ids=[one.id for one in found])
    for name in groups:
        asking.add_group(opened=opened, round_id=row.id, name=name)
    if found and groups:
        row = rounds.open_round(opened=opened, round_id=row.id, version=row.version)
    return row


def group_of(row: CheckingRound, name: str) -> CheckingGroup:
    """Return a group by its name."""
    return CheckingGroup.objects.get(round=row, name=name)


def put_of(row: CheckingRound, words: str) -> CheckingFinding:
    """Return what is put now in these words."""
    return CheckingFinding.objects.get(round=row, words=words, removed_at__isnull=True)


def others(opened: OpenedStudy, row: CheckingRound, group: str, many: int) -> list[Respondent]:
    """Put others by number into a group."""
    of = group_of(row, group)
    return asking.ask_people(opened=opened, round_id=row.id, asked_group_id=of.id, others=many)


def joined(opened: OpenedStudy, row: CheckingRound, group: str, who: Participant) -> Respondent:
    """Put a participant into a group."""
    of = group_of(row, group)
    kept = asking.ask_people(opened=opened, round_id=row.id, asked_group_id=of.id, participant_ids=[who.id])
    return kept[0]


def say(
    opened: OpenedStudy, row: CheckingRound, who: Respondent, said: Mapping[str, str | tuple[str, str]]
) -> None:
    """Type in what somebody said: an answer, or an answer with words, by the words that were put; "" is the whole."""
    sent = {}
    for words, one in said.items():
        answer, own = one if isinstance(one, tuple) else (one, "")
        sent[put_of(row, words).id if words else None] = Said(answer, own)
    type_replies(opened=opened, round_id=row.id, respondent_id=who.id, said=sent)
