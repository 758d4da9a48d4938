"""Links for people who are asked back: made after checking that it is right, shown once, withdrawn."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.asking import locked_respondent
from ownwords.inquiry.actions.doing import locked, touch
from ownwords.inquiry.actions.rounds import locked_round
from ownwords.inquiry.models import Respondent
from ownwords.inquiry.queries.rounds import runs
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound
from ownwords.people.invitations import digest, make_secret
from ownwords.people.refusals import Refused

LIVES = timedelta(days=28)


class Made(NamedTuple):
    """Whom the link is for, and its secret: to be shown once."""

    respondent: Respondent
    secret: str

    @property
    def path(self) -> str:
        """The link, without the address of the service."""
        return reverse("asked", kwargs={"secret": self.secret})


@transaction.atomic
def make_link(*, opened: OpenedStudy, respondent_id: UUID) -> Made:
    """Make a link that works for 28 days while the round is open; an earlier one of the same person stops working.

    Raises:
        NotFound: no such respondent. Refused: the round is not open, they cannot be asked, or nobody checked today
        that it is still right to ask them.
    """
    opened.needs(Need.CODE)
    row = locked_round(opened, _round_of(opened, respondent_id), None)
    respondent = locked_respondent(opened, row, respondent_id)
    if not runs(row):
        raise Refused({"": _("Open the round first: a link works only while the round is open.")})
    if respondent.right_on != timezone.localdate():
        raise Refused({"right": _("Check first, today, that it is still right to ask this person.")})
    secret = make_secret()
    respondent.secret_hash, respondent.withdrawn_at = digest(secret), None
    respondent.expires_at = timezone.now() + LIVES
    _kept(opened, respondent, Verb.STUDY_LINK_MADE)
    return Made(respondent, secret)


@transaction.atomic
def withdraw_link(*, opened: OpenedStudy, respondent_id: UUID) -> Respondent:
    """Make somebody's link stop working; what they said stays. Raises NotFound: no such link."""
    opened.needs(Need.CODE)
    held = Respondent.objects.filter(secret_hash__isnull=False, withdrawn_at__isnull=True)
    respondent = locked(opened, held, respondent_id, None)
    respondent.withdrawn_at = timezone.now()
    _kept(opened, respondent, Verb.STUDY_LINK_WITHDRAWN)
    return respondent


def _round_of(opened: OpenedStudy, respondent_id: UUID) -> UUID:
    rows = Respondent.objects.filter(study_id=opened.study.id, pk=respondent_id)
    found = rows.values_list("round_id", flat=True).first()
    if found is None:
        raise NotFound
    return found


def _kept(opened: OpenedStudy, respondent: Respondent, verb: Verb) -> None:
    touch(respondent, opened.me)
    respondent.save()
    note_act(
        verb=verb, **opened.signature, thing=Ref("study", opened.study.id),
        after={"respondent": str(respondent.id)},
    )  # fmt: skip
