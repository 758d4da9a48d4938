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
    "map": _("the map of connections"),
    "map_copy": _("a dated copy of the map"),
    "ties": _("how ties came about"),
    "connecting": _("steps of connecting"),
    "nearby": _("what is around that might suit"),
    "door": _("the door: stepping back and coming back"),
    "contacts": _("contacts and attempts"),
    "introductions": _("introductions"),
    "notes_by_two": _("notes by two"),
    "safety": _("what was passed on for safety"),
    "messages": _("messages with a peer worker"),
    "peer": _("peer support, and whom you would like"),
    "studies": _("studies that somebody takes part in"),
    "list:walking_beside": _("the peer worker's list of people"),
    "list:follow_ups": _("the list of friendly follow-ups"),
    "list:coming_back": _("the list of people who would like to come back"),
    "list:offers": _("a peer worker's list of proposals"),
    "list:withheld": _("the list of safety shares to look at again"),
    "list:today": _("the worker's list for today"),
    "list:erasures": _("the list of what somebody asked to have erased"),
    "list:team": _("the team's list of open promises"),
    "list:caseload": _("the list of people the team supports"),
    "list:shared": _("the list of what you share"),
}


def part_words(part: str) -> str:
    """Return the words for a part; a part that is not in the list cannot be logged."""
    return str(PARTS[part])
