"""Who stands beside a person: connecting somebody to a record, and ending that."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import Relationship
from ownwords.people.models.spans import current
from ownwords.people.queries.people import staff_of, teams_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission

Kind = Relationship.Kind
# Which staff of the person's teams can be connected in which way. Supporters come by the person's invitation only.
STAFF_FOR: dict[str, tuple[str, ...]] = {
    Kind.NAMED_WORKER: ("worker", "team_lead"),
    Kind.PEER_WORKER: ("peer_worker",),
}


def start_relationship(*, opened: Opened, account_id: UUID, kind: str) -> Relationship:
    """Connect a named worker or a peer worker of one of the person's teams; doing it twice changes nothing.

    Raises:
        Refused: no such connection, or somebody who does not work in a team of the person.
    """
    if not opened.may(Permission.EDIT_DETAILS):
        raise NotFound
    if kind not in STAFF_FOR:
        raise Refused({"kind": _("Choose named worker or peer worker.")})
    teams = [place.team_id for place in teams_of(opened.person.id)]
    if account_id not in {member.account_id for member in staff_of(teams, STAFF_FOR[kind])}:
        raise Refused({"who": _("Choose somebody who works in a team that supports this person.")})
    there = {"person": opened.person, "account_id": account_id, "kind": kind}
    with transaction.atomic():
        row = Relationship.objects.filter(current(), **there).first()
        if row is None:
            row = _start(opened, there)
    return row


def _start(opened: Opened, fields: dict[str, object]) -> Relationship:
    try:
        with transaction.atomic():
            row: Relationship = Relationship.objects.create(**fields)
    except IntegrityError:
        # Somebody did the same at the same moment.
        return Relationship.objects.get(ends_on__isnull=True, **fields)
    _note(opened, Verb.RELATIONSHIP_STARTED, row, after={"kind": row.kind, "account": row.account_id})
    return row


def may_end(opened: Opened, row: Relationship) -> bool:
    """Whether this viewer may end it: the person any of them, staff those with staff, everybody their own."""
    if opened.is_own or row.account_id == opened.viewer.account_id:
        return True
    return row.kind != Kind.SUPPORTER and opened.may(Permission.EDIT_DETAILS)


def end_relationship(*, opened: Opened, relationship_id: UUID) -> Relationship:
    """End a connection today: from the next request on, nothing of this person is open to that account by it.

    Ending what has ended already changes nothing.
    """
    row = (
        Relationship.objects.select_related("account")
        .filter(pk=relationship_id, person=opened.person)
        .first()
    )
    if row is None or not may_end(opened, row):
        raise NotFound
    today = timezone.localdate()
    with transaction.atomic():
        ended = Relationship.objects.filter(current(), pk=row.pk).update(ends_on=today)
        if ended:
            _note(
                opened,
                Verb.RELATIONSHIP_ENDED,
                row,
                before={"ends_on": row.ends_on},
                after={"ends_on": today},
            )
    row.ends_on = today if ended else row.ends_on
    return row


def _note(opened: Opened, verb: Verb, row: Relationship, **states: dict[str, object]) -> None:
    note_act(verb=verb, **opened.signature, thing=Ref("relationship", row.id), **states)
