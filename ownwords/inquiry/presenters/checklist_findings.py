"""What the record says of quotations, shares, checking back, and what makes a study trustworthy."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.checking_back.results import OfGroup, OfRound
from ownwords.inquiry.method.reporting.facts import Fact
from ownwords.inquiry.models import Puts, SourceKind, Stands
from ownwords.inquiry.presenters.checklist_people import Facts
from ownwords.inquiry.presenters.findings import carried_words
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.queries.checklist_gathered import Gathered


def quotations(of: Gathered, at: Places) -> Facts:
    """COREQ 29, SRQR 17: how many of how many people; what may not be quoted is said."""
    some = of.to_quote
    if not some.quoted:
        return [Fact(_("No passage that may be quoted is chosen for a theme."), at("themes"), missing=True)]
    words = ngettext(
        "%(num)s passage is quoted, of %(people)s participants, each with the number of the participant.",
        "%(num)s passages are quoted, of %(people)s participants, each with the number of the participant.",
        some.quoted,
    )
    found = [Fact(words % {"num": some.quoted, "people": some.people}, at("report", part="findings"))]
    if n := some.not_agreed + some.nobody_known:
        words = ngettext(
            "%(num)s passage is chosen and not quoted, for want of somebody’s agreement.",
            "%(num)s passages are chosen and not quoted, for want of somebody’s agreement.",
            n,
        )
        found.append(Fact(words % {"num": n}, at("report", part="findings")))
    if n := some.empty:
        words = ngettext(
            "%(num)s chosen passage was struck out or withdrawn.",
            "%(num)s chosen passages were struck out or withdrawn.",
            n,
        )
        found.append(Fact(words % {"num": n}, at("themes")))
    return found


def shares(of: Gathered, at: Places) -> Facts:
    """COREQ 32: how many people each theme rests on, and what speaks against it."""
    if not of.themes:
        return [Fact(_("There is no theme yet."), at("themes"), missing=True)]
    found = []
    for one in of.themes:
        against = sum(e.stands == Stands.AGAINST and not e.empty for e in one.extracts)
        values = {
            "theme": one.theme.name,
            "share": carried_words(of.shares[one.theme.id]) or _("found in nobody’s words"),
            "against": against,
        }
        words = ngettext(
            "%(theme)s: %(share)s; %(against)s passage against it.",
            "%(theme)s: %(share)s; %(against)s passages against it.",
            against,
        )
        found.append(Fact(words % values, at("theme", one.theme.id)))
    if not of.to_quote.against:
        found.append(Fact(_("No passage is chosen that speaks against a theme."), at("themes"), missing=True))
    return found


def _round(one: OfRound, said: Iterable[str], at: Places) -> Fact:
    """Return a round in a sentence, each group by itself; something is missing where nobody was asked in it."""
    day = date_format(one.opened_on, "j F Y") if one.opened_on else ""
    values = {"title": one.title, "day": day, "groups": "; ".join(said) or _("nobody was asked")}
    words = _("“%(title)s”, opened on %(day)s. %(groups)s.") % values
    asked = any(group.asked for put in one.findings for group in put.groups)
    asked = asked or any(group.asked for group in one.own_words)
    return Fact(words, at("round_results", one.round_id) or at("round", one.round_id), missing=not asked)


def returned(of: Gathered, at: Places) -> Facts:
    """COREQ 23."""
    words = _(
        "%(name)s: %(asked)s asked, %(read)s opened it; comments %(commented)s, added %(added)s, struck out %(struck)s"
    )
    found = [
        _round(
            one, (words % {name: getattr(own, name) for name in own.__slots__} for own in one.own_words), at
        )
        for one in of.rounds
        if one.puts == Puts.WORDS
    ]
    return found or [Fact(_("No text was put before those who speak in it."), at("rounds"), missing=True)]


def checked(of: Gathered, at: Places) -> Facts:
    """COREQ 28: of each group apart how many were asked, and how many answered at least one finding."""
    found = [_round(one, _answered(one), at) for one in of.rounds if one.puts == Puts.FINDINGS]
    return found or [Fact(_("The findings were not put to anybody."), at("rounds"), missing=True)]


def _answered(one: OfRound) -> Iterable[str]:
    groups: dict[str, list[OfGroup]] = {}
    for put in one.findings:
        for group in put.groups:
            groups.setdefault(group.name, []).append(group)
    for name, rows in groups.items():
        who = {said.respondent_id for row in rows for said in row.said}
        values = {"group": name, "answered": len(who), "asked": max(row.asked for row in rows)}
        yield _("%(group)s: %(answered)s of %(asked)s answered") % values


def processed(of: Gathered, at: Places) -> Facts:
    """SRQR 13."""
    found = [
        Fact(
            _(
                "Participants are named by pseudonym. Who stands behind one is kept apart, and in no report or export."
            ),
            at("participants"),
        )
    ]
    if n := of.analysis.corrected:
        words = ngettext(
            "%(num)s text was corrected after it came in; every version is kept, but for words struck out.",
            "%(num)s texts were corrected after they came in; every version is kept, but for words struck out.",
            n,
        )
        found.append(Fact(words % {"num": n}, at("texts")))
    return [
        *found,
        Fact(_("Who transcribed, and how the recordings are kept, is not kept here."), missing=True),
    ]


def trust(of: Gathered, at: Places) -> Facts:
    """SRQR 15: the audit trail."""
    n = of.analysis.steps
    words = ngettext("An audit trail is kept: %(num)s step.", "An audit trail is kept: %(num)s steps.", n) % {
        "num": n
    }
    return [Fact(words, at("report_trail"), missing=not n)]


def first_synthesis(of: Gathered, at: Places) -> Facts:
    """Element 2 of a narrative synthesis: documents, tables, and codes brought together in themes."""
    n = len(of.sessions.of_kind(SourceKind.DOCUMENT))
    if not n:
        return [Fact(_("No document is kept."), at("texts"), missing=True)]
    found = [
        Fact(
            ngettext("%(num)s document is kept.", "%(num)s documents are kept.", n) % {"num": n}, at("texts")
        )
    ]
    if tables := len(of.analysis.charts):
        words = ngettext(
            "%(num)s table of summaries is kept.", "%(num)s tables of summaries are kept.", tables
        )
        found.append(Fact(words % {"num": tables}, at("charts")))
    themes = len(of.themes)
    words = ngettext(
        "Their findings were translated into %(num)s theme.",
        "Their findings were translated into %(num)s themes.",
        themes,
    )
    return [*found, Fact(words % {"num": themes}, at("themes"), missing=not themes)]


def relationships(of: Gathered, at: Places) -> Facts:
    """Element 3: the map of themes, and how many documents each rests on."""
    if not of.themes:
        return [Fact(_("There is no theme yet."), at("themes"), missing=True)]
    return [
        Fact(_("A map of the themes and their codes stands in the report."), at("theme_map") or at("themes")),
        *shares(of, at),
    ]


def robust(of: Gathered, at: Places) -> Facts:
    """Element 4: what those who know said back."""
    return [*checked(of, at), *([trust(of, at)[0]] if of.analysis.steps else [])]
