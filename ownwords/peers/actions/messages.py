"""Messages between meetings: switching them on and off, sending, and saying when they are answered (PS-22).

They belong to no record: no act tells of a single message, no copy and no search holds one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.verbs import Verb
from ownwords.peers.method.hours import Hours
from ownwords.peers.models import AnsweringHours, Channel, Message
from ownwords.peers.queries.messages import answered_now, hours_rows, open_talk, week_of
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.holding import hold
from ownwords.people.actions.keeping import keep_act
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MOST_WORDS = 1_000
MOST_A_DAY = 100
MOST_HOURS = 21


@transaction.atomic
def switch_messages(*, opened: Opened, peer_id: UUID, on: bool) -> Channel:
    """Switch messages on or off; either of the two may. Switching to what stands already changes nothing.

    Raises:
        NotFound: a third person. Refused: on, with a peer worker who stands beside them no more.
    """
    talk = open_talk(opened, peer_id)
    if on and not talk.beside:
        raise Refused({"": _("%(peer)s no longer walks beside you here.") % {"peer": talk.peer.name}})
    channel, new = Channel.objects.get_or_create(
        person_id=opened.person.id,
        account_id=peer_id,
        defaults={"on": on, "switched_by_id": opened.viewer.account_id},
    )
    if not new:
        channel = Channel.objects.select_for_update(of=("self",)).get(pk=channel.pk)
    if new or channel.on is not on:
        if not new:
            channel.on, channel.switched_at = on, timezone.now()
            channel.switched_by_id, channel.version = opened.viewer.account_id, channel.version + 1
            channel.save()
        keep_act(opened, Verb.CHANNEL_SWITCHED, channel)
    return channel


def send_message(*, opened: Opened, peer_id: UUID, words: str, submission: UUID | None = None) -> Message:
    """Send a message to the other of the two; the same form sent twice sends one.

    Raises:
        Refused: messages are off, the words do not fit, or very many were sent today.
    """
    talk = open_talk(opened, peer_id)
    if talk.channel is None or not talk.on:
        raise Refused({"": _("Messages are switched off. Nothing was sent.")})
    words = rules.own_words(words, most=MOST_WORDS)
    mine = Message.objects.filter(channel=talk.channel, written_by_id=opened.viewer.account_id)
    before = mine.filter(submission=submission).first() if submission else None
    if before is not None and before.words == words:
        return before
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    if mine.filter(sent_at__gte=start).count() >= MOST_A_DAY:
        raise Refused({"": _("That is very many messages for one day. Call instead, or write tomorrow.")})
    now = timezone.now()
    try:
        with transaction.atomic():
            return Message.objects.create(
                channel=talk.channel,
                written_by_id=opened.viewer.account_id,
                words=words,
                sent_at=now,
                outside_hours=opened.is_own and not answered_now(week_of(peer_id), now),
                submission=submission,
            )
    except IntegrityError:
        raise Refused({"": _("This form has been sent before. Open it again to write more.")}) from None


def mark_read(*, opened: Opened, channel: Channel | None) -> int:
    """Mark what the other wrote as read; return how many messages it was."""
    if channel is None or channel.person_id != opened.person.id:
        return 0
    rows = Message.objects.filter(channel=channel, read_at__isnull=True)
    return rows.exclude(written_by_id=opened.viewer.account_id).update(read_at=timezone.now())


@transaction.atomic
def set_hours(*, viewer: Viewer, hours: Iterable[Hours]) -> list[AnsweringHours]:
    """Say when one answers messages, for the whole week at once.

    Raises:
        Refused: two stretches of one day overlap, or there are very many.
    """
    if not viewer.may(Permission.MESSAGE_PEER) or not viewer.may(Permission.OWN_SPACE):
        raise NotFound
    week = sorted(set(hours))
    if len(week) > MOST_HOURS:
        raise Refused({"": _("That is more than fits. Three stretches a day are enough.")})
    for one, after in pairwise(week):
        if one.weekday == after.weekday and after.opens < one.closes:
            raise Refused({"": _("Two stretches of one day overlap.")})
    hold("hours", viewer.account_id)  # two weeks saved at the same moment come one after the other
    hours_rows(viewer.account_id).delete()
    rows = [
        AnsweringHours(account_id=viewer.account_id, weekday=one.weekday, opens=one.opens, closes=one.closes)
        for one in week
    ]
    note_act(verb=Verb.ANSWERING_HOURS_SET, actor_id=viewer.account_id, role=viewer.role)
    return AnsweringHours.objects.bulk_create(rows)
