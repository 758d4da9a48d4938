"""The rows beside entries: where a strength lies, what a preference is about. Checked here, saved with the entry."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.people import rules
from ownwords.people.refusals import Refused
from ownwords.record.method import tools
from ownwords.record.models import Preference, Strength

OWN = "own"


def _keys(choices: Any) -> list[str]:
    return [choice.key for choice in choices]


def strength_columns(
    *,
    domain: str,
    domain_words: str = "",
    time: str = Strength.Time.NOW,
    category: str = "",
    example: str = "",
) -> dict[str, Any]:
    """Return the columns of a strength. Raises Refused for an unknown domain, time or category."""
    sheet = tools.strengths()
    domain = rules.one_of(domain, _keys(sheet.domains), field="domain")
    own = rules.own_words(domain_words, field="domain_words", needed=domain == OWN, most=100)
    return {
        "domain": domain,
        "domain_words": own if domain == OWN else "",
        "time": rules.one_of(time, _keys(sheet.times), field="time"),
        "category": rules.one_of(category, _keys(sheet.categories), field="category", blank=True),
        "example": rules.own_words(example, field="example", needed=False),
    }


def preference_columns(
    *, subject: str, not_wanted: str = "", why: str = "", force: str = "", about: str = ""
) -> dict[str, Any]:
    """Return the columns of a preference. Raises Refused for an unknown subject, or "own" without a word for it."""
    form = tools.values_and_preferences()
    subject = rules.one_of(subject, _keys(form.preference_subjects), field="subject")
    if subject == OWN and not about.strip():
        raise Refused({"about": _("Say what it is about.")})
    return {
        "subject": subject,
        "not_wanted": rules.own_words(not_wanted, field="not_wanted", needed=False),
        "why": rules.own_words(why, field="why", needed=False),
        "force": rules.one_of(force, _keys(form.strengths_of_wish), field="force", blank=True),
    }


def strength_row(**columns: Any) -> Strength:
    """Return a strength's row, not yet saved, for `add_entry`."""
    return Strength(**strength_columns(**columns))


def preference_row(**columns: Any) -> Preference:
    """Return a preference's row, not yet saved, for `add_entry`."""
    return Preference(**preference_columns(**columns))
