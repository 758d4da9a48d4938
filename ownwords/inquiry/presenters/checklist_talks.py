"""What the record says of talks and documents."""

from __future__ import annotations

from collections import Counter
from statistics import median

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.reporting.facts import Fact
from ownwords.inquiry.models import Paper, SourceKind
from ownwords.inquiry.presenters.checklist_people import Facts, counted
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.queries.checklist_gathered import Gathered


def talks(n: int) -> str:
    """Return how many talks, in words."""
    return ngettext("%(num)s talk", "%(num)s talks", n) % {"num": n}


def _none(at: Places) -> Facts:
    return [Fact(_("No interview or focus group is kept."), at("texts"), missing=True)]


def _unsaid(n: int, what: str, at: Places) -> Facts:
    """Return that some talks do not say it."""
    return [Fact(f"{talks(n)}: {what}", at("texts"), missing=True)] if n else []


def who_led(of: Gathered, at: Places) -> Facts:
    """COREQ 1."""
    if not of.sessions.talks:
        return _none(at)
    found = (
        [Fact(_("Led by %(who)s.") % {"who": counted(of.sessions.led)}, at("texts"))]
        if of.sessions.led
        else []
    )
    return found + _unsaid(of.sessions.unled, _("who led is not said."), at)


def places(of: Gathered, at: Places) -> Facts:
    """COREQ 14."""
    if not of.sessions.talks:
        return _none(at)
    said = Counter(one.place for one in of.sessions.talks if one.place)
    found = [Fact(_("Held at: %(where)s.") % {"where": counted(said)}, at("texts"))] if said else []
    return found + _unsaid(len(of.sessions.talks) - said.total(), _("where is not said."), at)


def others_present(of: Gathered, at: Places) -> Facts:
    """COREQ 15: what others there were, not their names."""
    if not of.sessions.talks:
        return _none(at)
    if not of.sessions.with_others:
        return [Fact(_("Nobody else is named as present in any talk."), at("texts"))]
    what = Counter({one or _("not said who"): n for one, n in of.sessions.others.items()})
    values = {"talks": talks(of.sessions.with_others), "who": counted(what)}
    return [Fact(_("Others were present in %(talks)s: %(who)s.") % values, at("texts"))]


def guide(of: Gathered, at: Places) -> Facts:
    """COREQ 17, SRQR 11: the versions of the guide, why each is different, and whether it was tried out."""
    versions = of.design.versions(Paper.GUIDE)
    if not versions:
        return [Fact(_("No guide is kept."), at("papers"), missing=True)]
    found = []
    for one in versions:
        tried = {
            True: _("tried out before use"),
            False: _("not tried out"),
            None: _("whether it was tried out is not said"),
        }
        values = {"number": one.number, "day": date_format(one.dated, "j F Y"), "tried": tried[one.piloted]}
        words = _("Guide, version %(number)s of %(day)s, %(tried)s.") % values
        found.append(Fact(f"{words} {one.why}".strip(), at("papers"), missing=False))
    if all(one.piloted is None for one in versions):
        found.append(Fact(_("Whether the guide was tried out is not said."), at("papers"), missing=True))
    return found


def repeats(of: Gathered, at: Places) -> Facts:
    """COREQ 18."""
    if not of.sessions.talks:
        return _none(at)
    if not of.sessions.often:
        return [Fact(_("Nobody speaks in more than one talk."), at("participants"))]
    words = ngettext(
        "%(num)s participant speaks in more than one talk.",
        "%(num)s participants speak in more than one talk.",
        of.sessions.often.total(),
    )
    return [Fact(words % {"num": of.sessions.often.total()}, at("participants"))]


def recorded(of: Gathered, at: Places) -> Facts:
    """COREQ 19, SRQR 11."""
    if not of.sessions.talks:
        return _none(at)
    said = Counter(one.recorded_how for one in of.sessions.talks if one.recorded_how)
    found = [Fact(_("Recorded: %(how)s.") % {"how": counted(said)}, at("texts"))] if said else []
    return found + _unsaid(len(of.sessions.talks) - said.total(), _("how it was recorded is not said."), at)


def field_notes(of: Gathered, at: Places) -> Facts:
    """COREQ 20."""
    n = len(of.sessions.of_kind(SourceKind.NOTE))
    words = ngettext("%(num)s field note is kept as a text.", "%(num)s field notes are kept as texts.", n) % {
        "num": n
    }
    return [Fact(words if n else _("No field note is kept as a text."), at("texts"), missing=not n)]


def lengths(of: Gathered, at: Places) -> Facts:
    """COREQ 21."""
    if not of.sessions.talks:
        return _none(at)
    said = [one.minutes for one in of.sessions.talks if one.minutes]
    found = []
    if said:
        values = {
            "least": min(said),
            "most": max(said),
            "middle": f"{median(said):g}",
            "talks": talks(len(said)),
        }
        found.append(
            Fact(_("%(least)s to %(most)s minutes, median %(middle)s (%(talks)s).") % values, at("texts"))
        )
    return found + _unsaid(len(of.sessions.talks) - len(said), _("how long it took is not said."), at)


def collected(of: Gathered, at: Places) -> Facts:
    """SRQR 10: kinds, first and last day, what was changed on the way."""
    found = units(of, at)
    if days := of.sessions.days:
        values = {"first": date_format(days[0], "j F Y"), "last": date_format(days[-1], "j F Y")}
        found.append(Fact(_("Held from %(first)s to %(last)s.") % values, at("texts")))
    found += _unsaid(len(of.sessions.talks) - len(days), _("when is not said."), at)
    changed = [one for one in of.design.versions(Paper.GUIDE) if one.number > 1]
    for one in changed:
        values = {"number": str(one.number), "why": one.why}
        found.append(Fact(_("The guide was changed (version %(number)s): %(why)s") % values, at("papers")))
    return found


def units(of: Gathered, at: Places) -> Facts:
    """SRQR 12: how many texts of each kind."""
    kinds = Counter(str(SourceKind(one.kind).label) for one in of.sessions.texts)
    if not kinds:
        return [Fact(_("No text is kept."), at("texts"), missing=True)]
    return [Fact(_("Texts: %(kinds)s.") % {"kinds": counted(kinds)}, at("texts"))]
