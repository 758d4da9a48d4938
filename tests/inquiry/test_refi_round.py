"""Our own studies out, in and out again."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.actions.refi_operator import import_refi_as_operator
from ownwords.inquiry.method.folding import folded
from ownwords.inquiry.models import Coding, Memo, ParticipantKey, Source, Study, StudyMember, Turn
from ownwords.ledger.models import Act
from ownwords.people.models import Account
from tests import studying as make
from tests.inquiry.refi_studies import all_of, counts, inside, rich, taken_out

pytestmark = pytest.mark.django_db
SCHEMA = Path(__file__).parent / "refi" / "schema" / "Project.xsd"
WORD = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\0", exclude_categories=("Cs",)),
    min_size=1,
    max_size=60,
)


def test_a_study_goes_out_comes_in_and_goes_out_the_same(inquiry: Study, coder: Account) -> None:
    """inquiry 24: the same XML and the same file of our own; GUIDs stay for ever."""
    rich(inquiry, coder)
    first = all_of(inquiry)
    brought = import_refi_as_operator(file=io.BytesIO(first))
    assert brought.study.id != inquiry.id
    assert brought.study.guid == inquiry.guid
    assert inside(all_of(brought.study)) == inside(first)
    assert not brought.listed("lost")
    same = counts(inquiry)
    assert counts(brought.study) == same


def test_the_file_is_valid_and_has_a_text_beside_it(inquiry: Study, coder: Account) -> None:
    """inquiry 23: validates against the XSD."""
    rich(inquiry, coder)
    found = inside(all_of(inquiry))
    with zipfile.ZipFile(io.BytesIO(all_of(inquiry))) as archive:
        tree = etree.fromstring(archive.read("project.qde"))
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(tree)
    assert make.WORDS.encode() in found.values()


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(WORD, min_size=1, max_size=3), st.lists(WORD, max_size=4), st.data())
def test_any_study_goes_round(
    inquiry: Study, coder: Account, texts: list[str], names: list[str], data: st.DataObject
) -> None:
    """inquiry 24, on made-up studies with odd characters in every place."""
    made = make.study(inquiry.made_by, title="Round")
    sources = [make.source(made, one, one[:20].strip() or "T") for one in texts]
    taken: set[str] = set()
    for name in names:
        plain = " ".join(name.split())
        if not plain.isprintable() or not plain or folded(plain) in taken:
            continue
        taken.add(folded(plain))
        code = make.code(made, plain, definition=name.strip())
        code.folded = folded(plain)
        code.save()
        at = data.draw(st.sampled_from(sources))
        start = data.draw(st.integers(0, at.length - 1))
        make.coding(
            code,
            at,
            start,
            data.draw(st.integers(start + 1, at.length)),
            data.draw(st.sampled_from([inquiry.made_by, coder])),
        )
    first = all_of(made)
    once = import_refi_as_operator(file=io.BytesIO(first)).study
    second = all_of(once)
    again = all_of(import_refi_as_operator(file=io.BytesIO(second)).study)
    assert inside(again) == inside(second)
    assert [*Coding.objects.filter(study=once).order_by("guid").values_list("guid", "start", "end")] == [
        *Coding.objects.filter(study=made).order_by("guid").values_list("guid", "start", "end")
    ]


def test_the_same_file_again_changes_nothing(inquiry: Study, coder: Account) -> None:
    """A second import keeps nothing twice, and says what was there."""
    rich(inquiry, coder)
    file = all_of(inquiry)
    before = counts()
    again = import_refi_as_operator(file=io.BytesIO(file), study=inquiry)
    assert counts() == before
    assert again.came == {}
    assert again.there["codings"] == 2
    assert again.there["notes"] == 5


def test_nothing_of_the_key_goes_out(inquiry: Study, coder: Account) -> None:
    """inquiry 28: the key is in no export."""
    rich(inquiry, coder)
    person = inquiry_participant(inquiry)
    ParticipantKey.objects.create(
        participant=person, study=inquiry, name="Zebedee Quill", contact="zeb@example.org"
    )
    whole = b"".join(inside(all_of(inquiry)).values())
    assert b"Zebedee" not in whole
    assert b"zeb@" not in whole
    assert b"Maple" in whole


def inquiry_participant(study: Study):
    """Return the participant of the study."""
    from ownwords.inquiry.models import Participant

    return Participant.objects.get(study=study)


def test_words_can_be_searched_after_they_came_in(inquiry: Study, coder: Account) -> None:
    """Turns, speakers and what they are searched by come with the text."""
    rich(inquiry, coder)
    new = import_refi_as_operator(file=io.BytesIO(all_of(inquiry))).study
    turn = Turn.objects.get(study=new, number=2)
    assert turn.speaker is not None
    assert turn.speaker.participant is not None
    assert turn.speaker.participant.pseudonym == "Maple"
    assert "'walk'" in str(turn.search) or "walk" in str(turn.search)


def test_people_are_found_by_name_and_others_are_kept_beside(inquiry: Study, coder: Account) -> None:
    """In a study in which both work, both keep theirs; in a new one the other's name stands beside."""
    rich(inquiry, coder)
    file = all_of(inquiry)
    both = make.study(inquiry.made_by, title="Both")
    make.member(both, coder)
    import_refi_as_operator(file=io.BytesIO(file), study=both)
    assert {*Coding.objects.filter(study=both).values_list("coder_id", "brought_by")} == {
        (inquiry.made_by_id, ""), (coder.id, "")
    }  # fmt: skip
    new = import_refi_as_operator(file=io.BytesIO(file)).study
    lead = StudyMember.objects.get(study=new).account
    names = {*Coding.objects.filter(study=new).values_list("coder_id", "brought_by")}
    assert names == {
        (lead.id, "" if lead.id == inquiry.made_by_id else inquiry.made_by.name),
        (lead.id, coder.name),
    }
    assert {*Memo.objects.filter(study=new).values_list("brought_by", flat=True)} == {coder.name}


def test_in_a_blind_study_a_member_takes_out_only_what_they_see(
    opened: OpenedStudy, inquiry: Study, coder: Account
) -> None:
    """inquiry 22: by no export."""
    rich(inquiry, coder)
    Study.objects.filter(pk=inquiry.id).update(blind=True)
    opened = make.opened_by(inquiry.made_by, inquiry)
    mine = inside(taken_out(opened))["project.qde"]
    assert mine.count(b"<Coding ") == 1
    assert coder.name.encode() not in mine or b"On the coding" in mine
    assert inside(all_of(inquiry))["project.qde"].count(b"<Coding ") == 2
    assert Act.objects.filter(verb="study_exported").count() == 2
    assert Source.objects.filter(study=inquiry).exists()
