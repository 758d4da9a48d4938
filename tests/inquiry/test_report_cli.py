"""`ownwords inquiry report` and `checklist`: the same files as the pages give, over everything that counts."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from ownwords.cli.inquiry import checklist, report
from ownwords.cli.words import run_in_words
from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Study
from ownwords.ledger.models import Act
from tests.inquiry.reporting import HELPS, told

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def study(monkeypatch: pytest.MonkeyPatch, opened: OpenedStudy) -> Study:
    """A blind study; the commands run on the test's own database."""
    monkeypatch.setattr("ownwords.cli.runtime.django_database", nullcontext)
    for module in (report, checklist):
        monkeypatch.setattr(module, "django_database", nullcontext)
    told(opened)
    Study.objects.update(blind=True)
    return opened.study


def test_the_report_is_written_once_and_the_journal_says_so(study: Study, tmp_path: Path) -> None:
    """inquiry 29: whoever runs the service sees everything that counts, and signs as nobody's account."""
    file = tmp_path / "report.html"
    assert run_in_words(report.command, [str(study.id), str(file)]) == 0
    assert HELPS in file.read_text(encoding="utf-8")
    assert run_in_words(report.command, [str(study.id), str(file)]) == 2
    act = Act.objects.get(verb="study_exported")
    assert (act.actor_id, act.role) == (None, "operator")
    assert run_in_words(report.command, [study.title, str(tmp_path / "r.docx"), "--agreement"]) == 0
    assert run_in_words(report.command, [study.title, str(tmp_path / "r.txt")]) == 2


def test_a_checklist_is_written_as_a_table_or_a_document(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """inquiry 29."""
    assert run_in_words(checklist.command, [str(study.id), "coreq", str(tmp_path / "c.csv"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["known"] == 24
    assert "Led by Ines Okafor" in (tmp_path / "c.csv").read_text(encoding="utf-8-sig")
    assert run_in_words(checklist.command, [str(study.id), "srqr", str(tmp_path / "s.docx")]) == 0
    assert run_in_words(checklist.command, [str(study.id), "prisma", str(tmp_path / "p.csv")]) == 2
