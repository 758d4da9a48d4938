"""COREQ, SRQR and the elements of a synthesis, filled from the record, with what people say themselves."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.method.reporting.checklists import NAMES, checklist
from ownwords.inquiry.method.reporting.facts import Standing
from ownwords.inquiry.models import (
    Attribute,
    AttributeValue,
    CheckingRound,
    ReportItem,
    Study,
    StudyPaper,
    StudyStep,
)
from ownwords.inquiry.presenters.checklist_facts import ANSWERS, Row, rows_of
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.queries.checklist_gathered import gather
from ownwords.inquiry.queries.checklist_items import said_to
from ownwords.ledger.models import Act
from tests import studying as make
from tests.inquiry.asking_back import begun, others, say
from tests.inquiry.reporting import agreed, told
from tests.queries import asked

pytestmark = pytest.mark.django_db


def at(name: str, opened: OpenedStudy, *more: object) -> str:
    """Return an address of the study."""
    return reverse(f"inquiry:{name}", args=[opened.study.id, *more])


def rows(opened: OpenedStudy, name: str = "coreq") -> dict[int, Row]:
    """Return the items of a checklist by number."""
    found = rows_of(checklist(name), gather(opened), said_to(opened, name), Places(opened.study.id))
    return {one.item.number: one for one in found}


def says(row: Row) -> str:
    """Return everything that the record says to an item."""
    return " ".join(one.words for one in row.facts)


def test_every_question_to_the_record_has_an_answer_and_every_answer_is_asked_for() -> None:
    """inquiry 29."""
    asked_for = {name for one in NAMES for item in checklist(one).items for name in item.knows}
    assert asked_for == set(ANSWERS)


def test_an_empty_study_says_what_is_missing_and_breaks_nowhere(opened: OpenedStudy) -> None:
    """inquiry 29: missing is said as missing."""
    for name in NAMES:
        for row in rows(opened, name).values():
            assert row.item.knows == () or row.facts
    assert rows(opened)[12].standing is Standing.ASKED
    assert rows(opened)[27].standing is Standing.FILLED


def test_what_the_record_knows_of_people_and_talks(opened: OpenedStudy) -> None:
    """inquiry 29 (COREQ 1, 12 to 15, 19, 21, 29, 32)."""
    told(opened)
    found = rows(opened)
    for number, words in {
        1: "Led by Ines Okafor (1).", 12: "2 participants take part.", 13: "Nobody withdrew.", 14: "At a library (1)",
        15: "Nobody else is named", 19: "audio (1)", 21: "50 to 50 minutes", 25: "1 code, 1 at the top, in 1 level",
        26: "found in what was said (1)", 27: "Ownwords, version",
        29: "2 passages are quoted, of 2 participants", 32: "1 passage against it",
    }.items():  # fmt: skip
        assert words in says(found[number]), number
        assert found[number].standing is Standing.FILLED, number
    assert all(one.link or one.missing or found is None for one in found[12].facts)


def test_what_can_stand_beside_nobody_is_not_shown(opened: OpenedStudy) -> None:
    """inquiry 28, COREQ 16: fewer than three alike are not described."""
    kept = told(opened)
    work = Attribute.objects.create(study=opened.study, made_by_id=opened.me, name="Work")
    AttributeValue.objects.create(study=opened.study, attribute=work, participant=kept.maple, value="Nurse")
    assert rows(opened)[16].standing is Standing.ASKED


def test_a_round_in_which_nobody_was_asked_fills_no_item(opened: OpenedStudy) -> None:
    """inquiry 29 (COREQ 23, 28): a list alone is no checking back; a link or a reply is."""
    row = begun(opened, "One.")
    others(opened, row, "People", 2)
    assert "People: 0 of 0 answered" in says(rows(opened)[28])
    assert rows(opened)[28].standing is Standing.ASKED
    say(opened, row, others(opened, row, "People", 1)[0], {"One.": "no"})
    assert "People: 1 of 1 answered" in says(rows(opened)[28])
    assert rows(opened)[28].standing is Standing.FILLED
    CheckingRound.objects.update(puts="words")
    assert "People: 1 asked, 0 opened it" in says(rows(opened)[23])
    assert rows(opened)[23].standing is Standing.FILLED


def test_a_reflexive_study_is_asked_in_words_that_fit_it(opened: OpenedStudy) -> None:
    """inquiry 2.1, COREQ 22 and 24: saturation and agreement do not belong."""
    told(opened)
    Study.objects.filter(pk=opened.study.id).update(method="reflexive")
    opened.study.method = "reflexive"
    assert "saturation is not its measure" in says(rows(opened)[22])
    assert "No memo speaks of saturation" not in says(rows(opened)[22])


def test_versions_of_the_guide_say_whether_they_were_tried_out(opened: OpenedStudy) -> None:
    """COREQ 17, SRQR 11."""
    by = {"study": opened.study, "made_by_id": opened.me, "kind": "guide", "words": "q"}
    StudyPaper.objects.create(**by, number=1, piloted=True)
    StudyPaper.objects.create(**by, number=2, why="Nobody understood it.")
    words = says(rows(opened)[17])
    assert "version 1" in words
    assert "tried out before use" in words
    assert "Nobody understood it." in words


def test_consent_is_counted_and_no_answer_is_told_apart_from_no(opened: OpenedStudy) -> None:
    """SRQR 9."""
    kept = told(opened, quoting=False)
    agreed(kept.maple)
    assert "being quoted, 1 agreed, of 1 no answer is kept" in says(rows(opened, "srqr")[9])


def test_the_page_shows_each_item_with_links_and_what_is_asked_for(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 29: 24 of 32."""
    told(opened)
    for name in NAMES:
        page = leads.get(at("checklist", opened, name)).content.decode()
        assert "The record can say something to" in page
    page = leads.get(at("checklist", opened, "coreq")).content.decode()
    assert "24 of 32" in page
    assert at("participants", opened) in page
    assert leads.get(at("checklist", opened, "prisma")).status_code == 404
    assert leads.get(at("checklist_item", opened, "coreq", 33)).status_code == 404


def test_own_words_are_kept_changed_undone_and_never_lost(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 10, 29: own words and place for each item; two at once both keep their text."""
    here = at("checklist_item", opened, "coreq", 2)
    first = {
        "words": "A nurse and a peer researcher.",
        "place": "page 4",
        "version": "0",
        "submission": str(uuid4()),
    }
    assert leads.post(here, {**first, "words": "", "place": ""}).status_code == 422
    assert leads.post(here, first).status_code == 303
    item = ReportItem.objects.get()
    assert leads.post(here, {**first, "words": "Other words"}).status_code == 409
    assert leads.post(here, {**first, "words": "Both trained.", "version": item.version}).status_code == 303
    page = leads.get(at("checklist", opened, "coreq")).content.decode()
    assert "Both trained." in page
    assert "Stands at: page 4" in page
    leads.post(at("step_undo", opened), {"step": StudyStep.objects.latest("done_at").id})
    assert ReportItem.objects.get().words == "A nurse and a peer researcher."


def test_who_only_reads_says_nothing(opened: OpenedStudy) -> None:
    """inquiry 2: duties."""
    reader = make.researcher(opened.study.organisation, "Noor")
    make.member(opened.study, reader, "reader")
    client = make.client_for((reader, "researcher"))
    assert client.get(at("checklist", opened, "coreq")).status_code == 200
    assert client.get(at("checklist_item", opened, "coreq", 2)).status_code == 404


def test_a_checklist_goes_out_as_document_and_table_and_that_is_kept(
    leads: Client, opened: OpenedStudy
) -> None:
    """inquiry 29: export as .docx with places; the export is an act."""
    told(opened)
    ReportItem.objects.create(
        study=opened.study, made_by_id=opened.me, checklist="coreq", number=2, words="=A nurse"
    )
    table = leads.post(at("checklist_export", opened, "coreq"), {"form": "csv"})
    lines = table.content.decode("utf-8-sig").split("\r\n")
    assert sum(one.split(",")[0].isdigit() for one in lines) == 32
    assert "'=A nurse" in table.content.decode()
    document = leads.post(at("checklist_export", opened, "srqr"), {"form": "docx"})
    assert document.content[:2] == b"PK"
    assert Act.objects.filter(verb="study_exported", thing_id=opened.study.id).count() == 2
    assert leads.post(at("checklist_export", opened, "srqr"), {"form": "exe"}).status_code == 404


def test_the_number_of_questions_to_the_database_does_not_grow(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 30: bounded queries."""
    kept = told(opened)
    leads.get(at("checklist", opened, "coreq"))
    with asked() as few:
        leads.get(at("checklist", opened, "coreq"))
    for n in range(4):
        theme = make.theme(opened.study, f"Theme {n}")
        make.extract(theme, kept.speaks_for)
        make.source(opened.study, title=f"Interview {n}")
        make.participant(opened.study, f"Person {n}")
    with asked() as many:
        leads.get(at("checklist", opened, "coreq"))
    assert len(many) == len(few) <= 80
