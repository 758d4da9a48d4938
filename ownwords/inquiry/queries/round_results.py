"""What came back from checking back, group beside group and never pooled.

For other pages: `of_finding` (what was said to one finding, by round) and `for_report` (every round). The shapes are in
`method/checking_back/results.py`; words that leave the study must be `quotable`. Who withdrew counts nowhere.
"""

from __future__ import annotations

from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.checking_back.order import most_apart_first
from ownwords.inquiry.method.checking_back.results import OfRound, OwnWords, Put
from ownwords.inquiry.models import CheckingFinding, CheckingRound, Puts
from ownwords.inquiry.queries.round_own_words import own_words_of
from ownwords.inquiry.queries.round_replies import Replies, replies_in


def of_round(opened: OpenedStudy, row: CheckingRound) -> OfRound:
    """Return one round with what came back (seven queries, however many people were asked)."""
    replies = replies_in(opened, row)
    findings: list[Put] = []
    own: tuple[OwnWords, ...] = ()
    if row.puts == Puts.FINDINGS:
        findings = most_apart_first(_put(row, replies), lambda put: [one.counts for one in put.groups])
    else:
        own = own_words_of(row, replies)
    return OfRound(
        row.id, row.title, row.puts, row.opened_on, row.closed_on, row.what_changed, tuple(findings), own,
        tuple((group.name, replies.to_whole(group)) for group in replies.groups),
    )  # fmt: skip


def of_finding(opened: OpenedStudy, finding_id: UUID) -> list[tuple[OfRound, Put]]:
    """Return each round in which a finding was put, the newest first, with what was said to it there."""
    rows = CheckingRound.objects.filter(study_id=opened.study.id, findings__finding_id=finding_id)
    rounds = [of_round(opened, row) for row in rows.distinct().order_by("-id")]
    return [(one, put) for one in rounds for put in one.findings if put.finding_id == finding_id]


def for_report(opened: OpenedStudy) -> list[OfRound]:
    """Return every round that was ever opened, in the order in which they were made."""
    rows = CheckingRound.objects.filter(study_id=opened.study.id, opened_on__isnull=False).order_by("id")
    return [of_round(opened, row) for row in rows]


def _put(row: CheckingRound, replies: Replies) -> list[Put]:
    """Return each finding once in its newest wording; one taken out only where somebody had answered."""
    by_finding: dict[UUID, list[CheckingFinding]] = {}
    for put in CheckingFinding.objects.filter(round=row).order_by("-id"):
        if put.removed_at is None or replies.any_to(put.id):
            by_finding.setdefault(put.finding_id, []).append(put)
    wordings = [sorted(rows, key=lambda one: one.removed_at is not None) for rows in by_finding.values()]
    return [
        _one(newest, replies, tuple(_one(one, replies) for one in earlier))
        for newest, *earlier in sorted(wordings, key=lambda rows: (rows[0].position, rows[0].id))
    ]


def _one(put: CheckingFinding, replies: Replies, earlier: tuple[Put, ...] = ()) -> Put:
    groups = tuple(replies.of_group(group, put.id) for group in replies.groups)
    out = put.removed_at is not None
    return Put(put.id, put.finding_id, put.words, tuple(put.quotes), groups, out, earlier)
