"""The rule of blind coding in Python alone, with the database's own lock open: each of the two holds by itself."""

from __future__ import annotations

import pytest

from ownwords.inquiry.actions.code_merging import split_code
from ownwords.inquiry.actions.codes import Said
from ownwords.inquiry.models import Coding, Finished, Memo, Source, Study
from ownwords.inquiry.queries.sight import visible_codings, visible_memos
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(inquiry: Study, leader: Account) -> Source:
    """A text of a blind study that the leader has coded, with a memo about it and one about the passage."""
    Study.objects.filter(pk=inquiry.pk).update(blind=True)
    kept = make.source(inquiry)
    laid = make.coding(make.code(inquiry), kept, 25, 30)
    for about, which in (("source", kept.id), ("coding", laid.id)):
        Memo.objects.create(study=inquiry, made_by=leader, about=about, about_id=which, words="Why")
    return kept


def seen(who: Account, text: Source) -> tuple[int, list[str]]:
    """Return how many codings somebody sees, and what the memos are about that they see."""
    opened = make.opened_by(who, text.study)
    about = visible_memos(opened).values_list("about", flat=True)
    return visible_codings(opened).count(), sorted(about)


def finish(text: Source, who: Account) -> None:
    """Say that somebody has finished the text."""
    Finished.objects.create(study_id=text.study_id, source=text, coder=who)


def test_the_rule_holds_without_the_database(text: Source, leader: Account, coder: Account) -> None:
    """inquiry 22: nothing until both have finished; that a third has, opens nothing."""
    assert Coding.objects.count() == 1
    assert seen(coder, text) == (0, [])
    finish(text, leader)
    assert seen(coder, text) == (0, [])
    third = make.researcher(text.study.organisation)
    make.member(text.study, third)
    finish(text, third)
    assert seen(coder, text) == (0, [])
    finish(text, coder)
    assert seen(coder, text) == (1, ["coding", "source"])


def test_each_hidden_memo_is_hidden_by_itself(text: Source, leader: Account, coder: Account) -> None:
    """inquiry 22: what one thinks of a text tells of its coding as much as what one thinks of a passage."""
    Memo.objects.filter(about="coding").delete()
    assert seen(coder, text)[1] == []
    assert seen(leader, text)[1] == ["source"]


def test_who_only_reads_sees_what_is_finished_without_the_database(text: Source, leader: Account) -> None:
    """inquiry 22."""
    reader = make.researcher(text.study.organisation)
    make.member(text.study, reader, "reader")
    assert seen(reader, text) == (0, [])
    finish(text, leader)
    assert seen(reader, text) == (1, ["coding", "source"])


def test_passages_that_are_hidden_go_to_no_new_code(text: Source, coder: Account) -> None:
    """inquiry 11, 22: whoever forges the id of a hidden passage is told only that it is not there."""
    (laid,) = Coding.objects.all()
    with pytest.raises(Refused):
        split_code(
            opened=make.opened_by(coder, text.study), code_id=laid.code_id, version=1, said=Said("New"),
            coding_ids=[laid.id],
        )  # fmt: skip
    assert Coding.objects.get().code_id == laid.code_id
