"""Naming a peer supervisor, and what the two of them want to talk about (PS-24)."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.peers.models import Supervision, SupervisionItem
from ownwords.peers.queries.supervision import items_of, open_peer, peer_workers, supervisions
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MOST_WORDS = 2_000


def start_supervision(*, viewer: Viewer, peer_id: UUID | None, supervisor_id: UUID | None) -> Supervision:
    """Name a peer supervisor for a peer worker, from today; doing it twice changes nothing.

    Raises:
        Refused: one of them is no peer worker here today, or both are the same.
    """
    if not viewer.may(Permission.MANAGE_PEERS):
        raise NotFound
    known = {one.id for one in peer_workers(viewer)}
    if peer_id not in known:
        raise Refused({"peer": _("Choose a peer worker of this organisation.")})
    if supervisor_id not in known:
        raise Refused({"supervisor": _("A peer supervisor is a peer worker too. Choose one of them.")})
    if peer_id == supervisor_id:
        raise Refused({"supervisor": _("Nobody supervises themselves. Choose somebody else.")})
    there = {"peer_id": peer_id, "supervisor_id": supervisor_id}
    try:
        with transaction.atomic():
            row = Supervision.objects.create(**there, made_by_id=viewer.account_id)
            _note(viewer, Verb.SUPERVISION_STARTED, row)
    except IntegrityError:
        return Supervision.objects.get(**there, ends_on__isnull=True)
    return row


@transaction.atomic
def end_supervision(*, viewer: Viewer, supervision_id: UUID) -> Supervision:
    """End it today: from now on the supervisor sees nothing of it."""
    row = supervisions(viewer).filter(pk=supervision_id).first()
    if row is None:
        raise NotFound
    row.ends_on = timezone.localdate()
    row.save(update_fields=["ends_on"])
    _note(viewer, Verb.SUPERVISION_ENDED, row)
    return row


def _note(viewer: Viewer, verb: Verb, row: Supervision) -> None:
    note_act(
        verb=verb,
        actor_id=viewer.account_id,
        role=viewer.role,
        thing=Ref("supervision", row.id),
        after={"peer": row.peer_id, "supervisor": row.supervisor_id, "ends_on": row.ends_on},
    )


def add_item(*, viewer: Viewer, peer_id: UUID, words: str, submission: UUID | None = None) -> SupervisionItem:
    """Keep something to talk about; the peer worker and their peer supervisor see it, nobody else."""
    open_peer(viewer, peer_id)
    words = rules.own_words(words, most=MOST_WORDS)
    me = viewer.account_id
    try:
        with transaction.atomic():
            item = SupervisionItem.objects.create(
                peer_id=peer_id, written_by_id=me, changed_by_id=me, words=words, submission=submission
            )
            thing = Ref("supervisionitem", item.id)
            note_act(verb=Verb.SUPERVISION_ITEM_KEPT, actor_id=me, role=viewer.role, thing=thing)
    except IntegrityError:
        before = items_of(viewer, peer_id).filter(submission=submission).first()
        if submission is None or before is None or before.words != words:
            raise Refused({"": _("This form has been sent before. Open it again to add more.")}) from None
        return before
    return item


@transaction.atomic
def mark_talked(*, viewer: Viewer, peer_id: UUID, item_id: UUID, version: int) -> SupervisionItem:
    """Say that it was talked about, or, when it was marked, that it is still to come."""
    seen = items_of(viewer, peer_id).filter(pk=item_id).first()
    if seen is None:
        raise NotFound
    item = SupervisionItem.objects.select_for_update(of=("self",)).get(pk=item_id)
    if item.version != version:
        raise StaleEdit(item)
    item.talked_at = None if item.talked_at else timezone.now()
    item.version, item.changed_at, item.changed_by_id = item.version + 1, timezone.now(), viewer.account_id
    item.save()
    return item
