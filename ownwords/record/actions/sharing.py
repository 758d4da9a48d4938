"""Who may be named to see an entry, and keeping the names."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.models import Visibility
from ownwords.people.refusals import Refused
from ownwords.people.roles import TEAM_SIGHT
from ownwords.record.models import Entry, Share
from ownwords.record.queries.entries import circle_of


def check_sight(opened: Opened, visibility: str, named: Iterable[UUID]) -> None:
    """Raise Refused unless this viewer may give an entry this sight.

    A worker cannot hide what they write down from themselves and call it private: "only me" is the person's.
    """
    if visibility not in Visibility.values:
        raise Refused({"visibility": _("Choose who can see this.")})
    if opened.is_own:
        _check_named(opened, named)
        return
    if visibility == Visibility.ME:
        raise Refused(
            {
                "visibility": _("Only %(person)s can keep something to themselves.")
                % {"person": opened.person.called}
            }
        )
    by_name = visibility == Visibility.NAMED and opened.viewer.role in TEAM_SIGHT
    if by_name and opened.viewer.account_id not in set(named):
        raise Refused({"named": _("You write this down, so name yourself among those who see it.")})
    _check_named(opened, named)


def _check_named(opened: Opened, named: Iterable[UUID]) -> None:
    wanted = set(named)
    if not wanted:
        return
    circle = circle_of(opened)
    if strange := [who for who in wanted if circle.name_of(who) is None]:
        raise Refused(
            {
                "named": _("%(count)s of those named do not stand around this person today.")
                % {"count": len(strange)}
            }
        )


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
