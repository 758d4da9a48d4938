"""What the room of peers keeps."""

from ownwords.peers.models.approaches import Approach, CompetingEnd
from ownwords.peers.models.attempts import Attempt
from ownwords.peers.models.contact_words import IN_CONTACT, Booked, ContactKind, Means, Outcome, StartedBy
from ownwords.peers.models.door import DoorChange, ReachBy
from ownwords.peers.models.door_words import Decider, Route, Status
from ownwords.peers.models.fidelity import FidelityAnswer, FidelityRating, Rater
from ownwords.peers.models.figures import TeamFigure
from ownwords.peers.models.first_face import FirstFace
from ownwords.peers.models.hours import AnsweringHours
from ownwords.peers.models.introductions import AskedBy, How, Introduction, TakenUp
from ownwords.peers.models.matching import Answer, Match, MatchAnswer, MatchReason, Side
from ownwords.peers.models.messages import Channel, Message
from ownwords.peers.models.notes import SharedNote
from ownwords.peers.models.own import OwnKind, OwnNote
from ownwords.peers.models.rules import Recording, RecordingRule, RuleTold
from ownwords.peers.models.safety import SafetyDecision, SafetyReview, SafetyShare, Told
from ownwords.peers.models.settings import PeerSettings
from ownwords.peers.models.supervision import Supervision, SupervisionItem
from ownwords.peers.models.wishes import PeerProfile, PeerWish

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
    "TeamFigure",
    "Told",
]
