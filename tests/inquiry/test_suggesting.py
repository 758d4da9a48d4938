"""Looking through texts: only when asked, by words or by meaning, a while at a time."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions import suggesting
from ownwords.inquiry.actions.suggesting import Look, look
from ownwords.inquiry.models import Coding, Source, Suggestion
from ownwords.inquiry.queries import suggest_model
from ownwords.ledger.models import Act
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.inquiry.suggesting import (
    WORDS,
    SmallModel,
    as_seen_by,
    ready,
    rule,
    said,
    small_model,
    suggestion,
    switched_on,
)

pytestmark = pytest.mark.django_db
__all__ = ["small_model"]


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def proposals(text: Source) -> set[str]:
    """Return the words that are proposed in a text."""
    return {said(text, one) for one in Suggestion.objects.filter(source=text)}


def test_it_is_off_until_who_leads_switches_it_on(
    leads: Client, codes: Client, opened: OpenedStudy, small_model: SmallModel
) -> None:
    """inquiry 9: off by default, said plainly; nothing is looked for by switching on."""
    make.source(opened.study, WORDS)
    rule(make.code(opened.study), "dog")
    for by in ("rule", "meaning"):
        with pytest.raises(Refused):
            look(opened=opened, asked=Look(by))
    assert "switched off" in leads.get(at("suggestions", opened)).content.decode()
    assert leads.get(at("suggestions_look", opened)).status_code == 303
    assert codes.get(at("suggestions_settings", opened)).status_code == 404
    page = leads.get(at("suggestions_settings", opened)).content.decode()
    assert "No text leaves the machine" in page
    leads.post(at("suggestions_settings", opened), {"by_rule": "on", "by_meaning": "on", "version": "1"})
    opened.study.refresh_from_db()
    assert (opened.study.suggests_by_rule, opened.study.suggests_by_meaning) == (True, True)
    assert Act.objects.filter(verb="study_changed").count() == 1
    assert not Suggestion.objects.exists()


def test_a_service_without_the_model_says_so(
    leads: Client, opened: OpenedStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """inquiry 9: the optional extra is missing: one plain sentence, and rules work without it."""
    monkeypatch.setattr(suggest_model, "there_is_a_model", lambda: False)
    page = leads.get(at("suggestions_settings", opened)).content.decode()
    assert "does not compare meanings" in page
    assert 'name="by_meaning"' not in page
    text, code = ready(opened)
    rule(code, "dog")
    answer = leads.post(at("suggestions_look", opened), {"by": "meaning", "unit": "sentence"})
    assert answer.status_code == 422
    assert "does not compare meanings" in answer.content.decode()
    leads.post(at("suggestions_look", opened), {"by": "rule", "unit": "sentence"})
    assert proposals(text) == {"I walk my dog each day.", "Walking helps, and the dog’s company."}


def test_words_propose_the_sentence_or_the_turn_and_never_what_the_interviewer_says(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 9: "walk*" stands in the question too."""
    text, code = ready(opened)
    rule(code, "walk*")
    look(opened=opened, asked=Look("rule"))
    assert proposals(text) == {"I walk my dog each day.", "Walking helps, and the dog’s company."}
    look(opened=opened, asked=Look("rule", "turn"))
    turns = {line.partition(": ")[2] for line in WORDS.split("\n")[1:]}
    assert proposals(text) == turns
    assert {(one.model, one.model_version, one.score) for one in Suggestion.objects.all()} == {
        ("own words", "1", None)
    }


def test_meaning_ranks_by_what_a_code_says_and_what_has_it(
    opened: OpenedStudy, small_model: SmallModel
) -> None:
    """inquiry 9: score, model and version are kept with each; one with a meaning nobody said is left out."""
    text, code = ready(opened)
    make.code(opened.study, "Says nothing yet")
    look(opened=opened, asked=Look("meaning"))
    best = Suggestion.objects.order_by("-score").first()
    assert best is not None
    assert (said(text, best), best.model, best.model_version) == (
        "I walk my dog each day.",
        "small model",
        "7",
    )
    assert 0.9 < (best.score or 0) <= 1
    assert {one.code_id for one in Suggestion.objects.all()} == {code.id}
    waits = make.code(opened.study, "Waiting")
    begin = WORDS.index("It is the waiting")
    make.coding(waits, text, begin, begin + 38)
    look(opened=opened, asked=Look("meaning", code_id=waits.id))
    found = Suggestion.objects.filter(code=waits).order_by("-score")
    assert "Waiting for a letter." in [said(text, one) for one in found]


def test_a_blind_study_compares_with_what_codes_say_alone(
    opened: OpenedStudy, small_model: SmallModel
) -> None:
    """inquiry 22: what is proposed is open to all, so nobody's coded passages go into it."""
    text, _code = ready(opened)
    switched_on(opened.study, blind=True)
    waits = make.code(opened.study, "Waiting")
    make.coding(waits, text, 44, 80)
    look(opened=opened, asked=Look("meaning"))
    assert not Suggestion.objects.filter(code=waits).exists()


def test_a_press_looks_for_a_while_and_says_what_remains(
    leads: Client, opened: OpenedStudy, monkeypatch: pytest.MonkeyPatch, small_model: SmallModel
) -> None:
    """inquiry 30: bounded, without script; going on ends with everything looked through."""
    texts = [ready(opened)[0]] + [make.source(opened.study, WORDS, f"Interview {n}") for n in (2, 3)]
    monkeypatch.setattr(suggesting, "PATIENCE", -1.0)
    sent = {"by": "meaning", "unit": "sentence", "source": "", "code": ""}
    page = leads.post(at("suggestions_look", opened), sent).content.decode()
    assert "Looked through 1 of 3 texts." in page
    assert proposals(texts[1]) == set()
    for n in (2, 3):
        field = {"next": texts[n - 1].id, "piece": "0", "texts": str(n - 1)}
        page = leads.post(at("suggestions_look", opened), {**sent, **field}).content.decode()
        assert f"Looked through {n} of 3 texts." in page
    assert "Go on with the rest" not in page
    assert all(proposals(one) for one in texts)


def test_a_long_text_goes_on_within_it_and_keeps_the_ten_most_alike(
    opened: OpenedStudy, small_model: SmallModel
) -> None:
    """inquiry 9: how often one stops makes no difference to what is proposed."""
    switched_on(opened.study)
    lines = [f"P1: {'dog ' * (n % 7)}{'letter ' * (n % 5)} and so on it goes {n}." for n in range(90)]
    text = make.source(opened.study, "\n".join(lines))
    make.code(opened.study, definition="dog dog letter")
    reached, presses = None, 0
    while presses == 0 or reached:
        reached = look(opened=opened, asked=Look("meaning"), begin=reached, patience=-1).reached
        presses += 1
    once = sorted(Suggestion.objects.values_list("start", "score"))
    assert (presses, len(once)) == (6, 10)
    look(opened=opened, asked=Look("meaning"), patience=60)
    assert sorted(Suggestion.objects.values_list("start", "score")) == once
    assert text.length > 0


def test_looking_again_replaces_what_nobody_decided_and_nothing_else(
    opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 9: by anybody who codes; other texts, codes and ways stay."""
    text, code = ready(opened)
    rule(code, "dog")
    other = make.source(opened.study, WORDS, "Interview 2")
    gone = suggestion(code, text, 0, 5, by="rule", model="own words", score=None)
    stay = [suggestion(code, text, 0, 5), suggestion(code, other, 0, 5, by="rule", model="own words")]
    look(opened=as_seen_by(coder, opened.study), asked=Look("rule", source_id=text.id))
    assert not Suggestion.objects.filter(pk=gone.id).exists()
    assert Suggestion.objects.filter(pk__in=[one.id for one in stay]).count() == 2
    assert Suggestion.objects.filter(source=text, by="rule", asked_by=coder).count() == 2
    assert not Coding.objects.exists()
    assert Act.objects.filter(verb="study_suggested").count() == 1


def test_too_many_codes_for_a_page_are_taken_one_at_a_time(
    leads: Client, opened: OpenedStudy, small_model: SmallModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """inquiry 30: a press stays short; whoever runs the service may take all at once."""
    text, code = ready(opened)
    monkeypatch.setattr("ownwords.inquiry.actions.suggesting_finding.MOST_MEANINGS", 0)
    sent = {"by": "meaning", "unit": "sentence", "source": "", "code": ""}
    answer = leads.post(at("suggestions_look", opened), sent)
    assert answer.status_code == 422
    assert "Choose one of them." in answer.content.decode()
    leads.post(at("suggestions_look", opened), {**sent, "code": str(code.id)})
    assert proposals(text)
    assert look(opened=opened, asked=Look("meaning"), patience=60).reached is None
