"""A report as a whole, section after section."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ownwords.inquiry.method.reporting.blocks import Block, Heading, Report
from ownwords.inquiry.method.reporting.checklists import Listed
from ownwords.inquiry.presenters import report_sections as sections
from ownwords.inquiry.presenters.checklist_facts import Row
from ownwords.inquiry.presenters.report_annex import annexes, checklist_blocks, trail_table
from ownwords.inquiry.presenters.report_checking import checking
from ownwords.inquiry.presenters.report_findings import findings
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.presenters.report_trail import Told, told
from ownwords.inquiry.queries.report_trail import Line
from ownwords.inquiry.queries.report_whole import Whole

PARTS = (
    sections.question, sections.context, sections.people, sections.data, sections.analysis, findings, checking,
    sections.notes, sections.ending,
)  # fmt: skip


def report_of(whole: Whole) -> Report:
    """Return the report with its checklists as annexes."""
    at = Places(whole.known.study.id)
    blocks: list[Block] = [block for part in PARTS for block in part(whole, at)]
    titles = {one.anchor: one.text for one in blocks if isinstance(one, Heading) and one.level == 2}
    blocks += annexes(whole, at, titles)
    return _report(whole.known.study.title, blocks)


def with_trail(report: Report, lines: Iterable[Line]) -> Report:
    """Return a report with the audit trail as its last annex."""
    trail: list[Block] = [Heading(_("Audit trail"), 2, "annex-trail"), trail_table(map(told, lines))]
    return Report(report.title, report.below, [*report.blocks, *trail], report.language)


def trail_report(title: str, lines: Iterable[Told]) -> Report:
    """Return the audit trail as a report of its own."""
    return _report(_("Audit trail: %(study)s") % {"study": title}, [trail_table(lines)])


def checklist_report(title: str, of: Listed, rows: list[Row], at: Places) -> Report:
    """Return one checklist as a report of its own."""
    return _report(title, list(checklist_blocks(of, rows, {}, level=2, at=at)))


def _report(title: str, blocks: list[Block]) -> Report:
    below = _("As it stood on %(day)s") % {"day": date_format(timezone.localdate(), "j F Y")}
    return Report(title, below, blocks, get_language() or "en")


def file_words() -> dict[str, str]:
    """Return the words that files add of their own."""
    return {
        "contents": _("Contents"),
        "refresh": _("Word fills in the contents when it opens this document."),
    }
