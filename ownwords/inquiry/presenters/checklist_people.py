"""What the record says of whom a study looked for, who took part, who left, and what they agreed to."""

from __future__ import annotations

from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.reporting.facts import Fact
from ownwords.inquiry.models import AgreedTo, Paper
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.queries.checklist_gathered import Gathered

Facts = list[Fact]


def counted(of: Counter[str]) -> str:
    """Return words with how often each, the most first: "by letter (8), by phone (2)"."""
    return ", ".join(f"{words} ({n})" for words, n in of.most_common())


def participants(n: int) -> str:
    """Return how many participants, in words."""
    return ngettext("%(num)s participant", "%(num)s participants", n) % {"num": n}


def sampling(of: Gathered, at: Places) -> Facts:
    """COREQ 10: whom the study looked for, and what was decided on the way."""
    found = []
    for group in of.design.groups:
        so_far = group.so_far or 0  # type: ignore[attr-defined]
        words = (
            _("%(whom)s: %(so_far)s of %(wanted)s.")
            % {"whom": group.words, "so_far": so_far, "wanted": group.wanted}
            if group.wanted
            else _("%(whom)s: %(so_far)s, how many was left open.") % {"whom": group.words, "so_far": so_far}
        )
        found.append(Fact(f"{words} {group.reason}".strip(), at("sampling")))
    if not found:
        found.append(Fact(_("No sampling frame is kept."), at("sampling"), missing=True))
    if of.design.groups and (n := of.design.in_no_group):
        words = ngettext(
            "%(num)s participant belongs to none of these.",
            "%(num)s participants belong to none of these.",
            n,
        )
        found.append(Fact(words % {"num": n}, at("participants")))
    return found + decided(of, at)


def decided(of: Gathered, at: Places) -> Facts:
    """How many decisions on whom or what to ask next are kept; nothing where there is none."""
    n = of.design.decisions
    words = ngettext(
        "%(num)s decision on whom or what to ask next is kept.",
        "%(num)s decisions on whom or what to ask next are kept.",
        n,
    )
    return [Fact(words % {"num": n}, at("sampling", part="decisions"))] if n else []


def approached(of: Gathered, at: Places) -> Facts:
    """COREQ 11: what people were given to read, and how they agreed. How they were first spoken to is not kept."""
    found = []
    if n := len(of.design.versions(Paper.INFORMATION)):
        words = ngettext(
            "Information for participants is kept, in %(num)s version.",
            "Information for participants is kept, in %(num)s versions.",
            n,
        )
        found.append(Fact(words % {"num": n}, at("papers")))
    if of.design.how:
        found.append(
            Fact(
                _("How people agreed to take part: %(how)s.") % {"how": counted(of.design.how)},
                at("participants"),
            )
        )
    return [*found, Fact(_("How people were first spoken to is not kept."), missing=True)]


def how_many(of: Gathered, at: Places) -> Facts:
    """COREQ 12: who did not withdraw, and did not say no to taking part."""
    if not of.design.people:
        return [Fact(_("No participant is kept."), at("participants"), missing=True)]
    n = len(of.design.there) - of.design.agreed[AgreedTo.PART][1]
    return [
        Fact(
            ngettext("%(num)s participant takes part.", "%(num)s participants take part.", n) % {"num": n},
            at("participants"),
        )
    ]


def left(of: Gathered, at: Places) -> Facts:
    """COREQ 13: who withdrew, and who said no. Nobody is asked why."""
    if not of.design.people:
        return [Fact(_("No participant is kept."), at("participants"), missing=True)]
    gone, no = of.design.left, of.design.agreed[AgreedTo.PART][1]
    found = []
    if gone:
        days = ", ".join(date_format(one.withdrew_on, "j F Y") for one in gone if one.withdrew_on)
        words = ngettext(
            "%(num)s participant withdrew (%(days)s); their words were taken out.",
            "%(num)s participants withdrew (%(days)s); their words were taken out.",
            len(gone),
        )
        found.append(Fact(words % {"num": len(gone), "days": days}, at("participants")))
    else:
        found.append(Fact(_("Nobody withdrew."), at("participants")))
    if no:
        words = ngettext(
            "%(num)s person who was asked did not agree to take part.",
            "%(num)s people who were asked did not agree to take part.",
            no,
        )
        found.append(Fact(words % {"num": no}, at("participants")))
    if gone or no:
        found.append(Fact(_("Why is not kept: nobody has to say."), missing=True))
    return found


def described(of: Gathered, at: Places) -> Facts:
    """COREQ 16: what may be shown of people without singling anybody out."""
    shown = {name for one in of.design.there for name, _value in one.beside}
    if not shown:
        return [
            Fact(
                _(
                    "Nothing that describes participants can be shown: nothing is kept, or too few people share it."
                ),
                at("attributes"),
                missing=True,
            )
        ]
    names = ", ".join(dict.fromkeys(name for one in of.design.there for name, _value in one.beside))
    words = _(
        "Participants are described by: %(names)s. A value is shown where at least %(fewest)s people share it."
    )
    return [Fact(words % {"names": names, "fewest": of.study.fewest_alike}, at("participants"))]


def ethics(of: Gathered, at: Places) -> Facts:
    """SRQR 9."""
    found = [
        Fact(
            _("Reference of the ethics approval: %(reference)s.") % {"reference": of.study.ethics_reference},
            at("study"),
        )
        if of.study.ethics_reference
        else Fact(_("No reference of an ethics approval is kept."), at("study"), missing=True)
    ]
    there = len(of.design.there)
    for to in AgreedTo:
        yes, no = of.design.agreed[to]
        if yes or no:
            found.append(Fact(_agreed(str(to.label), yes, no, there - yes - no), at("participants")))
    if len(found) == 1 and there:
        found.append(Fact(_("What participants agreed to is not kept."), at("participants"), missing=True))
    return found


def _agreed(to: str, yes: int, no: int, without: int) -> str:
    """Return how many agreed to something; who did not, and of whom nothing is kept, only where there is somebody."""
    told = [_("Asked about %(to)s, %(yes)s agreed") % {"to": to, "yes": yes}]
    if no:
        told.append(_("%(no)s did not") % {"no": no})
    if without:
        told.append(_("of %(without)s no answer is kept") % {"without": without})
    return ", ".join(told) + "."
