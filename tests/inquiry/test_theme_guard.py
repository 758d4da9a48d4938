"""What a theme or a property rests on never vanishes beneath it: by uncoding, undoing, merging or striking out."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.code_merging import merge_codes, remove_code
from ownwords.inquiry.actions.codings import Wanted, code_passage, uncode
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.striking import strike_words
from ownwords.inquiry.actions.undoing import redo, undo
from ownwords.inquiry.actions.withdrawing import withdraw_participant
from ownwords.inquiry.method.passages import Chosen
from ownwords.inquiry.models import Code, Coding, Incident, Property, Speaker, Study, Theme, ThemeExtract
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.people.refusals import Refused
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.inquiry.test_themes import page_of

pytestmark = pytest.mark.django_db
WALK = make.WORDS.index("Walking")
END = WALK + len("Walking with the dog helps.")


@pytest.fixture
def theme(inquiry: Study) -> Theme:
    """A theme."""
    return make.theme(inquiry)


@pytest.fixture
def laid(inquiry: Study) -> Coding:
    """“Walking with the dog helps.” under one code."""
    return make.coding(make.code(inquiry), make.source(inquiry), WALK, END)


def incident(laid: Coding, place: int | None = None) -> Incident:
    """Make a passage an incident of a property."""
    by = {"study_id": laid.study_id, "made_by": laid.code.made_by}
    code = Code.objects.get_or_create(name="Support", folded="support", **by)[0]
    found = Property.objects.filter(name="Depth").first() or Property.objects.create(
        **by, category=make.category(code), name="Depth", from_pole="a little", to_pole="a lot"
    )
    return Incident.objects.create(**by, property=found, coding=laid, place=place)


def turned(opened: OpenedStudy, *, back: bool = True) -> None:
    """Undo one's newest step, or do it again."""
    step = next_undo(opened) if back else next_redo(opened)
    assert step is not None
    (undo if back else redo)(opened=opened, step_id=step.id)


@pytest.mark.parametrize(("stands", "says"), [("for", "speaks for"), ("against", "speaks against")])
def test_a_code_is_not_taken_off_a_passage_that_a_theme_rests_on(
    leads: Client, opened: OpenedStudy, theme: Theme, laid: Coding, stands: str, says: str
) -> None:
    """inquiry 18: a clear sentence names the theme; once it is taken out there, the code comes off."""
    kept = make.extract(theme, laid, stands)
    address = reverse("inquiry:passage_uncode", args=[laid.study_id, laid.source_id])
    page = leads.post(address, {"coding_id": laid.id}, follow=True).content.decode()
    assert (
        f"This passage {says} the theme “Being heard”. Take it out there first, then take the code off."
        in page
    )
    assert Coding.objects.filter(pk=laid.id).exists()
    kept.delete()
    uncode(opened=opened, coding_id=laid.id)
    assert not Coding.objects.exists()


def test_a_code_is_not_taken_off_an_incident_of_a_property(opened: OpenedStudy, laid: Coding) -> None:
    """inquiry 17: the same for what grounded theory rests on."""
    incident(laid)
    with pytest.raises(Refused, match="an incident of “Depth”"):
        uncode(opened=opened, coding_id=laid.id)


def test_the_sentence_says_where_a_theme_out_of_view_is_put_back(
    opened: OpenedStudy, theme: Theme, laid: Coding
) -> None:
    """inquiry 18: what is out of view comes back whole."""
    make.extract(theme, laid)
    Theme.objects.update(removed_at="2026-01-02T00:00:00Z")
    with pytest.raises(Refused, match="out of view: put it back"):
        uncode(opened=opened, coding_id=laid.id)


def test_coding_is_not_undone_under_a_theme(opened: OpenedStudy, theme: Theme) -> None:
    """inquiry 10, 18: undoing refuses with the same sentence, and so does doing a taking off again."""
    code, text = make.code(opened.study), make.source(opened.study)
    chosen = Chosen(WALK, END, 1)
    laid = code_passage(opened=opened, source_id=text.id, chosen=chosen, wanted=Wanted(code.id))
    kept = make.extract(theme, laid)
    with pytest.raises(Refused, match="speaks for the theme “Being heard”"):
        turned(opened)
    kept.delete()
    uncode(opened=opened, coding_id=laid.id)
    turned(opened)
    make.extract(theme, laid)
    with pytest.raises(Refused, match="speaks for the theme “Being heard”"):
        turned(opened, back=False)
    assert Coding.objects.get() == laid


def test_a_code_with_a_chosen_passage_is_not_taken_out_of_view(
    opened: OpenedStudy, theme: Theme, laid: Coding
) -> None:
    """inquiry 18: its passages would go with it."""
    make.extract(theme, laid)
    with pytest.raises(Refused, match="“Being heard”"):
        remove_code(opened=opened, code_id=laid.code_id, version=1)


def everything() -> list[dict[str, object]]:
    """Return what every row says that merging may touch."""
    return [
        state_of(row)
        for model in (Code, Coding, ThemeExtract, Incident)
        for row in model._default_manager.order_by("id")
    ] + [state_of(row) for one in Theme.objects.order_by("id") for row in one.members.order_by("id")]


def test_merging_lets_themes_and_incidents_rest_on_the_passage_that_stays(
    opened: OpenedStudy, theme: Theme, laid: Coding
) -> None:
    """inquiry 11, 18: undone, exactly what was is back; done again, merged again."""
    into = make.code(opened.study, "heard")
    stays = make.coding(into, laid.source, WALK, END)
    other = make.coding(laid.code, laid.source, 0, 6)
    kept, moving, held = make.extract(theme, laid, note="Why"), make.extract(theme, other), incident(laid, 40)
    theme.members.create(study=opened.study, code=laid.code, made_by=theme.made_by)
    before = everything()
    merge_codes(opened=opened, code_id=laid.code_id, version=1, into_id=into.id)
    for row in (kept, held, moving):
        row.refresh_from_db()
    assert (kept.coding_id, kept.note, held.coding_id, held.place) == (stays.id, "Why", stays.id, 40)
    assert moving.coding_id == other.id
    assert theme.members.get().code_id == into.id
    assert not Coding.objects.filter(pk=laid.id).exists()
    merged = everything()
    turned(opened)
    assert everything() == before
    turned(opened, back=False)
    assert [one for one in everything() if "removed_at" not in one] == [
        one for one in merged if "removed_at" not in one
    ]


def test_merging_keeps_both_notes_of_a_passage_chosen_twice(
    opened: OpenedStudy, theme: Theme, laid: Coding
) -> None:
    """inquiry 11: one extract stays, and nothing that was thought of it is lost; undone, both are back."""
    into = make.code(opened.study, "heard")
    stays = make.coding(into, laid.source, WALK, END)
    make.extract(theme, laid, note="One thought")
    make.extract(theme, stays, note="Another")
    for code in (laid.code, into):
        theme.members.create(study=opened.study, code=code, made_by=theme.made_by)
    before = everything()
    merge_codes(opened=opened, code_id=laid.code_id, version=1, into_id=into.id)
    assert theme.extracts.get().note == "Another\n\nOne thought"
    assert theme.members.get().code_id == into.id
    turned(opened)
    assert everything() == before


def test_merging_asks_to_decide_where_one_passage_says_two_things(
    opened: OpenedStudy, theme: Theme, laid: Coding
) -> None:
    """inquiry 18: for and against is a judgement; nobody makes it silently."""
    into = make.code(opened.study, "heard")
    stays = make.coding(into, laid.source, WALK, END)
    kept = make.extract(theme, laid)
    make.extract(theme, stays, "against")
    with pytest.raises(Refused, match="once for the theme “Being heard” and once against"):
        merge_codes(opened=opened, code_id=laid.code_id, version=1, into_id=into.id)
    kept.delete()
    incident(laid, 10)
    incident(stays, 90)
    with pytest.raises(Refused, match="at two places"):
        merge_codes(opened=opened, code_id=laid.code_id, version=1, into_id=into.id)
    assert laid.code.codings.get() == laid


def test_a_chosen_passage_whose_words_are_struck_out_says_so(
    leads: Client, opened: OpenedStudy, theme: Theme, laid: Coding
) -> None:
    """inquiry 27: it is shown as struck out, counts nowhere, and can be taken out."""
    make.extract(theme, laid, note="Our own thought")
    with seen_by(opened.me, "researcher"):
        strike_words(opened=opened, source_id=laid.source_id, version=1, stretches=[(WALK, END)])
    page = page_of(leads, opened.study, "theme", theme.id)
    assert "These words were struck out or withdrawn." in page
    assert "Our own thought" in page
    assert "Walking with the dog" not in page
    assert "0 passages for it" in page_of(leads, opened.study)
    kept = theme.extracts.get()
    leads.post(
        reverse("inquiry:extract_remove", args=[opened.study.id, theme.id, kept.id]),
        {"version": kept.version},
    )
    assert not theme.extracts.exists()


def test_a_chosen_passage_of_somebody_who_withdrew_says_so(
    leads: Client, opened: OpenedStudy, theme: Theme, laid: Coding
) -> None:
    """inquiry 27: what a theme rested on is told, without the words."""
    maple = make.participant(opened.study)
    Speaker.objects.filter(label="P1").update(participant=maple)
    make.extract(theme, laid)
    with seen_by(opened.me, "researcher"):
        withdraw_participant(opened=opened, participant_id=maple.id, version=1)
    for name in ("theme", "theme_history"):
        page = page_of(leads, opened.study, name, theme.id)
        assert "Walking with the dog" not in page
    assert "These words were struck out or withdrawn." in page_of(leads, opened.study, "theme", theme.id)


def test_a_chosen_passage_whose_text_is_out_of_view_says_so(
    leads: Client, theme: Theme, laid: Coding
) -> None:
    """inquiry 18: never dropped in silence."""
    make.extract(theme, laid)
    type(laid.source).objects.update(removed_at="2026-01-02T00:00:00Z")
    assert "is out of view" in page_of(leads, theme.study, "theme", theme.id)
