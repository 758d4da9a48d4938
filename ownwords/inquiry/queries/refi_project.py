"""A whole study as a REFI-QDA project."""

from __future__ import annotations

from typing import Any

from ownwords import __version__
from ownwords.inquiry.method.refi.model.project import ORIGIN, Project
from ownwords.inquiry.method.refi.model.stamp import Stamp
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries.export_scope import Scope
from ownwords.inquiry.queries.refi_codes import Values, cases_to_go, codes_to_go
from ownwords.inquiry.queries.refi_made import made_to_go, themes_as_sets
from ownwords.inquiry.queries.refi_notes import Notes
from ownwords.inquiry.queries.refi_sources import sources_to_go
from ownwords.inquiry.queries.refi_users import Signing, moment_of

OWN = ("method", "method_words", "ethics_reference", "blind", "fewest_alike")


def project_of(scope: Scope) -> Project:
    """Return the study as a project: words, codings, memos, pseudonyms, themes. Nothing of the key is in it."""
    study = scope.study
    extra: dict[str, dict[str, Any]] = {"codes": {}, "sources": {}, "codings": {}, "notes": {}}
    signing = Signing(scope)
    notes = Notes(scope, signing, extra["notes"])
    values = Values(study)
    made = made_to_go(scope)
    sources = tuple(sources_to_go(scope, signing, notes, values, extra))
    return Project(
        name=study.title,
        origin=f"{ORIGIN} {__version__}",
        stamp=Stamp(made=moment_of(study.made_at)),
        codes=codes_to_go(study, notes, extra["codes"]),
        variables=values.variables,
        cases=cases_to_go(study, values),
        sources=sources,
        notes=tuple(notes.all),
        links=tuple(notes.links),
        sets=themes_as_sets(made),
        description=study.question,
        note_refs=notes.about("study"),
        users=signing.people.users(),
        extra={**extra, **made, "project": {str(study.guid): _own(study)}},
    )


def _own(study: Study) -> dict[str, Any]:
    return {name: getattr(study, name) for name in OWN}
