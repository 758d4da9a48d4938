"""Who speaks for a theme: participants by their own words, documents where there are some; shares of all who speak."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, Coding, Participant, Source, Speaker, Study, Theme
from ownwords.inquiry.queries.theme_speakers import Carried, carried_by
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.test_themes import page_of

pytestmark = pytest.mark.django_db
WALK, HEARD = make.WORDS.index("Walking"), make.WORDS.index("Being heard")


def interview(study: Study, pseudonym: str) -> Source:
    """An interview in which a participant speaks, under a pseudonym."""
    text = make.source(study, title=f"Interview with {pseudonym}")
    who = Participant.objects.filter(study=study, pseudonym=pseudonym).first() or make.participant(
        study, pseudonym
    )
    Speaker.objects.filter(source=text, label="P1").update(participant=who)
    return text


def theme_of(study: Study, *codes: Code, name: str = "Company", **columns: object) -> Theme:
    """A theme with codes."""
    theme = make.theme(study, name, **columns)
    for code in codes:
        theme.members.create(study=study, code=code, made_by=study.made_by)
    return theme


def carried(opened: OpenedStudy, theme: Theme, *below: Theme) -> Carried:
    """Return who speaks for a theme, with these sub-themes."""
    return carried_by(opened, {theme.id: {theme.id, *(one.id for one in below)}})[theme.id]


def test_whoever_says_something_under_one_of_its_codes_speaks_for_a_theme(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 29: shares of people: each counts once, whoever asks counts never."""
    study = opened.study
    one, two = make.code(study, "walking"), make.code(study, "dog")
    maple, _birch = interview(study, "Maple"), interview(study, "Birch")
    again = interview(study, "Maple")
    for code, text in ((one, maple), (two, maple), (one, again)):
        make.coding(code, text, WALK, WALK + 20)
    make.coding(one, maple, 0, 6)
    theme = theme_of(study, one, two)
    assert carried(opened, theme) == Carried(1, 2, 0, 0)
    page = page_of(leads, study)
    assert "1 of 2 participants" in page
    assert "document" not in page.split("<main")[1].split("</main>")[0]
    assert "1 of 2 participants" in page_of(leads, study, "theme", theme.id)


def test_a_passage_that_speaks_against_a_theme_is_no_voice_for_it(opened: OpenedStudy) -> None:
    """inquiry 18, 29: deviant cases do not make a theme larger; another passage of the same person still counts."""
    study = opened.study
    code = make.code(study)
    against = make.coding(code, interview(study, "Maple"), WALK, WALK + 20)
    theme = theme_of(study, code)
    assert carried(opened, theme).people == 1
    make.extract(theme, against, "against")
    assert carried(opened, theme).people == 0
    make.coding(code, against.source, HEARD, HEARD + 11)
    assert carried(opened, theme).people == 1


def test_a_passage_chosen_for_a_theme_counts_whatever_its_code(opened: OpenedStudy) -> None:
    """inquiry 18: the extracts are the theme's, not the code's."""
    study = opened.study
    elsewhere = make.coding(make.code(study), interview(study, "Maple"), WALK, WALK + 20)
    theme = theme_of(study)
    assert carried(opened, theme).people == 0
    make.extract(theme, elsewhere)
    assert carried(opened, theme).people == 1


def test_sub_themes_are_counted_with_what_they_hang_on(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 29: a theme of themes has the people of all; each once."""
    study = opened.study
    one, two = make.code(study, "one"), make.code(study, "two")
    maple, birch = interview(study, "Maple"), interview(study, "Birch")
    for code, text in ((one, maple), (two, maple), (two, birch)):
        make.coding(code, text, WALK, WALK + 20)
    top = theme_of(study, one)
    below = theme_of(study, two, name="Below", parent=top)
    assert carried(opened, top).people == 1
    assert carried(opened, top, below).people == 2
    assert page_of(leads, study).count("2 of 2 participants") == 2


def test_documents_are_counted_where_a_study_has_some(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 2.4, 29: documents speak too, among documents."""
    study = opened.study
    code = make.code(study)
    policy = make.source(study, "The team listens first.", title="Policy", kind="document")
    make.source(study, "Minutes.", title="Minutes", kind="document")
    make.coding(code, policy, 0, 8)
    theme = theme_of(study, code)
    assert carried(opened, theme) == Carried(0, 0, 1, 2)
    interview(study, "Maple")
    assert "0 of 1 participant · 1 of 2 documents" in page_of(leads, study)


def test_who_withdrew_and_what_is_out_of_view_counts_nowhere(opened: OpenedStudy) -> None:
    """inquiry 27: neither in the share nor in what it is a share of."""
    study = opened.study
    code = make.code(study)
    maple, birch = interview(study, "Maple"), interview(study, "Birch")
    for text in (maple, birch):
        make.coding(code, text, WALK, WALK + 20)
    theme = theme_of(study, code)
    assert carried(opened, theme) == Carried(2, 2, 0, 0)
    Participant.objects.filter(pseudonym="Birch").update(withdrew_on="2026-01-02")
    assert carried(opened, theme) == Carried(1, 1, 0, 0)
    Source.objects.filter(pk=maple.id).update(removed_at="2026-01-02T00:00:00Z")
    assert carried(opened, theme) == Carried(0, 0, 0, 0)


def test_in_a_blind_study_only_what_the_viewer_sees_is_counted(opened: OpenedStudy, coder: Account) -> None:
    """inquiry 22: by no page."""
    study = opened.study
    type(study).objects.update(blind=True)
    study.refresh_from_db()
    code = make.code(study)
    hidden: Coding = make.coding(code, interview(study, "Maple"), WALK, WALK + 20, coder)
    theme = theme_of(study, code)
    make.extract(theme, hidden)
    assert carried(opened, theme).people == 0
    assert carried(make.opened_by(coder, study), theme).people == 1
