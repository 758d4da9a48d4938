"""What stands on the sheet that is handed to somebody who is asked: each finding with its quotations."""

from __future__ import annotations

from dataclasses import dataclass

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Answer, CheckingFinding, CheckingRound, Puts
from ownwords.inquiry.queries.asking_quotes import Illustration, quotes_put
from ownwords.inquiry.queries.rounds import findings_put


@dataclass(frozen=True, slots=True)
class OnSheet:
    """One finding as it stands on the sheet; a quotation stands under a pseudonym and nothing else."""

    put: CheckingFinding
    quotes: list[Illustration]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet: the findings, and the answers to tick. Own words never stand on one: they have the link alone."""

    findings: list[OnSheet]
    answers: list[str]


def sheet_of(opened: OpenedStudy, row: CheckingRound) -> Sheet:
    """Return the sheet of a round."""
    rows = list(findings_put(row)) if row.puts == Puts.FINDINGS else []
    there = {one.coding_id: one for one in quotes_put(opened, [id for put in rows for id in put.quotes])}
    found = [OnSheet(put, [there[one] for one in put.quotes if one in there]) for put in rows]
    return Sheet(found, [str(label) for label in Answer.labels])
