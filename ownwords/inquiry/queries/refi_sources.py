"""Texts with their passages as another program takes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from ownwords.inquiry.method.refi.model.selections import Coding, Selection, TextSpan
from ownwords.inquiry.method.refi.model.sources import Source, SourceKind
from ownwords.inquiry.method.refi.model.stamp import Stamp
from ownwords.inquiry.method.refi.parts.guids import derived
from ownwords.inquiry.models import HowCoded, SourceText, Speaker, Turn
from ownwords.inquiry.models import Source as SourceRow
from ownwords.inquiry.queries.export_scope import Scope
from ownwords.inquiry.queries.patience import patient
from ownwords.inquiry.queries.refi_codes import Values
from ownwords.inquiry.queries.refi_notes import Notes
from ownwords.inquiry.queries.refi_users import Signing, moment_of

COLUMNS = (
    "id", "guid", "code__guid", "start", "end", "coder_id", "brought_by", "brought_guid", "made_at", "how", "strength",
    "memo", "changed_at",
)  # fmt: skip

AFTER = timedelta(seconds=1)


def sources_to_go(
    scope: Scope, signing: Signing, notes: Notes, values: Values, extra: dict[str, dict[str, Any]]
) -> Iterator[Source]:
    """Yield each text in view with its passages; what the standard has no place for goes into ``extra``."""
    rows = SourceRow.objects.filter(study_id=scope.study.id, removed_at__isnull=True)
    for row in rows.order_by("position", "made_at", "guid"):
        text = SourceText.objects.filter(source_id=row.id, number=row.text_version).first()
        with patient():
            selections = tuple(_selections(scope, row, signing, notes, extra["codings"]))
        extra["sources"][str(row.guid)] = _particulars(row, text)
        yield Source(
            str(row.guid), SourceKind.TEXT, row.title, text.words if text else "", row.reference,
            Stamp(made=moment_of(row.made_at)), selections, notes=notes.about("source", row.id),
            values=values.of(row.id),
        )  # fmt: skip


def _selections(
    scope: Scope, row: SourceRow, signing: Signing, notes: Notes, extra: dict[str, Any]
) -> Iterator[Selection]:
    found = scope.codings.filter(source_id=row.id).order_by("start", "end", "guid")
    for one, guid, code, start, end, coder, brought_by, brought_guid, at, how, strength, memo, changed in (
        found.values_list(*COLUMNS).iterator(chunk_size=5_000)
    ):  # fmt: skip
        stamp = signing.stamp(coder, brought_by, brought_guid, at)
        key = str(guid)
        said = _of_coding(how, strength, at, changed)
        if said:
            extra[key] = said
        coding = Coding(key, str(code), stamp, notes.about("coding", one))
        yield Selection(
            derived("selection", key), TextSpan(start, end), (coding,), description=memo, stamp=stamp
        )


def _of_coding(how: str, strength: int | None, at: datetime, changed: datetime) -> dict[str, Any]:
    """Return what the standard cannot say of a passage; when it was changed, where that was after it was made."""
    said: dict[str, Any] = {} if strength is None else {"strength": strength}
    if said or how != HowCoded.HAND:
        said["how"] = how
    return said | ({"changed": moment_of(changed)} if changed - at > AFTER else {})


def _particulars(row: SourceRow, text: SourceText | None) -> dict[str, Any]:
    """Return what we keep of a text besides: not who was there, nor the name of its file, which may be somebody's."""
    speakers = list(Speaker.objects.filter(source_id=row.id).select_related("participant").order_by("label"))
    number = {one.id: place for place, one in enumerate(speakers)}
    turns = Turn.objects.filter(source_id=row.id).order_by("number")
    columns = ("start", "said_from", "end", "at_ms", "speaker_id")
    return {
        "kind": row.kind,
        "held_on": row.held_on.isoformat() if row.held_on else None,
        "place": row.place,
        "minutes": row.minutes,
        "recorded_how": row.recorded_how,
        "checked": row.speakers_checked_at is not None,
        "pages": list(text.pages) if text else [],
        "speakers": [{"label": one.label, "asks": one.asks, "case": _case(one)} for one in speakers],
        "turns": [[*rest, number.get(speaker)] for *rest, speaker in turns.values_list(*columns)],
    }


def _case(speaker: Speaker) -> str | None:
    participant = speaker.participant
    return str(participant.guid) if participant and participant.withdrew_on is None else None
