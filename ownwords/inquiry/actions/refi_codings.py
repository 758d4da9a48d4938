"""Passages that come in from another program: positions checked, GUIDs kept, the same passage of one person once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.utils import timezone

from ownwords.inquiry.actions.refi_state import Bringing
from ownwords.inquiry.method.brought import own
from ownwords.inquiry.method.brought import told as say
from ownwords.inquiry.method.brought.flat import Passage, Text
from ownwords.inquiry.method.brought.names import kept
from ownwords.inquiry.models import Coding, Finished, HowCoded

MANY = 500
HOWS = tuple(HowCoded.values)


class _Seen:
    """What is here already, as far as whoever brings the project in may know it, and what came in before it."""

    def __init__(self, doing: Bringing) -> None:
        columns = ("guid", "id", "source_id", "start", "end", "code_id", "coder_id", "brought_by")
        self.guids: dict[UUID, UUID] = {}
        self.laid: set[tuple[Any, ...]] = set()
        rows = Coding.objects.filter(study_id=doing.study.id).order_by()
        for guid, one, *laid in rows.values_list(*columns).iterator(chunk_size=5_000):
            self.guids[guid] = one
            self.laid.add(tuple(laid))
        done = (
            Finished.objects.filter(study_id=doing.study.id) if doing.study.blind else Finished.objects.none()
        )
        # Who has finished a text sees the others' coding of it, and adds nothing under the impression.
        self.finished = set(done.values_list("source_id", "coder_id"))

    def against(self, row: Coding, laid: tuple[Any, ...]) -> str:
        """Return why a passage is not taken, "" where it is."""
        if row.start >= row.end:
            return say.EMPTY
        if laid in self.laid:
            return say.TWICE
        return say.FINISHED if (row.source_id, row.coder_id) in self.finished else ""


def bring_codings(doing: Bringing, texts: list[Text]) -> None:
    """Keep the passages that are not here yet."""
    rows = _rows(doing, texts, _Seen(doing))
    while many := list(islice(rows, MANY)):
        # Somebody else's coding that a blind study hides is not overwritten, and not told of either.
        Coding.objects.bulk_create(many, ignore_conflicts=True)
        found = set(Coding.objects.filter(pk__in=[one.id for one in many]).values_list("id", flat=True))
        doing.told.came["codings"] += len(found)
        doing.told.there["codings"] += len(many) - len(found)
        doing.codings.update((str(one.guid), one.id) for one in many if one.id in found)


def _rows(doing: Bringing, texts: list[Text], seen: _Seen) -> Iterator[Coding]:
    for text in texts:
        source = doing.sources[text.source.guid]
        for passage in text.passages:
            guid = UUID(passage.coding.guid)
            if guid in seen.guids:
                doing.told.there["codings"] += 1
                doing.codings[passage.coding.guid] = seen.guids[guid]
                continue
            row = _row(doing, source, passage, guid)
            if row is None:
                doing.told.lost("codings", say.OUT_OF_VIEW, text.source.name)
                continue
            laid = (source, row.start, row.end, row.code_id, row.coder_id, row.brought_by)
            if why := seen.against(row, laid):
                doing.told.lost("codings", why, text.source.name)
                continue
            seen.laid.add(laid)
            seen.guids[guid] = row.id
            yield row


def _row(doing: Bringing, source: UUID, passage: Passage, guid: UUID) -> Coding | None:
    given = passage.coding
    code = doing.codes.get(given.code)
    if code is None:
        return None
    said = own.own(doing.project.extra, "codings", given.guid)
    whose = doing.whose(given.stamp.made_by)
    if whose.brought_by:
        doing.told.repaired("codings", say.OTHERS, whose.brought_by)
    return Coding(
        study_id=doing.study.id, guid=guid, source_id=source, code_id=code, coder_id=whose.account_id,
        start=passage.start, end=passage.end, memo=kept(passage.memo) if passage.memo else "",
        how=own.choice(said, "how", HOWS, HowCoded.HAND if doing.is_own else HowCoded.BROUGHT),
        strength=own.whole(said, "strength", 100), made_at=doing.at(given.stamp.made),
        changed_at=_changed(doing, said, given.stamp.made),
        changed_by_id=doing.me, **whose.columns(),
    )  # fmt: skip


def _changed(doing: Bringing, said: Mapping[str, Any], made: str) -> datetime:
    """Return when a coding was changed last: what our own file says of it; now, in a file of another program."""
    return doing.at(own.line(said, "changed") or made) if doing.is_own else timezone.now()
