"""What a file would bring, in words: how much, what was left blank, what is put differently, what is not taken."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.connections.method.exchange.plans import Plan, Planned, Remark
from ownwords.connections.models import EndedAs, What
from ownwords.connections.presenters.maps import ring_words


def count_lines(plan: Plan) -> list[str]:
    """Return how much a file would bring."""
    items, links = len(plan.items), len(plan.links)
    ended = sum(1 for one in plan.items if one.ended_on)
    lines = [
        ngettext("%(count)s on the map", "%(count)s on the map", items) % {"count": items},
        ngettext("%(count)s link among them", "%(count)s links among them", links) % {"count": links},
    ]
    if ended:
        lines.append(
            ngettext("%(count)s of them is over", "%(count)s of them are over", ended) % {"count": ended}
        )
    if not plan.asked:
        lines.append(_("The file does not say whether any know each other; that stays not asked."))
    return lines


def unstated_lines(plan: Plan) -> list[str]:
    """Return what was left blank, and for how many; blank stays not stated."""
    names = {
        "what": _("what it is: not stated for %(count)s"),
        "kinds": _("how you know each other: not stated for %(count)s"),
        "ring": _("the ring: not stated for %(count)s, who come in not placed"),
        "effect": _("whether it helps or harms: not stated for %(count)s"),
        "gives": _("whether it gives something: not stated for %(count)s"),
        "takes": _("whether it is given something: not stated for %(count)s"),
    }
    return [words % {"count": plan.unstated[key]} for key, words in names.items() if plan.unstated.get(key)]


def remark_lines(plan: Plan) -> list[str]:
    """Return what is put differently than the file has it, and how often."""
    told = {
        Remark.NO_NAME: _("no name in the file: they come in as “?” (%(count)s)"),
        Remark.NAME_ALTERED: _("names put on one line; of long ones, the whole is in the note (%(count)s)"),
        Remark.KINDS_IN_NOTE: _("kinds that this map does not know: kept as they stand, in the note (%(count)s)"),
        Remark.EFFECT_IN_NOTE: _("words for help or harm that this map does not know: kept in the note (%(count)s)"),
        Remark.ENDED_OTHERWISE: _("other reasons for an ending: “something else”, with the file’s words (%(count)s)"),
        Remark.ENDED_TODAY: _("over, without a day that can be: kept with today’s date (%(count)s)"),
        Remark.LINK_AGAIN: _("links that stand twice: taken once (%(count)s)"),
        Remark.LINK_TO_ITSELF: _("links of one with itself: left out (%(count)s)"),
        Remark.PLACE_WITHOUT_RING: _("a place on a drawing, but no ring: no ring is guessed (%(count)s)"),
    }  # fmt: skip
    return [told[key] % {"count": count} for key, count in plan.remarks.items() if count]


def planned_words(one: Planned) -> str:
    """Return where one item would stand."""
    if one.ended_on:
        return _("over: %(why)s") % {"why": EndedAs(one.ended_as).label}
    what = str(What(one.what).label) if one.what else ""
    return ", ".join(part for part in (what, ring_words(one.ring)) if part)
