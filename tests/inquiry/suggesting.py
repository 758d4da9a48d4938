"""Suggestions for tests: a study that wants them, words for a code, and a small model in the place of the real one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, CodeRule, Source, Study, Suggestion
from ownwords.inquiry.queries import suggest_model
from ownwords.people.models import Account
from tests import studying as make

WORDS = (
    "Asker: Do you walk?\n"
    "P1: I walk my dog each day. It is the waiting that wears me down.\n"
    "P2: Waiting for a letter. Walking helps, and the dog’s company."
)
TOPICS = ("walk", "dog", "wait", "letter")


class SmallModel:
    """Meaning as counts of four words: deterministic, and enough to rank by."""

    name, version = "small model", "7"

    def vectors(self, texts: Sequence[str]) -> Any:
        """Return a row of length 1 for each text."""
        import numpy as np

        rows = np.array(
            [[one.casefold().count(topic) for topic in TOPICS] + [0.2] for one in texts], dtype=float
        )
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def small_model(monkeypatch: pytest.MonkeyPatch) -> SmallModel:
    """Put the small model in the place of the real one."""
    model = SmallModel()
    monkeypatch.setattr(suggest_model, "there_is_a_model", lambda: True)
    monkeypatch.setattr(suggest_model, "the_model", lambda: model)
    return model


def switched_on(study: Study, **more: Any) -> Study:
    """Switch both ways on in a study."""
    columns = {"suggests_by_rule": True, "suggests_by_meaning": True, **more}
    Study.objects.filter(pk=study.id).update(**columns)
    study.refresh_from_db()
    return study


def rule(code: Code, *lines: str) -> CodeRule:
    """Name words for a code."""
    words = "\n".join(lines)
    return CodeRule.objects.create(
        study_id=code.study_id, made_by_id=code.made_by_id, code=code, expressions=words
    )


def suggestion(code: Code, at: Source, start: int, end: int, **columns: Any) -> Suggestion:
    """Propose a passage for a code."""
    given = {
        "by": "meaning", "model": "small model", "model_version": "7", "score": 0.4567, "asked_by_id": code.made_by_id,
        "text_version": at.text_version,
    }  # fmt: skip
    return Suggestion.objects.create(
        study_id=code.study_id, code=code, source=at, start=start, end=end, **{**given, **columns}
    )


def ready(opened: OpenedStudy) -> tuple[Source, Code]:
    """Make a text and a code in a study that wants suggestions."""
    switched_on(opened.study)
    return make.source(opened.study, WORDS), make.code(opened.study, "Walks", definition="Walking with a dog")


def said(text: Source, one: Suggestion) -> str:
    """Return the words of a suggestion."""
    words: str = text.texts.get(number=one.text_version).words
    return words[one.start : one.end]


def as_seen_by(who: Account, study: Study) -> OpenedStudy:
    """Open a study anew as an account."""
    return make.opened_by(who, study)
