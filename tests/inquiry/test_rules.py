"""Words that suggest a code: named, changed, taken out, undone."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.rules import add_rule, change_rule
from ownwords.inquiry.actions.undoing import undo
from ownwords.inquiry.models import CodeRule, StudyStep, Suggestion
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make
from tests.inquiry.suggesting import rule, suggestion, switched_on

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def test_words_are_named_changed_and_taken_out(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 9: a code's rule, a line for each expression; sent twice it is kept once."""
    code = make.code(opened.study, "Walks")
    sent = {"code": str(code.id), "expressions": " walk* \n\ndog", "submission": str(uuid4())}
    for _again in range(2):
        assert leads.post(at("rule_add", opened), sent).status_code == 303
    kept = CodeRule.objects.get()
    assert kept.expressions == "walk*\ndog"
    page = leads.get(at("rules", opened)).content.decode()
    assert "Walks" in page
    assert "walk*" in page
    leads.post(at("rule_change", opened, kept.id), {"expressions": "hike", "version": "1"})
    kept.refresh_from_db()
    assert (kept.expressions, kept.version) == ("hike", 2)
    leads.post(at("rule_remove", opened, kept.id), {"version": "2"})
    assert "hike" not in leads.get(at("rules", opened)).content.decode()


@pytest.mark.parametrize(
    "typed", ["", "*", "a*", "one two three four five six seven eight nine", "x\n" * 201]
)
def test_what_cannot_be_looked_for_is_refused_with_its_line(
    leads: Client, opened: OpenedStudy, typed: str
) -> None:
    """inquiry 9: everything typed is still there."""
    code = make.code(opened.study)
    answer = leads.post(at("rule_add", opened), {"code": str(code.id), "expressions": typed})
    assert answer.status_code == 422
    assert not CodeRule.objects.exists()


def test_a_code_has_its_words_once_and_two_do_not_change_them_at_once(opened: OpenedStudy) -> None:
    """inquiry 9, inquiry 10."""
    code = make.code(opened.study)
    kept = add_rule(opened=opened, code_id=code.id, expressions="dog")
    with pytest.raises(Refused):
        add_rule(opened=opened, code_id=code.id, expressions="cat")
    change_rule(opened=opened, rule_id=kept.id, version=1, expressions="dogs")
    with pytest.raises(StaleEdit):
        change_rule(opened=opened, rule_id=kept.id, version=1, expressions="cats")


def test_other_words_let_go_of_what_the_old_ones_proposed(opened: OpenedStudy) -> None:
    """inquiry 9: what was decided stays; what was proposed by other means, too."""
    switched_on(opened.study)
    text, code = make.source(opened.study), make.code(opened.study)
    kept = rule(code, "dog")
    suggestion(code, text, 0, 5, by="rule", model="own words", model_version="1", score=None)
    suggestion(code, text, 0, 5)
    change_rule(opened=opened, rule_id=kept.id, version=1, expressions="cat")
    assert [one.by for one in Suggestion.objects.all()] == ["meaning"]
    undo(opened=opened, step_id=StudyStep.objects.get().id)
    kept.refresh_from_db()
    assert kept.expressions == "dog"


def test_who_only_reads_names_no_words(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 9: words are named by those who code."""
    opened.member.duty = "reader"
    opened.member.save()
    assert leads.get(at("rules", opened)).status_code == 200
    assert leads.get(at("rule_add", opened)).status_code == 404
