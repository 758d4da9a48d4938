"""Blind coding: until both have finished a source, neither sees the other's codings of it, by whatever way."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Coding, Finished, Memo, Source, Study
from ownwords.inquiry.queries.sight import visible_codings, visible_memos
from ownwords.people.models import Account
from ownwords.people.viewer import seen_by
from tests import studying as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def blind(inquiry: Study) -> Study:
    """A blind study."""
    inquiry.blind = True
    inquiry.save(update_fields=["blind"])
    return inquiry


@pytest.fixture
def text(blind: Study, leader: Account, coder: Account) -> Source:
    """A source that two people have coded, each with a memo about it and one about their coding."""
    kept = make.source(blind)
    code = make.code(blind)
    for at, who in enumerate((leader, coder)):
        laid = make.coding(code, kept, 25 + at, 30, who)
        Memo.objects.create(study=blind, made_by=who, about="source", about_id=kept.id, words="Long")
        Memo.objects.create(study=blind, made_by=who, about="coding", about_id=laid.id, words="Why")
    Memo.objects.create(study=blind, made_by=coder, about="study", words="For all")
    return kept


def finish(text: Source, *coders: Account) -> None:
    """Say that these have finished the source."""
    for who in coders:
        Finished.objects.create(study_id=text.study_id, source=text, coder=who)


def seen(who: Account, of: Study) -> tuple[int, int]:
    """Return how many codings and memos somebody sees; the database itself, asked for everything, says the same."""
    opened = make.opened_by(who, of)
    with seen_by(who.id, "researcher"):
        asked = visible_codings(opened).count(), visible_memos(opened).count()
        kept = Coding.objects.count(), Memo.objects.count()
    assert asked == kept
    return asked


def test_neither_sees_the_others_codings_until_both_have_finished(
    text: Source, blind: Study, leader: Account, coder: Account
) -> None:
    """inquiry 22: own coding and two own memos; the memo about the study is everybody's."""
    assert seen(leader, blind) == (1, 3)
    assert seen(coder, blind) == (1, 3)
    finish(text, coder)
    assert seen(leader, blind) == (1, 3)
    assert seen(coder, blind) == (1, 3)
    finish(text, leader)
    assert seen(leader, blind) == (2, 5)
    assert seen(coder, blind) == (2, 5)


def test_whoever_only_reads_sees_what_has_been_finished(
    text: Source, blind: Study, leader: Account, coder: Account
) -> None:
    """inquiry 22."""
    reader = make.researcher(blind.organisation)
    make.member(blind, reader, "reader")
    assert seen(reader, blind) == (0, 1)
    finish(text, coder)
    assert seen(reader, blind) == (1, 3)


def test_in_a_study_that_is_not_blind_everybody_sees_everything(
    text: Source, blind: Study, coder: Account
) -> None:
    """inquiry 22: only where the study says so."""
    Study.objects.update(blind=False)
    assert seen(coder, blind) == (2, 5)


def test_no_page_of_coding_tells_of_what_is_hidden(
    codes: Client, text: Source, blind: Study, leader: Account, coder: Account
) -> None:
    """inquiry 22: by any page, list or count."""
    hidden = Coding.objects.get(coder=leader)
    Coding.objects.filter(id=hidden.id).update(memo="Secret note")
    Memo.objects.filter(made_by=leader).update(words="Secret memo")
    pages = {
        "desk": [text.id],
        "passages": [],
        "code_passages": [hidden.code_id],
        "memos": [],
        "steps": [],
        "coding": [],
    }
    for name, more in pages.items():
        page = codes.get(reverse(f"inquiry:{name}", args=[blind.id, *more])).content.decode()
        assert str(hidden.id) not in page
        assert "Secret" not in page
        assert "2 passages" not in page
    assert codes.get(reverse("inquiry:passage", args=[blind.id, hidden.id])).status_code == 404
    finish(text, leader, coder)
    page = codes.get(reverse("inquiry:code_passages", args=[blind.id, hidden.code_id])).content.decode()
    assert "Secret note" in page
    assert "2 passages" in page


def test_empty_codings_and_those_of_texts_and_codes_out_of_view_count_nowhere(opened: OpenedStudy) -> None:
    """inquiry 5: a passage whose words went is empty and counts nowhere."""
    text, gone = make.source(opened.study), make.source(opened.study, title="Gone")
    code, dropped = make.code(opened.study), make.code(opened.study, "Dropped")
    stays = make.coding(code, text, 0, 5)
    make.coding(code, text, 5, 5)
    make.coding(code, gone, 0, 5)
    make.coding(dropped, text, 0, 5)
    Source.objects.filter(id=gone.id).update(removed_at="2026-01-01T00:00Z")
    type(code).objects.filter(id=dropped.id).update(removed_at="2026-01-01T00:00Z")
    assert list(visible_codings(opened)) == [stays]
