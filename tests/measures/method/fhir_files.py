"""Reads the public examples, and puts resources into a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ownwords.measures.method.catalogue import instruments
from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.fhir.bundle import Reading
from ownwords.measures.method.scoring import Answers, score

FOLDER = Path(__file__).parent / "fixtures" / "fhir"


def example(name: str) -> dict[str, Any]:
    """Return one public example."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def bundle(*resources: dict[str, Any]) -> dict[str, Any]:
    """Return resources as a Bundle, as they are."""
    return {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one} for one in resources]}


def own_scores(instrument: Instrument, answers: Answers) -> dict[str, float | None]:
    """Return our own scores by key."""
    return {one.key: one.value for one in score(instrument, answers).scores}


def reading(**more: Any) -> Reading:
    """Return a reading that knows every instrument and recomputes every total."""
    return Reading(instruments(), work_out=own_scores, **more)
