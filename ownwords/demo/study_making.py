"""What the steps of making the study share: who makes it, its material, its diary, and everything made so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from ownwords.demo.study_diary import Diary
from ownwords.demo.study_reading import Material
from ownwords.inquiry.access import OpenedStudy


@dataclass(slots=True)
class Making:
    """The study while it is made. ``second`` is None where only one researcher codes.

    ``ids`` holds what was made by the key of its data file; codings are held by their place among all that was coded.
    """

    material: Material
    diary: Diary
    lead: OpenedStudy
    second: OpenedStudy | None
    ids: dict[str, UUID] = field(default_factory=dict)
    codings: dict[int, UUID] = field(default_factory=dict)

    def by(self, coder: str) -> OpenedStudy | None:
        """Return the study as whom the data files call "e" (leads) or "c" opened it; None where nobody is second."""
        return self.lead if coder == "e" else self.second
