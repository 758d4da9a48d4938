"""What people here add to the directory: said, said differently, confirmed again. An import touches none of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.models import DirectoryService, DirectorySetting, LocalKnowledge, YesOrNo
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MOST_LINE, MOST_NOTES, MOST_PHONE = 300, 2_000, 60
MOST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody says of a service. Empty means: not said."""

    phone: str = ""
    turn_up: str = ""
    step_free: str = ""
    quiet_time: str = ""
    ask_for: str = ""
    cost: str = ""
    notes: str = ""
    visited_on: date | None = None


def keep_local(
    *, viewer: Viewer, service_id: UUID, known: Known, version: int, submission: UUID | None = None
) -> LocalKnowledge:
    """Keep what somebody knows of a service; what stood there before stays in its history (connecting R19).

    Args:
        version: of what was seen; 0 when nothing stood there.

    Raises:
        NotFound: not this role, or no such service. Refused: nothing said, or a visit in the future. StaleEdit.
    """
    _may(viewer, Permission.KEEP_LOCAL)
    known = _checked(known)
    try:
        with transaction.atomic():
            return _keep(viewer, service_id, known, version, submission)
    except IntegrityError:  # two people wrote the first words at the same moment
        current = LocalKnowledge.objects.filter(service_id=service_id).first()
        if current is None:
            raise
        raise StaleEdit(current) from None


def _may(viewer: Viewer, permission: Permission) -> None:
    if not viewer.may(permission):
        raise NotFound


def _checked(known: Known) -> Known:
    """Return what will be kept. Raises Refused."""
    lines = {
        name: rules.own_words(getattr(known, name), field=name, needed=False, most=most).strip()
        for name, most in (
            ("phone", MOST_PHONE),
            ("quiet_time", MOST_LINE),
            ("ask_for", MOST_LINE),
            ("cost", MOST_LINE),
        )
    }
    answers = {
        name: rules.one_of(getattr(known, name), YesOrNo.values, field=name, blank=True)
        for name in ("turn_up", "step_free")
    }
    notes = rules.own_words(known.notes, field="words", needed=False, most=MOST_NOTES)
    if known.visited_on is not None and known.visited_on > timezone.localdate():
        raise Refused({"visited_on": _("This day has not come yet. Give the day on which you were there.")})
    return Known(**lines, **answers, notes=notes, visited_on=known.visited_on)


def _keep(
    viewer: Viewer, service_id: UUID, known: Known, version: int, submission: UUID | None
) -> LocalKnowledge:
    row = LocalKnowledge.objects.select_for_update().filter(service_id=service_id).first()
    if (
        row is not None
        and submission is not None
        and row.submission == submission
        and state_of(row) == _state(known)
    ):
        return row
    if row is None and not DirectoryService.objects.filter(id=service_id).exists():
        raise NotFound
    if (row.version if row else 0) != version:
        raise StaleEdit(row or LocalKnowledge(service_id=service_id, version=0))
    before = state_of(row) if row else None
    if before == _state(known) or (before is None and known == Known()):
        raise nothing_different()
    row = _written(row or LocalKnowledge(service_id=service_id, version=0), viewer, known)
    row.submission = submission
    row.save()
    verb = Verb.LOCAL_KNOWLEDGE_CHANGED if before else Verb.LOCAL_KNOWLEDGE_ADDED
    _note(viewer, verb, row, before)
    return row


def _state(known: Known) -> dict[str, Any]:
    return {one.name: getattr(known, one.name) for one in fields(Known)}


def state_of(row: LocalKnowledge) -> dict[str, Any]:
    """Return what stands in a row, by the names of `Known`."""
    return {one.name: getattr(row, one.name) for one in fields(Known)}


def _written(row: LocalKnowledge, viewer: Viewer, known: Known) -> LocalKnowledge:
    visited = row.visited_on
    for name, value in _state(known).items():
        setattr(row, name, value)
    if known.visited_on is None:
        row.visited_by_id, row.visited_by_role = None, ""
    elif known.visited_on != visited:
        row.visited_by_id, row.visited_by_role = viewer.account_id, viewer.role
    row.version += 1
    row.changed_at = timezone.now()
    row.changed_by_id, row.changed_by_role = viewer.account_id, viewer.role
    return _confirmed(row, viewer)


def _confirmed(row: LocalKnowledge, viewer: Viewer) -> LocalKnowledge:
    row.confirmed_on = timezone.localdate()
    row.confirmed_by_id, row.confirmed_by_role = viewer.account_id, viewer.role
    return row


def _note(viewer: Viewer, verb: Verb, row: Any, before: dict[str, Any] | None) -> None:
    kind = row._meta.model_name
    note_act(
        verb=verb,
        actor_id=viewer.account_id,
        role=viewer.role,
        thing=Ref(kind, row.id),
        before=before,
        after=state_of(row) if kind == "localknowledge" else {"stale_months": row.stale_months},
    )


@transaction.atomic
def confirm_local(*, viewer: Viewer, service_id: UUID, version: int) -> LocalKnowledge:
    """Say that what is known of a service is still right today. Raises NotFound, StaleEdit."""
    _may(viewer, Permission.KEEP_LOCAL)
    row = LocalKnowledge.objects.select_for_update().filter(service_id=service_id).first()
    if row is None:
        raise NotFound
    if row.version != version:
        raise StaleEdit(row)
    _confirmed(row, viewer)
    row.version += 1
    row.save()
    _note(viewer, Verb.LOCAL_KNOWLEDGE_CONFIRMED, row, None)
    return row


def set_staleness(*, viewer: Viewer, months: int, version: int) -> DirectorySetting:
    """Say after how many months something has to be confirmed again. Raises NotFound, Refused, StaleEdit."""
    _may(viewer, Permission.MANAGE_DIRECTORY)
    if viewer.organisation_id is None:
        raise NotFound
    if not 1 <= months <= MOST_MONTHS:
        raise Refused(
            {"stale_months": _("Give a whole number of months from 1 to %(most)s.") % {"most": MOST_MONTHS}}
        )
    try:
        with transaction.atomic():
            return _set_staleness(viewer, viewer.organisation_id, months, version)
    except IntegrityError:
        current = DirectorySetting.objects.get(organisation_id=viewer.organisation_id)
        raise StaleEdit(current) from None


def _set_staleness(viewer: Viewer, organisation_id: UUID, months: int, version: int) -> DirectorySetting:
    row = DirectorySetting.objects.select_for_update().filter(organisation_id=organisation_id).first()
    if (row.version if row else 0) != version:
        raise StaleEdit(row or DirectorySetting(version=0))
    before = {"stale_months": row.stale_months} if row else None
    row = row or DirectorySetting(organisation_id=organisation_id, version=0)
    row.stale_months, row.changed_at, row.changed_by_id = months, timezone.now(), viewer.account_id
    row.version += 1
    row.save()
    _note(viewer, Verb.DIRECTORY_CHANGED, row, before)
    return row
