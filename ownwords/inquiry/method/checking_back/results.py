"""What came back to a finding, group beside group. No sum over groups stands anywhere (connecting R25)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from ownwords.inquiry.method.checking_back.apart import Counts, furthest


@dataclass(frozen=True, slots=True)
class Said:
    """One reply that holds: by whom (a pseudonym or a number), which answer ("" none), in which words.

    ``typed``: somebody typed it in for them. ``quotable``: they agreed to being quoted; without that their words belong
    on pages of the study and nowhere else.
    """

    respondent_id: UUID
    called: str
    answer: str
    words: str
    said_at: datetime
    typed: bool
    quotable: bool


@dataclass(frozen=True, slots=True)
class OfGroup:
    """What one group said to one finding: the counts of that group, and its replies, those that say no first."""

    group_id: UUID
    name: str
    counts: Counts
    said: tuple[Said, ...]

    @property
    def asked(self) -> int:
        """How many of this group were asked: a link was made for them, or a reply typed in."""
        return self.counts.stands + self.counts.not_mine + self.counts.not_answered

    @property
    def disconfirming(self) -> int:
        """How many of this group see it differently (answered no)."""
        return self.counts.no


@dataclass(frozen=True, slots=True)
class Put:
    """One wording of a finding as it was put, with what each group said to exactly these words.

    ``taken_out``: it is put to nobody any more. ``earlier``: wordings before it that somebody answered, the newest
    first; what was said to them is never counted with what was said to these words.
    """

    put_id: UUID
    finding_id: UUID
    words: str
    quotes: tuple[UUID, ...]
    groups: tuple[OfGroup, ...]
    taken_out: bool = False
    earlier: tuple[Put, ...] = ()

    @property
    def furthest(self) -> tuple[Fraction, OfGroup, OfGroup] | None:
        """How far the two groups are apart that are furthest apart (see `apart`), and which; None: undefined."""
        found = furthest([one.counts for one in self.groups])
        return (found[0], self.groups[found[1]], self.groups[found[2]]) if found else None

    @property
    def silent(self) -> tuple[OfGroup, ...]:
        """The groups in which nobody took a stand."""
        return tuple(one for one in self.groups if not one.counts.stands)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What one group did with their own words: how many were asked, read them, and did what how many times."""

    group_id: UUID
    name: str
    asked: int
    read: int
    commented: int
    added: int
    struck: int


@dataclass(frozen=True, slots=True)
class OfRound:
    """A round with everything that came back: findings, the furthest apart first, or own words by group."""

    round_id: UUID
    title: str
    puts: str
    opened_on: date | None
    closed_on: date | None
    what_changed: str
    findings: tuple[Put, ...]
    own_words: tuple[OwnWords, ...]
    whole: tuple[tuple[str, tuple[Said, ...]], ...]
