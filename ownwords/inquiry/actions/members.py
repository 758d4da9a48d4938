"""Who works in a study: letting somebody in, with a duty, and ending it. A study always has somebody who leads it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import locked, touch
from ownwords.inquiry.models import Duty, Study, StudyMember
from ownwords.inquiry.queries.studies import members_of, researchers_to_ask
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.refusals import Refused


@transaction.atomic
def set_member(*, opened: OpenedStudy, account_id: UUID, duty: str, keeps_key: bool = False) -> StudyMember:
    """Say what somebody does in the study from today on; they come in with it if they were not there.

    Raises:
        NotFound: not who leads it. Refused: no researcher here, or nobody would lead the study any more.
    """
    opened.needs(Need.LEAD)
    duty = rules.one_of(duty, Duty.values, field="duty")
    Study.objects.select_for_update().get(pk=opened.study.id)
    member = members_of(opened).filter(account_id=account_id).first()
    if member is None:
        if account_id not in dict(researchers_to_ask(opened)):
            raise Refused({"account": _("Choose one of the researchers in the list.")})
        member = StudyMember(study=opened.study, account_id=account_id)
    elif duty != Duty.LEAD:
        _somebody_leads(opened, member)
    member.duty, member.keeps_key = duty, keeps_key
    _somebody_keeps_the_key(opened, member)
    touch(member, opened.me)
    member.save()
    _note(opened, Verb.STUDY_MEMBER_SET, member)
    return member


@transaction.atomic
def end_member(*, opened: OpenedStudy, member_id: UUID, version: int) -> StudyMember:
    """End somebody's part in the study today. What they coded stays, under their name.

    Raises:
        NotFound, StaleEdit. Refused: nobody would lead the study, or keep its key, any more.
    """
    opened.needs(Need.LEAD)
    Study.objects.select_for_update().get(pk=opened.study.id)
    member = locked(opened, members_of(opened), member_id, version)
    _somebody_leads(opened, member)
    member.keeps_key = False
    _somebody_keeps_the_key(opened, member)
    member.ends_on = timezone.localdate()
    touch(member, opened.me)
    member.save()
    _note(opened, Verb.STUDY_MEMBER_ENDED, member)
    return member


def _somebody_leads(opened: OpenedStudy, but: StudyMember) -> None:
    if not members_of(opened).filter(duty=Duty.LEAD).exclude(pk=but.pk).exists():
        raise Refused({"": _("Somebody has to lead the study. Name somebody else first.")})


def _somebody_keeps_the_key(opened: OpenedStudy, member: StudyMember) -> None:
    others = members_of(opened).filter(keeps_key=True).exclude(pk=member.pk)
    if not member.keeps_key and not others.exists():
        raise Refused({"keeps_key": _("Somebody has to keep the key. Name somebody else first.")})


def _note(opened: OpenedStudy, verb: Verb, member: StudyMember) -> None:
    after = {"account": str(member.account_id), "duty": member.duty, "keeps_key": member.keeps_key}
    note_act(verb=verb, **opened.signature, thing=Ref("study", opened.study.id), after=after)
