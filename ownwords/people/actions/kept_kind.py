"""A kind of thing that is kept about somebody: who sees one from now on, out of view with a reason, and back.

Every room does the same with its own kinds; it says once which rows they are, who may, and which act is left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import Thing, locked, save_change, share_with, state_of
from ownwords.people.models import ThingShare, Visibility
from ownwords.people.queries.seen import Shares, is_own_or_writer
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight, check_sight


def anybody(opened: Opened) -> None:
    """Keep nobody out: the permission is enough."""


@dataclass(frozen=True, slots=True)
class KeptKind(Generic[Thing]):
    """What can be done with every thing of one kind.

    Args:
        rows: `rows(opened)` are those that the viewer sees; `rows(opened, removed=True)` those out of view too.
        shared, removed, restored: the acts that are left. What has no act for it cannot be done.
        permission: needed to take one out of view, and to put it back.
        guard: raises NotFound for whoever may do neither, beyond the permission.
        shares: the table that says who is named for what.
    """

    rows: Callable[..., QuerySet[Thing]]
    shared: Verb
    removed: Verb | None = None
    restored: Verb | None = None
    permission: Permission = Permission.WRITE_RECORD
    guard: Callable[[Opened], object] = anybody
    shares: Shares = ThingShare

    def share(self, *, opened: Opened, thing_id: UUID, version: int, sight: Sight) -> Thing:
        """Decide who sees one from now on. Only the person does."""
        return set_sight(
            opened=opened,
            rows=self.rows(opened),
            thing_id=thing_id,
            version=version,
            sight=sight,
            verb=self.shared,
            shares=self.shares,
        )

    @transaction.atomic
    def remove(self, *, opened: Opened, thing_id: UUID, version: int, reason: str) -> Thing:
        """Take one out of view, with a reason; nothing is lost."""
        self.guard(opened)
        return take_out_of_view(
            opened=opened,
            rows=self.rows(opened),
            thing_id=thing_id,
            version=version,
            reason=reason,
            verb=_known(self.removed),
            permission=self.permission,
        )

    @transaction.atomic
    def restore(self, *, opened: Opened, thing_id: UUID, version: int) -> Thing:
        """Put one back."""
        self.guard(opened)
        return put_back(
            opened=opened,
            rows=self.rows(opened, removed=True),
            thing_id=thing_id,
            version=version,
            verb=_known(self.restored),
            permission=self.permission,
        )


def _known(verb: Verb | None) -> Verb:
    if verb is None:
        raise NotFound
    return verb


@transaction.atomic
def set_sight(
    *,
    opened: Opened,
    rows: QuerySet[Thing],
    thing_id: UUID,
    version: int,
    sight: Sight,
    verb: Verb,
    shares: Shares = ThingShare,
) -> Thing:
    """Decide who sees a thing from now on. Only the person does, and history is not rewritten."""
    thing = locked(opened, rows, thing_id, version)
    if not opened.may(Permission.DECIDE_VISIBILITY):
        raise Refused({"": _("Only %(person)s decides who sees this.") % {"person": opened.person.called}})
    check_sight(opened, sight.visibility, sight.named)
    before = state_of(thing)
    thing.visibility = rules.one_of(sight.visibility, Visibility.values, field="visibility")  # type: ignore[attr-defined]
    share_with(opened, thing, sight.named, shares=shares)
    return save_change(opened, thing, verb, before)


@transaction.atomic
def take_out_of_view(
    *,
    opened: Opened,
    rows: QuerySet[Thing],
    thing_id: UUID,
    version: int,
    reason: str,
    verb: Verb,
    permission: Permission = Permission.WRITE_RECORD,
) -> Thing:
    """Take a thing out of view, with a reason; nothing is lost. Only the person, or who wrote it."""
    thing = locked(opened, rows, thing_id, version, permission=permission)
    if not is_own_or_writer(opened, thing):
        called = {"person": opened.person.called}
        raise Refused({"": _("Only %(person)s or who wrote this can take it out of view.") % called})
    before = state_of(thing)
    thing.removed_reason = rules.own_words(reason, field="reason", most=500)  # type: ignore[attr-defined]
    thing.removed_at, thing.removed_by_id = timezone.now(), opened.viewer.account_id  # type: ignore[attr-defined]
    return save_change(opened, thing, verb, before)


@transaction.atomic
def put_back(
    *,
    opened: Opened,
    rows: QuerySet[Thing],
    thing_id: UUID,
    version: int,
    verb: Verb,
    permission: Permission = Permission.WRITE_RECORD,
) -> Thing:
    """Put a thing back that was taken out of view; `rows` are those that hold what was taken out."""
    thing = locked(opened, rows, thing_id, version, permission=permission)
    if thing.removed_at is None or thing.erased_at is not None:  # type: ignore[attr-defined]
        raise Refused({"": _("This is not out of view.")})
    before = state_of(thing)
    thing.removed_at, thing.removed_by_id, thing.removed_reason = None, None, ""  # type: ignore[attr-defined]
    return save_change(opened, thing, verb, before)
