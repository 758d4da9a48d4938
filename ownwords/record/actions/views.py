"""Another voice beside an entry: neither overwrites the other, and only its author takes it back (RS-13)."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.refusals import Refused
from ownwords.record.actions.entries import may_write
from ownwords.record.models import Entry, OtherView, Said
from ownwords.record.queries.entries import open_entry


def add_view(*, opened: Opened, entry_id: UUID, words: str, submission: UUID | None = None) -> OtherView:
    """Put the viewer's own view beside an entry that they see; in the same size, with their name.

    Raises:
        NotFound: the entry is missing or hidden, or the role does not write. Refused: the words do not fit.
    """
    may_write(opened)
    entry = open_entry(opened, entry_id)
    view = OtherView(
        entry=entry,
        said_by=Said.PERSON if opened.is_own else Said.WORKER,
        author_id=opened.viewer.account_id,
        words=rules.own_words(words),
        submission=submission,
    )
    try:
        with transaction.atomic():
            view.save(force_insert=True)
            _note(opened, Verb.VIEW_ADDED, entry)
    except IntegrityError:
        mine = OtherView.objects.filter(author_id=opened.viewer.account_id, submission=submission)
        if submission is None or (before := mine.filter(entry=entry, words=view.words).first()) is None:
            raise Refused({"": _("This form has been used before. Open it again to say more.")}) from None
        return before
    return view


@transaction.atomic
def withdraw_view(*, opened: Opened, view_id: UUID) -> OtherView:
    """Take back one's own view. Raises NotFound for anybody else's: nobody can silence the other voice."""
    may_write(opened)
    view = (
        OtherView.objects.select_for_update(of=("self",))
        .filter(pk=view_id, author_id=opened.viewer.account_id, withdrawn_at__isnull=True)
        .first()
    )
    if view is None:
        raise NotFound
    entry = open_entry(opened, view.entry_id)
    view.withdrawn_at = timezone.now()
    view.version += 1
    view.save(update_fields=["withdrawn_at", "version"])
    _note(opened, Verb.VIEW_WITHDRAWN, entry)
    return view


def _note(opened: Opened, verb: Verb, entry: Entry) -> None:
    note_act(
        verb=verb,
        **opened.signature,
        on_behalf_of_id=opened.for_whom,
        thing=Ref(entry.kind, entry.id),
    )
