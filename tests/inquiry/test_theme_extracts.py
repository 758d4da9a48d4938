"""The codes of a theme, and passages chosen for it and against it; each undone, redone, and told in its history."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.codings import uncode
from ownwords.inquiry.actions.themes_extracts import choose_passages
from ownwords.inquiry.models import Coding, Study, StudyStep, Theme, ThemeCode, ThemeExtract
from ownwords.inquiry.queries.passages import PAGE
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.test_themes import SAID, at, page_of, turn
from tests.queries import asked

pytestmark = pytest.mark.django_db
WALK = make.WORDS.index("Walking")


@pytest.fixture
def theme(inquiry: Study) -> Theme:
    """A theme."""
    return make.theme(inquiry)


@pytest.fixture
def laid(inquiry: Study) -> Coding:
    """“Walking with the dog” under one code."""
    return make.coding(make.code(inquiry), make.source(inquiry), WALK, WALK + 20)


def choose(client: Client, theme: Theme, *codings: Coding, stands: str = "for", **typed: str) -> str:
    """Choose passages of a theme's codes from its page; return the page that follows."""
    sent = {"passage": [one.id for one in codings], "stands": stands, "note": "", **typed}
    return client.post(at(theme.study, "theme_passages", theme.id), sent, follow=True).content.decode()


def one_of(theme: Theme, extract: ThemeExtract, what: str) -> str:
    """Return the address of something done with a chosen passage."""
    return at(theme.study, f"extract_{what}", theme.id, extract.id)


def hours_ago(many: int) -> None:
    """Put what was done just now so many hours back: a test is one moment to the database."""
    then = timezone.now() - timedelta(hours=many)
    for model in (Theme, ThemeCode, ThemeExtract):
        fresh = model.pgh_event_model.objects.filter(pgh_created_at__gt=timezone.now() - timedelta(hours=1))  # type: ignore[union-attr]
        fresh.update(pgh_created_at=then)
    StudyStep.objects.filter(done_at__gt=timezone.now() - timedelta(hours=1)).update(done_at=then)


def test_many_codes_join_and_leave_a_theme_at_once_and_it_is_undone(
    leads: Client, inquiry: Study, theme: Theme, opened: OpenedStudy
) -> None:
    """inquiry 18: member codes; one step, also after a reload."""
    codes = [make.code(inquiry, name) for name in ("one", "two", "three")]
    address = at(inquiry, "theme_codes", theme.id)
    assert leads.get(address).content.decode().count('type="checkbox"') == 3
    leads.post(address, {"codes": [codes[0].id, codes[1].id], "seen": ""})
    assert set(theme.members.values_list("code", flat=True)) == {codes[0].id, codes[1].id}
    leads.post(address, {"codes": [codes[2].id], "seen": f"{codes[0].id} {codes[1].id}"})
    assert set(theme.members.values_list("code", flat=True)) == {codes[2].id}
    turn(leads, inquiry, opened, "undo")
    assert set(theme.members.values_list("code", flat=True)) == {codes[0].id, codes[1].id}
    turn(leads, inquiry, opened, "redo")
    assert set(theme.members.values_list("code", flat=True)) == {codes[2].id}
    assert leads.post(address, {"codes": [codes[2].id], "seen": str(codes[2].id)}).status_code == 422


def test_a_code_that_another_put_to_a_theme_meanwhile_stays(
    leads: Client, inquiry: Study, theme: Theme
) -> None:
    """House rule 7: nothing is lost between two who choose at once."""
    mine, theirs = make.code(inquiry, "mine"), make.code(inquiry, "theirs")
    ThemeCode.objects.create(study=inquiry, theme=theme, code=theirs, made_by=inquiry.made_by)
    leads.post(at(inquiry, "theme_codes", theme.id), {"codes": [mine.id], "seen": ""})
    assert theme.members.count() == 2


def test_passages_of_its_codes_are_chosen_for_and_against_with_a_note(
    leads: Client, inquiry: Study, theme: Theme, laid: Coding, opened: OpenedStudy
) -> None:
    """inquiry 18: extracts, and disconfirming extracts; undone and done again."""
    other = make.coding(laid.code, laid.source, 0, 6)
    leads.post(at(inquiry, "theme_codes", theme.id), {"codes": [laid.code_id], "seen": ""})
    assert "Walking with the dog" in page_of(leads, inquiry, "theme_passages", theme.id)
    page = choose(leads, theme, laid, note="Company without words.")
    assert "Chosen already: speaks for it" in page
    choose(leads, theme, other, stands="against")
    page = page_of(leads, inquiry, "theme", theme.id)
    for words in ("Walking with the dog", "Company without words.", "What speaks against it"):
        assert words in page
    assert theme.extracts.get(stands="against").coding == other
    turn(leads, inquiry, opened, "undo")
    turn(leads, inquiry, opened, "undo")
    assert not theme.extracts.exists()
    turn(leads, inquiry, opened, "redo")
    assert theme.extracts.get().note == "Company without words."


def test_choosing_nothing_or_what_is_there_is_refused_with_everything_typed(
    leads: Client, theme: Theme, laid: Coding
) -> None:
    """House rule 7: a refused form comes back filled."""
    address = at(theme.study, "theme_passages", theme.id)
    refused = leads.post(address, {"stands": "against", "note": "Kept"})
    assert refused.status_code == 422
    assert "Choose at least one passage." in refused.content.decode()
    make.extract(theme, laid)
    again = leads.post(address, {"passage": [laid.id], "stands": "against", "note": "Kept"})
    assert again.status_code == 422
    assert theme.extracts.get().stands == "for"


def test_a_passage_is_chosen_from_where_it_stands(leads: Client, theme: Theme, laid: Coding) -> None:
    """inquiry 18: from a code's passages and the passage's own page."""
    address = reverse("inquiry:passage_theme", args=[theme.study_id, laid.id])
    assert address in page_of(leads, theme.study, "code_passages", laid.code_id)
    assert address in page_of(leads, theme.study, "passage", laid.id)
    assert "Being heard" in leads.get(address).content.decode()
    assert leads.post(address, {"theme": "", "stands": "for"}).status_code == 422
    leads.post(address, {"theme": theme.id, "stands": "against", "note": "Not so here."})
    kept = theme.extracts.get()
    assert (kept.coding, kept.stands, kept.note) == (laid, "against", "Not so here.")
    assert "Chosen already" in leads.get(address).content.decode()


def test_a_chosen_passage_is_changed_moved_and_taken_out(
    leads: Client, theme: Theme, laid: Coding, opened: OpenedStudy
) -> None:
    """inquiry 10, 18: each by a press, each undone."""
    other = make.coding(laid.code, laid.source, 0, 6)
    choose(leads, theme, laid, other)
    first, second = theme.extracts.order_by("position")
    leads.post(one_of(theme, second, "move"), {"way": "up"})
    assert list(theme.extracts.order_by("position")) == [second, first]
    turn(leads, theme.study, opened, "undo")
    assert list(theme.extracts.order_by("position")) == [first, second]
    sent = {"stands": "against", "note": "On second thoughts", "version": first.version}
    leads.post(one_of(theme, first, "change"), sent)
    first.refresh_from_db()
    assert (first.stands, first.note) == ("against", "On second thoughts")
    stale = leads.post(one_of(theme, first, "change"), {**sent, "note": "Mine"})
    assert stale.status_code == 409
    assert "Mine" in stale.content.decode()
    leads.post(one_of(theme, second, "remove"), {"version": second.version})
    assert list(theme.extracts.all()) == [first]
    turn(leads, theme.study, opened, "undo")
    assert theme.extracts.count() == 2


def test_passages_to_choose_from_come_fifty_a_page(leads: Client, theme: Theme, laid: Coding) -> None:
    """inquiry 30: by keyset; the questions to the database do not grow."""
    text = make.source(theme.study, "x" * 200, title="Long")
    for n in range(PAGE + 5):
        make.coding(laid.code, text, n, n + 1)
    other = make.code(theme.study, "other")
    for code in (laid.code, other):
        ThemeCode.objects.create(study=theme.study, theme=theme, code=code, made_by=theme.made_by)
    with asked() as statements:
        page = page_of(leads, theme.study, "theme_passages", theme.id)
    assert len(statements) <= 16
    assert page.count('type="checkbox"') == PAGE
    further = re.search(r'href="\?([^"]*after=[^"]+)" rel="next"', page)
    assert further is not None
    address = at(theme.study, "theme_passages", theme.id)
    assert leads.get(f"{address}?{further[1]}").content.decode().count('type="checkbox"') == 6
    assert "There is no passage here" in leads.get(f"{address}?code={other.id}").content.decode()


def test_in_a_blind_study_nobody_chooses_a_passage_that_is_hidden(
    opened: OpenedStudy, coder: Account, codes: Client, leads: Client
) -> None:
    """inquiry 22: neither chosen nor shown, counted or told."""
    study = opened.study
    type(study).objects.update(blind=True)
    theme, code = make.theme(study), make.code(study)
    hidden = make.coding(code, make.source(study), WALK, WALK + 20)
    assert codes.get(reverse("inquiry:passage_theme", args=[study.id, hidden.id])).status_code == 404
    assert "not there any more" in choose(codes, theme, hidden)
    choose_passages(
        opened=opened, theme_id=theme.id, codings=[hidden.id], stands="for", note="My hidden note"
    )
    for name in ("theme", "theme_history"):
        assert "Walking with the dog" in page_of(leads, study, name, theme.id)
        page = page_of(codes, study, name, theme.id)
        assert "Walking with the dog" not in page
        assert "My hidden note" not in page


def test_the_history_tells_who_changed_what_the_newest_last(
    leads: Client, codes: Client, inquiry: Study, laid: Coding
) -> None:
    """inquiry 18: the log from code to theme can be read, with before and after."""
    leads.post(at(inquiry, "theme_add"), SAID)
    theme = Theme.objects.get()
    hours_ago(6)
    codes.post(at(inquiry, "theme_codes", theme.id), {"codes": [laid.code_id], "seen": ""})
    hours_ago(5)
    choose(leads, theme, laid, note="Said twice.")
    hours_ago(4)
    sent = {**SAID, "name": "To be heard", "statement": "It counts.", "status": "named", "version": 1}
    codes.post(at(inquiry, "theme_change", theme.id), sent)
    hours_ago(3)
    kept = theme.extracts.get()
    codes.post(one_of(theme, kept, "remove"), {"version": kept.version})
    hours_ago(2)
    leads.post(at(inquiry, "theme_codes", theme.id), {"codes": [], "seen": str(laid.code_id)})
    with asked() as statements:
        page = page_of(leads, inquiry, "theme_history", theme.id)
    assert len(statements) <= 26
    told = [
        "made this theme, “Being heard”", "put the code “What helps” to it", "chose a passage that speaks for it",
        "Said twice.", "changed how far it has come", "changed its name", "It counts.",
        "took out a passage that spoke for it", "took the code “What helps” off it",
    ]  # fmt: skip
    places = [page.index(words) for words in told]
    assert places == sorted(places)
    assert re.search(r"<del[^>]*>.*candidate</del>\s*<ins[^>]*>.*defined and named</ins>", page)
    by = re.findall(r"</time> · ([^<]+)</p>", page)
    assert by == ["Ines Okafor", "Tom Reyes", "Ines Okafor", "Tom Reyes", "Tom Reyes", "Ines Okafor"]


def test_a_long_history_goes_on_page_by_page(leads: Client, theme: Theme) -> None:
    """inquiry 30: fifty events a page, none left out at the seam."""
    for n in range(60):
        theme.statement = f"Wording {n}."
        theme.save()
    page = page_of(leads, theme.study, "theme_history", theme.id)
    assert "Wording 48." in page
    assert "Wording 50." not in page
    further = re.search(r'href="\?after=([^"]+)"', page)
    assert further is not None
    later = page_of(leads, theme.study, "theme_history", theme.id, after=further[1])
    assert re.search(r"<del[^>]*>.*Wording 48\.</del>", later)
    assert "Wording 59." in later


def test_the_history_still_tells_of_a_passage_that_has_lost_its_code(
    leads: Client, theme: Theme, laid: Coding, opened: OpenedStudy
) -> None:
    """inquiry 18: no line of the log goes with the coding."""
    choose(leads, theme, laid, note="Said twice.")
    kept = theme.extracts.get()
    leads.post(one_of(theme, kept, "remove"), {"version": kept.version})
    uncode(opened=opened, coding_id=laid.id)
    page = page_of(leads, theme.study, "theme_history", theme.id)
    assert "chose a passage that speaks for it" in page
    assert "Said twice." in page
    assert "took out a passage that spoke for it" in page
