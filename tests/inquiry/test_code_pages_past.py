"""The codebook of a past day with what has changed since, and the codebook as a file."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.code_merging import merge_codes, remove_code
from ownwords.inquiry.actions.codes import Said, change_code, make_code, move_code
from ownwords.inquiry.models import Code
from ownwords.ledger.models import Act
from tests.inquiry.refi.made import faults
from tests.inquiry.test_code_pages import names, page_of
from tests.queries import asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(opened: OpenedStudy) -> str:
    """A week ago, when there were five codes; since then much has changed."""
    made = {
        name: make_code(opened=opened, said=Said(name))
        for name in ("Staff", "trust", "heard", "talk", "rain")
    }
    then = timezone.now() - timedelta(days=7)
    Code.pgh_event_model.objects.update(pgh_created_at=then)  # type: ignore[attr-defined]
    new = Said("Staff and peers", "All who work there")
    change_code(opened=opened, code_id=made["Staff"].id, version=1, said=new)
    move_code(opened=opened, code_id=made["trust"].id, version=1, parent_id=made["Staff"].id)
    merge_codes(opened=opened, code_id=made["talk"].id, version=1, into_id=made["heard"].id)
    remove_code(opened=opened, code_id=made["rain"].id, version=1)
    make_code(opened=opened, said=Said("hope"))
    return timezone.localdate(then).isoformat()


def test_a_past_day_shows_its_codes_and_each_kind_of_change_since(
    leads: Client, opened: OpenedStudy, day: str
) -> None:
    """inquiry 11: the codebook of any past date can be shown."""
    with asked() as statements:
        page = page_of(leads, opened.study, on=day)
    assert len(statements) <= 12
    assert names(page) == ["Staff", "trust", "heard", "talk", "rain"]
    for words in (
        "New since then", "Called something else now", "Says something else now", "Hangs elsewhere now",
        "Brought into another code", "Out of view now", "into “heard”", "below “Staff and peers”",
    ):  # fmt: skip
        assert words in page
    assert names(page_of(leads, opened.study)) == ["Staff and peers", "trust", "heard", "hope"]


def test_a_day_before_the_first_code_had_none_and_what_is_no_past_day_shows_today(
    leads: Client, opened: OpenedStudy, day: str
) -> None:
    """Bad input is answered in words, never with a fault."""
    assert "There was no code in this study on that day" in page_of(leads, opened.study, on="1999-12-31")
    for typed in ("yesterday", "2999-01-01", "2026-02-30", "0001-01-01", timezone.localdate().isoformat()):
        page = page_of(leads, opened.study, on=typed)
        assert "This is the codebook of today" in page
        assert "Staff and peers" in page


@pytest.mark.parametrize(("form", "kind"), [("csv", "text/csv"), ("docx", "officedocument"), ("qdc", "xml")])
def test_the_codebook_of_today_or_of_a_past_day_is_taken_away_and_that_is_kept(
    leads: Client, opened: OpenedStudy, day: str, form: str, kind: str
) -> None:
    """inquiry 11, 23: any past date can be exported; validates."""
    address = reverse("inquiry:codes_export", args=[opened.study.id])
    answer = leads.post(address, {"form": form, "on": day})
    assert kind in answer["Content-Type"]
    assert answer["Content-Disposition"].endswith(f'codebook-how-a-team-supports-recovery-{day}.{form}"')
    today = leads.post(address, {"form": form, "on": ""})
    assert today.content != answer.content
    if form == "csv":
        assert b"rain" in answer.content
        assert b"rain" not in today.content
        assert b"Staff and peers" in today.content
    if form == "qdc":
        assert faults(answer.content, "Codebook.xsd") == faults(today.content, "Codebook.xsd") == []
    assert Act.objects.filter(verb="study_exported", actor_id=opened.me).count() == 2


def test_nothing_to_take_away_is_said_and_not_kept(leads: Client, opened: OpenedStudy) -> None:
    """Forms explain."""
    address = reverse("inquiry:codes_export", args=[opened.study.id])
    for sent in ({"form": "qdc"}, {"form": "exe"}, {}):
        page = leads.post(address, sent, follow=True).content.decode()
        assert "nothing to take away" in page
    make_code(opened=opened, said=Said("one"))
    assert (
        "Choose one of the kinds of file."
        in leads.post(address, {"form": "exe"}, follow=True).content.decode()
    )
    assert leads.get(address).status_code == 303
    assert not Act.objects.filter(verb="study_exported").exists()
