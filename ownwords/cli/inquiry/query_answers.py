"""The answers of ``ownwords inquiry query`` as they are printed: stable names, ids beside names. Needs Django."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ownwords.cli.inquiry.query_chart import chart
from ownwords.cli.words import Refusal
from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.models import Attribute, Study
from ownwords.inquiry.queries import agreement as agreeing
from ownwords.inquiry.queries import cooccurrence as meeting
from ownwords.inquiry.queries import matrix as counting
from ownwords.inquiry.queries.agreement_texts import comparable
from ownwords.inquiry.queries.arrays_codes import Choice, tree_of
from ownwords.inquiry.queries.arrays_seen import everything
from ownwords.inquiry.queries.matrix_columns import By, Of
from ownwords.inquiry.queries.proximity import Near, Unit, near_one_another
from ownwords.people.models import Account

__all__ = ["agreement", "chart", "cooccurrence", "matrix", "proximity"]
TWO = 2


def cooccurrence(study: Study, options: dict[str, Any]) -> dict[str, Any]:
    """Return every pair of codes that meets."""
    names = _names(study)
    kind, within = Kind(options["kind"]), int(options["within"])
    found = meeting.pairs(everything(study), meeting.Meeting(kind, within, _choice(study, options)))
    rows = [
        {
            "first": names[one.first], "second": names[one.second], "pairs": one.count, "documents": one.sources,
            "first_id": str(one.first), "second_id": str(one.second),
        }
        for one in found
    ]  # fmt: skip
    return {
        "query": "cooccurrence",
        "study": str(study.id),
        "kind": str(kind),
        "within": within,
        "rows": rows,
    }


def matrix(study: Study, options: dict[str, Any]) -> dict[str, Any]:
    """Return every cell of the matrix that is not empty, and each column in all."""
    names, by = _names(study), _by(study, options)
    found = counting.table(everything(study), by, _choice(study, options))
    called = [name or None for name in found.columns.names]
    units = "people" if by.of is Of.PEOPLE else "documents"
    rows = [
        {
            "code": names[code], "column": called[place], "passages": one.codings, units: one.units,
            "words": one.words, "code_id": str(code),
        }
        for (code, place), one in found.cells.items()
    ]  # fmt: skip
    columns = [
        {"column": name, units: one.units, "passages": one.codings, "words": one.words}
        for name, one in zip(called, found.wholes, strict=True)
    ]
    return {
        "query": "matrix", "study": str(study.id), "by": options["by"], "columns": columns,
        "left_out": found.left_out, "rows": rows,
    }  # fmt: skip


def agreement(study: Study, options: dict[str, Any]) -> dict[str, Any]:
    """Return each measure of each code, over the texts that all coders have finished."""
    analysed = everything(study)
    who = comparable(analysed)
    coders = tuple(_account(name) for name in options["coders"]) or who.most_in_common()
    if len(set(coders)) < TWO or not who.common(coders):
        raise Refusal("Nothing can be compared: two coders have to have finished a text in common.")
    names, choice = _names(study), _choice(study, {**options, "coders": (), "most": None})
    of = agreeing.compared(analysed, who, coders, choice)
    rows = [
        {
            "code": names[of.code_of(table)], "measure": one.measure, "value": one.value, "characters": one.units,
            "reason": None if one.reason is None else str(one.reason), "code_id": str(of.code_of(table)),
        }
        for table in of.tables
        for one in agreeing.of_code(of, table)
    ]  # fmt: skip
    overall = [
        {"measure": one.measure, "mean": one.mean, "codes": one.defined, "undefined": one.undefined,
         "pooled": one.pooled.value}
        for one in agreeing.over_all(of)
    ]  # fmt: skip
    return {
        "query": "agreement", "study": str(study.id), "coders": [who.names[one] for one in coders],
        "documents": len(of.texts), "characters": of.cuts.characters, "overall": overall, "rows": rows,
    }  # fmt: skip


def proximity(study: Study, options: dict[str, Any]) -> dict[str, Any]:
    """Return each passage of one code that has a passage of the other near it, with the nearest."""
    if not options["first"] or not options["second"]:
        raise Refusal("Give two codes: --first and --second.")
    first, second = _code(study, options["first"]), _code(study, options["second"])
    if first == second:
        raise Refusal("Give two different codes.")
    unit = Unit(options["unit"])
    coder = _choice(study, {**options, "branch": ""}).coder
    found = near_one_another(everything(study), Near(first, second, int(options["within"]), unit, coder))
    rows = [{"passage": str(one.one), "nearest": str(one.other), "apart": one.apart} for one in found.pairs]
    names = _names(study)
    return {
        "query": "proximity", "study": str(study.id), "first": names[first], "second": names[second],
        "within": options["within"], "unit": str(unit), "passages": found.of, "rows": rows,
    }  # fmt: skip


def _names(study: Study) -> dict[UUID, str]:
    return {one.id: one.label for one in tree_of(study)}


def _choice(study: Study, options: dict[str, Any]) -> Choice:
    """Return which codes and whose codings. Raises Refusal: nothing is called so."""
    coders = [_account(name) for name in options["coders"]]
    if len(coders) > 1:
        raise Refusal("Give one coder.")
    branch = _code(study, options["branch"]) if options["branch"] else None
    return Choice(most=options["most"], branch=branch, coder=coders[0] if coders else None)


def _code(study: Study, named: str) -> UUID:
    """Return the code that is called so. Raises Refusal: none, or several."""
    found = [one.id for one in tree_of(study) if named in (str(one.id), one.name, one.label)]
    if len(found) != 1:
        said = (
            "Several codes are called “{}”: give the id." if found else "There is no code “{}” in this study."
        )
        raise Refusal(said.format(named))
    return found[0]


def _by(study: Study, options: dict[str, Any]) -> By:
    """Return what the columns are. Raises Refusal: no such attribute."""
    if options["by"] == "text":
        return By()
    attribute = Attribute.objects.filter(study_id=study.id, name__iexact=options["by"]).first()
    if attribute is None:
        raise Refusal(f"There is no attribute “{options['by']}” in this study.")
    return By(Of(options["of"]), attribute.id)


def _account(named: str) -> UUID:
    found = Account.objects.filter(signin_name__iexact=named).values_list("id", flat=True).first()
    if found is None:
        raise Refusal(f"Nobody signs in as “{named}”.")
    return found
