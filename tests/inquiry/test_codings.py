"""A passage's own page: another code, other ends, strength, a note; each a step that can be undone."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, Coding, StudyStep
from ownwords.people.models import Account
from tests import studying as make

pytestmark = pytest.mark.django_db
AT = make.WORDS.index("Walking")


@pytest.fixture
def laid(opened: OpenedStudy) -> Coding:
    """“Walking with the dog” under one code."""
    return make.coding(make.code(opened.study), make.source(opened.study), AT, AT + 20)


def page(laid: Coding) -> str:
    """Return the address of a passage."""
    return reverse("inquiry:passage", args=[laid.study_id, laid.id])


def test_a_passage_gets_another_code_a_strength_and_a_note(leads: Client, laid: Coding) -> None:
    """inquiry 9."""
    other = make.code(laid.code.study, "Company")
    assert "Walking with the dog" in leads.get(page(laid)).content.decode()
    leads.post(
        page(laid),
        {"code_id": other.id, "strength": "80", "memo": "Said twice.", "version": 1, "text_version": 1},
    )
    laid.refresh_from_db()
    assert (laid.code_id, laid.strength, laid.memo) == (other.id, 80, "Said twice.")
    assert StudyStep.objects.get().did == "recoded"
    assert "Note:" in leads.get(reverse("inquiry:passages", args=[laid.study_id])).content.decode()


def test_the_ends_of_a_passage_move_to_whole_words(leads: Client, laid: Coding) -> None:
    """inquiry 10: and are undone in one press."""
    words = {word: f"{(at := make.WORDS.index(word))}-{at + len(word)}" for word in ("with", "helps.")}
    sent = {
        "code_id": laid.code_id,
        "version": 1,
        "text_version": 1,
        "first": words["with"],
        "last": words["helps."],
    }
    leads.post(page(laid), sent)
    laid.refresh_from_db()
    assert make.WORDS[laid.start : laid.end] == "with the dog helps."
    step = StudyStep.objects.get()
    assert step.did == "passage_moved"
    leads.post(reverse("inquiry:step_undo", args=[laid.study_id]), {"step": step.id})
    laid.refresh_from_db()
    assert (laid.start, laid.end) == (AT, AT + 20)


def test_only_one_end_can_be_moved(leads: Client, laid: Coding) -> None:
    """inquiry 10: the other stays where it is, also in the middle of a word."""
    at = make.WORDS.index("with")
    leads.post(
        page(laid),
        {"code_id": laid.code_id, "version": 1, "text_version": 1, "first": f"{at}-{at + 4}", "last": ""},
    )
    laid.refresh_from_db()
    assert make.WORDS[laid.start : laid.end] == "with the dog"


@pytest.mark.parametrize(
    ("more", "said"),
    [({"strength": "101"}, "0 to 100"), ({"strength": "a"}, "0 to 100"), ({"code_id": "x"}, "in the list")],
)
def test_what_does_not_fit_comes_back_with_what_was_typed(
    leads: Client, laid: Coding, more: dict[str, str], said: str
) -> None:
    """inquiry 9."""
    answer = leads.post(
        page(laid), {"code_id": laid.code_id, "memo": "Kept words", "version": 1, "text_version": 1, **more}
    )
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Kept words" in answer.content.decode()


def test_another_coder_reads_a_passage_but_changes_nothing(codes: Client, laid: Coding) -> None:
    """inquiry 9: each coding has its own person."""
    assert "Save" not in codes.get(page(laid)).content.decode().split("<main")[1].split("</main")[0]
    assert codes.post(page(laid), {"code_id": laid.code_id, "memo": "x"}).status_code == 404


def test_two_passages_do_not_become_the_same_one(leads: Client, laid: Coding, coder: Account) -> None:
    """inquiry 9."""
    other = make.code(laid.code.study, "Company")
    make.coding(other, laid.source, laid.start, laid.end)
    answer = leads.post(page(laid), {"code_id": other.id, "memo": "", "version": 1, "text_version": 1})
    assert answer.status_code == 422
    assert "already" in answer.content.decode()


def test_a_code_out_of_view_takes_no_passage(leads: Client, laid: Coding) -> None:
    """inquiry 11."""
    gone = make.code(laid.code.study, "Gone")
    Code.objects.filter(id=gone.id).update(removed_at="2026-01-01T00:00Z")
    assert leads.post(page(laid), {"code_id": gone.id, "version": 1, "text_version": 1}).status_code == 422
