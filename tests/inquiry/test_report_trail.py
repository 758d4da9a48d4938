"""The audit trail: what was done in a study, day by day, and never what participants said."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.codes import Said, make_code
from ownwords.inquiry.actions.codings import Wanted, code_passage
from ownwords.inquiry.actions.report_export import trail_file
from ownwords.inquiry.method.passages import Chosen
from ownwords.inquiry.models import Stage, StudyStep
from ownwords.inquiry.presenters.report_trail import told
from ownwords.inquiry.queries.report_trail import trail_days, trail_of, whole_trail
from ownwords.ledger.models import Act
from ownwords.people.models import Account
from tests import studying as make

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id])


def test_steps_acts_and_stages_stand_in_one_story_by_day(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 11, 2.9 (SRQR 15): steps, exports and stages, with who did it."""
    make_code(opened=opened, said=Said("Company"))
    trail_file(opened=opened, form="csv")
    Stage.objects.create(study=opened.study, made_by_id=opened.me, name="Open coding", began_on="2026-01-05")
    page = leads.get(at("report_trail", opened)).content.decode()
    for words in (
        "Ines Okafor made a code: ",
        "Company",
        "took a copy out of a study",
        "Open coding",
        "5 January 2026",
    ):
        assert words in page
    made = leads.post(at("trail_export", opened), {"form": "csv"}).content.decode("utf-8-sig")
    assert "made a code" in made
    assert b"<table" in leads.post(at("trail_export", opened), {"form": "html"}).content
    assert leads.post(at("trail_export", opened), {"form": "exe"}).status_code == 404


def test_a_colleague_reads_what_others_did_to_the_study_as_a_whole(
    codes: Client, opened: OpenedStudy
) -> None:
    """SRQR 15: the second lock lets who works in the study read acts on it."""
    trail_file(opened=opened, form="csv")
    assert "took a copy out of a study" in codes.get(at("report_trail", opened)).content.decode()


def test_no_words_of_participants_stand_in_it(opened: OpenedStudy) -> None:
    """inquiry 27: a code in somebody's own words is not named."""
    text = make.source(opened.study)
    chosen = Chosen(27, 50, 1)
    code_passage(opened=opened, source_id=text.id, chosen=chosen, wanted=Wanted(in_vivo=True))
    lines = " ".join(f"{one.what} {one.about}" for one in map(told, whole_trail(opened)))
    assert "coded a passage with its own words" in lines
    assert "Walking" not in lines


@pytest.mark.parametrize(
    ("did", "about"),
    [
        ("cell_charted", "What helps: Being heard, Maple"),
        ("suggestions_accepted", "Company · Talk 1, Being heard · Talk 2"),
        ("suggestions_accepted", "Being hea"),
        ("relation_made", "Company → Being heard"),
        ("category_made", "Being heard"),
    ],
)
def test_a_code_in_somebodys_own_words_is_named_by_no_kind_of_step(
    opened: OpenedStudy, did: str, about: str
) -> None:
    """inquiry 27: wherever its name stands among others; also after it was called otherwise."""
    made = make.code(opened.study, "Being heard", origin="in_vivo")
    type(made).objects.filter(pk=made.pk).update(name="Listening")
    for words in (about, "Being heardless"):
        StudyStep.objects.create(study=opened.study, account_id=opened.me, did=did, about=words, changes=[])
    shown = " ".join(told(one).about for one in whole_trail(opened))
    assert shown == ("" if did == "suggestions_accepted" else "Being heardless")


def test_the_title_of_an_interview_stays_in_the_study(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 28: it may tell a place; on the page it stands, in what leaves it does not; a document is named."""
    make.source(opened.study, title="Elm Ward, day 2")
    make.source(opened.study, "Words.", "Guidance", kind="document")
    for about in ("Elm Ward, day 2", "What helps: Company, Elm Ward, day 2", "Guidance"):
        StudyStep.objects.create(
            study=opened.study, account_id=opened.me, did="text_brought", about=about, changes=[]
        )
    assert "Elm Ward" in leads.get(at("report_trail", opened)).content.decode()
    file = leads.post(at("trail_export", opened), {"form": "csv"}).content.decode("utf-8-sig")
    assert "Guidance" in file
    assert "Elm Ward" not in file


def test_what_a_participant_does_themselves_is_left_out(opened: OpenedStudy) -> None:
    """inquiry 28: it would say who stands behind a pseudonym."""
    Act.objects.create(
        verb="study_entry_given",
        role="person",
        thing_kind="study",
        thing_id=opened.study.id,
        actor_id=opened.me,
    )
    assert whole_trail(opened) == []


def test_steps_alike_on_one_day_are_one_line_with_what_was_undone(opened: OpenedStudy) -> None:
    """inquiry 11."""
    for n in range(3):
        make_code(opened=opened, said=Said(f"Code {n}"))
    StudyStep.objects.filter(about="Code 2").update(undone_at=timezone.now())
    (line,) = whole_trail(opened)
    assert (line.times, line.undone, line.about) == (3, 1, ("Code 0", "Code 1", "Code 2"))
    assert "3 times · 1 of them undone" in told(line).what


def test_a_page_holds_fourteen_days_and_the_next_begins_before_the_last(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 30: keyset paging."""
    for n in range(16):
        make_code(opened=opened, said=Said(f"Code {n}"))
        newest = StudyStep.objects.latest("id")
        StudyStep.objects.filter(pk=newest.pk).update(done_at=timezone.now() - timedelta(days=n))
    days, further = trail_days(opened, None)
    assert (len(days), further) == (14, days[-1])
    assert {one.day for one in trail_of(opened, days)} == set(days)
    rest, none = trail_days(opened, further)
    assert (len(rest), none) == (2, None)
    page = leads.get(at("report_trail", opened) + f"?before={further}").content.decode()
    assert "Code 15" in page
    assert "Code 13" not in page


def test_in_a_blind_study_of_steps_everybody_sees_their_own(opened: OpenedStudy, coder: Account) -> None:
    """inquiry 22."""
    make_code(opened=make.opened_by(coder, opened.study), said=Said("Theirs"))
    opened.study.blind = True
    assert whole_trail(opened) == []
