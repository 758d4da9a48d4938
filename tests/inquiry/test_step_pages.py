"""What was done in a study: who, when, what; newest first, in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import StudyStep
from ownwords.inquiry.presenters.steps import SENTENCES
from ownwords.people.models import Account

pytestmark = pytest.mark.django_db
ACTIONS = Path(__file__).resolve().parents[2] / "ownwords" / "inquiry"


def test_every_word_that_an_action_gives_a_step_has_its_sentence() -> None:
    """inquiry 10: nothing was done that cannot be said."""
    texts = [path.read_text(encoding="utf-8") for path in ACTIONS.rglob("*.py")]
    used = {word for text in texts for word in re.findall(r'(?:Doing|_keep)\(\s*opened,\s*"([^"]+)"', text)}
    assert used
    assert used - set(SENTENCES) == set()


def test_the_journal_says_who_did_what_and_goes_back_page_by_page(
    leads: Client, opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 10: of everybody; fifty a page."""
    for n in range(60):
        StudyStep.objects.create(
            study=opened.study, account=coder, did="coded", about=f"Step {n}.", changes=[]
        )
    address = reverse("inquiry:steps", args=[opened.study.id])
    page = leads.get(address).content.decode()
    assert "Tom Reyes coded a passage" in page
    assert "Step 59." in page
    assert "Step 9." not in page
    earlier = page.split("?before=")[1][:36]
    assert "Step 9." in leads.get(f"{address}?before={earlier}").content.decode()


def test_in_a_blind_study_the_journal_tells_only_of_oneself(
    leads: Client, opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 22: by any page."""
    type(opened.study).objects.update(blind=True)
    StudyStep.objects.create(study=opened.study, account=coder, did="coded", about="Hidden", changes=[])
    assert "Hidden" not in leads.get(reverse("inquiry:steps", args=[opened.study.id])).content.decode()


def test_undoing_goes_back_to_the_page_it_was_pressed_on_and_nowhere_else(
    leads: Client, opened: OpenedStudy
) -> None:
    """ASVS: no open redirect."""
    step = StudyStep.objects.create(study=opened.study, account_id=opened.me, did="coded", changes=[])
    address = reverse("inquiry:step_undo", args=[opened.study.id])
    study = reverse("inquiry:study", args=[opened.study.id])
    for here, expected in (("//evil.example/", f"{study}steps/"), (f"{study}memos/", f"{study}memos/")):
        answer = leads.post(address, {"step": step.id, "here": here})
        assert answer.headers["Location"] == expected
    assert leads.post(address, {"step": "x"}).status_code == 404
