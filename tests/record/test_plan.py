"""The plan on one page: as page, PDF and plain text; only what the viewer sees, and nothing asked twice."""

from __future__ import annotations

import re
import sys
import zlib
from contextlib import suppress

import pytest
from django import forms

from ownwords.ledger.models import Look
from ownwords.people.models import Account, Person
from ownwords.people.queries.circle import circle_of
from ownwords.record import plan_pdf
from ownwords.record.forms.conversations import ConversationForm
from ownwords.record.forms.goal_change import GoalChangeForm
from ownwords.record.forms.goals import GoalAddForm
from ownwords.record.forms.visit import VisitForm
from ownwords.record.method.tools import coaching_templates
from ownwords.record.models import Preference
from tests import factories as make
from tests.queries import asked
from tests.record import talks

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Person:
    return make.person(called="Sam Öz")


def test_everything_entered_once_appears_in_the_plan_without_retyping(sam: Person, worker: Account) -> None:
    """refocus R2; recovery-support RS-08: strengths first, a fixed order."""
    talks.full(sam, worker)
    wish = make.entry(sam, "Ring before you come.", "preference", about="Visits")
    Preference.objects.create(
        entry=wish, subject="own", not_wanted="Surprises", why="I sleep late", force="must"
    )
    words = [
        "I fix bicycles",
        "matters number 0",
        "Ring before you come.",
        "Surprises",
        "I want pigeons",
        "Find the form 0",
        "crisis number 0",
    ]
    for name in ("plan", "plan_text"):
        text = talks.page_of(worker).get(talks.to(name, sam)).content.decode()
        places = [text.index(one) for one in words]
        assert places == sorted(places)


def test_the_plan_holds_only_what_its_reader_may_see(sam: Person, worker: Account) -> None:
    """refocus R11."""
    make.entry(sam, "a secret strength", "strength", visibility="me")
    talks.step(talks.goal(sam, "a secret goal", visibility="me"), "a secret promise", worker)
    for name in ("plan", "plan_text"):
        assert "a secret" not in talks.page_of(worker).get(talks.to(name, sam)).content.decode()
        text = talks.page_of(sam.account, "person").get(talks.to(name, sam)).content.decode()
        assert text.count("a secret") == 3


def test_offered_and_declined_strengths_are_not_in_the_plan(sam: Person) -> None:
    """refocus 1.6: "noticed by" until the person keeps it."""
    for standing in ("offered", "declined", "kept"):
        talks.strength(sam, f"{standing} strength", standing=standing)
    text = talks.page_of(sam.account, "person").get(talks.to("plan", sam)).content.decode()
    assert "kept strength" in text
    assert "offered strength" not in text
    assert "declined strength" not in text


def test_the_pdf_is_tagged_titled_and_asks_nobody_for_anything(sam: Person, worker: Account) -> None:
    """Promised: PDF, tagged; DESIGN: no page needs the internet."""
    talks.full(sam, worker)
    make.entry(sam, '<img src="http://elsewhere.example/x.png"> أريد 海', "matters")
    response = talks.page_of(worker).get(talks.to("plan_pdf", sam))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith('attachment; filename="plan-sam-oz')
    assert response.content.startswith(b"%PDF-1.7")
    inside = _opened(response.content)
    for mark in (b"/StructTreeRoot", b"/Marked true", b"/Lang", b"/DisplayDocTitle true", b"/H1"):
        assert mark in inside, mark
    assert b"pdfuaid" in inside
    assert Look.objects.filter(part="plan_copy", about_id=sam.id).count() == 1


def _opened(pdf: bytes) -> bytes:
    """Return a PDF with its packed parts beside it."""
    parts = [pdf]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompress(packed))
    return b"\n".join(parts)


def test_pictures_and_addresses_are_never_fetched_for_a_pdf() -> None:
    """ASVS 13.2.4: no request leaves the machine."""
    with pytest.raises(plan_pdf.NoFetching):
        plan_pdf.refuse("file:///etc/passwd")


def test_without_pango_the_page_says_so_and_offers_print(
    sam: Person, worker: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Promised; DESIGN: faults in words."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    response = talks.page_of(worker).get(talks.to("plan_pdf", sam))
    assert response.status_code == 503
    assert "print its page" in response.content.decode()


def test_the_plain_text_can_be_saved_as_a_file(sam: Person, worker: Account) -> None:
    """refocus R2: structured text with no retyping."""
    talks.full(sam, worker)
    response = talks.page_of(worker).get(talks.to("plan_text", sam) + "?file=1")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "STRENGTHS\n- I fix bicycles" in response.content.decode()


def test_no_two_forms_ask_for_the_same_thing(sam: Person, worker: Account) -> None:
    """refocus R2: zero fields asked twice; the change form edits what the others ask first."""
    opened = talks.opened_by(worker, sam)
    circle, entry = circle_of(opened), talks.goal(sam)
    add = GoalAddForm(opened=opened, circle=circle)
    visit = VisitForm(opened=opened, circle=None, steps=[], goals=[entry])
    talk = ConversationForm(opened=opened, circle=circle, template=coaching_templates()[0], steps=[])
    change = GoalChangeForm(opened=opened, entry=entry, matters=[], strengths=[])
    for form in (add, visit, talk, change):
        labels = [str(field.label) for field in form.visible_fields() if not _repeated(field)]
        assert len(labels) == len(set(labels)), labels
    asked_at_visit = {field.name for field in visit.visible_fields()}
    assert not asked_at_visit & {"origin", "whose", "kind_by_person", "why", "importance", "held_on"}


def _repeated(field: forms.BoundField) -> bool:
    """Rows for several things of one kind ask the same of each."""
    return field.name.startswith(("step_", "obstacle_", "then_"))


def test_the_plan_asks_the_same_number_of_questions_for_5_and_50_entries(
    sam: Person, worker: Account
) -> None:
    """platform 5.4: at most 12 queries."""
    client, counts = talks.page_of(worker), []
    client.get(talks.to("plan", sam))
    for more in (1, 9):
        talks.full(sam, worker, more)
        with asked() as statements:
            client.get(talks.to("plan", sam))
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12, counts
