"""Reading messages between meetings: between the two alone (PS-22)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from ownwords.peers.method.hours import Hours, next_opening, open_at
from ownwords.peers.models import AnsweringHours, Channel, Message
from ownwords.peers.queries.notes import is_of_the_two
from ownwords.people.access import NotFound, Opened, visible_people
from ownwords.people.models import Account, Relationship
from ownwords.people.models.spans import current
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Talk:
    """Messages between a person and one peer worker: whether they are on, and how many the viewer has not read."""

    peer: Account
    beside: bool
    channel: Channel | None
    unread: int

    @property
    def on(self) -> bool:
        """Whether a message can be sent."""
        return self.beside and self.channel is not None and self.channel.on


def _may(opened: Opened) -> None:
    if not (opened.may(Permission.MESSAGE_PEER) and is_of_the_two(opened)):
        raise NotFound


def talks_of(opened: Opened) -> list[Talk]:
    """Return the person's peer workers today, and those with whom messages were written before."""
    _may(opened)
    me = opened.viewer.account_id
    beside = Relationship.objects.filter(
        current(), person_id=opened.person.id, kind=Relationship.Kind.PEER_WORKER
    ).select_related("account")
    peers = {row.account_id: row.account for row in beside}
    here = set(peers)
    unread = Count("messages", filter=Q(messages__read_at__isnull=True) & ~Q(messages__written_by_id=me))
    channels = {
        one.account_id: one
        for one in Channel.objects.filter(person_id=opened.person.id)
        .select_related("account")
        .annotate(unread=unread)
    }
    peers.update({who: one.account for who, one in channels.items()})
    if not opened.is_own:
        peers = {who: peer for who, peer in peers.items() if who == me}
    return [
        Talk(peer, who in here, channels.get(who), getattr(channels.get(who), "unread", 0))
        for who, peer in sorted(peers.items(), key=lambda item: (item[1].name.casefold(), str(item[0])))
    ]


def open_talk(opened: Opened, peer_id: UUID) -> Talk:
    """Return the messages' place with one peer worker. Raises NotFound for a third person."""
    found = next((one for one in talks_of(opened) if one.peer.id == peer_id), None)
    if found is None:
        raise NotFound
    return found


def messages_of(channel: Channel | None) -> Sequence[Message]:
    """Return the latest messages of a channel, oldest first."""
    if channel is None:
        return []
    rows = Message.objects.filter(channel=channel).select_related("written_by")
    return list(rows.order_by("-sent_at", "-id")[:MOST_SHOWN])[::-1]


def hours_rows(account_id: UUID) -> QuerySet[AnsweringHours]:
    """A peer worker's answering hours, through the week."""
    return AnsweringHours.objects.filter(account_id=account_id).order_by("weekday", "opens")


def week_of(account_id: UUID) -> list[Hours]:
    """Return a peer worker's answering hours as the method takes them."""
    return [Hours(row.weekday, row.opens, row.closes) for row in hours_rows(account_id)]


def answered_now(week: Sequence[Hours], moment: datetime | None = None) -> bool:
    """Whether a message sent at a moment lies within answering hours, in the service's zone."""
    return open_at(week, moment or timezone.now(), timezone.get_default_timezone())


def read_next(week: Sequence[Hours], moment: datetime | None = None) -> datetime | None:
    """Return when messages are read next; None where no hours are given."""
    return next_opening(week, moment or timezone.now(), timezone.get_default_timezone())


def unread_about(opened: Opened) -> int:
    """Return how many messages between these two wait for the viewer; 0 for anybody else."""
    if not (opened.may(Permission.MESSAGE_PEER) and is_of_the_two(opened)):
        return 0
    rows = Message.objects.filter(channel__person_id=opened.person.id, read_at__isnull=True)
    if not opened.is_own:
        rows = rows.filter(channel__account_id=opened.viewer.account_id)
    return rows.exclude(written_by_id=opened.viewer.account_id).count()


def unread_of(viewer: Viewer) -> dict[UUID, int]:
    """Return how many messages wait for this peer worker, by person, of the people they stand beside."""
    if not viewer.may(Permission.MESSAGE_PEER):
        raise NotFound
    rows = Message.objects.filter(channel__person__in=visible_people(viewer), read_at__isnull=True)
    rows = rows.exclude(written_by_id=viewer.account_id).order_by()
    found = rows.values_list("channel__person_id").annotate(waiting=Count("pk"))
    return dict(found)
