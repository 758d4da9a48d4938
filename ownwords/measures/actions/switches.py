"""Switching a standard measure on or off for an organisation. An administrator does, and reads no record for it."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.measures.actions.common import nothing_different, state_of
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.models import InstrumentSwitch
from ownwords.measures.queries.instruments import switchable_one
from ownwords.people import rules
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission
from ownwords.people.viewer import Viewer

MOST_NOTE = 2_000


def needs_note(instrument: Instrument) -> bool:
    """Whether a source has to be named before it goes on: what is unconfirmed was shipped off (RS-20)."""
    return bool(instrument.doubts) and not instrument.shipped_on


def switch_measure(
    *,
    viewer: Viewer,
    instrument: str,
    on: bool,
    version: int,
    licence_reference: str = "",
    source_note: str = "",
) -> InstrumentSwitch:
    """Switch a measure on or off in the viewer's organisation.

    Args:
        version: of the switch that was seen; 0 when it had never been touched.
        licence_reference: which licence, or when the authors were told; needed where the licence says so.
        source_note: where what was unconfirmed has been checked; needed where the measure was shipped off with doubts.

    Raises:
        NotFound: not this role, or no such measure. Refused: a reference or a note is missing. StaleEdit.
    """
    organisation = viewer.organisation_id
    if not viewer.may(Permission.MANAGE_MEASURES) or organisation is None:
        raise NotFound
    found = switchable_one(viewer, instrument)
    reference = rules.own_words(licence_reference, field="licence_reference", needed=False, most=MOST_NOTE)
    note = rules.own_words(source_note, field="source_note", needed=False, most=MOST_NOTE)
    if on:
        _may_go_on(found.instrument, reference, note)
    try:
        with transaction.atomic():
            return _switch(
                viewer, organisation, instrument, on=on, version=version, reference=reference, note=note
            )
    except IntegrityError as error:  # two administrators at the same moment
        if "instrument_switch_once" not in str(error):
            raise
        raise StaleEdit(
            InstrumentSwitch.objects.get(organisation_id=organisation, instrument=instrument)
        ) from None


def _may_go_on(instrument: Instrument, reference: str, note: str) -> None:
    wrong = {}
    if instrument.licence.needs_reference and not reference:
        wrong["licence_reference"] = _(
            "Say which licence you hold, or when you told the authors. It cannot be on without."
        )
    if needs_note(instrument) and not note:
        wrong["source_note"] = _("Say where you have checked what is unconfirmed. It cannot be on without.")
    if wrong:
        raise Refused(wrong)


def _switch(
    viewer: Viewer, organisation: UUID, instrument: str, *, on: bool, version: int, reference: str, note: str
) -> InstrumentSwitch:
    rows = InstrumentSwitch.objects.select_for_update()
    row = rows.filter(organisation_id=organisation, instrument=instrument).first()
    before = state_of(row) if row else None
    if row is None:
        row = InstrumentSwitch(organisation_id=organisation, instrument=instrument, version=0)
    if row.version != version:
        raise StaleEdit(row)
    if before is not None and (row.on, row.licence_reference, row.source_note) == (on, reference, note):
        raise nothing_different()
    row.on, row.licence_reference, row.source_note = on, reference, note
    row.version += 1
    row.changed_at, row.changed_by_id = timezone.now(), viewer.account_id
    row.save()
    note_act(
        verb=Verb.MEASURE_SWITCHED,
        actor_id=viewer.account_id,
        role=viewer.role,
        thing=Ref("instrumentswitch", row.id),
        before=before,
        after=state_of(row),
    )
    return row
