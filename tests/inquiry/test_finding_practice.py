"""Findings speak to elements of practice; who only reads cannot say so, in the page or in the database."""

from __future__ import annotations

import csv
import io
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.findings_practice import speak_to
from ownwords.inquiry.models import Coding, FindingTheme, ThemeCode
from ownwords.inquiry.queries.finding_places import chain_rows
from ownwords.inquiry.queries.finding_practice import links_of
from ownwords.inquiry.queries.findings import findings_shown
from ownwords.ledger.models import Act, Link
from ownwords.people.access import NotFound
from ownwords.people.method.practice import element_id
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make
from tests.inquiry.bringing import at
from tests.inquiry.found import chain
from tests.inquiry.test_functions_of_the_database import asked

pytestmark = pytest.mark.django_db
COACHING, LISTENING = element_id("coaching"), element_id("listening")


def test_a_finding_speaks_to_elements_and_what_is_said_is_kept(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 18: from finding to practice, through the ledger; the same twice leaves no second act."""
    finding = make.finding(opened.study)
    address = at("finding_practice", opened.study, finding.id)
    for _time in range(2):
        sent = {"relationships": [str(COACHING), str(LISTENING)], "version": 1}
        assert leads.post(address, sent).status_code == 303
    assert links_of(opened, [finding.id]) == {finding.id: {COACHING, LISTENING}}
    assert Act.objects.get(verb="study_linked").thing_id == finding.id
    leads.post(address, {"relationships": [str(LISTENING)], "version": 1})
    assert links_of(opened, [finding.id]) == {finding.id: {LISTENING}}
    page = leads.get(at("finding", opened.study, finding.id)).content.decode()
    assert "Listening" in page
    assert "Coaching" not in page


def test_only_known_elements_and_only_who_codes(opened: OpenedStudy) -> None:
    """access: an element that there is not is refused, and who only reads is told of no page."""
    finding = make.finding(opened.study)
    with pytest.raises(Refused):
        speak_to(opened=opened, finding_id=finding.id, version=1, elements=[uuid4()])
    reader = make.researcher(opened.study.organisation)
    make.member(opened.study, reader, "reader")
    with pytest.raises(NotFound):
        speak_to(
            opened=make.opened_by(reader, opened.study), finding_id=finding.id, version=1, elements=[COACHING]
        )


def test_the_database_lets_who_only_reads_neither_make_nor_take_a_link(
    opened: OpenedStudy, coder: Account
) -> None:
    """access: row-level security, the second lock; strangers see none."""
    finding = make.finding(opened.study)
    speak_to(opened=opened, finding_id=finding.id, version=1, elements=[COACHING])
    reader, stranger = (make.researcher(opened.study.organisation) for _one in range(2))
    make.member(opened.study, reader, "reader")
    changed = "UPDATE ledger_link SET relation = 'x' RETURNING 1"
    for who, sees, writes in ((stranger, 0, 0), (reader, 1, 0), (coder, 1, 1)):
        assert len(asked(who, "SELECT 1 FROM ledger_link")) == sees
        assert len(asked(who, changed)) == writes
        assert len(asked(who, "DELETE FROM ledger_link RETURNING 1")) == writes


def test_elements_nobody_speaks_to_are_named_plainly(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 18; house rule: no ranking by numbers, the order is that of the elements."""
    finding = make.finding(opened.study)
    speak_to(opened=opened, finding_id=finding.id, version=1, elements=[LISTENING])
    page = leads.get(at("findings_by_practice", opened.study)).content.decode()
    assert page.index("Listening") < page.index("No finding speaks to these yet") < page.index("Coaching")
    assert finding.statement in page
    assert "Promoting citizenship" in page


def table(answer: object) -> list[dict[str, str]]:
    """Return the rows of the file."""
    text = answer.content.decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(text)))


def test_the_chain_goes_out_as_a_table_down_to_the_place(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 18: finding, theme, code, place; what was taken back is told; a formula is made harmless."""
    made = chain(opened, "=1+1")
    make.finding(opened.study, "Rests on nothing yet.", position=1)
    unused = make.code(opened.study, "Unused")
    ThemeCode.objects.create(study=opened.study, theme=made.theme, code=unused, made_by=opened.study.made_by)
    Coding.objects.filter(pk=made.against.id).update(end=made.against.start)
    rows = table(leads.post(at("findings_export", opened.study)))
    assert [(one["code"], one["stands"], one["who"], one["turn"], one["taken_back"]) for one in rows] == [
        ("Side by side", "for", "Maple", "2", ""),
        ("", "against", "", "", "yes"),
        ("Unused", "", "", "", ""),
        ("", "", "", "", ""),
    ]
    assert rows[0]["finding"] == "'=1+1"
    assert (rows[0]["text"], rows[0]["from"]) == ("Interview 1", str(made.speaks_for.start))
    assert Act.objects.filter(verb="study_exported").count() == 1
    assert leads.get(at("findings_export", opened.study)).status_code == 303


def test_there_is_no_file_of_nothing(leads: Client, opened: OpenedStudy) -> None:
    """house rule: a refusal is said in words."""
    assert leads.post(at("findings_export", opened.study)).status_code == 303
    assert not Act.objects.filter(verb="study_exported").exists()


def test_a_hundred_findings_on_twenty_themes_each_are_few_questions(opened: OpenedStudy) -> None:
    """speed: the list and the file ask as often as for one."""
    made = chain(opened)
    study, by = opened.study, opened.study.made_by
    themes = [make.theme(study, f"Theme {n}") for n in range(20)]
    for theme in themes:
        ThemeCode.objects.create(study=study, theme=theme, code=made.code, made_by=by)
        make.extract(theme, made.speaks_for)
    findings = [make.finding(study, f"Finding {n}.", position=n) for n in range(100)]
    FindingTheme.objects.bulk_create(
        FindingTheme(study=study, finding=one, theme=theme, made_by=by)
        for one in findings
        for theme in themes
    )
    with CaptureQueriesContext(connection) as queries:
        assert len(findings_shown(opened)) == 101
    assert len(queries) == 3
    with CaptureQueriesContext(connection) as queries:
        assert len(list(chain_rows(opened))) == 2_000 + 2
    assert len(queries) <= 7
    assert Link.objects.count() == 0
