"""What is kept: lines and ratings, what went on around them, schedules, standard measures and their results."""

from ownwords.measures.models.asking import Asking, InstrumentSwitch, Reply
from ownwords.measures.models.context import ContextEvent, EventKind, Help
from ownwords.measures.models.figures import Counted
from ownwords.measures.models.lines import Closing, Direction, HowOften, Line, MeasureShare, Rating, Wording
from ownwords.measures.models.links import RatingLink
from ownwords.measures.models.own_answers import Different, OwnAnswer
from ownwords.measures.models.parts import GivenAs, Way
from ownwords.measures.models.responses import Answer, Response
from ownwords.measures.models.results import Course, ItemEvent, Origin, Score
from ownwords.measures.models.schedules import Every, RemindBy, Schedule

__all__ = [
    "Answer",
    "Asking",
    "Closing",
    "ContextEvent",
    "Counted",
    "Course",
    "Different",
    "Direction",
    "EventKind",
    "Every",
    "GivenAs",
    "Help",
    "HowOften",
    "InstrumentSwitch",
    "ItemEvent",
    "Line",
    "MeasureShare",
    "Origin",
    "OwnAnswer",
    "Rating",
    "RatingLink",
    "RemindBy",
    "Reply",
    "Response",
    "Schedule",
    "Score",
    "Way",
    "Wording",
]
