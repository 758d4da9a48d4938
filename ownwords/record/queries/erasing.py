"""Entries as things that can be erased."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ownwords.people.access import Opened
from ownwords.people.erasable import Erasable
from ownwords.record.models import Entry
from ownwords.record.queries.entries import entries_with_removed


def _seen(opened: Opened) -> Iterable[UUID]:
    return entries_with_removed(opened).order_by().values_list("pk", flat=True)


def _erased(entry_id: UUID) -> bool:
    return Entry.objects.filter(pk=entry_id, erased_at__isnull=False).exists()


ENTRY = Erasable("entry", _("an entry"), _seen, _erased, "record:entry")
