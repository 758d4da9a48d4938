"""Decisions of theoretical sampling as a page shows them: with the titles of the texts that answered each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import SamplingDecision
from ownwords.inquiry.queries.sampling import decisions_of, texts_to_name


@dataclass(frozen=True, slots=True)
class Shown:
    """A decision, its memo by name where the viewer may read it, and (id, title) of the texts that answered it."""

    decision: SamplingDecision
    memo: str
    texts: list[tuple[str, str]]


def decisions_shown(opened: OpenedStudy, some: Iterable[SamplingDecision] | None = None) -> list[Shown]:
    """Return the decisions, or some of them, the newest first (two queries; one where there are none)."""
    decisions = list(decisions_of(opened) if some is None else some)
    titles = dict(texts_to_name(opened)) if decisions else {}
    return [Shown(one, _memo(one), _texts(one.answered_by, titles)) for one in decisions]


def _memo(decision: SamplingDecision) -> str:
    words: str = decision.memo_title or decision.memo_words or ""  # type: ignore[attr-defined]
    return words if len(words) <= 80 else f"{words[:79]}…"


def _texts(ids: list[UUID], titles: dict[str, str]) -> list[tuple[str, str]]:
    return [(str(one), titles[str(one)]) for one in ids if str(one) in titles]
