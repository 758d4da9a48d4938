"""What peer workers may write down: the rule in force, the earlier ones, and whether somebody was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ownwords.peers.models import PeerSettings, Recording, RecordingRule, RuleTold
from ownwords.people.access import Opened

STRICTEST = Recording.NO_NOTES


@dataclass(frozen=True, slots=True)
class RuleNow:
    """The rule that holds for somebody.

    `row` is None as long as nobody decided and nothing was recorded: then the strictest holds. `decided` is whether
    somebody of the organisation chose it. `told` is whether the person was told of this very rule, `told_before`
    whether they were told of an earlier one.
    """

    rule: Recording
    words: str
    since: datetime | None
    row: RecordingRule | None
    decided: bool
    told: bool
    told_before: bool

    @property
    def notes_allowed(self) -> bool:
        """Whether a contact may carry a note."""
        return self.rule == Recording.NOTES_ALLOWED

    @property
    def has_changed(self) -> bool:
        """Whether the person was told of another rule, and not yet of this one."""
        return self.told_before and not self.told


def rule_in_force(organisation_id: UUID) -> RecordingRule | None:
    """Return the latest rule of an organisation; None when there is none yet."""
    return next(iter(rules_of(organisation_id)), None)


def rules_of(organisation_id: UUID) -> list[RecordingRule]:
    """Return all rules of an organisation, the one in force first."""
    rows = RecordingRule.objects.filter(organisation_id=organisation_id).select_related("set_by")
    return list(rows.order_by("-since", "-id"))


def rule_for(opened: Opened) -> RuleNow:
    """Return the rule that holds for an opened person, and whether they were told (two queries)."""
    rows = RecordingRule.objects.filter(organisation_id=opened.person.organisation_id)
    now = rows.order_by("-since", "-id").first()
    told = set(RuleTold.objects.filter(person_id=opened.person.id).values_list("rule_id", flat=True))
    return RuleNow(
        rule=Recording(now.rule) if now else STRICTEST,
        words=now.words if now else "",
        since=now.since if now else None,
        row=now,
        decided=now is not None and now.set_by_id is not None,
        told=now is not None and now.id in told,
        told_before=bool(told),
    )


def settings_of(organisation_id: UUID) -> PeerSettings:
    """Return what an organisation set for its peer support; where it set nothing, what holds then (version 0)."""
    found = PeerSettings.objects.filter(pk=organisation_id).first()
    return found or PeerSettings(organisation_id=organisation_id, version=0)
