"""Steps: whatever somebody does in a study can be undone and done again, unless somebody has built on it."""

from __future__ import annotations

import pytest
from django.db import transaction

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.doing import Doing
from ownwords.inquiry.actions.rows import state_of
from ownwords.inquiry.actions.undoing import redo, undo
from ownwords.inquiry.models import Code, Coding, StudyStep
from ownwords.inquiry.queries.steps import next_redo, next_undo
from ownwords.people.models import Account
from ownwords.people.refusals import Refused
from tests import studying as make

pytestmark = pytest.mark.django_db


@transaction.atomic
def renamed(opened: OpenedStudy, code: Code, name: str) -> StudyStep:
    """Rename a code as one step."""
    doing = Doing(opened, "renamed", name)
    before = state_of(code)
    code.name = code.folded = name
    doing.change(code, before)
    step = doing.keep()
    assert step is not None
    return step


def test_a_change_is_undone_and_done_again_also_from_a_fresh_start(opened: OpenedStudy) -> None:
    """inquiry 10: across a reload, so from what is kept alone."""
    code = make.code(opened.study, "heard")
    step = renamed(opened, code, "being heard")
    undo(opened=opened, step_id=step.id)
    code.refresh_from_db()
    assert (code.name, code.version) == ("heard", 3)
    again = next_redo(opened)
    assert again == step
    redo(opened=opened, step_id=step.id)
    code.refresh_from_db()
    assert code.name == "being heard"
    assert next_redo(opened) is None


def test_what_somebody_else_has_changed_since_is_not_undone(opened: OpenedStudy, coder: Account) -> None:
    """inquiry 10: refused with a reason where another person has built on it; nothing is changed then."""
    code = make.code(opened.study, "heard")
    step = renamed(opened, code, "being heard")
    renamed(make.opened_by(coder, opened.study), code, "listened to")
    with pytest.raises(Refused, match="changed since"):
        undo(opened=opened, step_id=step.id)
    code.refresh_from_db()
    assert code.name == "listened to"
    assert next_undo(opened) == step


def test_a_coding_taken_away_comes_back_as_it_was_with_its_guid(opened: OpenedStudy) -> None:
    """inquiry 10, 24: GUIDs stay for ever."""
    kept = make.coding(make.code(opened.study), make.source(opened.study), 3, 9, memo="strong")
    doing = Doing(opened, "uncoded")
    was = state_of(kept)
    doing.take_away(kept)
    step = doing.keep()
    assert step is not None
    assert not Coding.objects.exists()
    undo(opened=opened, step_id=step.id)
    assert state_of(Coding.objects.get()) == was


def test_many_codings_move_in_one_line_of_a_step_and_come_back(opened: OpenedStudy) -> None:
    """inquiry 11: a merge undone gives back exactly the codings of before."""
    one, other = make.code(opened.study, "one"), make.code(opened.study, "other")
    text = make.source(opened.study)
    ids = {make.coding(one, text, at, at + 2).id for at in range(5)}
    stays = make.coding(other, text, 20, 22).id
    doing = Doing(opened, "merged")
    doing.set_column(Coding, "coding", ids, "code_id", one.id, other.id)
    step = doing.keep()
    assert step is not None
    assert len(step.changes) == 1
    undo(opened=opened, step_id=step.id)
    assert set(one.codings.values_list("id", flat=True)) == ids
    assert set(other.codings.values_list("id", flat=True)) == {stays}


def test_a_new_code_that_others_code_with_is_not_undone(opened: OpenedStudy, coder: Account) -> None:
    """inquiry 10."""
    doing = Doing(opened, "made a code")
    code = Code(study=opened.study, made_by_id=opened.me, name="hope", folded="hope")
    doing.make(code)
    step = doing.keep()
    assert step is not None
    make.coding(code, make.source(opened.study), 0, 4, coder)
    with pytest.raises(Refused, match="hang on “hope”"):
        undo(opened=opened, step_id=step.id)
    code.refresh_from_db()
    assert code.removed_at is None


def test_what_was_undone_is_lost_to_redoing_once_something_else_is_done(opened: OpenedStudy) -> None:
    """inquiry 10."""
    code = make.code(opened.study, "heard")
    undo(opened=opened, step_id=renamed(opened, code, "being heard").id)
    code.refresh_from_db()
    renamed(opened, code, "listened to")
    assert next_redo(opened) is None


def test_one_person_does_not_undo_what_another_did(opened: OpenedStudy, coder: Account) -> None:
    """inquiry 10: per person."""
    step = renamed(opened, make.code(opened.study, "heard"), "being heard")
    theirs = make.opened_by(coder, opened.study)
    assert next_undo(theirs) is None
    with pytest.raises(Refused, match="nothing to undo"):
        undo(opened=theirs, step_id=step.id)
