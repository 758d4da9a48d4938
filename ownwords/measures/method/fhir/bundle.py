"""A file of FHIR R4: one resource or a Bundle of them, written and read, with a report of everything in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ownwords.measures.method.definitions import Instrument
from ownwords.measures.method.fhir.codes import BASE, SnomedMap
from ownwords.measures.method.fhir.goal import KeptLine, KeptRating, is_rating, read_line, read_rating
from ownwords.measures.method.fhir.naming import named_instrument
from ownwords.measures.method.fhir.observation import ObservationRead, read_score
from ownwords.measures.method.fhir.questionnaire import QuestionnaireRead, read_questionnaire
from ownwords.measures.method.fhir.reader import Node, parse, resource
from ownwords.measures.method.fhir.remarks import FhirFault, Remark, remark
from ownwords.measures.method.fhir.response import Answers, ResponseRead, StoredTotal
from ownwords.measures.method.fhir.response_read import check_totals, read_response

MOST_ENTRIES = 20_000
_WANTED = ("Questionnaire", "QuestionnaireResponse", "Observation", "Goal")
TYPES = (
    *("document", "message", "transaction", "transaction-response", "batch", "batch-response", "history"),
    *("searchset", "collection"),
)

WorkOut = Callable[[Instrument, Answers], Mapping[str, float | None]]
"""Our own scores of some answers: score key -> value, None where there is no score."""


@dataclass(slots=True)
class FileRead:
    """Everything in a file: what can be kept, what was refused and why, what should be known."""

    questionnaires: list[QuestionnaireRead] = field(default_factory=list)
    responses: list[ResponseRead] = field(default_factory=list)
    scores: list[ObservationRead] = field(default_factory=list)
    lines: list[KeptLine] = field(default_factory=list)
    ratings: list[KeptRating] = field(default_factory=list)
    refused: list[FhirFault] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)  # resource type -> how many
    by_id: dict[str, KeptLine] = field(default_factory=dict, repr=False)


def write_bundle(resources: Iterable[Mapping[str, Any]], *, base: str = BASE) -> dict[str, Any]:
    """Return resources as a Bundle of type collection: a file to hand over, no order to a server."""
    entries = [
        {"fullUrl": f"{base}/{one['resourceType']}/{one['id']}", "resource": dict(one)} for one in resources
    ]
    return {"resourceType": "Bundle", "type": "collection"} | ({"entry": entries} if entries else {})


def as_text(found: Mapping[str, Any]) -> str:
    """Return a resource as JSON for people and programs. Raises ValueError for NaN and Infinity."""
    return json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read: what is known here, and what whoever imports says about it."""

    instruments: Mapping[str, Instrument]
    instrument: str = ""  # for responses that do not say which instrument they answer
    links: Mapping[str, str] = field(default_factory=dict)  # a stranger's link id -> our item or score
    snomed: SnomedMap | None = None
    work_out: WorkOut | None = None  # to compare totals that came along
    base: str = BASE

    def read_text(self, content: bytes | str) -> FileRead:
        """Read a file's content. Raises FhirFault when the whole cannot be read; a bad entry is in ``refused``."""
        return self.read(parse(content))

    def read(self, found: Mapping[str, Any]) -> FileRead:
        """Read one resource or a Bundle."""
        node = resource(found)
        report = FileRead()
        kept = _entries(node, report) if node.text("resourceType") == "Bundle" else [node]
        if node.text("resourceType") != "Bundle" and node.text("resourceType") not in _WANTED:
            raise FhirFault(
                "wrong_resource",
                "",
                expected=" or ".join(("Bundle", *_WANTED)),
                found=node.text("resourceType"),
            )
        for kind in ("Questionnaire", "QuestionnaireResponse", "Goal", "Observation"):
            for one in kept:
                if one.value.get("resourceType") == kind:
                    self._one(kind, one, report)
        others = Counter(str(one.value.get("resourceType")) for one in kept)
        report.left_out = {kind: count for kind, count in sorted(others.items()) if kind not in _WANTED}
        for kind in report.left_out:
            report.remarks.append(remark("not_ours", node.path, value=kind))
        self._compare(report)
        return report

    def _one(self, kind: str, node: Node, report: FileRead) -> None:
        """Read one entry; what cannot be read is refused by itself and takes nothing else with it."""
        try:
            if kind == "Questionnaire":
                report.questionnaires.append(read_questionnaire(node.value, node.path))
            elif kind == "QuestionnaireResponse":
                report.responses.append(self._response(node, report))
            elif kind == "Goal":
                line, noted = read_line(node.value, base=self.base, path=node.path)
                report.lines.append(line)
                report.by_id[line.id] = line
                report.remarks.extend(noted)
            else:
                self._observation(node, report)
        except FhirFault as fault:
            report.refused.append(fault)

    def _response(self, node: Node, report: FileRead) -> ResponseRead:
        resource(node.value, "QuestionnaireResponse", node.path)
        questionnaire = _questionnaire_of(node, report)
        instrument = named_instrument(node, self.instruments, questionnaire, self.base)
        instrument = instrument or self.instruments.get(self.instrument)
        if instrument is None:
            raise FhirFault(
                "unknown_instrument", node.path, value=node.text("questionnaire") or "no questionnaire"
            )
        read = read_response(
            node.value,
            instrument,
            questionnaire=questionnaire,
            links=self.links,
            base=self.base,
            path=node.path,
        )
        report.remarks.extend(read.remarks)
        return read

    def _observation(self, node: Node, report: FileRead) -> None:
        if is_rating(node.value):
            rating, noted = read_rating(node.value, report.by_id, base=self.base, path=node.path)
            report.ratings.append(rating)
            report.remarks.extend(noted)
            return
        read = read_score(node.value, self.instruments, snomed=self.snomed, base=self.base, path=node.path)
        report.scores.append(read)
        report.remarks.extend(read.remarks)

    def _compare(self, report: FileRead) -> None:
        """Recompute every total that came along, in a response or in an Observation derived from one."""
        if self.work_out is None:
            return
        by_id: dict[str, Mapping[str, float | None]] = {}
        for read in report.responses:
            own = self.work_out(self.instruments[read.administration.instrument], read.administration.answers)
            by_id[read.administration.id] = own
            report.remarks.extend(check_totals(read.totals, own))
        for score in report.scores:
            if score.kept is None or not score.kept.response:
                continue
            key = score.kept.response.rpartition("/")[2]
            if key not in by_id:
                report.remarks.append(
                    remark("no_link", f"{score.path}.derivedFrom", value=score.kept.response)
                )
                continue
            total = StoredTotal(score.path, score.kept.score, score.kept.value, score.value)
            report.remarks.extend(check_totals((total,), by_id[key]))


def _entries(node: Node, report: FileRead) -> list[Node]:
    """Return the resources of a Bundle. An entry that is none is refused by itself."""
    node.code("type", TYPES)
    entries = node.children("entry")
    if len(entries) > MOST_ENTRIES:
        raise FhirFault("too_many", node.path, most=MOST_ENTRIES)
    found = []
    for entry in entries:
        try:
            if one := entry.child("resource"):
                found.append(resource(one.value, path=one.path))
        except FhirFault as fault:
            report.refused.append(fault)
    return found


def _questionnaire_of(node: Node, report: FileRead) -> QuestionnaireRead | None:
    """Return the questionnaire that a response answers: contained in it, or in the same file."""
    address = node.text("questionnaire").partition("|")[0]
    for one in node.children("contained"):
        if one.text("resourceType") == "Questionnaire" and address == f"#{one.text('id')}":
            return read_questionnaire(one.value, one.path)
    for known in report.questionnaires:
        if address and address in (known.url, f"Questionnaire/{known.id}", known.url.partition("|")[0]):
            return known
    return None
