"""What the database does as its owner, it does only for who may: asked past every page by somebody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from ownwords.inquiry.models import Study
from ownwords.people.models import Account
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.inquiry.all_addresses import Ids, tables, things_of

pytestmark = pytest.mark.django_db


def asked(who: Account, sql: str, *values: Any) -> list[Any]:
    """Return what the database answers somebody, in the role of the web service."""
    with seen_by(who.id, "researcher"), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def strangers(study: Study) -> list[Account]:
    """Return a reader of the study, and who leads another one."""
    reader, other = make.researcher(study.organisation), make.researcher(study.organisation)
    make.member(study, reader, "reader")
    make.study(other, title="Another")
    return [reader, other]


def test_numbers_and_places_of_passages_are_told_to_nobody_who_does_not_code(inquiry: Study) -> None:
    """inquiry 22: the functions that see past blind coding."""
    ids = things_of(inquiry)
    for who in strangers(inquiry):
        assert asked(who, "SELECT ownwords_count_codings(%s)", [ids["code_id"]]) == [(0,)]
        assert asked(who, "SELECT * FROM ownwords_coding_spans(%s)", ids["source_id"]) == []
    lead = inquiry.made_by
    assert asked(lead, "SELECT ownwords_count_codings(%s)", [ids["code_id"]]) == [(1,)]
    assert len(asked(lead, "SELECT * FROM ownwords_coding_spans(%s)", ids["source_id"])) == 1


def changing(ids: Ids) -> list[tuple[str, list[Any]]]:
    """Return every function that changes rows which policies keep from others."""
    moved = [ids["source_id"], [ids["coding_id"]], [0], [3]]
    return [
        ("SELECT ownwords_move_codings(%s, %s::uuid[], %s::int[], %s::int[])", moved),
        (
            "SELECT ownwords_strike_history(%s, %s::text[], 'gap')",
            [ids["study_id"], ["Interview 1", "What helps"]],
        ),
        ("SELECT ownwords_struck_steps(%s, 'What helps', 'gap')", [ids["study_id"]]),
        ("SELECT ownwords_forget_source(%s, 'Withdrawn')", [ids["source_id"]]),
        ("SELECT ownwords_forget_participant(%s)", [ids["participant_id"]]),
    ]


def test_nothing_is_moved_struck_or_forgotten_for_who_may_not(inquiry: Study) -> None:
    """inquiry 27: striking and withdrawing reach what the web service cannot; so they ask who it is for."""
    ids = things_of(inquiry)
    people = strangers(inquiry)
    kept = tables()
    for who in people:
        for sql, values in changing(ids):
            asked(who, sql, *values)
            assert tables() == kept, sql


def test_who_codes_makes_nobody_withdraw(inquiry: Study, coder: Account) -> None:
    """inquiry 27: only who leads the study takes somebody out of it."""
    ids = things_of(inquiry)
    kept = tables()
    for sql, values in changing(ids)[3:]:
        asked(coder, sql, *values)
        assert tables() == kept, sql
