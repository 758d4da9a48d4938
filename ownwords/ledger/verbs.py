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
    STUDY_MADE = "study_made"
    STUDY_CHANGED = "study_changed"
    STUDY_MEMBER_SET = "study_member_set"
    STUDY_MEMBER_ENDED = "study_member_ended"
    STUDY_PAPER_KEPT = "study_paper_kept"
    STUDY_PARTICIPANT_KEPT = "study_participant_kept"
    STUDY_ATTRIBUTE_KEPT = "study_attribute_kept"
    STUDY_KEY_READ = "study_key_read"
    STUDY_KEY_CHANGED = "study_key_changed"
    STUDY_CONSENT_KEPT = "study_consent_kept"
    STUDY_WITHDRAWN = "study_withdrawn"
    STUDY_STRUCK = "study_struck"
    STUDY_TEXT_ADDED = "study_text_added"
    STUDY_TEXT_CORRECTED = "study_text_corrected"
    STUDY_TEXT_REMOVED = "study_text_removed"
    STUDY_IMPORTED = "study_imported"
    STUDY_EXPORTED = "study_exported"
    STUDY_LINKED = "study_linked"
    STUDY_ROUND_KEPT = "study_round_kept"
    STUDY_ASKED = "study_asked"
    STUDY_LINK_MADE = "study_link_made"
    STUDY_LINK_WITHDRAWN = "study_link_withdrawn"
    STUDY_REPLIED = "study_replied"
    STUDY_OWN_WORDS_STRUCK = "study_own_words_struck"
    STUDY_SUGGESTED = "study_suggested"
    STUDY_ENTRY_GIVEN = "study_entry_given"
    STUDY_ENTRY_TAKEN_BACK = "study_entry_taken_back"
    MAP_CHANGED = "map_changed"
    MAP_UNDONE = "map_undone"
    MAP_REFUSED = "map_refused"
    MAP_SHARED = "map_shared"
    MAP_COPIED = "map_copied"
    MAP_COPY_REMOVED = "map_copy_removed"
    MAP_COPY_RESTORED = "map_copy_restored"
    MAP_HELPER_ASKED = "map_helper_asked"
    MAP_HELPER_ENDED = "map_helper_ended"
    MAP_SUGGESTED = "map_suggested"
    MAP_SUGGESTION_ANSWERED = "map_suggestion_answered"
    MAP_SUGGESTION_REMOVED = "map_suggestion_removed"
    MAP_EXPORTED = "map_exported"
    MAP_IMPORTED = "map_imported"
    TIE_ADDED = "tie_added"
    TIE_CHANGED = "tie_changed"
    TIE_REMOVED = "tie_removed"
    TIE_RESTORED = "tie_restored"
    TIE_VIEW_GIVEN = "tie_view_given"
    TIE_SHARED = "tie_shared"
    READINESS_GIVEN = "readiness_given"
    READINESS_REMOVED = "readiness_removed"
    READINESS_RESTORED = "readiness_restored"
    READINESS_SHARED = "readiness_shared"
    EXPLAINED_ANSWERED = "explained_answered"
    EXPLAINED_REMOVED = "explained_removed"
    EXPLAINED_SHARED = "explained_shared"
    CONNECTING_LOGGED = "connecting_logged"
    CONNECTING_CHANGED = "connecting_changed"
    CONNECTING_SHARED = "connecting_shared"
    CONNECTING_REMOVED = "connecting_removed"
    CONNECTING_RESTORED = "connecting_restored"
    INTEREST_GIVEN = "interest_given"
    INTEREST_REMOVED = "interest_removed"
    INTEREST_SHARED = "interest_shared"
    STEP_LABEL_SET = "step_label_set"
    COMMUNITY_WORK_KEPT = "community_work_kept"
    COMMUNITY_WORK_CHANGED = "community_work_changed"
    COMMUNITY_WORK_REMOVED = "community_work_removed"
    PRACTICE_CHECKED = "practice_checked"
    PRACTICE_CHANGED = "practice_changed"
    LOCAL_KNOWLEDGE_ADDED = "local_knowledge_added"
    LOCAL_KNOWLEDGE_CHANGED = "local_knowledge_changed"
    LOCAL_KNOWLEDGE_CONFIRMED = "local_knowledge_confirmed"
    DIRECTORY_IMPORTED = "directory_imported"
    DIRECTORY_CHANGED = "directory_changed"
    RECORDING_RULE_SET = "recording_rule_set"
    RECORDING_RULE_TOLD = "recording_rule_told"
    PEER_SETTINGS_CHANGED = "peer_settings_changed"
    DOOR_CHANGED = "door_changed"
    DOOR_RETURNED = "door_returned"
    APPROACH_KEPT = "approach_kept"
    APPROACH_SEEN_TO = "approach_seen_to"
    ATTEMPT_KEPT = "attempt_kept"
    ATTEMPT_CHANGED = "attempt_changed"
    ATTEMPT_SHARED = "attempt_shared"
    ATTEMPT_REMOVED = "attempt_removed"
    ATTEMPT_RESTORED = "attempt_restored"
    FOLLOWED_UP = "followed_up"
    INTRODUCTION_KEPT = "introduction_kept"
    INTRODUCTION_CHANGED = "introduction_changed"
    INTRODUCTION_RATED = "introduction_rated"
    INTRODUCTION_SHARED = "introduction_shared"
    INTRODUCTION_REMOVED = "introduction_removed"
    INTRODUCTION_RESTORED = "introduction_restored"
    FIRST_FACE_KEPT = "first_face_kept"
    FIRST_FACE_ANSWERED = "first_face_answered"
    NOTE_PROPOSED = "note_proposed"
    NOTE_REWORDED = "note_reworded"
    NOTE_AGREED = "note_agreed"
    NOTE_TAKEN_BACK = "note_taken_back"
    NOTE_SHARED = "note_shared"
    NOTE_REMOVED = "note_removed"
    NOTE_RESTORED = "note_restored"
    SAFETY_SHARED = "safety_shared"
    SAFETY_WITHHELD = "safety_withheld"
    SAFETY_REVIEWED = "safety_reviewed"
    PEER_WISH_SET = "peer_wish_set"
    PEER_PROFILE_SET = "peer_profile_set"
    MATCH_PROPOSED = "match_proposed"
    MATCH_CLOSED = "match_closed"
    CHANNEL_SWITCHED = "channel_switched"
    ANSWERING_HOURS_SET = "answering_hours_set"
    SUPERVISION_STARTED = "supervision_started"
    SUPERVISION_ENDED = "supervision_ended"
    SUPERVISION_ITEM_KEPT = "supervision_item_kept"
    PEER_SUPPORT_RATED = "peer_support_rated"
    COMPETING_END_KEPT = "competing_end_kept"


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
    Verb.STUDY_MADE: _("set up a study"),
    Verb.STUDY_CHANGED: _("changed what a study says of itself"),
    Verb.STUDY_MEMBER_SET: _("said what somebody does in a study"),
    Verb.STUDY_MEMBER_ENDED: _("ended somebody’s part in a study"),
    Verb.STUDY_PAPER_KEPT: _("kept a version of a paper of a study"),
    Verb.STUDY_PARTICIPANT_KEPT: _("said under which pseudonym somebody takes part in a study"),
    Verb.STUDY_ATTRIBUTE_KEPT: _("said what participants of a study are described by"),
    Verb.STUDY_KEY_READ: _("looked up who stands behind a pseudonym"),
    Verb.STUDY_KEY_CHANGED: _("kept who stands behind a pseudonym"),
    Verb.STUDY_CONSENT_KEPT: _("kept what somebody agreed to in a study"),
    Verb.STUDY_WITHDRAWN: _("took out of a study what somebody had said, because they withdrew"),
    Verb.STUDY_STRUCK: _("struck words out of a text"),
    Verb.STUDY_TEXT_ADDED: _("brought a text into a study"),
    Verb.STUDY_TEXT_CORRECTED: _("corrected a text"),
    Verb.STUDY_TEXT_REMOVED: _("took a text out of a study"),
    Verb.STUDY_IMPORTED: _("brought a project into a study"),
    Verb.STUDY_EXPORTED: _("took a copy out of a study"),
    Verb.STUDY_LINKED: _("said which elements of practice a finding speaks to"),
    Verb.STUDY_ROUND_KEPT: _("kept a round of checking back"),
    Verb.STUDY_ASKED: _("said whom a study asks back"),
    Verb.STUDY_LINK_MADE: _("made a link for somebody whom a study asks back"),
    Verb.STUDY_LINK_WITHDRAWN: _("withdrew a link of somebody whom a study asks back"),
    Verb.STUDY_REPLIED: _("kept what somebody said back to a study"),
    Verb.STUDY_OWN_WORDS_STRUCK: _("struck out own words in a study"),
    Verb.STUDY_SUGGESTED: _("asked for suggestions of passages"),
    Verb.STUDY_ENTRY_GIVEN: _("gave own words from the record to a study"),
    Verb.STUDY_ENTRY_TAKEN_BACK: _("took own words back from a study"),
    Verb.MAP_CHANGED: _("changed the map of connections"),
    Verb.MAP_UNDONE: _("undid a change of the map"),
    Verb.MAP_REFUSED: _("tried to change the map without having been asked, and was not let"),
    Verb.MAP_SHARED: _("changed who can see something on the map"),
    Verb.MAP_COPIED: _("kept a dated copy of the map"),
    Verb.MAP_COPY_REMOVED: _("took a copy of the map out of view"),
    Verb.MAP_COPY_RESTORED: _("put a copy of the map back"),
    Verb.MAP_HELPER_ASKED: _("asked somebody to help draw the map"),
    Verb.MAP_HELPER_ENDED: _("ended somebody's help with the map"),
    Verb.MAP_SUGGESTED: _("suggested something for the map"),
    Verb.MAP_SUGGESTION_ANSWERED: _("answered a suggestion for the map"),
    Verb.MAP_SUGGESTION_REMOVED: _("took back a suggestion for the map"),
    Verb.MAP_EXPORTED: _("made a copy of the map to take away"),
    Verb.MAP_IMPORTED: _("brought a map in"),
    Verb.TIE_ADDED: _("said how a tie came about"),
    Verb.TIE_CHANGED: _("changed how a tie came about"),
    Verb.TIE_REMOVED: _("took a tie out of view"),
    Verb.TIE_RESTORED: _("put a tie back"),
    Verb.TIE_VIEW_GIVEN: _("said who did what in a tie"),
    Verb.TIE_SHARED: _("changed who can see how a tie came about"),
    Verb.READINESS_GIVEN: _("said how ready they feel to meet people"),
    Verb.READINESS_REMOVED: _("took back how ready they feel"),
    Verb.READINESS_RESTORED: _("put back how ready they feel"),
    Verb.READINESS_SHARED: _("changed who can see how ready they feel"),
    Verb.EXPLAINED_ANSWERED: _("answered whether connecting work was explained"),
    Verb.EXPLAINED_REMOVED: _("took back whether connecting work was explained"),
    Verb.EXPLAINED_SHARED: _("changed who can see whether connecting work was explained"),
    Verb.CONNECTING_LOGGED: _("logged a step of connecting"),
    Verb.CONNECTING_CHANGED: _("changed a step of connecting"),
    Verb.CONNECTING_SHARED: _("changed who can see a step of connecting"),
    Verb.CONNECTING_REMOVED: _("took a step of connecting out of view"),
    Verb.CONNECTING_RESTORED: _("put a step of connecting back"),
    Verb.INTEREST_GIVEN: _("said whether something nearby is for them"),
    Verb.INTEREST_REMOVED: _("took back whether something nearby is for them"),
    Verb.INTEREST_SHARED: _("changed who can see whether something nearby is for them"),
    Verb.STEP_LABEL_SET: _("worded a step of connecting for this service"),
    Verb.COMMUNITY_WORK_KEPT: _("kept what the team did in its community"),
    Verb.COMMUNITY_WORK_CHANGED: _("changed what the team did in its community"),
    Verb.COMMUNITY_WORK_REMOVED: _("took back what the team did in its community"),
    Verb.PRACTICE_CHECKED: _("rated how the team connects with its community"),
    Verb.PRACTICE_CHANGED: _("changed a rating of how the team connects with its community"),
    Verb.LOCAL_KNOWLEDGE_ADDED: _("added what is known of a place"),
    Verb.LOCAL_KNOWLEDGE_CHANGED: _("changed what is known of a place"),
    Verb.LOCAL_KNOWLEDGE_CONFIRMED: _("confirmed what is known of a place"),
    Verb.DIRECTORY_IMPORTED: _("brought the directory in"),
    Verb.DIRECTORY_CHANGED: _("changed how the directory is kept"),
    Verb.RECORDING_RULE_SET: _("set what peer workers may write down"),
    Verb.RECORDING_RULE_TOLD: _("showed the rule about what peer workers may write down"),
    Verb.PEER_SETTINGS_CHANGED: _("changed when a door counts as quiet"),
    Verb.DOOR_CHANGED: _("changed the door: open, paused, or moved on"),
    Verb.DOOR_RETURNED: _("came back"),
    Verb.APPROACH_KEPT: _("kept that the person came of their own"),
    Verb.APPROACH_SEEN_TO: _("saw to somebody who came back"),
    Verb.ATTEMPT_KEPT: _("kept that contact was tried or took place"),
    Verb.ATTEMPT_CHANGED: _("changed what was kept of a contact"),
    Verb.ATTEMPT_SHARED: _("changed who can see a contact"),
    Verb.ATTEMPT_REMOVED: _("took a contact out of view"),
    Verb.ATTEMPT_RESTORED: _("put a contact back"),
    Verb.FOLLOWED_UP: _("followed up in a friendly way"),
    Verb.INTRODUCTION_KEPT: _("kept an introduction"),
    Verb.INTRODUCTION_CHANGED: _("changed what is known of an introduction"),
    Verb.INTRODUCTION_RATED: _("said how an introduction was"),
    Verb.INTRODUCTION_SHARED: _("changed who can see an introduction"),
    Verb.INTRODUCTION_REMOVED: _("took an introduction out of view"),
    Verb.INTRODUCTION_RESTORED: _("put an introduction back"),
    Verb.FIRST_FACE_KEPT: _("kept who met the person first"),
    Verb.FIRST_FACE_ANSWERED: _("said how the first meeting was"),
    Verb.NOTE_PROPOSED: _("proposed a note by two"),
    Verb.NOTE_REWORDED: _("changed the words of a note by two"),
    Verb.NOTE_AGREED: _("agreed to a note by two"),
    Verb.NOTE_TAKEN_BACK: _("took a note by two back from view"),
    Verb.NOTE_SHARED: _("changed who can see a note by two"),
    Verb.NOTE_REMOVED: _("took a note by two out of view"),
    Verb.NOTE_RESTORED: _("put a note by two back"),
    Verb.SAFETY_SHARED: _("passed something on for safety"),
    Verb.SAFETY_WITHHELD: _("withheld, for a time, what was passed on for safety"),
    Verb.SAFETY_REVIEWED: _("looked again at what was withheld"),
    Verb.PEER_WISH_SET: _("said whether they would like a peer worker"),
    Verb.PEER_PROFILE_SET: _("said what people may know of them as a peer worker"),
    Verb.MATCH_PROPOSED: _("proposed a peer worker"),
    Verb.MATCH_CLOSED: _("closed a proposal of a peer worker"),
    Verb.CHANNEL_SWITCHED: _("switched messages between meetings on or off"),
    Verb.ANSWERING_HOURS_SET: _("set when they answer messages"),
    Verb.SUPERVISION_STARTED: _("named a peer supervisor"),
    Verb.SUPERVISION_ENDED: _("ended a peer supervisor's place"),
    Verb.SUPERVISION_ITEM_KEPT: _("kept something for supervision"),
    Verb.PEER_SUPPORT_RATED: _("said how true peer support is to its principles"),
    Verb.COMPETING_END_KEPT: _("kept that somebody died or moved away"),
}


def sentence(verb: str) -> str:
    """Return the words for a verb, in the reader's language."""
    return str(SENTENCES[Verb(verb)])
