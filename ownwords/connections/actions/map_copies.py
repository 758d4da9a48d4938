"""Dated copies of a map. A copy points to versions, so that no later change and no later copy can alter it (R6)."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.actions.maps import Turn
from ownwords.connections.models import MapCopy, MapCopyItem, MapCopyLink, MapLink
from ownwords.connections.queries.map_copies import copies_of
from ownwords.connections.queries.maps import map_now
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import (
    checked_sight,
    keep_act,
    kept_once,
    locked,
    may_write,
    save_change,
    share_with,
    signed,
    state_of,
)
from ownwords.people.actions.kept_kind import KeptKind
from ownwords.people.actions.sent_again import columns, says
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.sight import Sight

MOST_LABEL = 120
MAP_COPIES = KeptKind(
    rows=copies_of,
    shared=Verb.MAP_SHARED,
    restored=Verb.MAP_COPY_RESTORED,
    permission=Permission.DRAW_MAP,
    guard=Turn,
)


def keep_copy(
    *, opened: Opened, label: str = "", sight: Sight | None = None, submission: UUID | None = None
) -> MapCopy:
    """Keep the map as it is now, with today's date. Who draws it keeps what they see.

    Raises:
        Refused: nothing stands on the map, the label is too long, or the viewer does not draw this map.
    """
    may_write(opened, Permission.DRAW_MAP)
    label = rules.own_words(label, field="label", needed=False, most=MOST_LABEL)
    sight = checked_sight(opened, sight)

    def make() -> MapCopy:
        Turn(opened)
        now = map_now(opened)
        if not now.items:
            raise Refused({"": _("Nothing stands on the map yet, so there is nothing to copy.")})
        asked = now.asked is not None and now.asked.links_asked_on is not None
        copy = MapCopy(**signed(opened), visibility=sight.visibility, label=label, links_asked=asked)
        copy.submission = submission
        copy.save(force_insert=True)
        share_with(opened, copy, sight.named, new=True)
        MapCopyItem.objects.bulk_create(
            MapCopyItem(copy=copy, item=item, item_version=item.version) for item in now.items
        )
        links = MapLink.objects.filter(person_id=opened.person.id, unlinked_at__isnull=True)
        standing = set(now.links)
        MapCopyLink.objects.bulk_create(
            MapCopyLink(copy=copy, link=link) for link in links if (link.one_id, link.other_id) in standing
        )
        keep_act(opened, Verb.MAP_COPIED, copy)
        return copy

    rows = copies_of(opened, removed=True)
    return kept_once(rows, opened, submission, make, same=says(columns(label=label), sight))


@transaction.atomic
def remove_copy(*, opened: Opened, copy_id: UUID, version: int, reason: str = "") -> MapCopy:
    """Take a copy out of view, with a reason if somebody gives one; it can be put back."""
    reason = rules.own_words(reason, field="reason", needed=False, most=500) or "-"
    Turn(opened)
    copy = locked(opened, copies_of(opened), copy_id, version, permission=Permission.DRAW_MAP)
    before = state_of(copy)
    copy.removed_at, copy.removed_by_id = timezone.now(), opened.viewer.account_id
    copy.removed_reason = reason
    return save_change(opened, copy, Verb.MAP_COPY_REMOVED, before)


def restore_copy(*, opened: Opened, copy_id: UUID, version: int) -> MapCopy:
    """Put a copy back that was out of view."""
    return MAP_COPIES.restore(opened=opened, thing_id=copy_id, version=version)
