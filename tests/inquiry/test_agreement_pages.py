"""Agreement on a page: only what both have finished, undefined shown as such, differences settled with a note."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Code, Finished, Memo, Source
from ownwords.inquiry.queries.agreement import compared, of_code
from ownwords.inquiry.queries.agreement_texts import comparable
from ownwords.inquiry.queries.arrays_codes import Choice
from ownwords.inquiry.queries.arrays_seen import everything, seen_by_viewer
from ownwords.people.models import Account
from tests import studying as make
from tests.queries import asked

pytestmark = pytest.mark.django_db
LONG = "Asker: What helps?\nP1: " + "words " * 160 + "x" * 17


def finish(text: Source, *who: Account) -> None:
    """Say that these have finished a text."""
    for one in who:
        Finished.objects.create(study_id=text.study_id, source=text, coder=one)


@pytest.fixture
def two(opened: OpenedStudy, leader: Account, coder: Account) -> Source:
    """A text of 1,000 characters that two have finished: 0 to 100 by one, 50 to 150 by the other."""
    text = make.source(opened.study, LONG)
    assert text.length == 1000
    code = make.code(opened.study, "What helps")
    make.coding(code, text, 0, 100, leader)
    make.coding(code, text, 50, 150, coder)
    other = make.source(opened.study, title="Interview 2", position=1)
    make.coding(code, other, 0, 9, coder)
    finish(text, leader, coder)
    finish(other, coder)
    return text


def values(opened: OpenedStudy, *who: Account) -> dict[str, list[float | None]]:
    """Return what is shown of each code, by name, over everything."""
    seen = everything(opened.study)
    of = compared(seen, comparable(seen), [one.id for one in who], Choice())
    names = dict(Code.objects.values_list("id", "name"))
    return {names[of.code_of(one)]: [each.value for each in of_code(of, one)] for one in of.tables}


def test_only_texts_that_both_have_finished_are_compared(
    opened: OpenedStudy, two: Source, leader: Account, coder: Account
) -> None:
    """inquiry 20, 21: the case of 0-100 and 50-150 in 1,000 characters, Cohen's kappa 0.4444."""
    (percent, cohen, _alpha, _ac1, _alpha_u) = values(opened, leader, coder)["What helps"]
    assert percent == pytest.approx(0.9)
    assert cohen == pytest.approx(0.4444, abs=5e-5)


def test_one_coders_overlapping_passages_are_no_agreement(
    opened: OpenedStudy, leader: Account, coder: Account
) -> None:
    """inquiry 21: 0-100 and 50-150 by one, nothing by the other: kappa 0."""
    text, code = make.source(opened.study, LONG), make.code(opened.study)
    make.coding(code, text, 0, 100, leader)
    make.coding(code, text, 50, 150, leader)
    finish(text, leader, coder)
    assert values(opened, leader, coder)["What helps"][1] == pytest.approx(0)


def test_the_page_shows_every_measure_and_leads_to_what_was_seen_differently(
    leads: Client, opened: OpenedStudy, two: Source
) -> None:
    """inquiry 20, 21; house rule 9: from a code to the passages, to the text; the form of alpha-u is named."""
    with asked() as statements:
        page = leads.get(reverse("inquiry:agreement", args=[opened.study.id])).content.decode()
    assert len(statements) <= 30
    for words in (
        "Cohen’s kappa",
        "0.44",
        "90.0%",
        "Alpha-u (1995)",
        "Gwet’s AC1",
        "Pooled",
        "mean of 1 of 1 codes",
    ):
        assert words in page
    link = next(part.split('"')[0] for part in page.split('href="') if "agreement/differences/" in part)
    with asked() as further:
        shown = leads.get(link.replace("&amp;", "&")).content.decode()
    assert len(further) <= 25
    assert "2 passages" in shown
    assert LONG[100:150].split("\n")[-1] in shown
    assert "gave it this code" in shown


def test_a_difference_is_settled_with_a_note(
    leads: Client, opened: OpenedStudy, two: Source, coder: Account
) -> None:
    """inquiry 21: a memo of comparison about the passage, shown beside it from then on; sent twice it is kept once."""
    coding = two.codings.get(coder=coder)
    who = "&".join(f"who={one}" for one in (opened.me, coder.id))
    query = f"?{who}&for={coding.code_id}&page=1"
    address = reverse("inquiry:agreement_settle", args=[opened.study.id, coding.id]) + query
    assert "Settle with a note" in leads.get(address).content.decode()
    assert leads.post(address, {"words": " "}).status_code == 422
    sent = {"words": "The greeting is not coded.", "submission": "0193a1b2-0000-7000-8000-000000000001"}
    for _ in range(2):
        answer = leads.post(address, sent)
        assert answer.status_code == 303
    memo = Memo.objects.get()
    assert (memo.kind, memo.about, memo.about_id) == ("comparison", "coding", coding.id)
    assert "The greeting is not coded." in leads.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("method", "fits"), [("reflexive", "reflexive note"), ("grounded", "comparing passage")]
)
def test_where_a_coefficient_may_not_fit_none_is_shown_unless_asked_for(
    leads: Client, opened: OpenedStudy, two: Source, method: str, fits: str
) -> None:
    """inquiry 19: and then the page says why it may not fit."""
    opened.study.method = method
    opened.study.save(update_fields=["method"])
    address = reverse("inquiry:agreement", args=[opened.study.id])
    page = leads.get(address).content.decode()
    assert "a coefficient may not fit" in page
    assert fits in page
    assert "kappa" not in page
    assert "0.44" not in page
    shown = leads.get(address + "?asked=yes").content.decode()
    assert "a coefficient may not fit" in shown
    assert "0.44" in shown
    assert "asked=yes" in next(part for part in shown.split('href="') if "differences" in part)


def test_nobody_coded_is_undefined_and_says_so(
    leads: Client, opened: OpenedStudy, leader: Account, coder: Account
) -> None:
    """inquiry 20: neither 0 nor 1. Everything coded by both is undefined as well, with its own reason."""
    text, code = make.source(opened.study), make.code(opened.study)
    finish(text, leader, coder)
    address = reverse("inquiry:agreement", args=[opened.study.id])
    assert "agreement about nothing is undefined" in leads.get(address).content.decode()
    for who in (leader, coder):
        make.coding(code, text, 0, text.length, who)
    page = leads.get(address).content.decode()
    assert "undefined: everything was coded, so chance cannot be told" in page
    assert "mean of 0 of 1 codes" in page


def test_three_coders_are_compared_with_fleiss(
    leads: Client, opened: OpenedStudy, two: Source, leader: Account, coder: Account
) -> None:
    """inquiry 20: Cohen's kappa is for two."""
    third = make.researcher(opened.study.organisation, "Una Third")
    make.member(opened.study, third)
    finish(two, third)
    query = "?" + "&".join(f"who={one.id}" for one in (leader, coder, third))
    page = leads.get(reverse("inquiry:agreement", args=[opened.study.id]) + query).content.decode()
    assert "Fleiss’ kappa" in page
    assert "Cohen" not in page


def test_in_a_blind_study_a_text_counts_once_the_viewer_has_finished_it(
    opened: OpenedStudy, leader: Account, coder: Account
) -> None:
    """inquiry 22: hidden codings would look as if nobody had coded; such a text is not compared at all."""
    opened.study.blind = True
    opened.study.save(update_fields=["blind"])
    third = make.researcher(opened.study.organisation, "Una Third")
    make.member(opened.study, third)
    text = make.source(opened.study)
    make.coding(make.code(opened.study), text, 0, 9, coder)
    finish(text, coder, third)
    assert comparable(seen_by_viewer(opened)).names == {}
    finish(text, leader)
    assert set(comparable(seen_by_viewer(opened)).finished) == {leader.id, coder.id, third.id}


def test_new_codes_are_plotted_only_where_the_method_fits(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 17: in the order of analysis, with a sentence and a table that say the same."""
    codes = [make.code(opened.study, name) for name in ("Dog", "Walking", "Heard")]
    texts = [make.source(opened.study, title=f"Interview {n}", position=n) for n in (2, 1, 3, 4)]
    for code, text in ((0, 0), (1, 1), (0, 2), (1, 2)):
        make.coding(codes[code], texts[text], 3, 9)
    address = reverse("inquiry:saturation", args=[opened.study.id])
    page = leads.get(address).content.decode()
    assert "2 codes in 3 texts. The last text brought no new code." in page
    assert "1 text has no passage yet" in page
    assert page.index("1. Interview 1") < page.index("2. Interview 2") < page.index("3. Interview 3")
    assert page.count("<rect") == 3
    opened.study.method = "reflexive"
    opened.study.save(update_fields=["method"])
    assert "<rect" not in leads.get(address).content.decode()
    front = leads.get(reverse("inquiry:analysis", args=[opened.study.id])).content.decode()
    assert "New codes, text by text" not in front
    assert "because of the method" in front
