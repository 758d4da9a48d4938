"""What an instrument is: its items, scores, rules, thresholds and licence, as frozen data.

A definition is read from TOML by ``ownwords.measures.method.loading``, which refuses one that lacks any of what
stands here without a default. Everything that somebody could doubt carries where it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class LicenceClass(StrEnum):
    """What may be shipped: A the text, B the text in a marked pack that is off by default, C no text at all."""

    A = "A"
    B = "B"
    C = "C"


class Given(StrEnum):
    """How an item was answered. Five different things; only ``ANSWERED`` carries a number, and 0 is a number."""

    ANSWERED = "answered"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    RATHER_NOT = "rather_not"
    NOT_CHOSEN = "not_chosen"


class Combine(StrEnum):
    """How the answers of a score are put together."""

    SUM = "sum"
    MEAN = "mean"
    MEAN_TIMES = "mean_times"  # mean of the answered items times ``factor`` (CORE: 10)
    SUM_TIMES = "sum_times"  # sum times ``factor`` (WHO-5: 4)
    PERCENT = "percent"  # sum of the counted items over the most they could reach, times 100 (INSPIRE)
    CONVERTED = "converted"  # sum looked up in a published table that the site provides (SWEMWBS)
    NONE = "none"  # no sum: a rule of its own (ITQ) or items read one by one (DIALOG treatment, EQ-5D)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from. ``confirmed`` is False for what was recalled or read only second hand."""

    citation: str
    confirmed: bool = True
    note: str = ""
    ours: bool = False  # no publisher's rule was read: this is our own, cautious decision


@dataclass(frozen=True, slots=True)
class Anchor:
    """One answer that can be chosen: its number and, where the licence lets us, its words."""

    value: int
    text: str = ""
    code: str = ""  # LOINC answer code, where known


@dataclass(frozen=True, slots=True)
class Item:
    """One question. ``text`` is empty where the licence lets nobody but the site provide it."""

    key: str  # "1", "2", ...: stable for ever, used in storage, exports and link ids
    low: int
    high: int
    text: str = ""
    values: tuple[int, ...] = ()  # where not every whole number from low to high is legal (AUDIT 9 and 10)
    reversed: bool = False
    may_not_apply: bool = False  # "not applicable" is offered as an answer (WSAS 1)
    may_not_be_chosen: bool = False  # counts only when the person marked it important (INSPIRE support)
    loinc: str = ""
    anchors: tuple[Anchor, ...] = ()  # empty: the instrument's own anchors hold

    @property
    def legal(self) -> tuple[int, ...]:
        """Every number that is an answer to this item."""
        return self.values or tuple(range(self.low, self.high + 1))


@dataclass(frozen=True, slots=True)
class MissingRule:
    """How many items may be missing, and what then stands for them (always the mean of the answered ones)."""

    most: int
    source: Source


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of a score, both ends included."""

    low: float
    high: float
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class CutOff:
    """Caseness: a score at or beyond ``at`` (``direction`` of the instrument says which side)."""

    at: float
    source: Source
    beyond: bool = False  # only strictly beyond ``at`` counts


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """The smallest difference that this form can tell apart from chance, and how that was worked out.

    ``points`` is reached by "at least": a change of exactly ``points`` is reliable.
    """

    points: float
    sd: float | None
    reliability: float | None
    variant: str  # "jacobson-truax", "national code", "publisher", "minimally important difference"
    source: Source


@dataclass(frozen=True, slots=True)
class ScoringRule:
    """One dated way to score: when a publisher changes it, the old one stays and both can be computed."""

    version: str  # "2023-04": stored with every score
    since: date | None
    missing: MissingRule


@dataclass(frozen=True, slots=True)
class Score:
    """One number that comes out of an instrument: a total or a subscale."""

    key: str  # "total", "wellbeing", ...
    name: str
    items: tuple[str, ...]
    combine: Combine
    low: float
    high: float
    rules: tuple[ScoringRule, ...]  # oldest first; the last is in force
    factor: float = 1.0
    whole: bool = True  # the score is a whole number (a prorated one is rounded half up)
    direction: Direction | None = None  # None: as the instrument
    bands: tuple[Band, ...] = ()
    bands_source: Source | None = None
    cut_off: CutOff | None = None
    reliable_change: ReliableChange | None = None
    important_difference: ReliableChange | None = (
        None  # minimally important difference (QPR: 5 within a person)
    )
    snomed: str = ""
    loinc: str = ""
    formula: Source | None = None  # where the way of scoring comes from; always there when read from a file
    no_bands: str = ""  # why there are none; the same for the two below
    no_cut_off: str = ""
    no_reliable_change: str = ""
    table: tuple[tuple[int, float], ...] = ()  # CONVERTED: (sum, score) as the site's licensed table says

    @property
    def rule(self) -> ScoringRule:
        """The rule in force."""
        return self.rules[-1]


@dataclass(frozen=True, slots=True)
class Licence:
    """Who holds the rights, what they allow, and what a site must have before it switches the instrument on."""

    klass: LicenceClass
    holder: str
    terms: str
    source: Source
    needs_reference: bool  # a site writes down its licence, or that it told the authors (refocus R21)


@dataclass(frozen=True, slots=True)
class Alert:
    """An answer that raises an event of its own, whatever the total (PHQ-9 item 9)."""

    item: str
    at_least: int
    key: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire in one edition."""

    key: str  # "phq-9": used in addresses, commands and storage; never renamed
    name: str
    full_name: str
    edition: str
    measures: str  # what it asks about, in plain words
    direction: Direction
    items: tuple[Item, ...]
    scores: tuple[Score, ...]  # the first is the one shown first
    licence: Licence
    sources: tuple[Source, ...]
    why: str  # why we ask, what happens with it (shown above the form)
    minutes: int  # how long it takes
    recall: str = ""  # the window the questions ask about
    anchors: tuple[Anchor, ...] = ()
    instruction: str = ""
    alerts: tuple[Alert, ...] = ()
    special: str = ""  # name of a rule of its own in ``method.special`` ("itq", "pcl-5-clusters")
    about_worker: bool = False  # rates a named worker: never shown to that worker (refocus R12)
    shipped_on: bool = False  # only for class A whose facts are confirmed
    doubts: tuple[str, ...] = ()  # what is unconfirmed, shown to the administrator before switching on
    digest: str = ""  # SHA-256 of the definition it was read from
    codes: Mapping[str, str] = field(default_factory=dict)  # "loinc-panel", ...
    checked: str = ""  # month in which the facts were last compared with their sources, "2026-11"
    text_from: str = (
        ""  # "" the definition; otherwise the pack or the site's licence that the words come from
    )

    @property
    def has_text(self) -> bool:
        """Whether the words of every item are here."""
        return all(item.text for item in self.items)

    def item(self, key: str) -> Item:
        """Return one item. Raises KeyError with the keys there are."""
        for item in self.items:
            if item.key == key:
                return item
        raise KeyError(f"{self.key} has no item {key!r}; it has {', '.join(i.key for i in self.items)}")

    def score(self, key: str = "") -> Score:
        """Return one score, the first when no key is given. Raises KeyError with the keys there are."""
        for score in self.scores:
            if not key or score.key == key:
                return score
        raise KeyError(f"{self.key} has no score {key!r}; it has {', '.join(s.key for s in self.scores)}")

    def better(self, score: Score) -> Direction:
        """Which way is better for one of its scores."""
        return score.direction or self.direction
