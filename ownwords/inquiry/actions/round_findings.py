"""Which findings are put to people, in which words, with which quotations.

The words of a finding may be changed freely until somebody has answered them. After that the words that were answered
stay as they were, with their answers, and the new words are put beside them as a new wording without any answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.doing import locked, touch
from ownwords.inquiry.actions.order import last_place
from ownwords.inquiry.actions.rounds import locked_round, note_round
from ownwords.inquiry.models import CheckingFinding, CheckingReply, Finding, Puts
from ownwords.inquiry.queries.asking_quotes import quotes_to_choose
from ownwords.inquiry.queries.rounds import findings_to_put
from ownwords.people import rules
from ownwords.people.refusals import Refused

MOST_WORDS = 5_000


@transaction.atomic
def put_findings(
    *, opened: OpenedStudy, round_id: UUID, finding_ids: Sequence[UUID]
) -> list[CheckingFinding]:
    """Put findings to people, each in its own words to begin with; one that is put already stays. Refused, NotFound."""
    row = locked_round(opened, round_id, None)
    if row.puts != Puts.FINDINGS:
        raise Refused({"": _("In this round people get their own words back, not findings.")})
    if not finding_ids:
        raise Refused({"findings": _("Choose at least one finding.")})
    there = {one.finding_id for one in CheckingFinding.objects.filter(round=row, removed_at__isnull=True)}
    free = {one.id: one for one in findings_to_put(opened, row)}
    if not set(finding_ids) <= set(free) | there:
        raise Refused({"findings": _("Choose from the findings in the list.")})
    begin = last_place(CheckingFinding.objects.filter(round=row))
    wanted = [one for one in free if one in set(finding_ids)]
    kept = [_put(opened, row.id, free[one], begin + n) for n, one in enumerate(wanted)]
    note_round(opened, row, put=[str(one.finding_id) for one in kept])
    return kept


def _put(opened: OpenedStudy, round_id: UUID, finding: Finding, position: int) -> CheckingFinding:
    return CheckingFinding.objects.create(
        study=opened.study, round_id=round_id, finding=finding, words=finding.statement[:MOST_WORDS],
        position=position, made_by_id=opened.me,
    )  # fmt: skip


@transaction.atomic
def say_finding(
    *,
    opened: OpenedStudy,
    round_id: UUID,
    put_id: UUID,
    version: int,
    words: str,
    quotes: Sequence[UUID] = (),
) -> CheckingFinding:
    """Put a finding in plain words, with quotations. Answered words are kept; then the new ones begin without answers.

    Raises:
        NotFound, StaleEdit. Refused: no words, or a passage that may not be quoted here.
    """
    row = locked_round(opened, round_id, None)
    put = locked(opened, CheckingFinding.objects.filter(round=row, removed_at__isnull=True), put_id, version)
    words = rules.own_words(words, most=MOST_WORDS)
    offered = {one.shown.coding_id for one in quotes_to_choose(opened, put)}
    if not set(quotes) <= offered:
        raise Refused({"quotes": _("Choose from the passages in the list.")})
    if words == put.words and list(quotes) == put.quotes:
        return put
    if words != put.words and CheckingReply.objects.filter(finding=put).exists():
        put = _next_wording(opened, put)
    put.words, put.quotes = words, list(quotes)
    touch(put, opened.me)
    put.save()
    note_round(opened, row, said=str(put.finding_id), version=put.version)
    return put


def _next_wording(opened: OpenedStudy, put: CheckingFinding) -> CheckingFinding:
    """Leave answered words with their answers, and return the row of the next wording, not yet kept."""
    _take_out(opened, put)
    return CheckingFinding(
        study=opened.study, round_id=put.round_id, finding_id=put.finding_id, position=put.position,
        made_by_id=opened.me, version=0,
    )  # fmt: skip


@transaction.atomic
def take_finding_out(*, opened: OpenedStudy, round_id: UUID, put_id: UUID, version: int) -> CheckingFinding:
    """Put a finding to nobody any more in this round; what was said to it stays. Raises NotFound, StaleEdit."""
    row = locked_round(opened, round_id, None)
    put = locked(opened, CheckingFinding.objects.filter(round=row, removed_at__isnull=True), put_id, version)
    _take_out(opened, put)
    note_round(opened, row, taken_out=str(put.finding_id))
    return put


def _take_out(opened: OpenedStudy, put: CheckingFinding) -> None:
    put.removed_at = timezone.now()
    touch(put, opened.me)
    put.save()
