"""Constant comparison: two things side by side, and the memo that is listed from both."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.comparing import write_comparison
from ownwords.inquiry.models import Coding, Finished, Incident, Memo, Property, Study
from ownwords.inquiry.queries.comparing import Thing
from ownwords.inquiry.queries.memos import memos_about
from ownwords.inquiry.queries.sight import visible_memos
from ownwords.people.access import NotFound
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: Any) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


@pytest.fixture
def two(opened: OpenedStudy) -> list[Coding]:
    """Two passages of a code."""
    code = make.code(opened.study)
    return [make.coding(code, make.source(opened.study, title=f"Interview {n}"), 27, 54) for n in (1, 2)]


def thing(coding: Coding) -> Thing:
    """Return a passage as a thing to compare."""
    return Thing("coding", coding.id)


def test_a_passage_is_chosen_then_another_and_what_is_seen_is_a_memo_of_both(
    leads: Client, opened: OpenedStudy, two: list[Coding]
) -> None:
    """inquiry 2.2: incident with incident; the comparison is listed from both passages."""
    one, other = (thing(each) for each in two)
    assert f"?one={one}" in leads.get(at("code_passages", opened, two[0].code_id)).content.decode()
    choice = leads.get(at("compare_with", opened) + f"?one={one}").content.decode()
    assert f"other={other}" in choice
    assert f"other={one}" not in choice
    address = at("compare_two", opened) + f"?one={one}&other={other}"
    page = leads.get(address).content.decode()
    assert page.count("inq-quote__said") == 2
    assert leads.post(address, {"words": ""}).status_code == 422
    sent = {"words": "Both walk; one is alone.", "title": "Alone or not", "submission": str(uuid4())}
    for _again in range(2):
        assert leads.post(address, sent).status_code == 303
    memo = Memo.objects.get()
    assert (memo.kind, memo.about_id, memo.beside_id) == ("comparison", two[0].id, two[1].id)
    for passage in two:
        assert "Both walk; one is alone." in leads.get(at("passage", opened, passage.id)).content.decode()
        assert memos_about(opened, "coding", passage.id) == [memo]
    turned = at("compare_two", opened) + f"?one={other}&other={one}"
    assert "Both walk; one is alone." in leads.get(turned).content.decode()
    assert "beside" in leads.get(at("memos", opened)).content.decode()


def test_a_category_stands_with_its_definition_properties_and_incidents(
    leads: Client, opened: OpenedStudy, two: list[Coding]
) -> None:
    """inquiry 2.2: incident with category, category with category."""
    code = two[0].code
    code.definition = "What people say did them good."
    code.save()
    category, other = make.category(code), make.category(make.code(opened.study, "Being heard"))
    of = Property.objects.create(
        study=opened.study,
        made_by_id=opened.me,
        category=category,
        name="Company",
        from_pole="alone",
        to_pole="many",
    )
    by = {"study": opened.study, "made_by_id": opened.me}
    Incident.objects.create(**by, property=of, coding=two[1], place=30)
    address = at("compare_two", opened)
    page = leads.get(f"{address}?one={thing(two[0])}&other=code.{code.id}").content.decode()
    for words in ("What people say did them good.", "from “alone” to “many”", "at 30", "Interview 2"):
        assert words in page
    both = f"{address}?one=code.{code.id}&other=code.{other.code_id}"
    leads.post(both, {"words": "One needs the other.", "submission": str(uuid4())})
    for each in (category, other):
        assert "One needs the other." in leads.get(at("category", opened, each.id)).content.decode()


def test_nothing_is_compared_with_itself_or_with_what_is_not_there(
    leads: Client, opened: OpenedStudy, two: list[Coding]
) -> None:
    """inquiry 28: nor with a passage of another study."""
    one = thing(two[0])
    elsewhere = make.study(make.researcher(make.make.organisation()))
    strange = make.coding(make.code(elsewhere), make.source(elsewhere), 0, 5)
    with pytest.raises(Refused, match="two different"):
        write_comparison(opened=opened, one=one, other=one, words="x")
    for other in (thing(strange), Thing("code", strange.code_id)):
        with pytest.raises(NotFound):
            write_comparison(opened=opened, one=one, other=other, words="x")
    for query in (
        "",
        f"?one={one}",
        f"?one={one}&other={one}",
        f"?one={one}&other=code.x",
        "?one=study.1&other=a",
    ):
        assert leads.get(at("compare_two", opened) + query).status_code == 404
    assert leads.get(at("compare_with", opened)).status_code == 404
    assert leads.get(at("compare", opened)).status_code == 200


def test_a_comparison_is_hidden_while_either_passage_is_hidden_by_blind_coding(
    opened: OpenedStudy, two: list[Coding], coder: Account
) -> None:
    """inquiry 22: no way round by the second of the two."""
    mine = make.coding(two[0].code, two[0].source, 0, 5, coder)
    write_comparison(opened=opened, one=thing(mine), other=thing(two[0]), words="x")
    write_comparison(opened=opened, one=thing(two[0]), other=thing(mine), words="y")
    Study.objects.filter(pk=opened.study.id).update(blind=True)
    theirs, ours = make.opened_by(coder, opened.study), make.opened_by(two[0].coder, opened.study)
    for each in (theirs, ours):
        assert visible_memos(each).count() == 0
    for who in (coder, two[0].coder):
        Finished.objects.create(study=opened.study, source=two[0].source, coder=who)
    assert visible_memos(theirs).count() == visible_memos(ours).count() == 2


def test_who_only_reads_compares_and_writes_a_memo(opened: OpenedStudy, two: list[Coding]) -> None:
    """inquiry 2.2: memos are for everybody in the study."""
    reader = make.researcher(opened.study.organisation)
    make.member(opened.study, reader, "reader")
    theirs = make.opened_by(reader, opened.study)
    kept = write_comparison(opened=theirs, one=thing(two[0]), other=thing(two[1]), words="As a reader")
    assert kept.made_by_id == reader.id
