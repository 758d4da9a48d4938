"""Bringing texts into a study: every character kept, each file with its own result, nothing half-written."""

from __future__ import annotations

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.texts import Told, bring_in, title_of
from ownwords.inquiry.actions.undoing import redo, undo
from ownwords.inquiry.method.text.refused import CannotRead
from ownwords.inquiry.models import Present, Source, SourceText, Speaker, Study, StudyStep, Turn
from ownwords.inquiry.queries.texts import PART, part_of, texts_of
from ownwords.ledger.models import Act
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.bringing import GROUP_VTT, TALK, at, brought, docx, sent, words_of
from tests.queries import asked

pytestmark = pytest.mark.django_db


def test_several_files_come_in_each_with_its_own_result(leads: Client, inquiry: Study) -> None:
    """inquiry 1, 6: a Word interview and a subtitled group come in, a picture is refused with what to do."""
    files = [
        sent("Interview_1.docx", docx(TALK.strip().split("\n"))),
        sent("group.vtt", GROUP_VTT),
        sent("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    ]
    page = leads.post(at("text_add", inquiry), {"kind": "interview", "files": files}).content.decode()
    assert list(Source.objects.values_list("title", "position")) == [("Interview 1", 0), ("group", 1)]
    assert "2 texts came in" in page
    assert "1 file was refused" in page
    assert "Bring a transcript" in page
    assert Act.objects.filter(verb="study_text_added").count() == 2


def test_every_character_is_kept_and_turns_say_where_words_stand(opened: OpenedStudy) -> None:
    """inquiry 1, 2: accents, emoji and Arabic stand as in the file; line ends are made alike."""
    words = "Q: Café \U0001f600?\r\nP1: مرحبا e\u0301\r\nQ: Yes.\r\nP1: No."
    source = brought(opened, words)
    kept = words_of(source)
    assert kept == words.replace("\r\n", "\n")
    turns = list(Turn.objects.filter(source=source).order_by("number"))
    assert [kept[one.said_from : one.end] for one in turns][:2] == ["Café \U0001f600?", "مرحبا e\u0301"]
    assert source.length == len(kept)
    assert all(one.search is not None for one in turns)


def test_a_refused_file_leaves_nothing_behind(opened: OpenedStudy) -> None:
    """bad input: neither text, turns nor a step."""
    with pytest.raises(CannotRead):
        bring_in(opened=opened, told=Told(kind="interview"), data=b"", name="empty.txt")
    left = [kind.objects.count() for kind in (Source, SourceText, Speaker, Turn, StudyStep)]
    assert left == [0] * 5


def test_a_file_too_large_is_refused_before_it_is_read(
    leads: Client, inquiry: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    """bad input: by its size alone, with the words typed still there where nothing came."""
    from ownwords.inquiry.method.text.limits import Limits
    from ownwords.inquiry.views import texts

    monkeypatch.setattr(texts, "USUAL", Limits(size=10))
    answer = leads.post(at("text_add", inquiry), {"kind": "interview", "files": [sent("a.txt", "x" * 20)]})
    assert answer.status_code == 422
    assert "the limit is" in answer.content.decode()
    assert not Source.objects.exists()


def test_files_larger_than_usual_forms_come_in_on_this_page_alone(leads: Client, inquiry: Study) -> None:
    """bad input: three megabytes are a text here; elsewhere they are dropped while they arrive."""
    words = "Nobody said a word about it.\n" * 110_000
    leads.post(at("text_add", inquiry), {"kind": "document", "files": [sent("long.txt", words)]})
    source = Source.objects.get()
    assert source.length == len(words)
    assert Turn.objects.filter(source=source).count() == 110_000


def test_pasted_words_come_in_and_a_form_sent_twice_keeps_one_text(leads: Client, inquiry: Study) -> None:
    """platform 10: pasted words are a text as any; the second press keeps nothing new."""
    typed = {
        "kind": "note", "title": "Visit", "words": "The room was cold.\r\nNobody sat down.", "led": "Ines\nTom",
        "submission": "0192f0c4-8f7b-7c3d-8e3f-0123456789ab",
        "held_on_day": "3", "held_on_month": "11", "held_on_year": "2026",
    }  # fmt: skip
    for _ in range(2):
        assert leads.post(at("text_add", inquiry), typed).status_code == 200
    source = Source.objects.get()
    assert words_of(source) == "The room was cold.\nNobody sat down."
    assert str(source.held_on) == "2026-11-03"
    assert list(Present.objects.values_list("name", "led")) == [("Ines", True), ("Tom", True)]


def test_nothing_chosen_comes_back_filled(leads: Client, inquiry: Study) -> None:
    """platform 10: what was typed stands in the form again."""
    answer = leads.post(at("text_add", inquiry), {"kind": "group", "title": "Group of March"})
    assert answer.status_code == 422
    assert "Group of March" in answer.content.decode()


def test_bringing_in_can_be_undone_and_done_again(opened: OpenedStudy) -> None:
    """inquiry 10: the text goes out of view with its turns, and comes back."""
    brought(opened)
    step = StudyStep.objects.get()
    undo(opened=opened, step_id=step.id)
    assert texts_of(opened) == []
    redo(opened=opened, step_id=step.id)
    assert [one.source.title for one in texts_of(opened)] == ["Talk 1"]


def test_who_only_reads_brings_nothing_in(leads: Client, inquiry: Study) -> None:
    """platform: forbidden is missing."""
    reader = make.researcher(inquiry.organisation)
    make.member(inquiry, reader, "reader")
    client = make.client_for((reader, "researcher"))
    assert client.get(at("text_add", inquiry)).status_code == 404
    assert client.get(at("texts", inquiry)).status_code == 200


def test_a_list_of_texts_asks_as_much_for_many_as_for_one(opened: OpenedStudy, leader: Account) -> None:
    """speed: four queries, whatever the number of texts."""
    code = make.code(opened.study)
    for number in range(5):
        make.coding(code, brought(opened, name=f"T{number}.txt"), 30, 40, leader)
    with asked() as statements:
        listed = texts_of(opened)
    assert len(statements) == 6  # four questions, and patience for one of them given and taken back
    assert [one.passages for one in listed] == [1] * 5


def test_a_long_text_is_read_in_parts(opened: OpenedStudy, leads: Client) -> None:
    """speed: four hundred turns a page; each part says where the next begins, without counting rows."""
    source = brought(opened, "\n".join(f"Line {n} of what was written." for n in range(1, 1001)))
    with asked() as statements:
        first = part_of(source)
    assert len(statements) == 3
    assert (len(first.turns), first.before, first.after) == (PART, None, PART + 1)
    last = part_of(source, 801)
    assert (last.turns[0].words, last.before, last.after) == ("Line 801 of what was written.", 401, None)
    page = leads.get(at("text", opened.study, source.id) + "?from=401").content.decode()
    assert "Line 401 of" in page
    assert "Line 400 of" not in page


def test_a_document_keeps_its_pages_and_reference(opened: OpenedStudy, leads: Client) -> None:
    """inquiry 2: a form feed begins a page; the page has an anchor."""
    source = brought(
        opened, "First page.\fSecond page.", "report.txt", kind="document", reference="Hill 2024"
    )
    page = leads.get(at("text", opened.study, source.id)).content.decode()
    assert 'id="page-2"' in page
    assert "Hill 2024" in page


def test_a_text_out_of_view_is_no_longer_read(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 10: taken out of view with one press after being asked."""
    source = brought(opened)
    assert (
        "Take “Talk 1” out of view?" in leads.get(at("text_remove", opened.study, source.id)).content.decode()
    )
    leads.post(at("text_remove", opened.study, source.id), {"version": source.version})
    assert leads.get(at("text", opened.study, source.id)).status_code == 404


def test_what_a_text_is_can_be_said_anew(leads: Client, opened: OpenedStudy) -> None:
    """DESIGN 2.7: and the older of two changes is told of the newer."""
    source = brought(opened)
    typed = {"kind": "group", "title": "Group of March", "minutes": "50", "version": source.version}
    assert leads.post(at("text_change", opened.study, source.id), typed).status_code == 303
    source.refresh_from_db()
    assert (source.kind, source.title, source.minutes) == ("group", "Group of March", 50)
    assert leads.post(at("text_change", opened.study, source.id), typed).status_code == 409


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Interview_3 (final).docx", "Interview 3 (final)"),
        ("a/b\\c.txt", "c"),
        (".txt", ".txt"),
        ("", "Text without a name"),
    ],
)
def test_a_text_is_called_as_its_file_is(name: str, title: str) -> None:
    """A title is never empty."""
    assert title_of(name) == title
