"""Code systems and addresses: what a FHIR reader elsewhere recognises, and the optional SNOMED CT map."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from ownwords.measures.method.definitions import Given, Instrument, Item, LicenceClass, Score
from ownwords.measures.method.fhir.reader import Node

#: Canonical addresses name things, they need not answer. ``.invalid`` is reserved and never will: a service that
#: publishes its definitions gives its own address instead.
BASE = "https://ownwords.invalid/fhir"
LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
CORE = "http://hl7.org/fhir/StructureDefinition/"
ITEM_WEIGHT = CORE + "itemWeight"
ORDINAL_VALUE = CORE + "ordinalValue"  # the older name of the same extension: read, never written
DATA_ABSENT = CORE + "data-absent-reason"
DATA_ABSENT_SYSTEM = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
COMPLETION_MODE = CORE + "questionnaireresponse-completionMode"
PARTICIPATION_MODE = "http://terminology.hl7.org/CodeSystem/v3-ParticipationMode"
CATEGORY_SYSTEM = "http://terminology.hl7.org/CodeSystem/observation-category"
ACHIEVEMENT_SYSTEM = "http://terminology.hl7.org/CodeSystem/goal-achievement"

#: Why there is no answer. FHIR has words for two of ours; "not chosen" is our own; a blank needs none.
ABSENT_CODES = {Given.NOT_APPLICABLE: "not-applicable", Given.RATHER_NOT: "asked-declined"}
HOW_GIVEN = "/StructureDefinition/how-given"


@dataclass(frozen=True, slots=True)
class SnomedMap:
    """SNOMED CT concepts of scores and items, with where they were read. Off unless a deployment switches it on."""

    attribution: str
    licence: str
    scores: Mapping[tuple[str, str], str]  # (instrument, score) -> concept
    items: Mapping[tuple[str, str], str]  # (instrument, item) -> concept
    legacy: Mapping[str, tuple[str, str]]  # older concept -> (instrument, score): read, never written

    def score(self, instrument: str, score: str) -> str:
        """Return the concept of a score, empty when there is none."""
        return self.scores.get((instrument, score), "")

    def named(self, concept: str) -> tuple[str, str] | None:
        """Return (instrument, score) of a concept, current or legacy."""
        for pair, code in self.scores.items():
            if code == concept:
                return pair
        return self.legacy.get(concept)

    def item_named(self, concept: str) -> tuple[str, str] | None:
        """Return (instrument, item) of a concept."""
        return next((pair for pair, code in self.items.items() if code == concept), None)


def snomed_map() -> SnomedMap:
    """Read the packaged map. A deployment that may use SNOMED CT passes it to the writers; nobody else does."""
    text = resources.files("ownwords.measures").joinpath("data/codes/snomed.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    rows = found["score"]
    return SnomedMap(
        attribution=found["attribution"],
        licence=found["licence"],
        scores={(row["instrument"], row["score"]): row["concept"] for row in rows if row.get("concept")},
        items={(row["instrument"], row["item"]): row["concept"] for row in found.get("item", [])},
        legacy={code: (row["instrument"], row["score"]) for row in rows for code in row.get("legacy", [])},
    )


def coding(system: str, code: str, display: str = "") -> dict[str, str]:
    """Return a Coding, without an empty display."""
    return {"system": system, "code": code} | ({"display": display} if display else {})


def weight_extension(value: float) -> dict[str, Any]:
    """Return the weight of an answer as the present extension."""
    return {"url": ITEM_WEIGHT, "valueDecimal": value}


def weight_of(*nodes: Node | None) -> float | None:
    """Return the weight on the first of these that has one, under its old name or its new one."""
    for node in nodes:
        for extension in node.extensions(ITEM_WEIGHT, ORDINAL_VALUE) if node else ():
            for name in ("valueDecimal", "valueInteger"):
                if (number := extension.number(name)) is not None:
                    return float(number)
    return None


def version_of(instrument: Instrument, edition: str = "") -> str:
    """Return an edition as a version that may stand in an address: no blanks, no strokes."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", edition or instrument.edition).strip("-")


def canonical(instrument: Instrument, base: str = BASE, edition: str = "") -> str:
    """Return the versioned address of an instrument's questionnaire, in its present edition or the one given."""
    return f"{base}/Questionnaire/{instrument.key}|{version_of(instrument, edition)}"


def split_canonical(address: str, base: str = BASE) -> tuple[str, str]:
    """Return (key, edition) of one of our own addresses, ("", "") of any other.

    >>> split_canonical(BASE + "/Questionnaire/phq-9|1999")
    ('phq-9', '1999')
    """
    start = f"{base}/Questionnaire/"
    if not address.startswith(start):
        return "", ""
    key, _, edition = address[len(start) :].partition("|")
    return key, edition


def may_show_text(instrument: Instrument) -> bool:
    """Whether an instrument's words may leave with an export: only class A; a site's licence does not travel."""
    return instrument.licence.klass is LicenceClass.A


def answer_coding(instrument: Instrument, item: Item, value: int, base: str = BASE) -> dict[str, Any]:
    """Return one answer as a Coding: LOINC where known, else our own system with the number as its code."""
    anchors = item.anchors or instrument.anchors
    anchor = next((one for one in anchors if one.value == value), None)
    words = anchor.text if anchor and may_show_text(instrument) else ""
    if anchor and anchor.code:
        return dict(coding(LOINC, anchor.code, words))
    return dict(coding(f"{base}/CodeSystem/answers", str(value), words))


def score_codings(
    instrument: Instrument, score: Score, snomed: SnomedMap | None, base: str = BASE
) -> list[dict[str, str]]:
    """Return how a score is named: LOINC where known, SNOMED CT where switched on, always our own."""
    found = [coding(LOINC, score.loinc, "")] if score.loinc else []
    concept = snomed.score(instrument.key, score.key) if snomed else ""
    if concept:
        found.append(coding(SNOMED, concept))
    return [*found, coding(f"{base}/CodeSystem/scores", f"{instrument.key}.{score.key}", score.name)]


def is_loinc(system: str) -> bool:
    """Whether a code system is LOINC, with or without a closing stroke."""
    return system.rstrip("/") == LOINC
