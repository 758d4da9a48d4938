"""Setting up a study, and changing what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import touch
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.models import Duty, Method, Study, StudyMember
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.actions.sent_again import sent_before
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MOST_TITLE, MOST_WORDS = 200, 5_000
FEWEST_ALIKE, MOST_ALIKE = 2, 20


@dataclass(frozen=True, slots=True)
class Plan:
    """What a study says of itself. ``fewest_alike``: how many must be alike before one of them is described."""

    title: str
    method: str
    question: str = ""
    method_words: str = ""
    ethics_reference: str = ""
    blind: bool = False
    fewest_alike: int = 3

    def checked(self) -> Plan:
        """Return it as it will be kept. Raises Refused: field -> what does not fit."""
        own = self.method == Method.OWN
        if not FEWEST_ALIKE <= self.fewest_alike <= MOST_ALIKE:
            words = _("Give a whole number from %(least)s to %(most)s.")
            raise Refused({"fewest_alike": words % {"least": FEWEST_ALIKE, "most": MOST_ALIKE}})
        return Plan(
            title=rules.own_words(self.title, field="title", most=MOST_TITLE).strip(),
            method=rules.one_of(self.method, Method.values, field="method"),
            question=rules.own_words(self.question, field="question", needed=False, most=MOST_WORDS),
            method_words=rules.own_words(
                self.method_words, field="method_words", needed=own, most=MOST_WORDS
            ),
            ethics_reference=rules.own_words(
                self.ethics_reference, field="ethics_reference", needed=False, most=MOST_TITLE
            ).strip(),
            blind=self.blind,
            fewest_alike=self.fewest_alike,
        )

    def put_into(self, study: Study) -> None:
        """Write it into a row."""
        for name in self.__slots__:
            setattr(study, name, getattr(self, name))


def make_study(*, viewer: Viewer, plan: Plan, submission: UUID | None = None) -> Study:
    """Set up a study. Whoever does leads it and keeps its key, until they say otherwise.

    Raises:
        NotFound: not a researcher of an organisation. Refused: something does not fit.
    """
    if not viewer.may(Permission.WORK_IN_STUDY) or viewer.organisation_id is None:
        raise NotFound
    plan = plan.checked()
    who = viewer.account_id
    study = Study(
        organisation_id=viewer.organisation_id, made_by_id=who, changed_by_id=who, submission=submission
    )
    plan.put_into(study)
    try:
        with transaction.atomic():
            study.save(force_insert=True)
            StudyMember.objects.create(
                study=study, account_id=who, duty=Duty.LEAD, keeps_key=True, changed_by_id=who
            )
            note_act(
                verb=Verb.STUDY_MADE, actor_id=who, role=viewer.role, thing=Ref("study", study.id),
                after=state_of(study),
            )  # fmt: skip
    except IntegrityError:
        before = Study.objects.filter(submission=submission, made_by_id=who).first() if submission else None
        if before is None:
            raise
        if before.title != plan.title:
            raise sent_before() from None
        return before
    return study


@transaction.atomic
def change_study(*, opened: OpenedStudy, version: int, plan: Plan) -> Study:
    """Say differently what a study is. What stood there stays in its history; codings stay as they are.

    Raises:
        NotFound: not who leads it. StaleEdit. Refused: something does not fit, or nothing is different.
    """
    opened.needs(Need.LEAD)
    plan = plan.checked()
    study = study_seen(opened, version)
    before = state_of(study)
    plan.put_into(study)
    return keep_study(opened, study, before)


def study_seen(opened: OpenedStudy, version: int) -> Study:
    """Return the study, locked, if it is still the version that was seen. Raises StaleEdit."""
    study = Study.objects.select_for_update().get(pk=opened.study.id)
    if study.version != version:
        raise StaleEdit(study)
    return study


def keep_study(opened: OpenedStudy, study: Study, before: dict[str, Any]) -> Study:
    """Write what a study says of itself, with its act. Raises Refused: nothing is different."""
    if state_of(study) == before:
        raise nothing_different()
    touch(study, opened.me)
    study.save()
    note_act(
        verb=Verb.STUDY_CHANGED, **opened.signature, thing=Ref("study", study.id), before=before,
        after=state_of(study),
    )  # fmt: skip
    return study
