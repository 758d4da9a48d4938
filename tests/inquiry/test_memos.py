"""Memos on anything: written by whoever works in the study, changed by their writer, out of view and back."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Memo, StudyStep
from ownwords.inquiry.queries.memos import AboutWhat, memos_of
from ownwords.people.models import Account
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of memos."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def things(opened: OpenedStudy) -> dict[str, Any]:
    """Return one of everything that a memo may be about."""
    text, code = make.source(opened.study), make.code(opened.study)
    return {
        "study": None,
        "source": text,
        "code": code,
        "coding": make.coding(code, text, 0, 5),
        "participant": make.participant(opened.study),
    }


def test_a_memo_can_be_about_the_study_a_text_a_code_a_passage_or_a_participant(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 2.2: one list of all, each with the name of what it is about."""
    for about, thing in things(opened).items():
        address = at("memo_add", opened) + (f"?about={about}&about_id={thing.id}" if thing else "")
        assert leads.get(address).status_code == 200
        answer = leads.post(address, {"words": f"On the {about}.", "kind": "theory", "title": ""})
        assert answer.status_code == 303
    page = leads.get(at("memos", opened)).content.decode()
    for words in ("On the coding.", "What helps · Interview 1", "Maple", "Theory note"):
        assert words in page
    assert Memo.objects.count() == 5


def test_memos_are_found_by_kind_and_by_what_they_are_about(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 8 of users' wishes: all memos in one place, filtered."""
    code = things(opened)["code"]
    rows = [("study", None, "reflexive"), ("code", code.id, "code"), ("code", code.id, "theory")]
    for about, about_id, kind in rows:
        Memo.objects.create(
            study=opened.study, made_by_id=opened.me, about=about, about_id=about_id, kind=kind, words=kind
        )
    assert [one.kind for one in memos_of(opened, AboutWhat(about="code"))[0]] == ["theory", "code"]
    page = leads.get(at("memos", opened) + f"?about=code&about_id={code.id}&kind=theory").content.decode()
    assert page.count('class="inq-memo"') == 1
    assert "About: What helps" in page


def test_a_memo_is_changed_by_its_writer_alone_taken_out_of_view_and_put_back(
    leads: Client, codes: Client, opened: OpenedStudy
) -> None:
    """inquiry 10."""
    memo = Memo.objects.create(study=opened.study, made_by_id=opened.me, words="First thought", kind="other")
    assert "First thought" in codes.get(at("memo_change", opened, memo.id)).content.decode()
    for name in ("memo_change", "memo_remove"):
        assert (
            codes.post(at(name, opened, memo.id), {"words": "x", "kind": "other", "version": 1}).status_code
            == 404
        )
    leads.post(at("memo_change", opened, memo.id), {"words": "Second", "kind": "other", "version": 1})
    leads.post(at("memo_remove", opened, memo.id), {"version": 2})
    memo.refresh_from_db()
    assert (memo.words, memo.version) == ("Second", 3)
    assert memo.removed_at is not None
    assert "Put back" in leads.get(at("memos", opened)).content.decode()
    leads.post(at("memo_restore", opened, memo.id), {"version": 3})
    assert not Memo.objects.filter(removed_at__isnull=False).exists()
    done = StudyStep.objects.order_by("done_at").values_list("did", flat=True)
    assert list(done) == ["memo_changed", "memo_removed", "memo_restored"]
    leads.post(at("step_undo", opened), {"step": StudyStep.objects.latest("done_at").id})
    assert Memo.objects.filter(removed_at__isnull=False).exists()


def test_a_memo_saved_by_somebody_else_meanwhile_shows_both_texts(leads: Client, opened: OpenedStudy) -> None:
    """House rule 7."""
    memo = Memo.objects.create(study=opened.study, made_by_id=opened.me, words="Theirs", version=2)
    answer = leads.post(at("memo_change", opened, memo.id), {"words": "Mine", "kind": "other", "version": 1})
    assert answer.status_code == 409
    assert "Theirs" in answer.content.decode()
    assert "Mine" in answer.content.decode()


def test_a_memo_sent_twice_is_kept_once(leads: Client, opened: OpenedStudy) -> None:
    """House rule: a form sent twice keeps one row."""
    sent = {"words": "Once", "kind": "other", "submission": "01920000-0000-7000-8000-000000000001"}
    for _twice in range(2):
        leads.post(at("memo_add", opened), sent)
    assert Memo.objects.count() == 1


def test_a_memo_about_what_is_not_there_is_not_found(
    leads: Client, opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 22: nor about a blind coding of somebody else."""
    type(opened.study).objects.update(blind=True)
    hidden = make.coding(make.code(opened.study), make.source(opened.study), 0, 5, coder)
    for asked_for in (f"about=coding&about_id={hidden.id}", "about=code", "about=dream"):
        assert leads.get(at("memo_add", opened) + f"?{asked_for}").status_code == 404


def test_whoever_only_reads_a_study_writes_memos_too(opened: OpenedStudy) -> None:
    """inquiry 2.2: a thought is welcome from everybody in the study."""
    reader = make.researcher(opened.study.organisation)
    make.member(opened.study, reader, "reader")
    client = make.client_for((reader, "researcher"))
    client.post(at("memo_add", opened), {"words": "I read this otherwise.", "kind": "other"})
    assert Memo.objects.get().made_by == reader
    page = client.get(at("steps", opened)).content.decode()
    assert "wrote a memo" in page
    assert "data-desk-turn" not in page


def test_many_memos_ask_no_more_than_few(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 30: fifty a page, names in one query a kind."""
    leads.get(at("memos", opened))
    code = make.code(opened.study)
    for n in range(60):
        Memo.objects.create(
            study=opened.study, made_by_id=opened.me, about="code", about_id=code.id, words=f"Memo {n}."
        )
    with asked() as statements:
        page = leads.get(at("memos", opened)).content.decode()
    assert len([one for one in statements if '"inquiry_' in one]) <= 5
    assert "Memo 59." in page
    further = page.split('rel="next"')[0].split('href="')[-1].split('"')[0].replace("&amp;", "&")
    assert "Memo 9." in leads.get(at("memos", opened) + further).content.decode()
