"""Everything that can be written into the ledger, each with the sentence a person reads.

A verb that is not in this list cannot be logged; a verb without a sentence cannot exist.
"""

from __future__ import annotations

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Verb(StrEnum):
    """What somebody did."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"
    SESSION_ENDED = "session_ended"
    TOOK_ROLE = "took_role"
    PERSON_ADDED = "person_added"
    PERSON_CHANGED = "person_changed"
    PERSON_PLACED = "person_placed"
    PERSON_IMPORTED = "person_imported"
    ACCOUNT_CREATED = "account_created"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_REOPENED = "account_reopened"
    FACTORS_REMOVED = "factors_removed"
    MEMBERSHIP_STARTED = "membership_started"
    MEMBERSHIP_ENDED = "membership_ended"
    TEAM_CREATED = "team_created"
    TEAM_CHANGED = "team_changed"
    APPOINTED = "appointed"
    APPOINTMENT_ENDED = "appointment_ended"
    INVITED = "invited"
    INVITATION_ACCEPTED = "invitation_accepted"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    RELATIONSHIP_STARTED = "relationship_started"
    RELATIONSHIP_ENDED = "relationship_ended"
    DEFAULT_VISIBILITY_SET = "default_visibility_set"
    NOTICES_SET = "notices_set"
    ENTRY_ADDED = "entry_added"
    ENTRY_CHANGED = "entry_changed"
    ENTRY_REWORDED = "entry_reworded"
    ENTRY_SHARED = "entry_shared"
    ENTRY_ANSWERED = "entry_answered"
    ENTRY_REMOVED = "entry_removed"
    ENTRY_RESTORED = "entry_restored"
    ENTRY_UNDONE = "entry_undone"
    ENTRY_MOVED = "entry_moved"
    VIEW_ADDED = "view_added"
    VIEW_WITHDRAWN = "view_withdrawn"
    STEP_ADDED = "step_added"
    STEP_CHANGED = "step_changed"
    STEP_REVIEWED = "step_reviewed"
    GOAL_REVIEWED = "goal_reviewed"
    GOAL_ENDED = "goal_ended"
    VISIT_HELD = "visit_held"
    FLAG_RAISED = "flag_raised"
    FLAG_ANSWERED = "flag_answered"
    ERASURE_ASKED = "erasure_asked"
    ERASURE_REFUSED = "erasure_refused"
    ERASED = "erased"
    EXPORTED = "exported"
    LINE_ADDED = "line_added"
    LINE_REWORDED = "line_reworded"
    LINE_CHANGED = "line_changed"
    LINE_CLOSED = "line_closed"
    LINE_REOPENED = "line_reopened"
    LINE_SHARED = "line_shared"
    LINE_REMOVED = "line_removed"
    LINE_RESTORED = "line_restored"
    RATED = "rated"
    RATING_CORRECTED = "rating_corrected"
    RATING_REMOVED = "rating_removed"
    RATING_RESTORED = "rating_restored"
    CONTEXT_ADDED = "context_added"
    CONTEXT_CHANGED = "context_changed"
    CONTEXT_REMOVED = "context_removed"
    CONTEXT_RESTORED = "context_restored"
    OWN_ANSWER_GIVEN = "own_answer_given"
    OWN_ANSWER_REMOVED = "own_answer_removed"
    SCHEDULE_MADE = "schedule_made"
    SCHEDULE_CHANGED = "schedule_changed"
    REMINDED = "reminded"
    RATING_LINK_MADE = "rating_link_made"
    RATING_LINK_WITHDRAWN = "rating_link_withdrawn"
    MEASURE_OFFERED = "measure_offered"
    MEASURE_BEGUN = "measure_begun"
    MEASURE_ANSWERED = "measure_answered"
    MEASURE_CORRECTED = "measure_corrected"
    MEASURE_REMOVED = "measure_removed"
    MEASURE_RESTORED = "measure_restored"
    MEASURE_RESCORED = "measure_rescored"
    MEASURE_IMPORTED = "measure_imported"
    ITEM_TALKED = "item_talked"
    MEASURE_SWITCHED = "measure_switched"
    PLACEMENT_ENDED = "placement_ended"


SENTENCES: dict[Verb, str | Promise] = {
    Verb.SIGNED_IN: _("signed in"),
    Verb.SIGNED_OUT_EVERYWHERE: _("signed out on every device"),
    Verb.SESSION_ENDED: _("signed out on another device"),
    Verb.TOOK_ROLE: _("changed the role they work in"),
    Verb.PERSON_ADDED: _("opened this record"),
    Verb.PERSON_CHANGED: _("changed details such as name or contact wishes"),
    Verb.PERSON_PLACED: _("changed which team supports you"),
    Verb.PERSON_IMPORTED: _("brought basic details in from another system"),
    Verb.ACCOUNT_CREATED: _("created an account"),
    Verb.ACCOUNT_CLOSED: _("closed an account"),
    Verb.ACCOUNT_REOPENED: _("opened an account again"),
    Verb.FACTORS_REMOVED: _("took away a lost second step of signing in"),
    Verb.MEMBERSHIP_STARTED: _("added somebody to a team"),
    Verb.MEMBERSHIP_ENDED: _("ended somebody's place in a team"),
    Verb.TEAM_CREATED: _("created a team"),
    Verb.TEAM_CHANGED: _("changed a team's details"),
    Verb.APPOINTED: _("gave somebody a role in the service"),
    Verb.APPOINTMENT_ENDED: _("ended somebody's role in the service"),
    Verb.INVITED: _("sent an invitation"),
    Verb.INVITATION_ACCEPTED: _("accepted an invitation"),
    Verb.INVITATION_WITHDRAWN: _("withdrew an invitation"),
    Verb.RELATIONSHIP_STARTED: _("connected somebody to this record"),
    Verb.RELATIONSHIP_ENDED: _("ended somebody's connection to this record"),
    Verb.DEFAULT_VISIBILITY_SET: _("changed who sees new entries"),
    Verb.NOTICES_SET: _("changed notices about looks"),
    Verb.ENTRY_ADDED: _("added an entry"),
    Verb.ENTRY_CHANGED: _("changed an entry"),
    Verb.ENTRY_REWORDED: _("added another wording beside an entry"),
    Verb.ENTRY_SHARED: _("changed who can see an entry"),
    Verb.ENTRY_ANSWERED: _("answered an entry"),
    Verb.ENTRY_REMOVED: _("took an entry out of view"),
    Verb.ENTRY_RESTORED: _("put an entry back"),
    Verb.ENTRY_UNDONE: _("undid a change"),
    Verb.ENTRY_MOVED: _("put entries in another order"),
    Verb.VIEW_ADDED: _("added their own view beside an entry"),
    Verb.VIEW_WITHDRAWN: _("took back their own view"),
    Verb.STEP_ADDED: _("added a step or a promise"),
    Verb.STEP_CHANGED: _("changed a step or a promise"),
    Verb.STEP_REVIEWED: _("said what became of a step or a promise"),
    Verb.GOAL_REVIEWED: _("looked at a goal again"),
    Verb.GOAL_ENDED: _("closed a goal"),
    Verb.VISIT_HELD: _("kept a conversation"),
    Verb.FLAG_RAISED: _("said that something has not been asked yet"),
    Verb.FLAG_ANSWERED: _("answered that something had not been asked"),
    Verb.ERASURE_ASKED: _("asked for an entry to be erased"),
    Verb.ERASURE_REFUSED: _("decided that an entry is not erased"),
    Verb.ERASED: _("erased an entry"),
    Verb.EXPORTED: _("made a copy of this record"),
    Verb.LINE_ADDED: _("began a line to follow"),
    Verb.LINE_REWORDED: _("put a line in other words"),
    Verb.LINE_CHANGED: _("changed how a line is followed"),
    Verb.LINE_CLOSED: _("closed a line"),
    Verb.LINE_REOPENED: _("took a closed line up again"),
    Verb.LINE_SHARED: _("changed who can see a line or a measure"),
    Verb.LINE_REMOVED: _("took a line out of view"),
    Verb.LINE_RESTORED: _("put a line back"),
    Verb.RATED: _("rated a line"),
    Verb.RATING_CORRECTED: _("corrected a rating"),
    Verb.RATING_REMOVED: _("took a rating out of view"),
    Verb.RATING_RESTORED: _("put a rating back"),
    Verb.CONTEXT_ADDED: _("added something that happened around the numbers"),
    Verb.CONTEXT_CHANGED: _("changed something that happened around the numbers"),
    Verb.CONTEXT_REMOVED: _("took something that happened out of view"),
    Verb.CONTEXT_RESTORED: _("put back something that happened"),
    Verb.OWN_ANSWER_GIVEN: _("said whether it is different for them"),
    Verb.OWN_ANSWER_REMOVED: _("took back whether it is different for them"),
    Verb.SCHEDULE_MADE: _("planned when to look again"),
    Verb.SCHEDULE_CHANGED: _("changed when to look again"),
    Verb.REMINDED: _("sent a reminder that was asked for"),
    Verb.RATING_LINK_MADE: _("made a link for one rating"),
    Verb.RATING_LINK_WITHDRAWN: _("withdrew a link for one rating"),
    Verb.MEASURE_OFFERED: _("offered a standard measure"),
    Verb.MEASURE_BEGUN: _("began a standard measure"),
    Verb.MEASURE_ANSWERED: _("filled in a standard measure"),
    Verb.MEASURE_CORRECTED: _("corrected answers of a standard measure"),
    Verb.MEASURE_REMOVED: _("took a filled measure out of view"),
    Verb.MEASURE_RESTORED: _("put a filled measure back"),
    Verb.MEASURE_RESCORED: _("worked a result out again"),
    Verb.MEASURE_IMPORTED: _("brought a filled measure in from another system"),
    Verb.ITEM_TALKED: _("said that an answer was talked about"),
    Verb.MEASURE_SWITCHED: _("switched a standard measure on or off"),
    Verb.PLACEMENT_ENDED: _("ended the support of a team, and said whose decision it was"),
}


def sentence(verb: str) -> str:
    """Return the words for a verb, in the reader's language."""
    return str(SENTENCES[Verb(verb)])
