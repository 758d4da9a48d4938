"""A score <-> FHIR R4 Observation, derived from the response that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ownwords.measures.method.definitions import Combine, Instrument, Score
from ownwords.measures.method.fhir.codes import (
    BASE,
    CATEGORY_SYSTEM,
    LOINC,
    SNOMED,
    UCUM,
    SnomedMap,
    coding,
    is_loinc,
    score_codings,
)
from ownwords.measures.method.fhir.dates import When, read_when, write_when
from ownwords.measures.method.fhir.reader import Node, resource
from ownwords.measures.method.fhir.remarks import FhirFault, Remark, remark
from ownwords.measures.method.fhir.response_read import number_of

STATUS = (
    *(
        "registered",
        "preliminary",
        "final",
        "amended",
        "corrected",
        "cancelled",
        "entered-in-error",
        "unknown",
    ),
)
STATED = "/StructureDefinition/stated-total"
SURVEY = [{"coding": [coding(CATEGORY_SYSTEM, "survey", "Survey")]}]


@dataclass(frozen=True, slots=True)
class KeptScore:
    """One number of one administration: worked out here, or stated where it came from, or both."""

    instrument: str
    score: str
    value: float | None  # what the answers give; None: no score
    when: When | None
    rule: str = ""  # version of the rule that made it
    why_none: str = ""
    response: str = ""  # "QuestionnaireResponse/..."
    subject: str = ""
    stated: float | None = None  # a total that came along and differs: kept beside ours, never instead
    final: bool = True  # False: from a half-filled form
    id: str = ""


@dataclass(frozen=True, slots=True)
class ObservationRead:
    """An Observation as read. ``kept`` is None where it is no score known here."""

    kept: KeptScore | None
    remarks: tuple[Remark, ...]
    path: str
    codes: tuple[tuple[str, str], ...]  # (system, code) as they stand
    value: str  # as it stands


def write_score(
    kept: KeptScore, instrument: Instrument, *, snomed: SnomedMap | None = None, base: str = BASE
) -> dict[str, Any]:
    """Return a score as an Observation: code, value with unit, rule as method, the response that it is derived from.

    SNOMED CT codes only with the map that a deployment switches on. Raises FhirFault for the total of what
    has none (EQ-5D), KeyError for a score that the instrument does not have.
    """
    score = instrument.score(kept.score)
    if score.combine is Combine.NONE and kept.value is not None:
        raise FhirFault("no_total", f"{instrument.key}.{score.key}", name=instrument.name)
    found: dict[str, Any] = {"resourceType": "Observation"}
    if kept.id:
        found["id"] = kept.id
    if kept.stated is not None:
        found["extension"] = [{"url": base + STATED, "valueDecimal": kept.stated}]
    found |= {
        "status": "final" if kept.final else "preliminary",
        "category": SURVEY,
        "code": {
            "coding": score_codings(instrument, score, snomed, base),
            "text": f"{instrument.name}: {score.name}",
        },
    }
    if kept.subject:
        found["subject"] = {"reference": kept.subject}
    if kept.when:
        found["effectiveDateTime"] = write_when(kept.when)
    found |= _value(kept)
    if kept.rule:
        found["method"] = {"coding": [coding(f"{base}/CodeSystem/rules", kept.rule)], "text": kept.rule}
    if kept.response:
        found["derivedFrom"] = [{"reference": kept.response}]
    return found


def _value(kept: KeptScore) -> dict[str, Any]:
    """Return the value, or why there is none: an absent score is never 0."""
    if kept.value is None:
        return {"dataAbsentReason": {"text": kept.why_none or "no score"}}
    number = int(kept.value) if float(kept.value).is_integer() else kept.value
    return {"valueQuantity": {"value": number, "unit": "{score}", "system": UCUM, "code": "{score}"}}


def read_score(
    found: Mapping[str, Any],
    instruments: Mapping[str, Instrument],
    *,
    snomed: SnomedMap | None = None,
    base: str = BASE,
    path: str = "",
) -> ObservationRead:
    """Read an Observation that may be a score of one of these instruments.

    A number written as text is read and reported (US Core's PHQ-9 total is). SNOMED CT codes are understood only with
    the map. Raises FhirFault for what is no R4 Observation.
    """
    node = resource(found, "Observation", path)
    status = node.code("status", STATUS)
    codes = tuple((one.text("system"), one.text("code")) for one in node.coding("code"))
    named = _named(codes, instruments, snomed, base)
    value, text, remarks = _read_value(node)
    if status in ("entered-in-error", "cancelled"):
        remarks.append(remark("entered_in_error", f"{node.path}.status"))
    if named is None:
        remarks.append(_not_a_score(node, codes, instruments, snomed, text))
        return ObservationRead(None, tuple(remarks), node.path, codes, text)
    instrument, score = named
    if off := _off_scale(node, instrument, score, value):
        return ObservationRead(None, (*remarks, *off), node.path, codes, text)
    kept = _kept(node, instrument, score, value, base)
    if kept.when is None:
        remarks.append(remark("no_date", node.path))
    return ObservationRead(kept, tuple(remarks), node.path, codes, text)


def _kept(node: Node, instrument: Instrument, score: Score, value: float | None, base: str) -> KeptScore:
    when, _ = read_when(node, "effectiveDateTime")
    return KeptScore(
        instrument=instrument.key,
        score=score.key,
        value=value,
        when=when,
        rule=next(
            (one.text("code") for one in node.coding("method") if one.text("system").startswith(base)), ""
        ),
        why_none=_reason(node) if value is None else "",
        response=next((one.text("reference") for one in node.children("derivedFrom")), ""),
        subject=node.reference("subject"),
        stated=next((_decimal(one) for one in node.extensions(base + STATED)), None),
        final=node.text("status") in ("final", "amended", "corrected"),
        id=node.text("id"),
    )


def _named(
    codes: tuple[tuple[str, str], ...],
    instruments: Mapping[str, Instrument],
    snomed: SnomedMap | None,
    base: str,
) -> tuple[Instrument, Score] | None:
    """Return which score the codes name: ours, LOINC's, or SNOMED CT's where its map is switched on."""
    for system, code in codes:
        for instrument in instruments.values():
            for score in instrument.scores:
                ours = system == f"{base}/CodeSystem/scores" and code == f"{instrument.key}.{score.key}"
                if ours or (is_loinc(system) and score.loinc and code == score.loinc):
                    return instrument, score
        pair = snomed.named(code) if snomed and system == SNOMED else None
        if pair and pair[0] in instruments:
            return instruments[pair[0]], instruments[pair[0]].score(pair[1])
    return None


def _read_value(node: Node) -> tuple[float | None, str, list[Remark]]:
    if not (name := node.chosen()):
        return None, "", []
    if name not in ("valueQuantity", "valueString", "valueInteger", "valueDecimal"):
        return None, str(node.value[name]), []
    value, text, written = number_of(node)
    if value is None:
        return None, text, [remark("total_not_number", f"{node.path}.{name}", value=text)]
    return value, text, [remark("number_as_text", f"{node.path}.{name}", value=text)] if written else []


def _decimal(node: Node) -> float | None:
    number = node.number("valueDecimal")
    return None if number is None else float(number)


def _reason(node: Node) -> str:
    """Return why there is no value, in the words or the code that stand there."""
    reason = node.child("dataAbsentReason")
    if reason is None:
        return "no value"
    codes = [one.text("code") for one in reason.children("coding")]
    return reason.text("text") or next(iter(codes), "no value")


def _off_scale(node: Node, instrument: Instrument, score: Score, value: float | None) -> list[Remark]:
    """Say when a number cannot be this score: beyond its ends, as a raw sum of a mean is (DIALOG)."""
    if value is None or score.low <= value <= score.high:
        return []
    means = score.combine in (Combine.MEAN, Combine.MEAN_TIMES, Combine.NONE)
    own = f"{score.combine.value}, {score.low:g} to {score.high:g}"
    if means:
        return [remark("no_raw_sum", node.path, name=instrument.name, own=own, value=value)]
    legal = f"{score.low:g} to {score.high:g}"
    return [remark("out_of_range", node.path, value=value, link=score.key, legal=legal)]


def _not_a_score(
    node: Node,
    codes: tuple[tuple[str, str], ...],
    instruments: Mapping[str, Instrument],
    snomed: SnomedMap | None,
    text: str,
) -> Remark:
    """Say what an observation is when it is no score: an item's answer by itself, or something unknown."""
    for system, code in codes:
        pair = snomed.item_named(code) if snomed and system == SNOMED else None
        for instrument in instruments.values():
            for item in instrument.items:
                if (system == LOINC and item.loinc == code) or pair == (instrument.key, item.key):
                    return remark("item_alone", node.path, link=item.key, name=instrument.name, value=text)
    return remark("unknown_score", node.path, value=", ".join(f"{system}|{code}" for system, code in codes))
