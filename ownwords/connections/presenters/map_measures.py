"""Measures of somebody's own map in plain sentences: no target, no grade, no label of a type (connecting R16, R17)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.connections.method import network
from ownwords.connections.method.network import Alter, Figure, PersonalMap, Why
from ownwords.connections.models import MapItem, Relation, What
from ownwords.connections.queries.maps import MapNow

FAMILY = frozenset({Relation.FAMILY, Relation.PARTNER})
SERVICE = frozenset({Relation.SERVICE})
COMMUNITY = frozenset({Relation.NEIGHBOUR, Relation.COMMUNITY, Relation.FAITH})


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure: its name, its value in words, and what it rests on."""

    name: str
    value: str
    note: str = ""


def as_network(now: MapNow) -> PersonalMap:
    """Return the map in the shape that the measures take."""
    asked = now.asked is not None and now.asked.links_asked_on is not None
    ties = tuple((str(one), str(other)) for one, other in now.links)
    return PersonalMap(tuple(_alter(item) for item in now.items), ties, links_asked=asked)


def _alter(item: MapItem) -> Alter:
    return Alter(
        id=str(item.id),
        what=network.What(item.what) if item.what else None,
        kinds=tuple(item.relations),
        ring=item.ring,
        gives=item.gives_me,
        takes=item.i_give,
    )


def measures_of(now: MapNow) -> list[Measured]:
    """Return every measure of a map, in the order in which they are read."""
    of = as_network(now)
    shares = [
        (_("Family"), FAMILY),
        (_("Neighbours, faith, and what you both go to"), COMMUNITY),
        (_("Paid to be there, or a service"), SERVICE),
    ]
    return [
        Measured(_("How much stands on the map"), str(network.size(of)), _sizes(of)),
        Measured(_("How close, on average"), _closeness(network.mean_closeness(of)), _missing_rings(of)),
        *[Measured(name, _part(network.share(of, kinds)), _missing_kinds(of)) for name, kinds in shares],
        _ways(of),
        _outside(of),
        Measured(
            _("You give each other something"),
            _part(network.reciprocity(of)),
            _rests_on(network.reciprocity(of)),
        ),
        Measured(_("Of all links there could be among them, there are"), _part(network.density(of))),
        Measured(_("Linked to nobody else on the map"), _count(network.isolates(of))),
        Measured(_("Separate clusters"), _count(network.components(of))),
    ]


def _ways(of: PersonalMap) -> Measured:
    """How many kinds of relation there are, and how evenly they are spread."""
    spread = network.diversity(of)
    name = _("In how many different ways you know them")
    if spread.value is None:
        return Measured(name, _part(spread))
    told = _("How evenly (Shannon entropy): %(value)s. With one way alone it is 0.")
    return Measured(name, str(network.kinds_present(of)), told % {"value": _decimal(spread.value)})


def _outside(of: PersonalMap) -> Measured:
    """Ties outside services against those within: the E-I index."""
    found = network.external_internal(of, SERVICE)
    name = _("Outside services, against within")
    if found.value is None:
        return Measured(name, _part(found))
    told = _("The E–I index: 1 where nothing is a service, −1 where everything is.")
    return Measured(name, _decimal(found.value), told)


def _decimal(value: float) -> str:
    return number_format(Decimal(value).quantize(Decimal("0.1")) + 0, decimal_pos=1)


def why_words(why: Why) -> str:
    """Return in words why a measure has no value; none of them means nought."""
    words = {
        Why.NOT_DEFINED: _("not defined: there is too little on the map for it"),
        Why.NOT_ASKED: _("not asked"),
        Why.NOT_ANSWERED: _("none answered"),
    }
    return words[why]


def _part(figure: Figure) -> str:
    if figure.value is None or figure.why is not None:
        return why_words(figure.why or Why.NOT_DEFINED)
    return _("%(part)s %%") % {"part": round(100 * figure.value)}


def _count(figure: Figure) -> str:
    if figure.value is None:
        return why_words(figure.why or Why.NOT_DEFINED)
    return str(int(figure.value))


def _closeness(figure: Figure) -> str:
    if figure.value is None:
        return why_words(figure.why or Why.NOT_DEFINED)
    told = _("%(value)s, where 3 is the inner ring and 1 the outer")
    return told % {"value": _decimal(figure.value)}


def _sizes(of: PersonalMap) -> str:
    told = [f"{label}: {network.size(of, network.What(value))}" for value, label in What.choices]
    unsaid = sum(alter.what is None for alter in of.alters)
    return "; ".join([*told, _("not said: %(count)s") % {"count": unsaid}])


def _missing_rings(of: PersonalMap) -> str:
    away = network.mean_closeness(of).missing
    return (
        ngettext("%(count)s is not placed.", "%(count)s are not placed.", away) % {"count": away}
        if away
        else ""
    )


def _missing_kinds(of: PersonalMap) -> str:
    away = sum(not alter.kinds for alter in of.alters)
    told = ngettext(
        "Of %(count)s it is not said how you know them.",
        "Of %(count)s it is not said how you know them.",
        away,
    )
    return told % {"count": away} if away else ""


def _rests_on(figure: Figure) -> str:
    if figure.value is None:
        return ""
    return ngettext(
        "Out of %(count)s where both were said.", "Out of %(count)s where both were said.", figure.counted
    ) % {"count": figure.counted}
