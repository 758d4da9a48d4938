"""Switching suggestions on and off in a study: off until who leads it has read what they do and wants them."""

from __future__ import annotations

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.doing import touch
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.suggesting_finding import not_here
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries import suggest_model
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.refusals import Refused, StaleEdit


@transaction.atomic
def switch(*, opened: OpenedStudy, version: int, by_rule: bool, by_meaning: bool) -> Study:
    """Say by what passages may be suggested. Nothing is looked for by that; what was accepted stays.

    Raises:
        NotFound: not who leads it. StaleEdit. Refused: nothing is different, or this service has no model.
    """
    opened.needs(Need.LEAD)
    study = Study.objects.select_for_update().get(pk=opened.study.id)
    if study.version != version:
        raise StaleEdit(study)
    if by_meaning and not study.suggests_by_meaning and not suggest_model.there_is_a_model():
        raise Refused({"by_meaning": not_here()})
    before = state_of(study)
    study.suggests_by_rule, study.suggests_by_meaning = by_rule, by_meaning
    if state_of(study) == before:
        raise nothing_different()
    touch(study, opened.me)
    study.save()
    note_act(
        verb=Verb.STUDY_CHANGED, **opened.signature, thing=Ref("study", study.id), before=before,
        after=state_of(study),
    )  # fmt: skip
    return study
