"""What the room of inquiry keeps."""

from ownwords.inquiry.models.codes import Code, CodeOrigin
from ownwords.inquiry.models.codings import Coding, Finished, HowCoded
from ownwords.inquiry.models.design import Paper, SamplingDecision, SamplingGroup, StudyPaper
from ownwords.inquiry.models.keys import AgreedTo, Consent, ParticipantKey
from ownwords.inquiry.models.memos import About, Memo, MemoKind
from ownwords.inquiry.models.participants import Attribute, AttributeKind, AttributeValue, Participant
from ownwords.inquiry.models.sources import Present, Source, SourceKind, SourceText, Speaker, Turn
from ownwords.inquiry.models.steps import StudyStep
from ownwords.inquiry.models.studies import Duty, Method, Study, StudyMember

__all__ = [
    "About",
    "AgreedTo",
    "Attribute",
    "AttributeKind",
    "AttributeValue",
    "Code",
    "CodeOrigin",
    "Coding",
    "Consent",
    "Duty",
    "Finished",
    "HowCoded",
    "Memo",
    "MemoKind",
    "Method",
    "Paper",
    "Participant",
    "ParticipantKey",
    "Present",
    "SamplingDecision",
    "SamplingGroup",
    "Source",
    "SourceKind",
    "SourceText",
    "Speaker",
    "Study",
    "StudyMember",
    "StudyPaper",
    "StudyStep",
    "Turn",
]
