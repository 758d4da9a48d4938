"""What the steps of making the study share: who makes it, its material, its diary, and everything made so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Model

from ownwords.demo.reading import WrongData
from ownwords.demo.study_diary import Diary
from ownwords.demo.study_reading import Material
from ownwords.inquiry.access import OpenedStudy


class PutDay(NamedTuple):
    """A day, or a moment that lies ahead, that an action took from today: what it is in the story."""

    model: type[Model]
    id: UUID
    column: str
    day: date | datetime


@dataclass(slots=True)
class Making:
    """The study while it is made. ``second`` is None where only one researcher codes.

    ``ids`` holds what was made by the key of its data file; codings are held by their place among all that was coded.
    ``secrets`` of links are held until they are used, and go with this. ``days`` are put right once everything is made,
    where the study is dated back.
    """

    material: Material
    diary: Diary
    lead: OpenedStudy
    second: OpenedStudy | None
    ids: dict[str, UUID] = field(default_factory=dict)
    codings: dict[int, UUID] = field(default_factory=dict)
    days: list[PutDay] = field(default_factory=list)
    secrets: dict[str, str] = field(default_factory=dict, repr=False)

    def by(self, coder: str) -> OpenedStudy | None:
        """Return the study as whom the data files call "e" (leads) or "c" opened it; None where nobody is second."""
        return self.lead if coder == "e" else self.second

    def passage(self, named: Sequence[Any]) -> UUID:
        """Return what the lead coded: text, code, first words. Raises WrongData: no such passage."""
        text, code, words = named[:3]
        for place, one in enumerate(self.material.laid):
            if (one.text, one.code, one.coder) == (text, code, "lead") and one.words.startswith(words):
                return self.codings[place]
        raise WrongData(f"{text}: nothing that is coded {code} begins with “{words}”")
