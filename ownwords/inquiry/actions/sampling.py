"""The sampling frame: whom a study looks for, how many, and why. Each change can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import Doing, locked
from ownwords.inquiry.actions.once import kept_once
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import SamplingGroup
from ownwords.people import rules
from ownwords.people.refusals import Refused

MOST_WORDS, MOST_REASON, MOST_WANTED = 200, 5_000, 10_000


@dataclass(frozen=True, slots=True)
class Looked:
    """Whom the study looks for; ``wanted`` None: how many is left open."""

    words: str
    wanted: int | None = None
    reason: str = ""

    def put_into(self, group: SamplingGroup) -> None:
        """Write it into a row. Raises Refused: field -> what does not fit."""
        group.words = " ".join(rules.own_words(self.words, most=MOST_WORDS).split())
        group.reason = rules.own_words(self.reason, field="reason", needed=False, most=MOST_REASON)
        if self.wanted is not None and not 1 <= self.wanted <= MOST_WANTED:
            raise Refused({"wanted": _("Give a whole number from 1, or leave it open.")})
        group.wanted = self.wanted


def add_group(*, opened: OpenedStudy, looked: Looked, submission: UUID | None = None) -> SamplingGroup:
    """Add a row to the frame. Raises NotFound, Refused."""
    opened.needs(Need.CODE)
    group = SamplingGroup(study=opened.study, made_by_id=opened.me, submission=submission)
    looked.put_into(group)

    def keep() -> SamplingGroup:
        doing = Doing(opened, "sampling_group_made", group.words)
        doing.make(group)
        doing.keep()
        return group

    return kept_once(opened, SamplingGroup, submission, keep, lambda before: before.words == group.words)


@transaction.atomic
def change_group(*, opened: OpenedStudy, group_id: UUID, version: int, looked: Looked) -> SamplingGroup:
    """Say differently whom the study looks for. Raises NotFound, StaleEdit, Refused."""
    opened.needs(Need.CODE)
    group = locked(opened, SamplingGroup.objects.filter(removed_at__isnull=True), group_id, version)
    before = state_of(group)
    looked.put_into(group)
    doing = Doing(opened, "sampling_group_changed", group.words)
    doing.change(group, before)
    doing.keep()
    return group


@transaction.atomic
def remove_group(*, opened: OpenedStudy, group_id: UUID, version: int) -> SamplingGroup:
    """Take a row out of the frame; who belonged to it stays in the study. Raises NotFound, StaleEdit."""
    opened.needs(Need.CODE)
    group = locked(opened, SamplingGroup.objects.filter(removed_at__isnull=True), group_id, version)
    doing = Doing(opened, "sampling_group_removed", group.words)
    doing.take_away(group)
    doing.keep()
    return group
