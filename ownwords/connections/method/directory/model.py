"""What is read from a directory: a service with its organisation, places, times, costs and ways to reach it.

Field names are those of Open Referral, so that what was read can be written as a record again and read once more.
Texts are plain: no HTML, no control signs. ``extra`` keeps fields that nobody here knows, as they came.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ownwords.connections.method.times import Rule

STATUSES = ("active", "inactive", "defunct", "temporarily closed")
NOT_SUGGESTED = ("inactive", "defunct", "temporarily closed")
"""Such a service is not suggested, and stays where somebody already has it (connecting R19)."""

Extra = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to ring."""

    number: str
    extension: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody, or an office, to ask for."""

    name: str = ""
    title: str = ""
    department: str = ""
    email: str = ""
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a list of kinds: what it says, its code, and which list it is from."""

    name: str
    code: str = ""
    taxonomy: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """One price. ``amount`` is in the feed's currency; 0 is a price, None is not stated."""

    option: str = ""
    amount: float | None = None
    currency: str = ""
    amount_description: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """What a place or a service says about getting in and getting about."""

    description: str = ""
    details: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """Where somebody has to live for a service to be theirs."""

    name: str = ""
    extent: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language in which help is given."""

    name: str = ""
    code: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When it is open: a rule where the feed gives one that can be kept to, and whatever it says beside it.

    ``written`` holds times as the feed wrote them when they could not be read; they are shown, never worked with.
    """

    rule: Rule | None = None
    description: str = ""
    notes: str = ""
    attending_type: str = ""
    schedule_link: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; a sensitive one holds the town and the postcode's district and nothing closer."""

    address_1: str = ""
    address_2: str = ""
    city: str = ""
    region: str = ""
    state_province: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A place. ``latitude`` and ``longitude`` are degrees (WGS 84), both or neither; never those of a sensitive one."""

    kind: str = ""
    name: str = ""
    description: str = ""
    transportation: str = ""
    latitude: float | None = None
    longitude: float | None = None
    url: str = ""
    identifier: str = ""
    identifier_type: str = ""
    sensitive: bool = False
    addresses: tuple[Address, ...] = ()
    accessibility: tuple[Access, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    phones: tuple[Phone, ...] = ()
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who runs it."""

    id: str = ""
    name: str = ""
    description: str = ""
    email: str = ""
    website: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Service:
    """One service. ``status`` is one of STATUSES, or nothing where the feed does not say."""

    id: str
    name: str
    status: str = ""
    alternate_name: str = ""
    description: str = ""
    url: str = ""
    email: str = ""
    organization: Organisation | None = None
    fees_description: str = ""
    eligibility_description: str = ""
    application_process: str = ""
    wait_time: str = ""
    interpretation_services: str = ""
    accreditations: str = ""
    alert: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    assured_date: date | None = None
    last_modified: date | None = None
    phones: tuple[Phone, ...] = ()
    contacts: tuple[Contact, ...] = ()
    terms: tuple[Term, ...] = ()
    cost_options: tuple[Cost, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    locations: tuple[Location, ...] = ()
    accessibility: tuple[Access, ...] = ()
    service_areas: tuple[Area, ...] = ()
    languages: tuple[Language, ...] = ()
    extra: Extra = field(default_factory=dict)

    @property
    def suggested(self) -> bool:
        """Whether it may be suggested to somebody new."""
        return self.status not in NOT_SUGGESTED
