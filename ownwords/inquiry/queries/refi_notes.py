"""Memos as notes of a project that goes out, each pointed to by what it is about."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from ownwords.inquiry.method.refi.model.graphs import Link
from ownwords.inquiry.method.refi.model.sources import Source, SourceKind
from ownwords.inquiry.method.refi.parts.guids import derived
from ownwords.inquiry.models import About, Code, Memo, MemoKind, Participant
from ownwords.inquiry.models import Source as SourceRow
from ownwords.inquiry.queries.export_scope import Scope
from ownwords.inquiry.queries.refi_users import Signing


class Notes:
    """The memos that may go out, whose subject goes out with them (six queries).

    The standard lets a note of a case stand only at the end of a link.
    """

    def __init__(self, scope: Scope, signing: Signing, extra: dict[str, Any]) -> None:
        there = _there(scope)
        self.all: list[Source] = []
        self.links: list[Link] = []
        self._about: dict[tuple[str, UUID | None], list[str]] = defaultdict(list)
        for memo in scope.memos.order_by("made_at", "guid"):
            if memo.about != About.STUDY and memo.about_id not in there[memo.about]:
                continue
            guid = str(memo.guid)
            stamp = signing.stamp(memo.made_by_id, memo.brought_by, memo.brought_guid, memo.made_at)
            self.all.append(Source(guid, SourceKind.NOTE, memo.title, memo.words, stamp=stamp))
            if memo.kind != MemoKind.OTHER:
                extra[guid] = {"kind": memo.kind}
            self._point(memo, guid, there)

    def _point(self, memo: Memo, guid: str, there: dict[str, dict[UUID, str]]) -> None:
        if memo.about == About.PARTICIPANT and memo.about_id:
            case = there[memo.about][memo.about_id]
            self.links.append(Link(derived("link", guid), origin=guid, target=case))
        else:
            self._about[memo.about, memo.about_id].append(guid)

    def about(self, about: str, about_id: UUID | None = None) -> tuple[str, ...]:
        """Return the GUIDs of the notes about one thing."""
        return tuple(self._about.get((about, about_id), ()))


def _there(scope: Scope) -> dict[str, dict[UUID, str]]:
    study = scope.study.id
    wanted = scope.memos.filter(about=About.CODING).values("about_id")
    rows = {
        About.SOURCE: SourceRow.objects.filter(study_id=study, removed_at__isnull=True),
        About.CODE: Code.objects.filter(study_id=study, removed_at__isnull=True),
        About.PARTICIPANT: Participant.objects.filter(study_id=study, withdrew_on__isnull=True),
        About.CODING: scope.codings.filter(id__in=wanted),
    }
    return {
        str(about): {one: str(guid) for one, guid in found.order_by().values_list("id", "guid")}
        for about, found in rows.items()
    }
