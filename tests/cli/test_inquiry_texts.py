"""`ownwords inquiry import` and `list`: files into a study, and what there is in it."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from ownwords.cli.inquiry import importing, listing
from ownwords.cli.words import run_in_words
from ownwords.inquiry.models import Source, Study
from ownwords.ledger.models import Act
from tests import factories, studying
from tests.inquiry.bringing import GROUP_VTT, TALK

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "How a team supports recovery"


@pytest.fixture
def inquiry(monkeypatch: pytest.MonkeyPatch) -> Study:
    """A study; the commands run on the test's own database."""
    for verb in (importing, listing):
        monkeypatch.setattr(verb, "django_database", nullcontext)
    return studying.study(studying.researcher(factories.organisation(), "Ines Okafor"))


def bring(*arguments: object) -> int:
    """Run the import."""
    return run_in_words(importing.command, [str(one) for one in arguments])


def listed(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[dict[str, object]]:
    """Return what a list says to a program."""
    capsys.readouterr()
    assert run_in_words(listing.command, [*(str(one) for one in arguments), "--json"]) == 0
    return list(json.loads(capsys.readouterr().out))


def test_files_come_in_under_who_leads_and_what_is_refused_is_said(
    inquiry: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """inquiry 1, 3, bad input: a report for each file; status 1 once one was refused, and the others are there."""
    talk, group, bad = tmp_path / "Talk_1.txt", tmp_path / "group.vtt", tmp_path / "empty.docx"
    talk.write_text(TALK, encoding="utf-8")
    group.write_text(GROUP_VTT, encoding="utf-8")
    bad.write_bytes(b"")
    assert bring(TITLE, talk, bad, tmp_path / "none.txt", group, "--json") == 1
    said = json.loads(capsys.readouterr().out)["files"]
    assert ["refused" in one for one in said] == [False, True, True, False]
    assert said[3]["speakers"][1] == {"label": "Ash", "turns": 2}
    assert {one.made_by.name for one in Source.objects.all()} == {"Ines Okafor"}
    assert bring(inquiry.id, talk, "--kind", "note") == 0
    assert "speakers proposed: Interviewer (2), Rose (2)" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [("No such study",), (TITLE, "--as", "nobody")])
def test_no_study_or_nobody_to_keep_it_under_begins_nothing(
    inquiry: Study, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """bad input: status 2, and nothing was kept."""
    file = tmp_path / "a.txt"
    file.write_text(TALK, encoding="utf-8")
    assert bring(*arguments, file) == 2
    assert not Source.objects.exists()


def test_documents_codes_and_codings_are_listed_for_a_program(
    inquiry: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Passages with their words; a code with the names above it; that passages went out is kept."""
    source = studying.source(inquiry)
    top = studying.code(inquiry, "Staff")
    code = studying.code(inquiry, "café talk", parent=top)
    studying.coding(code, source, 31, 38)
    studying.coding(code, source, 31, 31)
    (document,) = listed(capsys, inquiry.id, "documents")
    assert (document["title"], document["codings"], document["turns"]) == ("Interview 1", 1, 3)
    assert [one["path"] for one in listed(capsys, TITLE, "codes")] == [["Staff"], ["Staff", "café talk"]]
    (coding,) = listed(capsys, TITLE, "codings")
    assert coding["words"] == studying.WORDS[31:38]
    assert (coding["code"], coding["coder"]) == ("café talk", "Ines Okafor")
    assert Act.objects.get(verb="study_exported").role == "operator"
    assert run_in_words(listing.command, [TITLE, "codings"]) == 0
    assert "café talk (Ines Okafor)" in capsys.readouterr().out


def test_nothing_to_list_is_an_empty_list(inquiry: Study, capsys: pytest.CaptureFixture[str]) -> None:
    """A program reads a list in any case."""
    assert listed(capsys, TITLE, "codings") == []
