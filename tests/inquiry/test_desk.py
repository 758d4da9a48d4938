"""The desk: a text with what is coded in it, and one press to code."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, Coding, Source, Study
from ownwords.inquiry.queries import desk as queries
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db
HELPS = make.WORDS.index("Walking")


@pytest.fixture
def text(inquiry: Study) -> Source:
    """A text of three turns."""
    return make.source(inquiry)


def at(name: str, text: Source, *more: object) -> str:
    """Return an address of the desk."""
    return reverse(f"inquiry:{name}", args=[text.study_id, text.id, *more])


def passage(text: Source, words: str, **more: object) -> dict[str, object]:
    """Return what the script sends for these words of the text."""
    start = make.WORDS.index(words)
    chosen = {"start": start, "end": start + len(words), "begins": words[:60], "ends": words[-60:]}
    return {**chosen, "text_version": text.text_version, "do": "code", **more}


def test_a_text_stands_by_turns_with_numbered_passages_that_no_colour_tells_apart(
    leads: Client, text: Source
) -> None:
    """inquiry 8: brackets with numbers, a pattern of its own for each line, and the name of each code."""
    make.coding(make.code(text.study, "Company"), text, HELPS, HELPS + 20)
    make.coding(make.code(text.study, "Being outside"), text, HELPS + 8, HELPS + 30)
    page = leads.get(at("desk", text)).content.decode()
    assert 'data-opens="1">Walking ' in page
    assert '<span class="inq-seg inq-line-0 inq-line-1" data-opens="2" data-closes="1">' in page
    assert page.count('class="inq-mark__key') == 2
    assert "Being outside" in page
    assert "inq-turn--asks" in page


def test_words_selected_and_a_code_chosen_is_a_coding(leads: Client, text: Source) -> None:
    """inquiry 7, 9: with its own person and origin; blanks around the words are left out."""
    code = make.code(text.study)
    answer = leads.post(at("passage_add", text), passage(text, " with the dog ", code=code.id))
    assert answer.headers["Location"].endswith("#turn-2")
    laid = Coding.objects.get()
    assert make.WORDS[laid.start : laid.end] == "with the dog"
    assert (laid.coder, laid.how, laid.code) == (text.made_by, "hand", code)


def test_a_new_name_makes_a_code_for_the_passage_and_one_press_undoes_both(
    leads: Client, text: Source
) -> None:
    """inquiry 7, 10: a new code made from a selection codes that selection."""
    leads.post(at("passage_add", text), passage(text, "Walking", name="Being outside"))
    assert Coding.objects.get().code.name == "Being outside"
    page = leads.get(at("desk", text)).content.decode()
    assert "coded a passage with a new code" in page
    step = page.split('name="step" value="')[1][:36]
    leads.post(reverse("inquiry:step_undo", args=[text.study_id]), {"step": step, "here": at("desk", text)})
    assert not Coding.objects.exists()
    assert Code.objects.get().removed_at is not None
    leads.post(reverse("inquiry:step_redo", args=[text.study_id]), {"step": step, "here": at("desk", text)})
    assert Coding.objects.get().code.removed_at is None


def test_a_name_that_a_code_has_means_that_code_whatever_its_capitals(leads: Client, text: Source) -> None:
    """inquiry 7, 12."""
    code = make.code(text.study, "what helps")
    leads.post(at("passage_add", text), passage(text, "Walking", name="What Helps"))
    assert Coding.objects.get().code == code


def test_the_words_themselves_can_be_the_code(leads: Client, text: Source) -> None:
    """inquiry 9: origin in-vivo, of code and coding."""
    leads.post(at("passage_add", text), passage(text, "Being heard", do="in_vivo"))
    laid = Coding.objects.get()
    assert (laid.code.name, laid.code.origin, laid.how) == ("Being heard", "in_vivo", "in_vivo")


def test_without_a_script_a_turn_is_chosen_and_words_in_it(leads: Client, text: Source) -> None:
    """inquiry 7: from word to word, also chosen the wrong way round."""
    code = make.code(text.study)
    page = leads.get(at("desk", text) + "?turn=2").content.decode()
    assert "Turn 2 is chosen." in page
    first, last = (
        f"{place}-{place + len(word)}" for word in ("dog", "Walking") if (place := make.WORDS.index(word)) + 1
    )
    sent = {"text_version": 1, "turn": 2, "first": first, "last": last, "code": code.id, "do": "code"}
    leads.post(at("passage_add", text), sent)
    laid = Coding.objects.get()
    assert make.WORDS[laid.start : laid.end] == "Walking with the dog"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"text_version": 7}, "corrected while you were reading"),
        ({"begins": "Running"}, "does not stand there any more"),
        ({"start": "", "end": ""}, "Choose a passage first"),
        ({"end": 99_999}, "Choose a passage first"),
        ({"code": "", "name": ""}, "Choose a code, or type a name"),
        ({"do": "new", "name": "What helps"}, "There is a code “What helps” here already"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_coded(
    leads: Client, text: Source, more: dict[str, object], words: str
) -> None:
    """inquiry 7: the page comes back with what was typed."""
    code = make.code(text.study)
    answer = leads.post(at("passage_add", text), passage(text, "Walking", **{"code": code.id, **more}))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Coding.objects.exists()


def test_the_same_code_twice_on_the_same_words_is_refused_in_words(leads: Client, text: Source) -> None:
    """inquiry 9."""
    code = make.code(text.study)
    for expected in (303, 422):
        assert (
            leads.post(at("passage_add", text), passage(text, "Walking", code=code.id)).status_code
            == expected
        )
    assert Coding.objects.count() == 1


def test_emoji_and_accents_before_a_passage_do_not_shift_it(leads: Client, inquiry: Study) -> None:
    """inquiry 1: places are code points; the page sends them as such with the words themselves."""
    words = "P1: 😀👩‍👩‍👧 Cafe\u0301 talk helps"
    text = make.source(inquiry, words)
    start = words.index("talk")
    sent = {
        "start": start,
        "end": start + 4,
        "begins": "talk",
        "ends": "talk",
        "text_version": 1,
        "name": "Talk",
    }
    leads.post(at("passage_add", text), sent)
    laid = Coding.objects.get()
    assert words[laid.start : laid.end] == "talk"
    assert "talk</span>" in leads.get(at("desk", text)).content.decode()


def test_only_who_coded_and_who_leads_takes_a_code_off(
    leads: Client, codes: Client, text: Source, coder: object
) -> None:
    """inquiry 9, 10."""
    code = make.code(text.study)
    own = make.coding(code, text, 0, 5)
    theirs = make.coding(code, text, 0, 5, coder)  # type: ignore[arg-type]
    assert codes.post(at("passage_uncode", text), {"coding_id": own.id}).status_code == 404
    assert codes.post(at("passage_uncode", text), {"coding_id": theirs.id}).status_code == 303
    assert list(Coding.objects.all()) == [own]
    leads.post(at("passage_uncode", text), {"coding_id": own.id})
    assert not Coding.objects.exists()


def test_whoever_only_reads_sees_the_desk_without_anything_to_press(text: Source) -> None:
    """inquiry 22: a reader codes nothing."""
    reader = make.researcher(text.study.organisation)
    make.member(text.study, reader, "reader")
    client = make.client_for((reader, "researcher"))
    page = client.get(at("desk", text)).content.decode()
    assert "Code it" not in page
    assert client.post(at("passage_add", text), passage(text, "Walking", name="x")).status_code == 404


def test_the_list_of_texts_says_how_far_one_is(leads: Client, text: Source) -> None:
    """inquiry 30."""
    make.coding(make.code(text.study), text, 0, 5)
    page = leads.get(reverse("inquiry:coding", args=[text.study_id])).content.decode()
    assert "1 passage coded by you" in page


def test_a_text_with_many_passages_asks_no_more_than_one_with_few(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 30: the text is loaded once, and so is each list."""
    text = make.source(opened.study, "\n".join(f"P{n}: word {n} and more words" for n in range(40)))
    leads.get(at("desk", text))  # what is kept ready for every page is read once
    with asked() as before:
        leads.get(at("desk", text))
    for n in range(30):
        make.coding(make.code(opened.study, f"Code {n}"), text, n * 20, n * 20 + 30)
    with asked() as after:
        assert leads.get(at("desk", text)).status_code == 200
    assert len(after) == len(before)
    assert len([one for one in after if '"inquiry_' in one]) <= 10


def test_a_text_with_very_many_passages_is_shown_in_parts(
    leads: Client, opened: OpenedStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """inquiry 30: no page takes long, and no passage is lost between two parts."""
    monkeypatch.setattr(queries, "MOST_DRAWN", 12)
    text = make.source(opened.study, "\n".join(f"P1: {n:02} words" for n in range(30)))
    turns = queries.turns_of(text)
    code = make.code(opened.study)
    laid = {make.coding(code, text, one.start, min(one.end + 8, text.length)).id for one in turns}
    shown, seen = set(), []
    place: int | None = 0
    while place is not None:
        part = queries.part_of(opened, text, turns, at=place)
        seen += [one.number for one in part.turns]
        shown |= {one.id for one in part.codings}
        place = part.following
    assert seen == list(range(1, 31))
    assert shown == laid
    desk = at("desk", text)
    page = leads.get(f"{desk}?at=20").content.decode()
    assert 'id="turn-20"' in page
    assert "Back to the beginning" in page
    assert "shown in parts" in leads.get(desk).content.decode()
