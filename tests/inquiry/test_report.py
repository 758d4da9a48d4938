"""The report: what a study did and found, with quotations of those who agreed, and everything missing said."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.report_export import report_file
from ownwords.inquiry.models import Attribute, AttributeValue, Coding, Memo, Participant, Study
from ownwords.inquiry.presenters.report import report_of
from ownwords.inquiry.queries.report_whole import Choices, whole_report
from ownwords.ledger.models import Act
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.reporting import HELPS, NOBODY, agreed, told
from tests.queries import asked

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: object) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def page(opened: OpenedStudy, **choices: object) -> str:
    """Return the report as one file of HTML."""
    return report_file(opened=opened, form="html", choices=Choices(**choices)).decode()  # type: ignore[arg-type]


def test_the_page_tells_findings_themes_shares_and_quotations_with_numbers(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 18, 29: every quotation carries its person's number; shares and deviant cases are printed."""
    kept = told(opened)
    shown = leads.get(at("report", opened)).content.decode()
    for words in (
        "Walking together opens talk.", "Being asked is a beginning.", "found in 1 of 2 participants", HELPS, NOBODY,
        "Maple (participant 1)", "Alder (participant 2)", "What speaks against it",
    ):  # fmt: skip
        assert words in shown
    assert shown.index(HELPS) < shown.index("What speaks against it") < shown.index(NOBODY)
    assert at("passage", opened, kept.speaks_for.id) in shown
    assert at("theme", opened, kept.theme.id) in shown


def test_an_empty_study_has_a_report_that_says_what_is_missing(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 29."""
    shown = leads.get(at("report", opened)).content.decode()
    assert "Missing: the limits of the study" in shown
    assert "Missing: there is no theme yet." in shown


def test_only_who_agreed_is_quoted(opened: OpenedStudy) -> None:
    """inquiry 28: not asked, said no, took it back, withdrew: none of them is quoted, and that is said."""
    kept = told(opened, quoting=False)
    assert HELPS not in page(opened)
    agreed(kept.maple)
    assert HELPS in page(opened)
    assert NOBODY not in page(opened)
    assert "1 passage is not quoted: somebody who speaks in it has not agreed to that." in page(opened)
    agreed(kept.maple, yes=False)
    assert HELPS not in page(opened)
    agreed(kept.maple)
    Participant.objects.filter(pk=kept.maple.id).update(withdrew_on="2026-03-03")
    assert HELPS not in page(opened)


def test_a_passage_of_two_people_is_quoted_only_where_both_agreed(opened: OpenedStudy) -> None:
    """inquiry 28: and then each line carries a name."""
    kept = told(opened, quoting=False)
    Coding.objects.filter(pk=kept.speaks_for.id).update(end=kept.against.end)
    agreed(kept.maple)
    assert HELPS not in page(opened)
    agreed(kept.alder)
    assert f"Maple: {HELPS}\nAlder: {NOBODY}" in page(opened)
    assert "P2:" not in page(opened)


def test_nobody_unknown_is_quoted(opened: OpenedStudy) -> None:
    """inquiry 28: whoever speaks must be known, for only they can agree."""
    told(opened)
    text = make.source(opened.study, title="Interview 2")
    make.extract(make.theme(opened.study, "Other"), make.coding(make.code(opened.study, "X"), text, 27, 50))
    assert "nobody has said yet who speaks in it" in page(opened)


def test_a_document_is_quoted_by_its_title_and_page(opened: OpenedStudy) -> None:
    """inquiry 2.4: quotation needs page; documents are counted as documents."""
    text = make.source(opened.study, "First page.\nSecond page.", "Guidance", kind="document")
    text.texts.update(pages=[0, 12])
    make.extract(make.theme(opened.study, "Care"), make.coding(make.code(opened.study, "X"), text, 12, 24))
    shown = page(opened)
    assert "Second page." in shown
    assert "Guidance, page 2" in shown
    assert "found in 1 of 1 document" in shown


def test_struck_and_withdrawn_words_are_in_no_report_made_later(opened: OpenedStudy) -> None:
    """inquiry 27: gone from every export made later, and said as a count."""
    kept = told(opened)
    Coding.objects.filter(pk=kept.speaks_for.id).update(end=kept.speaks_for.start)
    assert HELPS not in page(opened)
    assert "1 passage was struck out or withdrawn." in page(opened)


def test_who_can_be_singled_out_is_not_described(opened: OpenedStudy) -> None:
    """inquiry 28: a value stands beside a quotation only where enough people share it."""
    kept = told(opened)
    work = Attribute.objects.create(study=opened.study, made_by_id=opened.me, name="Work")
    for who in (kept.maple, *(make.participant(opened.study, f"Tree {n}") for n in range(2))):
        AttributeValue.objects.create(study=opened.study, attribute=work, participant=who, value="Nurse")
    assert "Nurse" not in page(opened)
    for n in range(2):
        make.participant(opened.study, f"River {n}")
    assert "Maple (participant 1; Nurse)" in page(opened)
    assert "Alder (participant 2)" in page(opened)


def test_blind_coding_shows_in_a_report_what_its_viewer_sees(coder: Account, opened: OpenedStudy) -> None:
    """inquiry 22: no page, export or search shows others' codings before both have finished."""
    told(opened)
    Study.objects.filter(pk=opened.study.id).update(blind=True)
    assert HELPS in page(make.opened_by(Account.objects.get(pk=opened.me), opened.study))
    assert HELPS not in page(make.opened_by(coder, opened.study))


def test_reflexive_notes_stand_in_it_only_where_they_were_chosen(leads: Client, opened: OpenedStudy) -> None:
    """COREQ 8; SRQR 6."""
    by = {"study": opened.study, "made_by_id": opened.me, "kind": "reflexive"}
    memo = Memo.objects.create(**by, title="On being a nurse", words="I know wards.")
    assert "I know wards." not in leads.get(at("report", opened)).content.decode()
    shown = leads.get(at("report", opened) + f"?note={memo.id}").content.decode()
    assert "I know wards." in shown
    assert f'value="{memo.id}"' in shown
    assert (
        b"I know wards."
        in leads.post(at("report_export", opened), {"form": "html", "note": str(memo.id)}).content
    )


def test_a_reflexive_study_has_no_coefficient_unless_asked_for(opened: OpenedStudy, coder: Account) -> None:
    """inquiry 19."""
    kept = told(opened)
    opened.study.method = "reflexive"
    make.coding(kept.speaks_for.code, kept.text, 30, 40, coder)
    for who in (opened.me, coder.id):
        kept.text.finished.create(study=opened.study, coder_id=who)
    assert "Krippendorff" not in page(opened)
    shown = page(opened, agreement=True)
    assert "Krippendorff" in shown
    assert "a figure may not fit" in shown


def test_the_report_goes_out_as_a_document_and_as_a_page_and_that_is_kept(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 29: .docx and self-contained HTML; each export is an act."""
    told(opened)
    made = leads.post(at("report_export", opened), {"form": "docx"})
    document = Document(io.BytesIO(made.content))
    assert [one.text for one in document.paragraphs if one.style and one.style.name == "Quote"] == [
        HELPS,
        NOBODY,
    ]
    assert len(document.inline_shapes) == 1
    shown = leads.post(at("report_export", opened), {"form": "html"})
    assert "attachment" in shown["Content-Disposition"]
    assert b"/studies/" not in shown.content
    assert Act.objects.filter(verb="study_exported", thing_id=opened.study.id).count() == 2
    assert leads.post(at("report_export", opened), {"form": "exe"}).status_code == 404


def test_checking_back_is_told_by_group_with_disagreement_first(opened: OpenedStudy) -> None:
    """connecting R25; inquiry 29: groups are never added up; words only of who agreed to being quoted."""
    kept = told(opened)
    one = make.asked(opened.study, "People", "R1", participant=kept.maple)
    two = make.asked(opened.study, "Staff", "S1", round=one.round)
    put = one.round.findings.create(
        study=opened.study, made_by_id=opened.me, words="Walking opens talk.",
        finding=make.finding(opened.study, "Again."),
    )  # fmt: skip
    for who, answer, words in ((one, "no", "Not for me."), (two, "agree", "It does.")):
        who.replies.create(study=opened.study, finding=put, answer=answer, words=words, typed_by_id=opened.me)
    shown = page(opened)
    assert "Walking opens talk." in shown
    assert "Not for me." in shown
    assert shown.index("no, I see it differently") < shown.index("yes, this is my experience")
    assert "Groups are not added up" in shown


@pytest.mark.parametrize(("more", "named"), [(1, False), (2, True)])
def test_a_group_of_few_is_not_said_beside_the_pseudonym_of_who_is_in_it(
    opened: OpenedStudy, more: int, named: bool
) -> None:
    """inquiry 28: a group describes whoever is in it, as an attribute does: three alike, or nobody is named there."""
    kept = told(opened)
    one = make.asked(opened.study, "Managers", "Maple", participant=kept.maple)
    others = [make.asked(opened.study, "Managers", f"M{n}", round=one.round) for n in range(more)]
    put = one.round.findings.create(
        study=opened.study, made_by_id=opened.me, words="Walking opens talk.",
        finding=make.finding(opened.study, "Again."),
    )  # fmt: skip
    by = {"study": opened.study, "typed_by_id": opened.me}
    for who in (one, *others):
        who.replies.create(**by, finding=put, answer="no", words="Not for me.")
    one.replies.create(**by, words="Thank you.")
    shown = page(opened)
    assert ("Maple · Managers · no, I see it differently" in shown) is named
    assert ("Maple · Managers" in shown) is named
    assert shown.count("Not for me.") == shown.count("Thank you.") == 1


def test_questions_to_the_database_do_not_grow_with_themes_and_quotations(opened: OpenedStudy) -> None:
    """inquiry 30."""
    kept = told(opened)
    with asked() as few:
        report_of(whole_report(opened, Choices()))
    for n in range(5):
        theme = make.theme(opened.study, f"Theme {n}")
        make.extract(theme, kept.speaks_for)
        make.extract(theme, kept.against, "against")
    with asked() as many:
        report_of(whole_report(opened, Choices()))
    assert len(many) == len(few) <= 75
