"""What the room of inquiry keeps."""

from ownwords.inquiry.models.care import EntryGiven, OwnStrike
from ownwords.inquiry.models.charts import Chart, ChartCell, ChartColumn, Rows
from ownwords.inquiry.models.checking import (
    Answer,
    CheckingFinding,
    CheckingGroup,
    CheckingReply,
    CheckingRound,
    OwnWordsNote,
    Puts,
    Respondent,
    SaidOfOwn,
)
from ownwords.inquiry.models.codes import Code, CodeOrigin
from ownwords.inquiry.models.codings import Coding, Finished, HowCoded
from ownwords.inquiry.models.design import Paper, SamplingDecision, SamplingGroup, StudyPaper
from ownwords.inquiry.models.grounded import Category, Incident, Property, Relation, RelationKind, Stage
from ownwords.inquiry.models.keys import AgreedTo, Consent, ParticipantKey
from ownwords.inquiry.models.memos import About, Memo, MemoKind
from ownwords.inquiry.models.participants import Attribute, AttributeKind, AttributeValue, Participant
from ownwords.inquiry.models.reporting import Checklist, ReportItem
from ownwords.inquiry.models.sources import SPOKEN, Present, Source, SourceKind, SourceText, Speaker, Turn
from ownwords.inquiry.models.steps import StudyStep
from ownwords.inquiry.models.studies import Duty, Method, Study, StudyMember
from ownwords.inquiry.models.suggestions import CodeRule, SuggestedBy, Suggestion
from ownwords.inquiry.models.themes import (
    Finding,
    FindingTheme,
    Stands,
    Theme,
    ThemeCode,
    ThemeExtract,
    ThemeStatus,
)

__all__ = [
    "SPOKEN",
    "About",
    "AgreedTo",
    "Answer",
    "Attribute",
    "AttributeKind",
    "AttributeValue",
    "Category",
    "Chart",
    "ChartCell",
    "ChartColumn",
    "CheckingFinding",
    "CheckingGroup",
    "CheckingReply",
    "CheckingRound",
    "Checklist",
    "Code",
    "CodeOrigin",
    "CodeRule",
    "Coding",
    "Consent",
    "Duty",
    "EntryGiven",
    "Finding",
    "FindingTheme",
    "Finished",
    "HowCoded",
    "Incident",
    "Memo",
    "MemoKind",
    "Method",
    "OwnStrike",
    "OwnWordsNote",
    "Paper",
    "Participant",
    "ParticipantKey",
    "Present",
    "Property",
    "Puts",
    "Relation",
    "RelationKind",
    "ReportItem",
    "Respondent",
    "Rows",
    "SaidOfOwn",
    "SamplingDecision",
    "SamplingGroup",
    "Source",
    "SourceKind",
    "SourceText",
    "Speaker",
    "Stage",
    "Stands",
    "Study",
    "StudyMember",
    "StudyPaper",
    "StudyStep",
    "SuggestedBy",
    "Suggestion",
    "Theme",
    "ThemeCode",
    "ThemeExtract",
    "ThemeStatus",
    "Turn",
]
