"""Two people at one study at the same moment: nobody meets a fault, nothing stands twice, nothing is lost."""

from __future__ import annotations

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.models import Code, Coding, Finished, Source, Study, StudyStep
from ownwords.people.models import Account
from tests import studying as make
from tests.at_once import at_once, posting

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4


def at(name: str, of: Code | Source, *more: object) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[of.study_id, of.id, *more])


def laying(visitor: Client, text: Source, code: Code | str, start: int, end: int) -> object:
    """Return a call that codes a passage."""
    named = {"name": code} if isinstance(code, str) else {"code": str(code.id)}
    return posting(visitor, at("passage_add", text), {**named, "start": start, "end": end, "text_version": 1})


def unfailing(answers: list[object]) -> bool:
    """Whether everybody got a page or was sent on, and nobody met a fault."""
    return all(isinstance(status, int) and status < 500 for status in answers)


def lost() -> int:
    """Return how many passages hang on a code that is out of view."""
    return Coding.objects.filter(code__removed_at__isnull=False, start__lt=F("end")).count()


def test_a_code_changed_by_two_at_once_is_changed_by_one(
    leads: Client, codes: Client, inquiry: Study
) -> None:
    """Bad input: two people editing one code; the second is told."""
    for number in range(ROUNDS):
        code = make.code(inquiry, f"heard {number}")
        forms = [{"name": f"{who} {number}", "version": 1, "origin": "found"} for who in ("ana", "ben")]
        both = zip((leads, codes), forms, strict=True)
        answers = at_once(*[posting(one, at("code_change", code), form) for one, form in both])
        assert sorted(answers) == [303, 409], answers


def test_a_code_brought_into_two_at_once_goes_into_one(leads: Client, codes: Client, inquiry: Study) -> None:
    """inquiry 11: and each of its passages is somewhere once."""
    text = make.source(inquiry)
    for number in range(ROUNDS):
        one, *others = (make.code(inquiry, f"{name} {number}") for name in ("one", "two", "three"))
        make.coding(one, text, 0, 5)
        pairs = zip((leads, codes), others, strict=True)
        answers = at_once(*[
            posting(who, at("code_merge", one), {"into": str(into.id), "version": 1}) for who, into in pairs
        ])  # fmt: skip
        assert unfailing(answers), answers
        assert answers.count(303) == 1, answers
        assert (lost(), Coding.objects.filter(code__in=others).count()) == (0, 1)


def test_a_passage_sent_four_times_at_once_is_laid_once(codes: Client, inquiry: Study) -> None:
    """A double press, with a code and with a new one."""
    text, code = make.source(inquiry), make.code(inquiry)
    for wanted in (code, "a new one"):
        answers = at_once(*[laying(codes, text, wanted, 25, 32)] * 4)
        assert unfailing(answers), answers
    assert Coding.objects.count() == 2
    assert Code.objects.filter(name="a new one").count() == 1


def test_no_passage_is_laid_on_a_code_that_is_going(leads: Client, codes: Client, inquiry: Study) -> None:
    """inquiry 11: it goes along, or whoever lays it is told that the code has gone."""
    text = make.source(inquiry)
    for number in range(ROUNDS * 2):
        one, other = (make.code(inquiry, f"{name} {number}") for name in ("one", "other"))
        sent = {"into": str(other.id), "version": 1}
        merging = posting(leads, at("code_merge", one), sent)
        if number % 2:
            merging = posting(leads, at("code_remove", one), {"version": 1})
        answers = at_once(laying(codes, text, one, 25, 32 + number), merging)
        assert unfailing(answers), answers
        if number % 2:
            Coding.objects.filter(code=one).delete()
        assert lost() == 0


def test_a_new_code_is_not_undone_under_what_somebody_lays_on_it(
    leads: Client, codes: Client, inquiry: Study
) -> None:
    """inquiry 10: either the code stays, or the other is told that it has gone."""
    text = make.source(inquiry)
    for number in range(ROUNDS * 2):
        laying(leads, text, f"new {number}", 25, 32)()
        code, step = Code.objects.get(name=f"new {number}"), StudyStep.objects.latest("done_at")
        undoing = posting(leads, reverse("inquiry:step_undo", args=[inquiry.id]), {"step": str(step.id)})
        answers = at_once(laying(codes, text, code, 33, 41), undoing)
        assert unfailing(answers), answers
        assert lost() == 0


def test_correcting_and_coding_at_once_wait_for_each_other(
    leads: Client, codes: Client, inquiry: Study, coder: Account
) -> None:
    """inquiry 12: passages follow, whatever else is done to them at that moment."""
    code, other = make.code(inquiry), make.code(inquiry, "Other")
    for number in range(ROUNDS):
        text = make.source(inquiry, title=f"Talk {number}")
        laid = make.coding(code, text, 25, 32, coder)
        answers = at_once(
            posting(leads, at("text_correct", text), {"words": f"Begin. {make.WORDS}", "version": 1}),
            posting(
                codes,
                reverse("inquiry:passage", args=[inquiry.id, laid.id]),
                {"code_id": str(other.id), "memo": "Why", "strength": "", "version": 1},
            ),
            posting(leads, at("code_merge", make.code(inquiry, f"x {number}")), {"into": str(other.id), "version": 1}),
        )  # fmt: skip
        assert answers == [303, 303, 303]
        laid.refresh_from_db()
        assert (laid.start, laid.end, laid.code_id) == (32, 39, other.id)


def test_finishing_and_coding_at_once_leave_one_of_both_told(codes: Client, inquiry: Study) -> None:
    """inquiry 22: a passage is laid before the text is finished, or not at all."""
    code = make.code(inquiry)
    for number in range(ROUNDS):
        text = make.source(inquiry, title=f"Talk {number}")
        answers = at_once(laying(codes, text, code, 25, 32), posting(codes, at("source_finish", text), {}))
        assert unfailing(answers), answers
        laid, done = Coding.objects.filter(source=text).first(), Finished.objects.get(source=text)
        assert laid is None or laid.made_at <= done.finished_at
