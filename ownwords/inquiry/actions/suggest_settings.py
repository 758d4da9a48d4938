"""Switching suggestions on and off in a study: off until who leads it has read what they do and wants them."""

from __future__ import annotations

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.studies import keep_study, study_seen
from ownwords.inquiry.actions.suggesting_finding import not_here
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries import suggest_model
from ownwords.people.refusals import Refused


@transaction.atomic
def switch(*, opened: OpenedStudy, version: int, by_rule: bool, by_meaning: bool) -> Study:
    """Say by what passages may be suggested. Nothing is looked for by that; what was accepted stays.

    Raises:
        NotFound: not who leads it. StaleEdit. Refused: nothing is different, or this service has no model.
    """
    opened.needs(Need.LEAD)
    study = study_seen(opened, version)
    if by_meaning and not study.suggests_by_meaning and not suggest_model.there_is_a_model():
        raise Refused({"by_meaning": not_here()})
    before = state_of(study)
    study.suggests_by_rule, study.suggests_by_meaning = by_rule, by_meaning
    return keep_study(opened, study, before)
