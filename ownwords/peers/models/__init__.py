"""What the room of peers keeps."""

from ownwords.peers.models.attempts import (
    IN_CONTACT,
    AskedBy,
    Attempt,
    Booked,
    ContactKind,
    FirstFace,
    How,
    Introduction,
    Means,
    Outcome,
    StartedBy,
    TakenUp,
)
from ownwords.peers.models.door import Approach, CompetingEnd, Decider, DoorChange, ReachBy, Route, Status
from ownwords.peers.models.fidelity import FidelityAnswer, FidelityRating, Rater
from ownwords.peers.models.matching import (
    Answer,
    Match,
    MatchAnswer,
    MatchReason,
    PeerProfile,
    PeerWish,
    Side,
)
from ownwords.peers.models.messages import AnsweringHours, Channel, Message
from ownwords.peers.models.notes import SafetyDecision, SafetyReview, SafetyShare, SharedNote, Told
from ownwords.peers.models.own import OwnKind, OwnNote, Supervision, SupervisionItem
from ownwords.peers.models.rules import PeerSettings, Recording, RecordingRule, RuleTold

__all__ = [
    "IN_CONTACT",
    "Answer",
    "AnsweringHours",
    "Approach",
    "AskedBy",
    "Attempt",
    "Booked",
    "Channel",
    "CompetingEnd",
    "ContactKind",
    "Decider",
    "DoorChange",
    "FidelityAnswer",
    "FidelityRating",
    "FirstFace",
    "How",
    "Introduction",
    "Match",
    "MatchAnswer",
    "MatchReason",
    "Means",
    "Message",
    "Outcome",
    "OwnKind",
    "OwnNote",
    "PeerProfile",
    "PeerSettings",
    "PeerWish",
    "Rater",
    "ReachBy",
    "Recording",
    "RecordingRule",
    "Route",
    "RuleTold",
    "SafetyDecision",
    "SafetyReview",
    "SafetyShare",
    "SharedNote",
    "Side",
    "StartedBy",
    "Status",
    "Supervision",
    "SupervisionItem",
    "TakenUp",
    "Told",
]
