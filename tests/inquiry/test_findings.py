"""Findings: keeping, changing, ordering, taking out of view; each can be undone."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.findings import Found, add_finding, change_finding
from ownwords.inquiry.actions.findings_order import move_finding, remove_finding, restore_finding
from ownwords.inquiry.actions.undoing import redo, undo
from ownwords.inquiry.models import Finding, FindingTheme, StudyStep
from ownwords.inquiry.queries.findings import findings_of, findings_shown
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.people.access import NotFound
from ownwords.people.refusals import Refused, StaleEdit
from tests import studying as make
from tests.inquiry.bringing import at

pytestmark = pytest.mark.django_db


def back(opened: OpenedStudy) -> None:
    """Undo the newest step."""
    step = next_undo(opened)
    assert step is not None
    undo(opened=opened, step_id=step.id)


def again(opened: OpenedStudy) -> None:
    """Do the undone step again."""
    step = next_redo(opened)
    assert step is not None
    redo(opened=opened, step_id=step.id)


def resting(finding: Finding) -> set[str]:
    """Return the names of the themes that a finding rests on."""
    return set(FindingTheme.objects.filter(finding=finding).values_list("theme__name", flat=True))


def in_order(opened: OpenedStudy) -> list[str]:
    """Return the statements in view, in their order."""
    return list(findings_of(opened).values_list("statement", flat=True))


def test_a_finding_is_kept_with_its_themes_and_undone_whole(leads: Client, opened: OpenedStudy) -> None:
    """inquiry 10, 18: one form, one step; sent twice it is kept once."""
    themes = [make.theme(opened.study, name) for name in ("Heard", "Walked")]
    sent = {
        "statement": "Being heard comes first.", "meaning": "Ask later.", "submission": str(uuid4()),
        "themes": [str(one.id) for one in themes],
    }  # fmt: skip
    for _time in range(2):
        assert leads.post(at("finding_add", opened.study), sent).status_code == 303
    finding = Finding.objects.get()
    assert resting(finding) == {"Heard", "Walked"}
    assert StudyStep.objects.get().did == "finding_made"
    back(opened)
    assert in_order(opened) == []
    assert resting(finding) == set()
    again(opened)
    assert in_order(opened) == ["Being heard comes first."]
    assert resting(finding) == {"Heard", "Walked"}


def test_a_finding_is_said_differently_and_rests_on_other_themes(opened: OpenedStudy) -> None:
    """inquiry 10, 18: undoing brings back words and themes; an older version is refused."""
    one, other = make.theme(opened.study, "Heard"), make.theme(opened.study, "Walked")
    finding = make.finding(opened.study, themes=[one])
    change_finding(opened=opened, finding_id=finding.id, version=1, found=Found("Otherwise.", "", [other.id]))
    assert (in_order(opened), resting(finding)) == (["Otherwise."], {"Walked"})
    with pytest.raises(StaleEdit):
        change_finding(opened=opened, finding_id=finding.id, version=1, found=Found("Again."))
    with pytest.raises(Refused):
        change_finding(
            opened=opened, finding_id=finding.id, version=2, found=Found("Otherwise.", "", [other.id])
        )
    back(opened)
    assert (in_order(opened), resting(finding)) == (["Walking together opens talk."], {"Heard"})


def test_a_finding_says_something_and_rests_on_themes_of_its_own_study(opened: OpenedStudy) -> None:
    """inquiry 18: a theme of another study, or out of view, is none here."""
    elsewhere = make.theme(make.study(opened.study.made_by, title="Another"))
    for words, themes in ((" ", []), ("x" * 1_001, []), ("Fine.", [elsewhere.id]), ("Fine.", [uuid4()])):
        with pytest.raises(Refused):
            add_finding(opened=opened, found=Found(words, "", themes))
    assert not Finding.objects.exists()


def test_findings_are_put_in_order_taken_out_of_view_and_put_back(opened: OpenedStudy) -> None:
    """inquiry 10: a move can be undone; one put back comes last."""
    first, second, third = (add_finding(opened=opened, found=Found(f"{n}.")) for n in ("A", "B", "C"))
    move_finding(opened=opened, finding_id=third.id, version=1, up=True)
    assert in_order(opened) == ["A.", "C.", "B."]
    back(opened)
    assert in_order(opened) == ["A.", "B.", "C."]
    version = Finding.objects.get(pk=first.id).version
    assert move_finding(opened=opened, finding_id=first.id, version=version, up=True).position == 0
    remove_finding(opened=opened, finding_id=first.id, version=version)
    assert in_order(opened) == ["B.", "C."]
    restore_finding(opened=opened, finding_id=first.id, version=version + 1)
    assert in_order(opened) == ["B.", "C.", "A."]
    back(opened)
    assert in_order(opened) == ["B.", "C."]
    assert second.id != first.id


def test_who_only_reads_sees_findings_and_changes_none(opened: OpenedStudy) -> None:
    """access: forbidden is missing."""
    reader = make.researcher(opened.study.organisation)
    make.member(opened.study, reader, "reader")
    finding = make.finding(opened.study)
    seen = make.opened_by(reader, opened.study)
    assert [one.finding.id for one in findings_shown(seen)] == [finding.id]
    for act in (
        lambda: add_finding(opened=seen, found=Found("No.")),
        lambda: change_finding(opened=seen, finding_id=finding.id, version=1, found=Found("No.")),
        lambda: move_finding(opened=seen, finding_id=finding.id, version=1, up=True),
        lambda: remove_finding(opened=seen, finding_id=finding.id, version=1),
        lambda: restore_finding(opened=seen, finding_id=finding.id, version=1),
    ):
        with pytest.raises(NotFound):
            act()


def test_pages_move_remove_and_restore_by_a_press(leads: Client, opened: OpenedStudy) -> None:
    """house rule: one press each; an opened address alone changes nothing."""
    make.finding(opened.study, "A.", position=0)
    second = make.finding(opened.study, "B.", position=1)
    for name in ("finding_move", "finding_remove", "finding_restore"):
        assert leads.get(at(name, opened.study, second.id)).status_code == 303
    assert in_order(opened) == ["A.", "B."]
    leads.post(at("finding_move", opened.study, second.id), {"version": 1, "way": "up"})
    assert in_order(opened) == ["B.", "A."]
    leads.post(at("finding_remove", opened.study, second.id), {"version": 2})
    page = leads.get(at("findings", opened.study)).content.decode()
    assert "Out of view" in page
    assert "B." in page
    leads.post(at("finding_restore", opened.study, second.id), {"version": 3})
    assert in_order(opened) == ["A.", "B."]
