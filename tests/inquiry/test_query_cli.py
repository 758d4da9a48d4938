"""`ownwords inquiry query`: the same answers as the pages, for a program, over everything that counts."""

from __future__ import annotations

import json
from contextlib import nullcontext
from typing import Any

import pytest

from ownwords.cli.inquiry import query
from ownwords.cli.words import run_in_words
from ownwords.inquiry.models import Attribute, AttributeValue, Finished, Speaker, Study
from ownwords.people.models import Account
from tests import studying as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def study(monkeypatch: pytest.MonkeyPatch, inquiry: Study, leader: Account, coder: Account) -> Study:
    """A blind study coded by two; the command runs on the test's own database."""
    monkeypatch.setattr("ownwords.cli.runtime.django_database", nullcontext)
    inquiry.blind = True
    inquiry.save(update_fields=["blind"])
    text, who = make.source(inquiry), make.participant(inquiry, "Maple")
    Speaker.objects.filter(label="P1").update(participant=who)
    top = make.code(inquiry, "What helps")
    dog = make.code(inquiry, "Dog", parent=top)
    make.coding(top, text, 27, 61, leader)
    make.coding(top, text, 27, 50, coder)
    make.coding(dog, text, 40, 54, coder)
    work = Attribute.objects.create(study=inquiry, made_by=leader, name="Work")
    AttributeValue.objects.create(study=inquiry, attribute=work, participant=who, value="Nurse")
    for one in (leader, coder):
        Finished.objects.create(study=inquiry, source=text, coder=one)
    return inquiry


def asked(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    """Run the command and return its answer."""
    assert run_in_words(query.command, [*(str(one) for one in arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_cooccurrence_gives_pairs_with_ids(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    """inquiry 14: all coders, by id or title, other ways of meeting, one branch, one coder."""
    answer = asked(capsys, study.id, "cooccurrence")
    assert {(one["first"], one["second"]): one["pairs"] for one in answer["rows"]} in (
        {("What helps", "What helps"): 1, ("Dog", "What helps"): 2},
        {("What helps", "What helps"): 1, ("What helps", "Dog"): 2},
    )
    assert asked(capsys, study.title, "cooccurrence", "--kind", "exact")["rows"] == []
    assert asked(capsys, study.id, "cooccurrence", "--branch", "Dog")["rows"] == []
    name = Account.objects.get(name="Tom Reyes").signin_name
    assert len(asked(capsys, study.id, "cooccurrence", "--coder", name)["rows"]) == 1


def test_matrix_gives_cells_and_what_they_are_shares_of(
    study: Study, capsys: pytest.CaptureFixture[str]
) -> None:
    """inquiry 15."""
    answer = asked(capsys, study.id, "matrix", "--by", "work")
    assert answer["columns"][0] == {"column": "Nurse", "people": 1, "passages": 3, "words": 9}
    assert answer["columns"][1]["column"] is None
    assert {(one["code"], one["passages"], one["people"]) for one in answer["rows"]} == {
        ("What helps", 2, 1), ("Dog", 1, 1),
    }  # fmt: skip
    assert asked(capsys, study.id, "matrix")["rows"][0]["documents"] == 1


def test_agreement_gives_every_measure_and_undefined_as_null(
    study: Study, capsys: pytest.CaptureFixture[str]
) -> None:
    """inquiry 20: a value, or null with its reason."""
    answer = asked(capsys, study.id, "agreement")
    assert answer["documents"] == 1
    found = {(one["code"], one["measure"]): one for one in answer["rows"]}
    assert found["Dog", "cohen"]["value"] == pytest.approx(0)
    assert found["What helps", "krippendorff-alpha-u-1995"]["reason"] is None
    assert {one["measure"] for one in answer["overall"]} == {
        "percent",
        "cohen",
        "krippendorff-nominal",
        "gwet-ac1",
    }


def test_as_a_table_and_refused_in_words(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    """No study, no such code, coder or attribute: one line, and a status that is not 0."""
    assert run_in_words(query.command, [str(study.id), "cooccurrence"]) == 0
    assert capsys.readouterr().out.startswith("first\tsecond\tpairs")
    for arguments in (
        ("Nothing", "matrix"), (study.id, "matrix", "--by", "Age"), (study.id, "matrix", "--branch", "Cat"),
        (study.id, "cooccurrence", "--coder", "nobody"), (study.id, "agreement", "--coder", "nobody"),
    ):  # fmt: skip
        assert run_in_words(query.command, [str(one) for one in arguments]) != 0
        assert capsys.readouterr().out == ""
    for arguments, said in (
        ((study.id, "matrix", "--branch", "Cat"), "There is no code “Cat” in this study."),
        ((study.id, "matrix", "--by", "Age"), "There is no attribute “Age” in this study."),
        ((study.id, "chart"), "Which chart? Give its title or id after the word chart."),
        ((study.id, "chart", "Nothing"), "There is no chart “Nothing” in this study."),
    ):
        assert run_in_words(query.command, [str(one) for one in arguments]) != 0
        assert said in capsys.readouterr().err
    Finished.objects.all().delete()
    assert run_in_words(query.command, [str(study.id), "agreement"]) != 0
