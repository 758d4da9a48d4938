"""A personal line <-> FHIR R4 Goal, its ratings <-> Observations focused on the Goal.

Base R4: UK Core has no Goal profile. One line is one Goal with one id for ever; ``description.text`` is the present
wording; every wording stands in an extension with its id and date, because a Goal's own versions live in a server and
do not travel in a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ownwords.measures.method.definitions import Given
from ownwords.measures.method.fhir.codes import (
    ABSENT_CODES,
    ACHIEVEMENT_SYSTEM,
    BASE,
    DATA_ABSENT_SYSTEM,
    coding,
)
from ownwords.measures.method.fhir.dates import When, read_when, write_when
from ownwords.measures.method.fhir.observation import STATUS as OBSERVATION_STATUS
from ownwords.measures.method.fhir.observation import SURVEY
from ownwords.measures.method.fhir.reader import Node, resource
from ownwords.measures.method.fhir.remarks import Remark, remark
from ownwords.measures.method.fhir.response_read import number_of

STATUS = (
    *("proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled", "entered-in-error"),
    "rejected",
)
#: Why a line was closed -> the lifecycle status that says most of it; the reason itself travels in an extension.
CLOSED = {
    "": "active",
    "reached": "completed",
    "no_longer": "cancelled",
    "changed": "cancelled",
    "resting": "on-hold",
    "other": "cancelled",
}
FROM_STATUS = {"completed": "other", "on-hold": "resting", "cancelled": "other", "rejected": "other"}
WORDING = "/StructureDefinition/wording"
SCALE = "/StructureDefinition/scale"
CLOSING = "/StructureDefinition/closing"
SEEN = "/StructureDefinition/wording-seen"


@dataclass(frozen=True, slots=True)
class KeptWording:
    """How a line was worded from some day on."""

    id: str
    words: str
    since: When | None = None
    low_words: str = ""
    high_words: str = ""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """Something a person follows. Where a stranger does not say, ``low`` and ``high`` are None."""

    id: str
    wordings: tuple[KeptWording, ...]  # oldest first; the last is in use
    direction: str = ""  # "up", "down"
    low: float | None = None
    high: float | None = None
    unit: str = ""
    started: When | None = None
    closed: When | None = None
    closing: str = ""  # a key of CLOSED
    closing_words: str = ""
    followed_by: str = ""  # id of the line that it became
    subject: str = ""


@dataclass(frozen=True, slots=True)
class KeptRating:
    """What was answered on a line on one day, with the wording that was seen."""

    line: str
    wording: str
    when: When | None
    value: float | None
    given: Given = Given.ANSWERED
    note: str = ""
    subject: str = ""
    id: str = ""


def write_line(line: KeptLine, *, base: str = BASE) -> dict[str, Any]:
    """Return a line as a Goal. Raises ValueError for a line without words."""
    if not line.wordings:
        raise ValueError("A line has at least one wording.")
    extensions = [_write_wording(one, base) for one in line.wordings]
    if line.low is not None and line.high is not None:
        extensions.append(_write_scale(line, base))
    if line.closing:
        extensions.append(_write_closing(line, base))
    found: dict[str, Any] = {
        "resourceType": "Goal",
        "id": line.id,
        "extension": extensions,
        "lifecycleStatus": CLOSED[line.closing],
    }
    if line.closing == "reached":
        found["achievementStatus"] = {"coding": [coding(ACHIEVEMENT_SYSTEM, "achieved")]}
    found["description"] = {"text": line.wordings[-1].words}
    found["subject"] = {"reference": line.subject} if line.subject else {"display": "not stated"}
    if line.started:
        found["startDate"] = write_when(line.started)[:10]
    if line.closed:
        found["statusDate"] = write_when(line.closed)[:10]
    return found


def _parts(url: str, **values: Any) -> dict[str, Any]:
    """Return an extension of named parts; the value's type is in the name: ``words__valueString``."""
    pairs = ((name.split("__"), value) for name, value in values.items() if value not in ("", None))
    return {"url": url, "extension": [{"url": part, kind: value} for (part, kind), value in pairs]}


def _write_wording(wording: KeptWording, base: str) -> dict[str, Any]:
    return _parts(
        base + WORDING,
        id__valueString=wording.id,
        words__valueString=wording.words,
        since__valueDateTime=write_when(wording.since) if wording.since else "",
        low__valueString=wording.low_words,
        high__valueString=wording.high_words,
    )


def _write_scale(line: KeptLine, base: str) -> dict[str, Any]:
    return _parts(
        base + SCALE,
        low__valueDecimal=line.low,
        high__valueDecimal=line.high,
        direction__valueCode=line.direction,
        unit__valueString=line.unit,
    )


def _write_closing(line: KeptLine, base: str) -> dict[str, Any]:
    return _parts(
        base + CLOSING,
        reason__valueCode=line.closing,
        words__valueString=line.closing_words,
        next__valueString=line.followed_by,
    )


def read_line(
    found: Mapping[str, Any], *, base: str = BASE, path: str = ""
) -> tuple[KeptLine, tuple[Remark, ...]]:
    """Read a Goal as a line. A stranger's goal has one wording, its description, and no scale.

    Raises FhirFault for what is no R4 Goal, a Goal without words or without a status.
    """
    node = resource(found, "Goal", path)
    status = node.code("lifecycleStatus", STATUS)
    description = node.child("description")
    words = (description.text("text") or _display(description)) if description else ""
    wordings = tuple(_read_wording(one) for one in node.extensions(base + WORDING))
    if not words and not wordings:
        (description or node).need("text" if description else "description")
    scale = next(iter(node.extensions(base + SCALE)), None)
    closing = next(iter(node.extensions(base + CLOSING)), None)
    started, _ = read_when(node, "startDate")
    closed, _ = read_when(node, "statusDate")
    ended = CLOSED.get(_part(closing, "reason", "valueCode")) == status
    reason = _part(closing, "reason", "valueCode") if ended else _reason(node, status)
    line = KeptLine(
        id=node.need("id"),
        wordings=wordings or (KeptWording("", words, started),),
        direction=_part(scale, "direction", "valueCode"),
        low=_decimal(scale, "low"),
        high=_decimal(scale, "high"),
        unit=_part(scale, "unit", "valueString"),
        started=started,
        closed=closed if reason else None,
        closing=reason,
        closing_words=_part(closing, "words", "valueString"),
        followed_by=_part(closing, "next", "valueString"),
        subject=node.reference("subject"),
    )
    noted = [remark("entered_in_error", node.path)] if status == "entered-in-error" else []
    return line, tuple(noted)


def _display(description: Node) -> str:
    return next((one.text("display") for one in description.children("coding")), "")


def _reason(node: Node, status: str) -> str:
    """Return why a stranger's goal ended: reached only where it says achieved."""
    achieved = any(one.text("code") == "achieved" for one in node.coding("achievementStatus"))
    return "reached" if achieved and status == "completed" else FROM_STATUS.get(status, "")


def _sub(node: Node | None, name: str) -> Node | None:
    return (
        next((one for one in node.children("extension") if one.text("url") == name), None) if node else None
    )


def _part(node: Node | None, name: str, kind: str) -> str:
    part = _sub(node, name)
    return part.text(kind) if part else ""


def _decimal(node: Node | None, name: str) -> float | None:
    part = _sub(node, name)
    return part.number("valueDecimal") if part else None


def _read_wording(node: Node) -> KeptWording:
    since = _sub(node, "since")
    return KeptWording(
        id=_part(node, "id", "valueString"),
        words=_part(node, "words", "valueString"),
        since=read_when(since, "valueDateTime")[0] if since else None,
        low_words=_part(node, "low", "valueString"),
        high_words=_part(node, "high", "valueString"),
    )


def write_rating(rating: KeptRating, line: KeptLine, *, base: str = BASE) -> dict[str, Any]:
    """Return a rating as an Observation focused on its Goal; its words are those that were seen.

    Raises KeyError for a wording that the line does not have, ValueError for a number without an answer or the reverse.
    """
    if (rating.value is None) != (rating.given is not Given.ANSWERED):
        raise ValueError("A number goes with an answer, and nothing else does.")
    words = {one.id: one.words for one in line.wordings}[rating.wording]
    found: dict[str, Any] = {"resourceType": "Observation"}
    if rating.id:
        found["id"] = rating.id
    found |= {
        "extension": [{"url": base + SEEN, "valueString": rating.wording}],
        "status": "final",
        "category": SURVEY,
        "code": {"coding": [coding(f"{base}/CodeSystem/personal", "rating")], "text": words},
    }
    if rating.subject:
        found["subject"] = {"reference": rating.subject}
    found["focus"] = [{"reference": f"Goal/{line.id}"}]
    if rating.when:
        found["effectiveDateTime"] = write_when(rating.when)
    found |= _rating_value(rating, line, base)
    return found | ({"note": [{"text": rating.note}]} if rating.note else {})


def _rating_value(rating: KeptRating, line: KeptLine, base: str) -> dict[str, Any]:
    if rating.value is not None:
        number = int(rating.value) if float(rating.value).is_integer() else rating.value
        return {"valueQuantity": {"value": number} | ({"unit": line.unit} if line.unit else {})}
    code = ABSENT_CODES.get(rating.given)
    known = [coding(DATA_ABSENT_SYSTEM, code)] if code else []
    return {"dataAbsentReason": {"coding": [*known, coding(f"{base}/CodeSystem/given", rating.given.value)]}}


def is_rating(found: Mapping[str, Any]) -> bool:
    """Whether an Observation is about a Goal."""
    focus = found.get("focus")
    return isinstance(focus, list) and any(
        isinstance(one, dict) and "Goal/" in str(one.get("reference", "")) for one in focus
    )


def read_rating(
    found: Mapping[str, Any], lines: Mapping[str, KeptLine], *, base: str = BASE, path: str = ""
) -> tuple[KeptRating, tuple[Remark, ...]]:
    """Read an Observation focused on a Goal. ``lines`` are those of the same file, by id.

    Raises FhirFault for what is no R4 Observation.
    """
    node = resource(found, "Observation", path)
    status = node.code("status", OBSERVATION_STATUS)
    target = next((one.text("reference") for one in node.children("focus")), "")
    key = target.rpartition("Goal/")[2]
    seen = next((one.text("valueString") for one in node.extensions(base + SEEN)), "")
    when, _ = read_when(node, "effectiveDateTime")
    value, text, written = number_of(node) if node.chosen() else (None, "", False)
    notes = [one.text("text") for one in node.children("note")]
    rating = KeptRating(
        line=key,
        wording=seen,
        when=when,
        value=value,
        given=Given.ANSWERED if value is not None else _given(node, base),
        note="\n".join(one for one in notes if one),
        subject=node.reference("subject"),
        id=node.text("id"),
    )
    noted = [remark("entered_in_error", node.path)] if status in ("entered-in-error", "cancelled") else []
    if node.chosen() and (value is None or written):
        noted.append(remark("number_as_text" if written else "total_not_number", node.path, value=text))
    return rating, (*noted, *_doubts(node, rating, target, lines.get(key)))


def _given(node: Node, base: str) -> Given:
    by_code = {code: given for given, code in ABSENT_CODES.items()}
    codes = node.coding("dataAbsentReason")
    for one in codes:
        if one.text("system") == f"{base}/CodeSystem/given" and one.text("code") in Given._value2member_map_:
            return Given(one.text("code")) if one.text("code") != Given.ANSWERED else Given.BLANK
    return next((by_code[one.text("code")] for one in codes if one.text("code") in by_code), Given.BLANK)


def _doubts(node: Node, rating: KeptRating, target: str, line: KeptLine | None) -> list[Remark]:
    """Say what does not fit between a rating and its line."""
    if line is None:
        return [remark("no_link", f"{node.path}.focus", value=target)]
    found = []
    if rating.when is None:
        found.append(remark("no_date", node.path))
    if rating.wording and rating.wording not in {one.id for one in line.wordings}:
        found.append(remark("wording_unknown", node.path, value=rating.wording))
    low, high, value = line.low, line.high, rating.value
    if low is not None and high is not None and value is not None and not low <= value <= high:
        legal = f"{low:g} to {high:g}"
        found.append(remark("out_of_range", node.path, value=value, link=line.id, legal=legal))
    return found
