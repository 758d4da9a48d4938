"""What a step did, as a sentence behind somebody's name. Every word that an action gives a step stands here."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

SENTENCES = {
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
}


def sentence(did: str) -> str:
    """Return the words for a step. Raises KeyError for one that has none, so that a test finds it."""
    return gettext(str(SENTENCES[did]))
