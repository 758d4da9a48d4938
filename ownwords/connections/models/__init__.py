"""What the room of connections keeps."""

from ownwords.connections.models.community import CommunityWork, PracticeCheck, PracticeRating
from ownwords.connections.models.directory import (
    DirectoryImport,
    DirectoryKind,
    DirectoryService,
    DirectorySource,
    DirectoryWord,
    ServiceStatus,
)
from ownwords.connections.models.directory_places import DirectoryPlace, PostcodeDistrict
from ownwords.connections.models.figures import TeamCount
from ownwords.connections.models.interests import Interest, InterestAnswer
from ownwords.connections.models.local_knowledge import DirectorySetting, LocalKnowledge, YesOrNo
from ownwords.connections.models.map_copies import MapCopy, MapCopyItem, MapCopyLink
from ownwords.connections.models.map_people import MapHelper, MapSuggestion, SuggestionAnswer
from ownwords.connections.models.map_words import Did, EndedAs, Helps, Relation, What
from ownwords.connections.models.maps import MapItem, MapLink, MapStep, PersonMap
from ownwords.connections.models.readiness import Explained, ExplainedAnswer, Readiness
from ownwords.connections.models.steps import ConnectingStep, StepLabel, Wheel
from ownwords.connections.models.tie_words import Anyway, Ground, Helper, Origin, Part, Side, Who
from ownwords.connections.models.ties import Tie, TieView

__all__ = [
    "Anyway",
    "CommunityWork",
    "ConnectingStep",
    "Did",
    "DirectoryImport",
    "DirectoryKind",
    "DirectoryPlace",
    "DirectoryService",
    "DirectorySetting",
    "DirectorySource",
    "DirectoryWord",
    "EndedAs",
    "Explained",
    "ExplainedAnswer",
    "Ground",
    "Helper",
    "Helps",
    "Interest",
    "InterestAnswer",
    "LocalKnowledge",
    "MapCopy",
    "MapCopyItem",
    "MapCopyLink",
    "MapHelper",
    "MapItem",
    "MapLink",
    "MapStep",
    "MapSuggestion",
    "Origin",
    "Part",
    "PersonMap",
    "PostcodeDistrict",
    "PracticeCheck",
    "PracticeRating",
    "Readiness",
    "Relation",
    "ServiceStatus",
    "Side",
    "StepLabel",
    "SuggestionAnswer",
    "TeamCount",
    "Tie",
    "TieView",
    "What",
    "Wheel",
    "Who",
    "YesOrNo",
]
