"""Who may be named to see an entry, and keeping the names."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from ownwords.people.access import Opened
from ownwords.record.models import Entry, Share


def share_with(opened: Opened, entry: Entry, named: Iterable[UUID], *, new: bool = False) -> None:
    """Make the accounts named for an entry exactly these; a new entry has none yet."""
    wanted = set(named)
    present: set[UUID] = set()
    if not new:
        present = set(Share.objects.filter(entry=entry).values_list("account_id", flat=True))
    if present - wanted:
        Share.objects.filter(entry=entry, account_id__in=present - wanted).delete()
    if wanted - present:
        # Whoever is named with the first words sees them too; those named later see what is said from then on.
        moment = entry.changed_at if new else timezone.now()
        Share.objects.bulk_create(
            Share(
                entry=entry,
                person_id=entry.person_id,
                account_id=who,
                made_at=moment,
                made_by_id=opened.viewer.account_id,
            )
            for who in sorted(wanted - present)
        )
