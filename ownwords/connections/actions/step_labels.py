"""How a service words the steps of connecting. Old records keep the words they were logged with (connecting R12)."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from ownwords.connections.method.vocabulary import MOST_LABEL
from ownwords.connections.models import StepLabel
from ownwords.connections.queries.step_labels import term_of
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.actions.keeping import nothing_different, state_of
from ownwords.people.refusals import StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer


def word_step(*, viewer: Viewer, step: str, words: str, version: int) -> StepLabel:
    """Word one step for the viewer's organisation, from today on.

    Args:
        version: of the words that were seen; 0 when they were those that came with the program.

    Raises:
        NotFound: not this role, or no such step. Refused: the words do not fit, or nothing is different. StaleEdit.
    """
    organisation = viewer.organisation_id
    if not viewer.may(Permission.MANAGE_DIRECTORY) or organisation is None:
        raise NotFound
    term = term_of(step)
    words = rules.own_words(words, most=MOST_LABEL).strip()
    try:
        with transaction.atomic():
            return _word(viewer, organisation, step, words, version, shipped=term.label)
    except IntegrityError as error:  # two administrators at the same moment
        if "step_label_once" not in str(error):
            raise
        raise StaleEdit(StepLabel.objects.get(organisation_id=organisation, step=step)) from None


def _word(
    viewer: Viewer, organisation: UUID, step: str, words: str, version: int, *, shipped: str
) -> StepLabel:
    row = StepLabel.objects.select_for_update().filter(organisation_id=organisation, step=step).first()
    before = state_of(row) if row else None
    if row is None:
        row = StepLabel(organisation_id=organisation, step=step, version=0)
    if row.version != version:
        raise StaleEdit(row)
    if words == (row.words or shipped):
        raise nothing_different()
    row.words = words
    row.version += 1
    row.changed_at, row.changed_by_id = timezone.now(), viewer.account_id
    row.save()
    note_act(
        verb=Verb.STEP_LABEL_SET,
        actor_id=viewer.account_id,
        role=viewer.role,
        thing=Ref("steplabel", row.id),
        before=before,
        after=state_of(row),
    )
    return row
