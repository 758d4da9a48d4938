"""The parts of a record that can be looked at, each with the words a person reads on "Who has looked"."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PARTS: dict[str, str | Promise] = {
    "record": _("the record as a whole"),
    "details": _("name, contact wishes and needs"),
    "beside": _("who stands beside you"),
    "meaning": _("what recovery means to me"),
    "values": _("values and treatment preferences"),
    "story": _("life story"),
    "strengths": _("strengths"),
    "goals": _("goals"),
    "goal": _("one goal"),
    "conversations": _("conversations"),
    "conversation": _("one conversation"),
    "visit": _("a visit"),
    "plan": _("the plan"),
    "plan_copy": _("a copy of the plan to take away"),
    "timeline": _("the timeline"),
    "search": _("a search in the record"),
    "entry": _("one entry"),
    "history": _("earlier versions of an entry"),
    "write": _("a form for writing"),
    "sharing": _("who can see an entry"),
    "export": _("a copy of the whole record"),
    "measures": _("lines and measures over the years"),
    "line": _("one line"),
    "measure": _("one standard measure"),
    "schedule": _("when something is looked at again"),
    "list:today": _("the worker's list for today"),
    "list:erasures": _("the list of what somebody asked to have erased"),
    "list:team": _("the team's list of open promises"),
    "list:caseload": _("the list of people the team supports"),
    "list:shared": _("the list of what you share"),
}


def part_words(part: str) -> str:
    """Return the words for a part; a part that is not in the list cannot be logged."""
    return str(PARTS[part])
