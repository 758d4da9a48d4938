"""What the record says of the analysis. A reflexive study is spoken of in the words that fit it."""

from __future__ import annotations

from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords import __version__
from ownwords.inquiry.method.reporting.facts import Fact
from ownwords.inquiry.models import CodeOrigin, MemoKind, Method
from ownwords.inquiry.presenters.checklist_people import Facts, counted, decided
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.presenters.steps import SENTENCES
from ownwords.inquiry.queries.checklist_gathered import Gathered


def reflexive(of: Gathered, at: Places) -> Facts:
    """COREQ 8: that there are notes; what they say, people choose to print or not."""
    n = of.analysis.memos[MemoKind.REFLEXIVE]
    words = ngettext("%(num)s reflexive note is kept.", "%(num)s reflexive notes are kept.", n) % {"num": n}
    return [
        Fact(
            words if n else _("No reflexive note is kept."),
            at("memos", query="kind=reflexive"),
            missing=not n,
        )
    ]


def method(of: Gathered, at: Places) -> Facts:
    """COREQ 9."""
    found = [Fact(f"{of.study.get_method_display()}.", at("study"))] if of.study.method != Method.OWN else []
    return found + ([Fact(of.study.method_words, at("study"))] if of.study.method_words else [])


def saturation(of: Gathered, at: Places) -> Facts:
    """COREQ 22. In a reflexive study saturation does not belong: what is asked is when there was enough."""
    if of.study.method == Method.REFLEXIVE:
        return _enough(of, at)
    found = []
    for name, day, why in of.analysis.judged:
        values = {"name": name, "day": date_format(day, "j F Y") if day else "", "why": why}
        found.append(
            Fact(_("“%(name)s” was judged saturated on %(day)s: %(why)s") % values, at("categories"))
        )
    if n := of.analysis.on_saturation:
        words = ngettext("%(num)s memo speaks of saturation.", "%(num)s memos speak of saturation.", n)
        found.append(Fact(words % {"num": n}, at("memos")))
    return found or [
        Fact(
            _("No memo speaks of saturation, and no category was judged saturated."),
            at("saturation"),
            missing=True,
        )
    ]


def _enough(of: Gathered, at: Places) -> Facts:
    words = _("The study is reflexive: meaning is made, not used up, so saturation is not its measure.")
    missing = Fact(_("How the team decided that there was enough is not kept."), missing=True)
    return [Fact(words, at("study")), *(decided(of, at) or [missing])]


def coders(of: Gathered, at: Places) -> Facts:
    """COREQ 24. In a reflexive study a second coder adds a reading and checks none."""
    if not of.analysis.coders:
        return [Fact(_("Nobody has coded yet."), at("coding"), missing=True)]
    n = len(of.analysis.coders)
    who = counted(Counter(dict(of.analysis.coders)))
    words = ngettext("%(num)s person coded: %(who)s passages.", "%(num)s people coded: %(who)s passages.", n)
    found = [Fact(words % {"num": n, "who": who}, at("passages"))]
    if of.study.method == Method.REFLEXIVE and n > 1:
        found.append(Fact(_("More people coded to see more, not to agree: no coefficient is reported.")))
    return found


def tree(of: Gathered, at: Places) -> Facts:
    """COREQ 25."""
    shown = of.analysis.tree
    if not shown:
        return [Fact(_("There is no code yet."), at("codes"), missing=True)]
    levels = max(one.depth for one in shown) + 1
    said = (
        ngettext("%(num)s code", "%(num)s codes", len(shown)) % {"num": len(shown)},
        _("%(num)s at the top") % {"num": sum(not one.depth for one in shown)},
        ngettext("in %(num)s level", "in %(num)s levels", levels) % {"num": levels},
    )
    return [Fact(", ".join(said) + ".", at("codes"))]


def origins(of: Gathered, at: Places) -> Facts:
    """COREQ 26."""
    if not of.analysis.tree:
        return [Fact(_("There is no code yet."), at("codes"), missing=True)]
    named = Counter({str(CodeOrigin(one).label): n for one, n in of.analysis.origins.items()})
    return [Fact(_("Where the codes come from: %(origins)s.") % {"origins": counted(named)}, at("codes"))]


def software(of: Gathered, at: Places) -> Facts:
    """COREQ 27."""
    return [Fact(_("Ownwords, version %(version)s.") % {"version": __version__})]


def analysed(of: Gathered, at: Places) -> Facts:
    """SRQR 14: stages, themes, and how the codebook changed."""
    found = []
    for name, day in of.analysis.stages:
        began = (
            _("began on %(day)s") % {"day": date_format(day, "j F Y")}
            if day
            else _("when it began is not said")
        )
        found.append(Fact(_("Stage “%(name)s”: %(began)s.") % {"name": name, "began": began}, at("stages")))
    if of.analysis.changes and of.analysis.first_change and of.analysis.last_change:
        values = {
            "first": date_format(of.analysis.first_change, "j F Y"),
            "last": date_format(of.analysis.last_change, "j F Y"),
            "what": counted(Counter({str(SENTENCES[did]): n for did, n in of.analysis.changes.items()})),
        }
        found.append(
            Fact(
                _("Changes of the codebook from %(first)s to %(last)s, how often somebody: %(what)s.")
                % values,
                at("report_trail"),
            )
        )
    if n := len(of.themes):
        words = ngettext(
            "%(num)s theme was made of these codes.", "%(num)s themes were made of these codes.", n
        )
        return [*found, Fact(words % {"num": n}, at("themes"))]
    return [*found, Fact(_("There is no theme yet."), at("themes"), missing=True)]
