"""Bringing a project or codebook of another program into a study: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO
from uuid import UUID

from django.db import transaction

from ownwords.inquiry.access import Need, OpenedStudy
from ownwords.inquiry.actions.refi_cases import bring_cases, bring_values
from ownwords.inquiry.actions.refi_codes import bring_codes
from ownwords.inquiry.actions.refi_codings import bring_codings
from ownwords.inquiry.actions.refi_made import bring_made
from ownwords.inquiry.actions.refi_memos import bring_memos
from ownwords.inquiry.actions.refi_pace import checked_at_once
from ownwords.inquiry.actions.refi_sources import bring_sources
from ownwords.inquiry.actions.refi_state import Bringing
from ownwords.inquiry.method.brought import told as say
from ownwords.inquiry.method.brought.flat import texts
from ownwords.inquiry.method.brought.told import Entry, Told
from ownwords.inquiry.method.refi.model.project import MADE_KINDS
from ownwords.inquiry.method.refi.reading.read import Reading, read
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries.patience import patient
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb

KINDS = ("codes", "variables", "cases", "values", "sources", "codings", "notes", *MADE_KINDS)


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a file: in which study, and what is to be told of it."""

    study: Study
    told: Told
    reading: Reading

    @property
    def came(self) -> dict[str, int]:
        """How many of each kind are new here."""
        return {kind: self.told.came[kind] for kind in KINDS if self.told.came[kind]}

    @property
    def there(self) -> dict[str, int]:
        """How many of each kind were here already."""
        return {kind: self.told.there[kind] for kind in KINDS if self.told.there[kind]}

    def listed(self, name: str) -> list[Entry]:
        """Return what was "repaired", "lost", or somebody should "check"."""
        return self.told.listed(name, self.reading.report)

    def as_json(self) -> dict[str, Any]:
        """Return plain values for a program."""
        lists = {name: [one.as_json() for one in self.listed(name)] for name in ("repaired", "lost", "check")}
        study = {"id": str(self.study.id), "title": self.study.title}
        return {
            "study": study,
            "file": dict(self.reading.report.came),
            "came": self.came,
            "there": self.there,
            **lists,
        }


def import_refi(*, opened: OpenedStudy, file: BinaryIO) -> Brought:
    """Bring a file into a study that the viewer leads. What others coded is kept as brought in, under their names.

    Nobody codes in another member's name: only the viewer's own passages become theirs by their name or id.

    Raises:
        NotFound: not who leads the study. Unreadable: the file is refused, and nothing was kept.
    """
    opened.needs(Need.LEAD)
    reading = read(file)
    mine = {str(opened.me): opened.me, opened.viewer.name: opened.me}
    with transaction.atomic(), patient():
        return keep(opened.study, opened.me, reading, mine, opened.signature)


def keep(
    study: Study, me: UUID, reading: Reading, people: Mapping[str, UUID], signature: Mapping[str, Any]
) -> Brought:
    """Keep what was read, inside a transaction, and note that it was done.

    Args:
        me: the account under which everything is kept that is nobody's else.
        people: the accounts that users of the file may be, by exact name and by id.
    """
    Study.objects.select_for_update(no_key=True).get(pk=study.id)
    doing = Bringing(study, me, reading.project, people)
    found = list(texts(doing.project.sources, doing.told))
    used = {one.coding.code for text in found for one in text.passages}
    with checked_at_once():
        bring_codes(doing, used)
        bring_cases(doing)
        usable = bring_sources(doing, found)
        bring_values(doing)
        bring_codings(doing, usable)
        bring_memos(doing, usable)
        bring_made(doing)
    _not_kept(doing)
    brought = Brought(study, doing.told, reading)
    note_act(verb=Verb.STUDY_IMPORTED, thing=Ref("study", study.id), after=brought.came, **signature)
    return brought


def _not_kept(doing: Bringing) -> None:
    """Tell of what has no place here."""
    project = doing.project
    notes = {one.guid for one in project.notes}
    links = [one for one in project.links if one.origin not in notes and one.target not in notes]
    doing.told.lost("links", say.NOT_KEPT, count=len(links))
    doing.told.lost("graphs", say.NOT_KEPT, count=len(project.graphs))
    coded = sum(len(place.codings) for one in project.notes for place in one.selections)
    doing.told.lost("codings in notes", say.NOT_KEPT, count=coded)
    doing.told.lost("codes of a case", say.NOT_KEPT, count=sum(len(one.codes) for one in project.cases))
