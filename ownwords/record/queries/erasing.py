"""Entries as things that can be erased."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ownwords.people.access import Opened
from ownwords.people.erasable import Erasable
from ownwords.record.models import Entry
from ownwords.record.queries.entries import entries_of


def _seen(opened: Opened) -> Iterable[UUID]:
    rows = entries_of(opened, removed=True)
    if not opened.is_own:
        rows = rows.exclude(removed_at__isnull=False) | rows.filter(removed_by_id=opened.viewer.account_id)
    return rows.order_by().values_list("pk", flat=True)


def _erased(entry_id: UUID) -> bool:
    return Entry.objects.filter(pk=entry_id, erased_at__isnull=False).exists()


ENTRY = Erasable("entry", _("an entry"), _seen, _erased, "record:entry")
