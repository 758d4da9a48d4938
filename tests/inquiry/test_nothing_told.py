"""Blind coding, page by page: whatever one codes, everything that the other opens stays letter for letter the same."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import StreamingHttpResponse
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.actions.codings import Said, Wanted, change_coding, code_passage, uncode
from ownwords.inquiry.actions.finishing import finish_source
from ownwords.inquiry.actions.memos import Told, write_memo
from ownwords.inquiry.method.passages import Chosen
from ownwords.inquiry.models import Code, Coding, Participant, Source, Study, StudyMember
from ownwords.people.models import Account
from ownwords.people.viewer import seen_by
from tests import studying as make
from tests.inquiry.all_addresses import addresses, tables
from tests.signed_in import client_for

pytestmark = pytest.mark.django_db
FORMS = ("csv", "html")
APART = re.compile(
    r'nonce="[^"]*"|name="(csrfmiddlewaretoken|submission)" value="[^"]*"|value="[^"]*" name="submission"'
)


@pytest.fixture
def blind(inquiry: Study) -> Study:
    """A blind study in which everything is offered."""
    Study.objects.filter(pk=inquiry.pk).update(blind=True, method="own", method_words="Our own")
    inquiry.refresh_from_db()
    return inquiry


def everything(visitor: Client, pages: list[str], who: Account) -> dict[str, Any]:
    """Return each page, file, search and table as somebody sees it."""
    seen: dict[str, Any] = {}
    for page in pages:
        answer = visitor.get(page)
        body = answer.getvalue() if isinstance(answer, StreamingHttpResponse) else answer.content
        seen[page] = answer.status_code, APART.sub("", body.decode("utf-8", "replace"))
    with seen_by(who.id, "researcher"):
        seen |= tables()
    return seen


def files(visitor: Client, study: Study) -> list[bytes]:
    """Return what somebody takes away."""
    found = []
    for form in FORMS:
        answer = visitor.post(reverse("inquiry:exchange", args=[study.id]), {"form": form})
        found.append(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    return found


def code_it(who: Account, study: Study, text: Source, code: Code) -> None:
    """Let somebody code a text, change their mind, and write about it."""
    opened = make.opened_by(who, study)
    for start, end in ((25, 32), (33, 41), (52, 60)):
        chosen = Chosen(start, end, 1)
        laid = code_passage(opened=opened, source_id=text.id, chosen=chosen, wanted=Wanted(code.id))
    change_coding(opened=opened, coding_id=laid.id, said=Said(code.id, 7, "Secret"))
    write_memo(opened=opened, told=Told("Secret"), about="coding", about_id=laid.id)
    write_memo(opened=opened, told=Told("Secret"), about="source", about_id=text.id)
    first = Coding.objects.filter(coder=who, source=text).order_by("start")[0]
    uncode(opened=opened, coding_id=first.id)


@pytest.mark.parametrize("duty", ["coder", "lead", "reader"])
def test_what_one_codes_changes_nothing_that_the_other_opens(
    blind: Study, leader: Account, duty: str
) -> None:
    """inquiry 22: by any page, export, search, count, journal or table, until both have finished."""
    who = make.researcher(blind.organisation, "Tom Reyes")
    make.member(blind, who, duty)
    visitor = client_for((who, "researcher"))
    text, code, other = make.source(blind), make.code(blind), make.code(blind, "Other", position=1)
    person: Participant = make.participant(blind)
    if duty != "reader":
        make.coding(code, text, 25, 32, who)
        make.coding(other, text, 25, 41, who)
    ids = {
        "study_id": blind.id, "source_id": text.id, "code_id": code.id, "participant_id": person.id,
        "member_id": StudyMember.objects.get(account=who).id,
    }  # fmt: skip
    pages = list(addresses(ids).values())
    assert len(pages) > 45
    pages += [
        reverse("inquiry:passages", args=[blind.id]) + f"?coder={leader.id}",
        reverse("inquiry:code_merge", args=[blind.id, code.id]) + f"?into={other.id}",
        reverse("inquiry:text_search", args=[blind.id]) + "?q=dog",
        reverse("inquiry:cooccurrence_pair", args=[blind.id]) + f"?first={code.id}&second={other.id}",
        reverse("studies"),
    ]
    everything(visitor, pages, who)
    taken = files(visitor, blind)
    before = everything(visitor, pages, who)
    code_it(leader, blind, text, code)
    for page, seen in everything(visitor, pages, who).items():
        assert seen == before[page], page
    assert files(visitor, blind) == taken
    if duty != "reader":
        finish_source(opened=make.opened_by(who, blind), source_id=text.id)
        page = visitor.get(reverse("inquiry:desk", args=[blind.id, text.id])).content.decode()
        assert "Secret" not in page
        finish_source(opened=make.opened_by(leader, blind), source_id=text.id)
        assert len(files(visitor, blind)[0]) > len(taken[0])
