"""A service in words: where, what it costs, how to get in, what people here know, and what is no longer certain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.connections.method.directory.model import Cost, Location, Service
from ownwords.connections.method.directory.services import schedules_of
from ownwords.connections.method.places import rounded_miles
from ownwords.connections.models import (
    DirectoryPlace,
    DirectoryService,
    LocalKnowledge,
    ServiceStatus,
    YesOrNo,
)
from ownwords.connections.presenters.directory_times import TimesShown, next_words, schedule_shown
from ownwords.connections.queries.directory_search import Found

CURRENCIES = {"": "£", "GBP": "£", "EUR": "€", "USD": "$"}


@dataclass(frozen=True, slots=True)
class Card:
    """One service in a list of found ones."""

    id: UUID
    name: str
    organisation: str
    summary: str
    kinds: tuple[str, ...]
    where: str
    far: str
    known: tuple[str, ...]


def card(found: Found, today_before: date) -> Card:
    """Return a found service for the list. `today_before`: what was confirmed before this day is no longer certain."""
    service = found.service
    return Card(
        id=service.id,
        name=service.name,
        organisation=service.organisation,
        summary=service.summary,
        kinds=tuple(service.kinds),
        where=where_words(found.places),
        far=far_words(found),
        known=tuple(_known_briefly(found.local, today_before)),
    )


def where_words(places: tuple[DirectoryPlace, ...]) -> str:
    """Return where a service is, briefly: towns and districts, each once."""
    named = dict.fromkeys(
        " ".join(part for part in (one.town, f"({one.district})" if one.district else "") if part)
        for one in places
    )
    return ", ".join(name for name in named if name)


def far_words(found: Found) -> str:
    """Return how far it is, never closer than half a mile; "about" where only the district is known."""
    if found.miles is None:
        return ""
    miles = rounded_miles(found.miles)
    exact = any(one.exact for one in found.places)
    told = {"miles": f"{miles:g}"}
    words = ngettext("%(miles)s mile away", "%(miles)s miles away", 1 if miles == 1 else 2) % told
    return words if exact else _("about %(far)s, by its postcode district") % {"far": words}


def _known_briefly(local: LocalKnowledge | None, before: date) -> list[str]:
    if local is None:
        return []
    found = []
    if local.turn_up == YesOrNo.YES:
        found.append(_("you can just turn up"))
    if local.step_free == YesOrNo.YES:
        found.append(_("step-free"))
    if found and local.confirmed_on < before:
        found.append(_("not confirmed lately"))
    return found


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """Where it is: lines of the address, how to get there, getting in; ``note`` where the address is not shown."""

    title: str
    lines: tuple[str, ...]
    getting_there: tuple[str, ...]
    getting_in: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ServiceShown:
    """A service for its page."""

    status: str
    times: tuple[TimesShown, ...]
    next: tuple[str, ...]
    places: tuple[PlaceShown, ...]
    costs: tuple[str, ...]
    getting_in: tuple[str, ...]
    phones: tuple[str, ...]
    people: tuple[str, ...]
    languages: tuple[str, ...]
    areas: tuple[str, ...]
    ages: str


def service_shown(row: DirectoryService, read: Service, now: datetime) -> ServiceShown:
    """Return a service for its page, as it stands at a moment in the reader's zone."""
    today = now.date()
    schedules = schedules_of(read)
    rules = [one.rule for one in schedules if one.rule]
    return ServiceShown(
        status=status_words(row),
        times=tuple(schedule_shown(one, today) for one in schedules),
        next=tuple(next_words(rules, now)),
        places=tuple(_place(one) for one in read.locations),
        costs=tuple(_costs(read, today)),
        getting_in=tuple(_texts(read.accessibility)),
        phones=tuple(_phone(one) for one in _all_phones(read)),
        people=tuple(_person(one) for one in read.contacts),
        languages=tuple(one.name or one.code for one in read.languages),
        areas=tuple(one.name for one in read.service_areas),
        ages=_ages(read),
    )


def status_words(row: DirectoryService) -> str:
    """Return what makes a service unfit to be suggested; nothing where nothing does (connecting R19)."""
    if row.gone_at is not None:
        return _("It is no longer in the list that it came from. It may have closed; ring before you go.")
    if row.status in (ServiceStatus.INACTIVE, ServiceStatus.DEFUNCT, ServiceStatus.TEMPORARILY_CLOSED):
        return _("The list says: %(status)s.") % {"status": row.get_status_display()}
    return "" if row.status else _("The list does not say whether it is running. Ring before you go.")


def _all_phones(read: Service) -> list[Any]:
    found = [*read.phones, *(one for place in read.locations for one in place.phones)]
    return list(dict.fromkeys(found))


def _phone(one: Any) -> str:
    number = f"{one.number} {_('extension')} {one.extension}" if one.extension else one.number
    return f"{number} ({one.description})" if one.description else number


def _person(one: Any) -> str:
    words = ", ".join(part for part in (one.name, one.title, one.department, one.email) if part)
    return ", ".join([words, *(_phone(phone) for phone in one.phones)])


def _place(one: Location) -> PlaceShown:
    address = one.addresses[0] if one.addresses else None
    parts = (
        (address.address_1, address.address_2, address.city, address.region, address.postal_code)
        if address
        else ()
    )
    note = ""
    if one.sensitive:
        note = _("The address is kept private. Ring or write, and they will tell you where they are.")
    title = one.name or (_("Online or by phone") if one.kind == "virtual" else "")
    return PlaceShown(
        title,
        tuple(dict.fromkeys(part for part in parts if part)),
        tuple(part for part in (one.transportation, one.description) if part),
        tuple(_texts(one.accessibility)),
        note,
    )


def _texts(rows: tuple[Any, ...]) -> list[str]:
    return [": ".join(part for part in (one.description, one.details) if part) or one.url for one in rows]


def _costs(read: Service, today: date) -> list[str]:
    found = [read.fees_description] if read.fees_description else []
    return found + [_cost(one, today) for one in read.cost_options]


def _cost(one: Cost, today: date) -> str:
    amount = ""
    if one.amount is not None:
        sign = CURRENCIES.get(one.currency.upper())
        figure = f"{one.amount:,.2f}".removesuffix(".00")
        plain = f"{sign}{figure}" if sign else f"{figure} {one.currency}"
        amount = _("free") if one.amount == 0 else plain
    words = " ".join(part for part in (amount, one.amount_description) if part)
    words = ": ".join(part for part in (one.option, words) if part)
    if one.valid_to is not None and one.valid_to < today:
        return _("%(cost)s (not confirmed since %(year)s)") % {"cost": words, "year": one.valid_to.year}
    return words


def _ages(read: Service) -> str:
    low, high = read.minimum_age, read.maximum_age
    if low is not None and high is not None:
        return _("from %(low)s to %(high)s years") % {"low": low, "high": high}
    if low is not None:
        return _("from %(low)s years") % {"low": low}
    return _("up to %(high)s years") % {"high": high} if high is not None else ""


@dataclass(frozen=True, slots=True)
class LocalShown:
    """What people here know of a service: lines of (what, words), whom it is from, and whether it is still certain."""

    lines: tuple[tuple[str, str], ...]
    notes: str
    said_by: str
    said_on: datetime
    confirmed_by: str
    confirmed_on: date
    stale: bool
    version: int


def local_shown(local: Any, names: dict[UUID, str], before: date) -> LocalShown:
    """Return what people here know, with dates and by whom (connecting R19)."""
    labels = dict(YesOrNo.choices)
    lines = [
        (_("Phone"), local.phone),
        (_("Can I just turn up?"), labels.get(local.turn_up, "")),
        (_("Step-free?"), labels.get(local.step_free, "")),
        (_("A quiet time"), local.quiet_time),
        (_("Who to ask for"), local.ask_for),
        (_("What it costs in practice"), local.cost),
    ]
    if local.visited_on:
        who = names.get(local.visited_by_id, "")
        lines.append(
            (_("Last visited"), _("%(day)s, by %(who)s") % {"day": _plain(local.visited_on), "who": who})
        )
    return LocalShown(
        lines=tuple((what, str(words)) for what, words in lines if words),
        notes=local.notes,
        said_by=names.get(local.changed_by_id, ""),
        said_on=local.changed_at,
        confirmed_by=names.get(local.confirmed_by_id, ""),
        confirmed_on=local.confirmed_on,
        stale=local.confirmed_on < before,
        version=local.version,
    )


def _plain(day: date) -> str:
    from django.utils.formats import date_format

    return date_format(day, "j F Y")


def who_wrote(*rows: Any) -> list[tuple[UUID | None, str]]:
    """Return the accounts and roles that stand in rows of local knowledge, for `names_for`."""
    return [
        pair
        for row in rows
        for pair in (
            (row.changed_by_id, row.changed_by_role),
            (row.confirmed_by_id, row.confirmed_by_role),
            (row.visited_by_id, row.visited_by_role),
        )
    ]
