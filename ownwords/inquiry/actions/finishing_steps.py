"""Undoing and redoing from the desk: as anywhere, but not in a text that one has said to have finished."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions import undoing
from ownwords.inquiry.models import Finished, StudyStep
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.people.refusals import Refused


@transaction.atomic
def turn_step(*, opened: OpenedStudy, step_id: UUID, back: bool) -> StudyStep:
    """Undo the viewer's newest step, or do again what they undid last.

    Raises:
        Refused: as `undoing.undo`; or it would change codings of a text that the viewer has finished.
    """
    step = next_undo(opened) if back else next_redo(opened)
    if step is not None and step.id == step_id and _touches_finished(opened, step):
        said = _("This changes passages of a text that you have said to have finished.")
        raise Refused({"": f"{said} {_('Take that back first, below the text.')}"})
    turn = undoing.undo if back else undoing.redo
    return turn(opened=opened, step_id=step_id)


def _touches_finished(opened: OpenedStudy, step: StudyStep) -> bool:
    states = (
        state
        for change in step.changes
        if change["table"] == "coding" and "id" in change
        for state in (change["before"], change["after"])
        if state
    )
    mine = {one["source_id"] for one in states if one["coder_id"] == str(opened.me)}
    done = Finished.objects.filter(study_id=opened.study.id, coder_id=opened.me)
    return bool(mine) and done.filter(source_id__in=mine).exists()
