"""Ending a team's support: whose decision it was, and what stays open (RS-26).

No ending is final. The record, and all that is planned and followed in it, stays the person's; they come back from
their own page (`team_places.come_back`), or a team of the organisation welcomes them back (`welcome_back`).
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.models import Placement
from ownwords.people.models.spans import current
from ownwords.people.refusals import Refused
from ownwords.people.roles import TEAM_SIGHT

LONGEST_REASON = 2_000


@transaction.atomic
def end_support(
    *, opened: Opened, team_id: UUID, decision: str, reason: str, stays_open: str = ""
) -> Placement:
    """Say that one of the viewer's own teams stops supporting the person from today.

    Args:
        opened: the person.
        team_id: one of the viewer's teams.
        decision: whose decision it was, one of `Placement.Decision`.
        reason: why, in words that the person will read.
        stays_open: what stays open, in plain words; the person reads these too.

    Raises:
        NotFound: not the viewer's team, or it does not support the person.
        Refused: field -> what does not fit.
    """
    if opened.viewer.role not in TEAM_SIGHT or team_id not in opened.viewer.teams:
        raise NotFound
    if decision not in Placement.Decision.values:
        raise Refused({"decision": _("Say whose decision this is.")})
    reason = rules.own_words(reason, field="reason", most=LONGEST_REASON)
    stays_open = rules.own_words(stays_open, field="stays_open", needed=False, most=LONGEST_REASON)
    rows = Placement.objects.select_for_update().filter(current(), person=opened.person, team_id=team_id)
    row = rows.first()
    if row is None:
        raise NotFound
    today = timezone.localdate()
    # The act first: once the place has ended, the database hides the person from this team.
    note_act(
        verb=Verb.PLACEMENT_ENDED,
        **opened.signature,
        thing=Ref("placement", row.id),
        reason=reason,
        before={"team": team_id, "ends_on": None, "ended_by": "", "stays_open": ""},
        after={"team": team_id, "ends_on": today, "ended_by": decision, "stays_open": stays_open},
    )
    row.ends_on, row.ended_by, row.stays_open = today, decision, stays_open
    row.save(update_fields=["ends_on", "ended_by", "stays_open"])
    return row
