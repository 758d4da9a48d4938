"""Everything that a report tells, asked once: the number of queries does not grow with themes or quotations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Finding, Memo, ReportItem
from ownwords.inquiry.queries.checklist_gathered import Gathered, gather
from ownwords.inquiry.queries.checklist_items import said_to_all
from ownwords.inquiry.queries.report_notes import chosen_notes
from ownwords.inquiry.queries.report_quotations import Quoted, quoted
from ownwords.inquiry.queries.report_themes import dropped_themes, findings_told


@dataclass(frozen=True, slots=True)
class Choices:
    """What a report shows besides what it always shows."""

    notes: frozenset[UUID] = frozenset()
    agreement: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """What a report tells. ``quotations``: by coding, those that may leave the study and those that may not."""

    known: Gathered
    findings: Sequence[tuple[Finding, Sequence[UUID]]]
    quotations: dict[UUID, Quoted]
    said: dict[tuple[str, int], ReportItem]
    notes: Sequence[Memo]
    dropped: int
    agreement: Sequence[tuple[str, str, str, str]]

    def own(self, checklist: str, number: int) -> str:
        """Return what the team says to an item of a checklist, "" where nothing."""
        item = self.said.get((checklist, number))
        return item.words if item else ""


def whole_report(opened: OpenedStudy, choices: Choices) -> Whole:
    """Return what a report tells."""
    known = gather(opened)
    ids = _chosen(known)
    agreement = _agreement(opened) if choices.agreement else []
    return Whole(
        known, findings_told(opened), quoted(opened, known.design.people, known.spoken, ids), said_to_all(opened),
        chosen_notes(opened, choices.notes), dropped_themes(opened), agreement,
    )  # fmt: skip


def _chosen(known: Gathered) -> Collection[UUID]:
    chosen = (extract for one in known.themes for extract in one.extracts)
    return {one.coding_id for one in chosen if not one.empty}


def _agreement(opened: OpenedStudy) -> list[tuple[str, str, str, str]]:
    """Return (measure, mean, what the mean rests on, pooled) over the codes, between the two with most in common."""
    from ownwords.inquiry.presenters.analysis_agreement import overall_shown
    from ownwords.inquiry.queries import agreement as queries
    from ownwords.inquiry.queries.agreement_texts import comparable
    from ownwords.inquiry.queries.arrays_codes import Choice
    from ownwords.inquiry.queries.arrays_seen import seen_by_viewer

    analysed = seen_by_viewer(opened)
    who = comparable(analysed)
    coders = who.most_in_common()
    of = queries.compared(analysed, who, coders, Choice()) if coders else None
    shown = [overall_shown(one) for one in queries.over_all(of)] if of and of.tables else []
    return [(one.name, one.mean, one.rests, one.pooled) for one in shown]
