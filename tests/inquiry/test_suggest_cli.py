"""``ownwords inquiry suggest``: every text of a study, for whoever runs the service."""

from __future__ import annotations

import json
from contextlib import nullcontext
from unittest import mock

import pytest

from ownwords.cli.inquiry import suggest as verb
from ownwords.cli.words import run_in_words
from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Suggestion
from tests import studying as make
from tests.inquiry.suggesting import WORDS, SmallModel, ready, rule, small_model

pytestmark = pytest.mark.django_db
__all__ = ["small_model"]


def run(*arguments: str) -> int:
    """Run the verb in this process."""
    with mock.patch.object(verb, "django_database", side_effect=nullcontext):
        return run_in_words(verb.command, list(arguments))


def test_it_looks_through_every_text_a_while_at_a_time(
    opened: OpenedStudy,
    capsys: pytest.CaptureFixture[str],
    small_model: SmallModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """inquiry 9: asked for by whoever leads the study, who is named with each."""
    _text, code = ready(opened)
    make.source(opened.study, WORDS, "Interview 2")
    rule(code, "dog")
    monkeypatch.setattr(verb, "PATIENCE", -1.0)
    assert run(str(opened.study.id), "--by", "rule", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "study": str(opened.study.id), "by": "rule", "texts": 2, "proposed": 4,
    }  # fmt: skip
    assert run(opened.study.title, "--by", "meaning", "--unit", "turn") == 0
    assert "2 texts looked through" in capsys.readouterr().out
    assert {one.asked_by_id for one in Suggestion.objects.all()} == {opened.me}


def test_what_is_switched_off_is_not_run_from_outside_either(
    opened: OpenedStudy, capsys: pytest.CaptureFixture[str]
) -> None:
    """inquiry 9: off by default."""
    make.source(opened.study, WORDS)
    assert run(str(opened.study.id), "--by", "rule") == 2
    assert "switched off" in capsys.readouterr().err
    assert not Suggestion.objects.exists()
