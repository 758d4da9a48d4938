"""Every address of a study, asked and sent by whoever has no business there, and with ids of another study."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.inquiry.models import Study
from ownwords.people.models import Account
from tests import factories
from tests import studying as make
from tests.inquiry.all_addresses import addresses, tables, things_of
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
#: Who only reads may look, think in memos of their own, and take away what they see.
READERS = {"memo_add", "agreement_settle", "exchange"}
TYPED = {
    "name": "x",
    "title": "x",
    "words": "x",
    "version": "1",
    "duty": "lead",
    "label": "x",
    "pseudonym": "x",
}


def nobody_of(study: Study) -> dict[str, Account]:
    """Return researchers who do not work in a study today."""
    yesterday = timezone.localdate() - timedelta(days=1)
    ended, coming = make.researcher(study.organisation), make.researcher(study.organisation)
    make.member(study, ended, "lead", starts_on=yesterday, ends_on=timezone.localdate(), keeps_key=True)
    make.member(study, coming, "lead", starts_on=timezone.localdate() + timedelta(days=1))
    elsewhere = make.researcher(factories.organisation())
    make.study(elsewhere)
    return {
        "ended": ended,
        "coming": coming,
        "colleague": make.researcher(study.organisation),
        "elsewhere": elsewhere,
    }


@pytest.mark.parametrize("who", ["ended", "coming", "colleague", "elsewhere"])
def test_whoever_does_not_work_in_a_study_today_finds_none_of_its_pages(inquiry: Study, who: str) -> None:
    """inquiry 28, house rule 8: nothing, missing and forbidden alike, asked or sent."""
    pages = addresses(things_of(inquiry))
    assert len(pages) > 60
    visitor = client_for((nobody_of(inquiry)[who], "researcher"))
    kept = tables()
    for name, page in pages.items():
        assert visitor.get(page).status_code == 404, name
        assert visitor.post(page, TYPED).status_code == 404, name
    assert tables() == kept


def test_who_only_reads_changes_nothing_by_any_form(inquiry: Study) -> None:
    """inquiry 22, 28: a reader who sends every form there is leaves the study as it was."""
    reader = make.researcher(inquiry.organisation)
    make.member(inquiry, reader, "reader")
    visitor, pages = client_for((reader, "researcher")), addresses(things_of(inquiry))
    kept = tables()
    for name, page in pages.items():
        if name not in READERS:
            visitor.post(page, TYPED)
            assert tables() == kept, name


def test_who_codes_does_not_lead_or_keep_the_key(codes: Client, inquiry: Study, coder: Account) -> None:
    """inquiry 28: pages of who leads and of who keeps the key are not there for who codes."""
    pages = addresses(things_of(inquiry))
    kept = tables()
    for name in ("study_change", "member_add", "member_change", "member_end", "participant_withdraw", "keys",
                 "participant_key", "participant_key_destroy", "exchange_bring"):  # fmt: skip
        assert codes.get(pages[name]).status_code == 404, name
        assert codes.post(pages[name], TYPED).status_code == 404, name
    assert tables() == kept


def test_ids_of_another_study_open_nothing_in_this_one(
    leads: Client, inquiry: Study, leader: Account
) -> None:
    """inquiry 28: though the same person leads both, so that no policy of the database stands in the way."""
    here, there = things_of(inquiry), things_of(make.study(leader, title="Another"))
    own = addresses({name: here[name] for name in ("study_id", "checklist", "number")})
    crossed = addresses({**there, "study_id": here["study_id"]})
    kept = tables()
    for name, page in crossed.items():
        if name in own:
            continue
        # A press alone goes back to where it was pressed; undoing says there that there is nothing of the kind.
        assert leads.get(page).status_code in (404, 303), name
        assert leads.post(page, TYPED).status_code in ((303,) if name == "code_undo" else (404, 422)), name
        assert tables() == kept, name
