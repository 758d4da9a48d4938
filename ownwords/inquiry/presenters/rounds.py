"""One round as its page shows it: what is put, who is asked in each group, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import CheckingGroup, CheckingRound, Puts, Respondent
from ownwords.inquiry.presenters.asking import state
from ownwords.inquiry.queries import rounds as queries
from ownwords.inquiry.queries.asking import respondents_in
from ownwords.inquiry.queries.replies_to_bring import texts_brought


@dataclass(frozen=True, slots=True)
class GroupShown:
    """A group with those who are asked in it, and how far it has come with each."""

    group: CheckingGroup
    people: list[tuple[Respondent, str]]


def round_shown(opened: OpenedStudy, row: CheckingRound) -> dict[str, Any]:
    """Return what the page of a round needs besides the round (six queries, however many people)."""
    people: dict[Any, list[tuple[Respondent, str]]] = {}
    for one in respondents_in(row):
        people.setdefault(one.group_id, []).append((one, state(one)))
    return {
        "of_findings": row.puts == Puts.FINDINGS,
        "findings": list(queries.findings_put(row)),
        "texts": queries.texts_put(row),
        "groups": [GroupShown(one, people.get(one.id, [])) for one in queries.groups_in(row)],
        "runs": queries.runs(row),
        "brought": texts_brought(opened, row),
    }
