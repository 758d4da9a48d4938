"""Everything that checklists and the report ask of the record, gathered once; the number of queries never grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.checking_back.results import OfRound
from ownwords.inquiry.method.tree import below
from ownwords.inquiry.models import Stands, Study
from ownwords.inquiry.queries.checklist_analysis import Analysis, analysis_of
from ownwords.inquiry.queries.checklist_design import Design, design_of
from ownwords.inquiry.queries.checklist_sessions import Sessions, sessions_of
from ownwords.inquiry.queries.report_quotations import Spoken, Why, speaking
from ownwords.inquiry.queries.report_themes import Told, findings_told, themes_told
from ownwords.inquiry.queries.round_results import for_report
from ownwords.inquiry.queries.theme_speakers import Carried, carried_by
from ownwords.inquiry.queries.themes import nodes_of


@dataclass(frozen=True, slots=True)
class ToQuote:
    """Passages chosen for themes: how many may be quoted, of how many people; how many not, and why; those against."""

    quoted: int
    people: int
    not_agreed: int
    nobody_known: int
    empty: int
    against: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the record knows of a study. ``spoken``: who speaks in each passage chosen for a theme."""

    study: Study
    design: Design
    sessions: Sessions
    analysis: Analysis
    rounds: Sequence[OfRound]
    themes: Sequence[Told]
    shares: dict[UUID, Carried]
    findings: int
    to_quote: ToQuote
    spoken: dict[UUID, Spoken]


def gather(opened: OpenedStudy) -> Gathered:
    """Return what the record knows."""
    design, themes = design_of(opened), themes_told(opened)
    chosen = {one.coding_id for told in themes for one in told.extracts if not one.empty}
    spoken = speaking(opened, chosen) if chosen else {}
    return Gathered(
        opened.study, design, sessions_of(opened), analysis_of(opened), for_report(opened), themes,
        _shares(opened, themes), len(findings_told(opened)),
        _to_quote(design, themes, spoken), spoken,
    )  # fmt: skip


def _shares(opened: OpenedStudy, themes: Sequence[Told]) -> dict[UUID, Carried]:
    """Return who speaks for each theme; its sub-themes are counted with it."""
    nodes = nodes_of(one.theme for one in themes)
    return carried_by(opened, {one.theme.id: {one.theme.id, *below(nodes, one.theme.id)} for one in themes})


def _to_quote(design: Design, themes: Sequence[Told], spoken: dict[UUID, Spoken]) -> ToQuote:
    chosen = [extract for one in themes for extract in one.extracts]
    why = {coding: one.why_not(design.people) for coding, one in spoken.items()}
    people = {who for coding, one in spoken.items() if why[coding] is None for who in one.participants}
    reasons = list(why.values())
    return ToQuote(
        reasons.count(None), len(people), reasons.count(Why.NOT_AGREED), reasons.count(Why.NOBODY_KNOWN),
        sum(one.empty for one in chosen), sum(one.stands == Stands.AGAINST for one in chosen if not one.empty),
    )  # fmt: skip
