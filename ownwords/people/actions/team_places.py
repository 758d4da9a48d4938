"""Which teams support a person: adding one, and coming back. Ending one is in `endings`."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.endings import LONGEST_REASON
from ownwords.people.actions.people import Details
from ownwords.people.models import Placement
from ownwords.people.models.spans import current
from ownwords.people.queries.people import KnownBefore, known_before, other_teams, teams_before
from ownwords.people.refusals import Refused
from ownwords.people.roles import TEAM_SIGHT, Permission
from ownwords.people.viewer import Viewer


def add_team(*, opened: Opened, team_id: UUID, reason: str = "") -> Placement:
    """Let another team of the organisation support the person as well; its staff see the record from now on.

    Only staff of a team that supports the person may. Adding a team that is there already changes nothing.
    """
    if opened.viewer.role not in TEAM_SIGHT:
        raise NotFound
    there = Placement.objects.filter(current(), person=opened.person, team_id=team_id).first()
    if there is not None:
        return there
    if not other_teams(opened.person).filter(pk=team_id).exists():
        raise Refused({"team": _("Choose a team of your organisation.")})
    return _place(opened.viewer, opened.person.id, team_id, reason)


def _place(viewer: Viewer, person_id: UUID, team_id: UUID, reason: str = "") -> Placement:
    try:
        with transaction.atomic():
            row = Placement.objects.create(person_id=person_id, team_id=team_id)
            note_act(
                verb=Verb.PERSON_PLACED,
                actor_id=viewer.account_id,
                role=viewer.role,
                about_id=person_id,
                thing=Ref("placement", row.id),
                reason=reason[:LONGEST_REASON],
                after={"team": team_id, "starts_on": row.starts_on},
            )
    except IntegrityError:
        # Somebody did the same at the same moment.
        return Placement.objects.get(person_id=person_id, team_id=team_id, ends_on__isnull=True)
    return row


def come_back(*, opened: Opened, team_id: UUID) -> Placement:
    """The person themselves comes back to a team that supported them before. No referral, no question why."""
    if not opened.is_own:
        raise NotFound
    there = Placement.objects.filter(current(), person=opened.person, team_id=team_id).first()
    if there is not None:
        return there
    if team_id not in {team.id for team in teams_before(opened.person.id)}:
        raise NotFound
    return _place(opened.viewer, opened.person.id, team_id)


def welcome_back(*, viewer: Viewer, team_id: UUID, details: Details) -> KnownBefore:
    """Support somebody again whom no team supports today, found by what was typed (`add_person` has asked).

    Raises:
        Refused: nobody fits any more; they may have come back in the meantime.
    """
    if not viewer.may(Permission.ADD_PERSON) or team_id not in viewer.teams:
        raise NotFound
    known = known_before(team_id, nhs_number=details.nhs_number) or known_before(
        team_id, names=(details.called, details.full_name), born=details.date_of_birth
    )
    if known is None:
        raise Refused(
            {"": _("Somebody welcomed this person back a moment ago. Look in your list of people.")}
        )
    _place(viewer, known.person_id, team_id)
    return known
