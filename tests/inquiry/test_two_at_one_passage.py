"""Two people say something different of one passage at once: nothing is written over unseen."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.codings import Said, change_coding
from ownwords.people.models import Account
from ownwords.people.refusals import StaleEdit
from tests import studying as make

pytestmark = pytest.mark.django_db


def test_the_second_sees_both_notes_and_chooses(
    leads: Client, codes: Client, opened: OpenedStudy, coder: Account
) -> None:
    """inquiry 10: the coder, and who leads the study, may both change a coding's note and strength."""
    text, code = make.source(opened.study), make.code(opened.study)
    laid = make.coding(code, text, 25, 45, coder)
    page = reverse("inquiry:passage", args=[opened.study.id, laid.id])
    assert 'name="version" value="1"' in leads.get(page).content.decode()
    sent = {"code_id": str(code.id), "strength": "40", "memo": "Theirs", "text_version": "1", "version": "1"}
    assert codes.post(page, sent).status_code == 303
    answer = leads.post(page, {**sent, "memo": "Mine", "strength": "90"})
    assert answer.status_code == 409
    both = answer.content.decode()
    for words in ("Theirs", "Mine", "40", "90"):
        assert words in both
    laid.refresh_from_db()
    assert (laid.memo, laid.strength, laid.version) == ("Theirs", 40, 2)
    assert leads.post(page, {**sent, "memo": "Theirs\n\nMine", "version": "2"}).status_code == 303
    laid.refresh_from_db()
    assert (laid.memo, laid.version) == ("Theirs\n\nMine", 3)


def test_an_old_version_is_refused_by_the_action_itself(opened: OpenedStudy) -> None:
    """inquiry 10: who sends no version means whatever stands there."""
    text, code = make.source(opened.study), make.code(opened.study)
    laid = make.coding(code, text, 25, 45)
    change_coding(opened=opened, coding_id=laid.id, said=Said(code.id, 10, ""), version=1)
    with pytest.raises(StaleEdit):
        change_coding(opened=opened, coding_id=laid.id, said=Said(code.id, 20, ""), version=1)
    change_coding(opened=opened, coding_id=laid.id, said=Said(code.id, 30, ""))
