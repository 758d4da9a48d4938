"""What a step did, as a sentence behind somebody's name. Every word that an action gives a step stands here."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "text_brought": _("brought in a text"),
    "text_described": _("said what a text is"),
    "text_removed": _("took a text out of view"),
    "text_corrected": _("corrected a text"),
    "speakers_checked": _("said who speaks in a text"),
    "coded": _("coded a passage"),
    "coded_with_new": _("coded a passage with a new code"),
    "coded_in_vivo": _("coded a passage with its own words"),
    "uncoded": _("took a code off a passage"),
    "passage_moved": _("moved the ends of a passage"),
    "recoded": _("gave a passage another code"),
    "passage_said": _("said more of a passage"),
    "memo_made": _("wrote a memo"),
    "memo_changed": _("changed a memo"),
    "memo_removed": _("took a memo out of view"),
    "memo_restored": _("put a memo back"),
    "code_made": _("made a code"),
    "code_changed": _("changed what a code says"),
    "code_moved": _("moved a code in the tree"),
    "code_removed": _("took a code out of view"),
    "code_restored": _("put a code back"),
    "code_split": _("parted a code"),
    "codes_merged": _("brought codes together"),
    "sampling_group_made": _("said whom the study looks for"),
    "sampling_group_changed": _("changed whom the study looks for"),
    "sampling_group_removed": _("took a group out of those whom the study looks for"),
    "sampling_decision_made": _("decided whom or what to ask next"),
    "sampling_decision_changed": _("changed a decision on whom or what to ask next"),
    "sampling_decision_removed": _("took a decision on whom to ask next out of view"),
    "participant_described": _("described a participant"),
}


def sentence(did: str) -> str:
    """Return the words for a step. Raises KeyError for one that has none, so that a test finds it."""
    return gettext(str(SENTENCES[did]))
