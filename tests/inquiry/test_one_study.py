"""Nothing of one study points into another: not by a forged form, and not past the forms either."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from ownwords.inquiry.models import (
    Attribute,
    AttributeValue,
    Code,
    Coding,
    Consent,
    Finished,
    Memo,
    Participant,
    ParticipantKey,
    Present,
    SamplingDecision,
    SamplingGroup,
    Source,
    SourceText,
    Speaker,
    Study,
    StudyPaper,
    Turn,
)
from ownwords.ledger.ids import new_id
from ownwords.people.models import Account
from ownwords.people.viewer import seen_by
from tests import studying as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(leader: Account) -> Study:
    """Another study that the same person leads, so that its rows pass every policy."""
    return make.study(leader, title="Another")


STRAYS: dict[str, Callable[[Study, Study], object]] = {
    "text under a code": lambda here, there: make.coding(a_code(here), make.source(there), 0, 5),
    "code on a text": lambda here, there: Coding.objects.create(
        study=here, code=a_code(there), source=make.source(here), coder=here.made_by, start=0, end=5
    ),
    "parent": lambda here, there: make.code(here, "Below", parent=a_code(there)),
    "merged": lambda here, there: make.code(here, "Gone", merged_into_id=a_code(there).id),
    "speaker": lambda here, there: (
        make.source(here).speakers.filter(asks=False).update(participant=make.participant(there))
    ),
    "speaker's text": lambda here, there: Speaker.objects.create(
        study=here, source=make.source(there), label="Who"
    ),
    "words": lambda here, there: SourceText.objects.create(
        study=here, source=make.source(there), number=9, words="x", made_by=here.made_by
    ),
    "turn": lambda here, there: Turn.objects.create(
        study=here, source=make.source(there), number=9, start=0, said_from=0, end=1
    ),
    "turn's speaker": lambda here, there: make.source(here).turns.update(
        speaker=Speaker.objects.filter(source=make.source(there)).first()
    ),
    "present": lambda here, there: Present.objects.create(
        study=here, source=make.source(there), name="Who", made_by=here.made_by
    ),
    "group": lambda here, there: Participant.objects.create(
        study=here,
        pseudonym="Ash",
        made_by=here.made_by,
        sampling_group=SamplingGroup.objects.create(study=there, words="Peers", made_by=here.made_by),
    ),
    "attribute": lambda here, there: AttributeValue.objects.create(
        study=here, value="7", participant=make.participant(here), attribute=described(there)
    ),
    "value's person": lambda here, there: AttributeValue.objects.create(
        study=here, value="7", participant=make.participant(there), attribute=described(here)
    ),
    "value's text": lambda here, there: AttributeValue.objects.create(
        study=here, value="7", source=make.source(there), attribute=described(here)
    ),
    "key": lambda here, there: ParticipantKey.objects.create(
        study=here, participant=make.participant(there), name="Somebody"
    ),
    "consent": lambda here, there: Consent.objects.create(
        study=here, participant=make.participant(there), to="part", agreed=True, made_by=here.made_by
    ),
    "guide": lambda here, there: make.source(
        here,
        guide=StudyPaper.objects.create(study=there, kind="guide", number=1, words="x", made_by=here.made_by),
    ),
    "finished": lambda here, there: Finished.objects.create(
        study=here, source=make.source(there), coder=here.made_by
    ),
    "decision": lambda here, there: SamplingDecision.objects.create(
        study=here, words="x", gap="y", made_by=here.made_by, memo=noted(there, "study", None)
    ),
    "memo about a text": lambda here, there: noted(here, "source", make.source(there).id),
    "memo about a code": lambda here, there: noted(here, "code", a_code(there).id),
    "memo about somebody": lambda here, there: noted(here, "participant", make.participant(there).id),
    "memo about a passage": lambda here, there: noted(
        here, "coding", make.coding(a_code(there), make.source(there), 0, 5).id
    ),
    "memo moved": lambda here, there: Memo.objects.filter(pk=noted(here, "code", a_code(here).id).id).update(
        about_id=a_code(there).id
    ),
    "study of a code": lambda here, there: Code.objects.filter(pk=a_code(here).id).update(study=there),
    "study of a text": lambda here, there: Source.objects.filter(pk=make.source(here).id).update(study=there),
    "coder of a passage": lambda here, there: Coding.objects.filter(
        pk=make.coding(a_code(here), make.source(here), 0, 5).id
    ).update(coder=make.researcher(here.organisation)),
}


def a_code(of: Study) -> Code:
    """Make a code by a name that no other has."""
    return make.code(of, f"Code {new_id()}")


def described(of: Study) -> Attribute:
    """Make an attribute."""
    return Attribute.objects.create(study=of, name="Years", made_by=of.made_by)


def noted(of: Study, about: str, about_id: object) -> Memo:
    """Make a memo."""
    return Memo.objects.create(study=of, made_by=of.made_by, about=about, about_id=about_id, words="Why")


@pytest.mark.parametrize("stray", STRAYS)
def test_the_database_keeps_no_row_that_points_into_another_study(
    inquiry: Study, other: Study, stray: str
) -> None:
    """inquiry 28, house rule 2: a second lock, for who works in both and forges an id."""
    with pytest.raises(IntegrityError, match=r"another study|stays in its study"), transaction.atomic():
        STRAYS[stray](inquiry, other)


def test_within_one_study_all_of_it_is_kept(inquiry: Study) -> None:
    """The same rows are kept where they belong together."""
    for name, keep in STRAYS.items():
        if name != "coder of a passage":
            with transaction.atomic():
                keep(inquiry, inquiry)
                transaction.set_rollback(True)


def test_a_forged_form_lays_no_code_of_another_study(
    leads: Client, inquiry: Study, other: Study, leader: Account
) -> None:
    """inquiry 28: codes, texts, parents and memos of another study are not there, though the sender leads both."""
    text, strange, theirs = make.source(inquiry), make.code(other, "Strange"), make.source(other)
    own = make.code(inquiry)
    sends = [
        ("passage_add", [text.id], {"code": str(strange.id), "start": 0, "end": 5, "text_version": 1}),
        ("passage_add", [theirs.id], {"code": str(own.id), "start": 0, "end": 5, "text_version": 1}),
        ("code_add", [], {"name": "Below", "parent": str(strange.id)}),
        ("code_move", [own.id], {"parent": str(strange.id), "version": 1}),
        ("code_merge", [own.id], {"into": str(strange.id), "version": 1}),
        ("source_finish", [theirs.id], {}),
    ]
    for name, more, typed in sends:
        answer = leads.post(reverse(f"inquiry:{name}", args=[inquiry.id, *more]), typed)
        assert answer.status_code in (404, 422), name
    asked = f"{reverse('inquiry:memo_add', args=[inquiry.id])}?about=code&about_id={strange.id}"
    leads.post(asked, {"words": "Mine", "about": "code", "about_id": str(strange.id), "kind": "other"})
    assert not Memo.objects.filter(about_id=strange.id).exists()
    assert (Coding.objects.count(), Finished.objects.count()) == (0, 0)


def test_what_is_hidden_is_not_changed_by_a_blind_stroke(inquiry: Study, coder: Account) -> None:
    """inquiry 22: not even how many there are is told by changing all of them; a finished text stays finished."""
    Study.objects.filter(pk=inquiry.pk).update(blind=True)
    text = make.source(inquiry)
    make.coding(make.code(inquiry), text, 0, 5)
    with seen_by(coder.id, "researcher"), connection.cursor() as cursor:
        cursor.execute("UPDATE inquiry_coding SET memo = 'mine'")
        assert cursor.rowcount == 0
    for who in (inquiry.made_by, coder):
        Finished.objects.create(study=inquiry, source=text, coder=who)
    with seen_by(coder.id, "researcher"):
        assert Finished.objects.filter(coder=coder).delete()[0] == 0
