"""The recovery record. One `Entry` for everything said; a detail table beside it where a kind has more to hold."""

from ownwords.record.models.conversations import Conversation
from ownwords.record.models.entries import Entry, Kind, OtherView, Said, Share, Standing
from ownwords.record.models.goals import Goal, GoalKind, Origin, Outcome, Whose
from ownwords.record.models.keeping import Draft, NotAsked
from ownwords.record.models.steps import Step
from ownwords.record.models.strengths import Preference, Strength

__all__ = [
    "Conversation",
    "Draft",
    "Entry",
    "Goal",
    "GoalKind",
    "Kind",
    "NotAsked",
    "Origin",
    "OtherView",
    "Outcome",
    "Preference",
    "Said",
    "Share",
    "Standing",
    "Step",
    "Strength",
    "Whose",
]
