"""Studies: who reaches one, setting one up, what it says of itself, and who works in it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ownwords.inquiry.access import Need, OpenedStudy, open_study
from ownwords.inquiry.actions.members import end_member, set_member
from ownwords.inquiry.actions.studies import Plan, change_study, make_study
from ownwords.inquiry.models import Source, SourceText, Study, StudyMember
from ownwords.people.access import NotFound
from ownwords.people.models import Account
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.viewer import seen_by
from tests import factories
from tests import studying as make
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db


def viewing(who: Account) -> object:
    """See as a researcher."""
    return factories.viewing(who, "researcher")


def test_a_study_is_found_by_those_who_work_in_it_and_by_nobody_else(
    inquiry: Study, leader: Account, coder: Account
) -> None:
    """DESIGN 1: a researcher sees nobody's record without consent, and no study but their own."""
    stranger = make.researcher(inquiry.organisation)
    elsewhere = make.researcher(factories.organisation())
    make.member(inquiry, elsewhere)
    was = make.researcher(inquiry.organisation)
    make.member(inquiry, was, starts_on=timezone.localdate() - timedelta(9), ends_on=timezone.localdate())
    for who in (leader, coder):
        assert open_study(viewing(who), inquiry.id).study == inquiry  # type: ignore[arg-type]
    for who in (stranger, elsewhere, was):
        with pytest.raises(NotFound):
            open_study(viewing(who), inquiry.id)  # type: ignore[arg-type]


def test_a_duty_opens_what_it_is_for_and_no_more(inquiry: Study, leader: Account, coder: Account) -> None:
    """platform: roles as code; the key has its own permission (inquiry 28)."""
    reader = make.researcher(inquiry.organisation)
    make.member(inquiry, reader, "reader")
    may = {
        who: {need for need in Need if make.opened_by(who, inquiry).has(need)}
        for who in (leader, coder, reader)
    }
    assert may[leader] == set(Need)
    assert may[coder] == {Need.READ, Need.CODE}
    assert may[reader] == {Need.READ}
    for need in (Need.CODE, Need.LEAD, Need.KEY):
        with pytest.raises(NotFound):
            open_study(viewing(reader), inquiry.id, need)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["researcher", "administrator", "worker", "person"])
def test_the_second_lock_gives_a_stranger_no_row_of_a_study(inquiry: Study, role: str) -> None:
    """platform: row-level security as the second lock."""
    make.source(inquiry)
    stranger = make.researcher(inquiry.organisation)
    with seen_by(stranger.id, role):
        assert not Study.objects.exists()
        assert not StudyMember.objects.exists()
        assert not Source.objects.exists()
        assert not SourceText.objects.exists()


def test_the_second_lock_gives_rows_to_whoever_works_there(inquiry: Study, coder: Account) -> None:
    """RS-29: a worker without study rights gets nothing; only in the role of a researcher."""
    make.source(inquiry)
    with seen_by(coder.id, "researcher"):
        assert Study.objects.count() == SourceText.objects.count() == 1
    with seen_by(coder.id, "administrator"):
        assert not Study.objects.exists()


def test_whoever_sets_a_study_up_leads_it_and_sent_twice_it_stands_once() -> None:
    """inquiry, bad input: nothing half-written."""
    who = make.researcher(factories.organisation())
    form = uuid4()
    with seen_by(who.id, "researcher"):
        for _twice in range(2):
            made = make_study(
                viewer=viewing(who),  # type: ignore[arg-type]
                plan=Plan("Recovery support", "grounded"),
                submission=form,
            )
    member = StudyMember.objects.get()
    assert (member.study, member.account, member.duty, member.keeps_key) == (made, who, "lead", True)


def test_an_own_method_needs_words(opened: OpenedStudy) -> None:
    """inquiry 2.1: the declared method changes what is offered, so it must say what it is."""
    with pytest.raises(Refused) as no:
        change_study(opened=opened, version=1, plan=Plan("Study", "own"))
    assert list(no.value.messages) == ["method_words"]


def test_a_change_of_a_study_is_refused_to_an_older_page(opened: OpenedStudy) -> None:
    """DESIGN, house rule 7: a conflict shows both texts."""
    change_study(opened=opened, version=1, plan=Plan("Another title", "codebook"))
    with pytest.raises(StaleEdit):
        change_study(opened=opened, version=1, plan=Plan("A third title", "codebook"))
    opened.study.refresh_from_db()
    assert opened.study.title == "Another title"


def test_a_study_always_has_somebody_who_leads_it_and_somebody_who_keeps_its_key(
    opened: OpenedStudy, coder: Account
) -> None:
    """A study nobody leads could not be changed any more; a key nobody keeps could not be destroyed."""
    mine = opened.member
    with pytest.raises(Refused, match="has to lead"):
        end_member(opened=opened, member_id=mine.id, version=mine.version)
    with pytest.raises(Refused, match="has to lead"):
        set_member(opened=opened, account_id=opened.me, duty="coder", keeps_key=True)
    with pytest.raises(Refused, match="keep the key"):
        set_member(opened=opened, account_id=opened.me, duty="lead", keeps_key=False)
    set_member(opened=opened, account_id=coder.id, duty="lead", keeps_key=True)
    set_member(opened=opened, account_id=opened.me, duty="coder", keeps_key=False)
    assert set(opened.study.members.values_list("account__name", "duty", "keeps_key")) == {
        ("Ines Okafor", "coder", False),
        ("Tom Reyes", "lead", True),
    }


def test_only_a_researcher_of_the_organisation_is_let_into_a_study(opened: OpenedStudy) -> None:
    """DESIGN 1: roles."""
    worker = factories.staff(factories.team(opened.study.organisation))
    for who in (worker, make.researcher(factories.organisation())):
        with pytest.raises(Refused, match="researchers in the list"):
            set_member(opened=opened, account_id=who.id, duty="coder")


def test_a_researcher_begins_with_their_studies_and_sets_one_up(inquiry: Study) -> None:
    """A story in short: the list, a new study, its page."""
    client = client_for((make.researcher(inquiry.organisation), "researcher"))
    assert client.get("/").headers["Location"] == "/studies/"
    page = client.get("/studies/").content.decode()
    assert inquiry.title not in page
    assert "You work in no study yet" in page
    form = {"title": "Trust", "method": "reflexive", "fewest_alike": "3", "submission": str(uuid4())}
    made = client.post("/studies/add/", form, follow=True).content.decode()
    assert "Your study is set up" in made
    assert "Reflexive thematic analysis" in made


def test_a_refused_study_comes_back_filled(leads: Client) -> None:
    """House rule 7: a refused form comes back filled."""
    answer = leads.post("/studies/add/", {"title": "  ", "question": "What helps?", "method": "reflexive"})
    assert answer.status_code == 422
    assert "What helps?" in answer.content.decode()


def test_ending_a_part_in_a_study_is_asked_and_done(
    leads: Client, codes: Client, inquiry: Study, coder: Account
) -> None:
    """Bad input: a coder removed midway; what they coded stays."""
    kept = make.coding(make.code(inquiry), make.source(inquiry), 0, 4, coder)
    member = inquiry.members.get(account=coder)
    where = f"/studies/{inquiry.id}/members/{member.id}/end/"
    assert "Tom Reyes" in leads.get(where).content.decode()
    assert "Ended today" in leads.post(where, {"version": "1"}, follow=True).content.decode()
    assert codes.get(f"/studies/{inquiry.id}/").status_code == 404
    kept.refresh_from_db()
    assert kept.coder == coder
