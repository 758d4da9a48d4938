"""What a team does in its community, for nobody in particular (connecting R13). None of it ever makes a tie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.models import CommunityWork, DirectoryService
from ownwords.connections.queries.community import own_work
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.actions.keeping import day_that_was, nothing_different, state_of
from ownwords.people.actions.sent_again import says
from ownwords.people.models import Team
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MOST_WORDS, MOST_LINE = 2_000, 200


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody did, where, when, and whom they met there in their work role; only ``words`` must be given."""

    words: str
    did_on: date | None = None
    place_words: str = ""
    service_id: UUID | None = None
    contact_words: str = ""

    def checked(self) -> Work:
        """Return it as it will be kept. Raises Refused when something does not fit."""
        service = DirectoryService.objects.filter(pk=self.service_id).first() if self.service_id else None
        if self.service_id and service is None:
            raise Refused({"service": _("This is not in the directory any more. Say the place in words.")})
        place = rules.own_words(self.place_words, field="place_words", needed=False, most=MOST_LINE)
        return Work(
            words=rules.own_words(self.words, most=MOST_WORDS),
            did_on=day_that_was(self.did_on, field="did_on"),
            place_words=place or (service.name[:MOST_LINE] if service else ""),
            service_id=service.id if service else None,
            contact_words=rules.own_words(
                self.contact_words, field="contact_words", needed=False, most=MOST_LINE
            ),
        )

    def put_into(self, row: CommunityWork) -> None:
        """Write it into a row."""
        for name in self.__slots__:
            setattr(row, name, getattr(self, name))


def keep_work(*, viewer: Viewer, team: Team, work: Work, submission: UUID | None = None) -> CommunityWork:
    """Keep what somebody did in the community, for the team.

    Raises:
        Refused: a text or a day does not fit, or the form was used before for something else. NotFound: not this role,
        or not this team.
    """
    may_keep(viewer, team)
    work = work.checked()
    row = CommunityWork(
        team=team, written_by_id=viewer.account_id, changed_by_id=viewer.account_id, submission=submission
    )
    work.put_into(row)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            _note(viewer, Verb.COMMUNITY_WORK_KEPT, row)
            return row
    except IntegrityError as error:
        if submission is None or "saved_once" not in str(error):
            raise
    before = CommunityWork.objects.filter(written_by_id=viewer.account_id, submission=submission).first()
    if before is None or not says(work.put_into)(before):
        again = _("This form has been sent before, and was kept then. Open it again to add something else.")
        raise Refused({"": again})
    return before


@transaction.atomic
def change_work(*, viewer: Viewer, team: Team, work_id: UUID, version: int, work: Work) -> CommunityWork:
    """Say differently what one did oneself. What stood there stays in its history.

    Raises:
        NotFound: missing, or somebody else's. StaleEdit. Refused: nothing is different, or something does not fit.
    """
    row = _locked(viewer, team, work_id, version)
    before = state_of(row)
    work.checked().put_into(row)
    if before == state_of(row):
        raise nothing_different()
    return _save(viewer, Verb.COMMUNITY_WORK_CHANGED, row, before)


@transaction.atomic
def take_back_work(*, viewer: Viewer, team: Team, work_id: UUID, version: int) -> CommunityWork:
    """Take one's own work out of the team's list. It is kept in the history, not shown."""
    row = _locked(viewer, team, work_id, version)
    before = state_of(row)
    row.removed_at = timezone.now()
    return _save(viewer, Verb.COMMUNITY_WORK_REMOVED, row, before)


def may_keep(viewer: Viewer, team: Team) -> None:
    """Raise NotFound unless the viewer keeps community work, and in this team."""
    if not viewer.may(Permission.KEEP_COMMUNITY) or team.id not in viewer.teams:
        raise NotFound


def _locked(viewer: Viewer, team: Team, work_id: UUID, version: int) -> CommunityWork:
    may_keep(viewer, team)
    seen = own_work(viewer, team, work_id)
    row = CommunityWork.objects.select_for_update().get(pk=seen.pk)
    if row.version != version:
        raise StaleEdit(row)
    return row


def _save(viewer: Viewer, verb: Verb, row: CommunityWork, before: dict[str, object]) -> CommunityWork:
    row.version += 1
    row.changed_at, row.changed_by_id = timezone.now(), viewer.account_id
    row.save()
    _note(viewer, verb, row, before)
    return row


def _note(viewer: Viewer, verb: Verb, row: CommunityWork, before: dict[str, object] | None = None) -> None:
    note_act(
        verb=verb,
        actor_id=viewer.account_id,
        role=viewer.role,
        thing=Ref("communitywork", row.id),
        before=before,
        after=state_of(row),
    )
