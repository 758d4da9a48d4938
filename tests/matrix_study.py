"""The access matrix: a study that one researcher leads, another only reads, and a third has nothing to do with."""

from __future__ import annotations

from typing import Any

from ownwords.inquiry.models import (
    Attribute,
    Code,
    Coding,
    Memo,
    Participant,
    SamplingDecision,
    SamplingGroup,
    Source,
    SourceText,
    Speaker,
    Study,
    StudyMember,
    StudyPaper,
    Turn,
)
from ownwords.people.models import Account
from tests.inquiry.all_addresses import made_of_codes


def of_a_study(leads: Account | None, reads: Account | None, other: Account | None) -> dict[str, Any]:
    """Make one thing of each kind in a study, and a study of the stranger's own. Return the ids for addresses."""
    assert leads is not None
    at = leads.appointments.get().organisation
    study = Study.objects.create(organisation=at, made_by=leads, title="Support", method="grounded")
    StudyMember.objects.create(study=study, account=leads, duty="lead", keeps_key=True)
    member = StudyMember.objects.create(study=study, account=reads, duty="reader")
    theirs = Study.objects.create(organisation=at, made_by=other, title="Other", method="grounded")
    StudyMember.objects.create(study=theirs, account=other, duty="lead", keeps_key=True)
    mine = {"study": study, "made_by": leads}
    source = Source.objects.create(**mine, kind="interview", title="Interview 1", length=12)
    SourceText.objects.create(**mine, source=source, number=1, words="P1: It helps")
    speaker = Speaker.objects.create(study=study, source=source, label="P1")
    turn = Turn.objects.create(
        study=study, source=source, number=1, start=0, said_from=4, end=12, speaker=speaker
    )
    code = Code.objects.create(**mine, name="help", folded="help")
    passage = Coding.objects.create(study=study, source=source, code=code, coder=leads, start=4, end=12)
    return {
        **{name: row.id for name, row in made_of_codes(study, code, passage).items()},
        "study_id": study.id,
        "member_id": member.id,
        "paper_id": StudyPaper.objects.create(**mine, kind="guide", number=1, words="What helps?").id,
        "group_id": SamplingGroup.objects.create(**mine, words="Nurses").id,
        "decision_id": SamplingDecision.objects.create(**mine, words="Ask peers", gap="Peers").id,
        "participant_id": Participant.objects.create(**mine, pseudonym="Maple").id,
        "attribute_id": Attribute.objects.create(**mine, name="Years").id,
        "source_id": source.id,
        "speaker_id": speaker.id,
        "turn_id": turn.id,
        "code_id": code.id,
        "coding_id": passage.id,
        "memo_id": Memo.objects.create(**mine, words="A thought").id,
    }
