"""Suggestions in words: where they are open, what suggested one and how strongly, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import Suggestion
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.desk import sources_in_view
from ownwords.inquiry.queries.suggest_open import open_by


@dataclass(frozen=True, slots=True)
class Open:
    """So many suggestions are open in a text or for a code."""

    id: UUID
    name: str
    many: int


def places(opened: OpenedStudy) -> tuple[list[Open], list[Open]]:
    """Return the texts and the codes that have open suggestions, in the order of the study."""
    by_text, by_code = open_by(opened, "source_id"), open_by(opened, "code_id")
    texts = [(one.id, one.title) for one in sources_in_view(opened)] if by_text else []
    codes = [(one.code.id, one.code.name) for one in codebook(opened, counted=False)] if by_code else []
    return (
        [Open(one, name, by_text[one]) for one, name in texts if one in by_text],
        [Open(one, name, by_code[one]) for one, name in codes if one in by_code],
    )


def told(one: Suggestion) -> str:
    """Say what suggested a passage, in which version, and how alike it is: "likeness 0.46 (model, version 1.0.0)"."""
    if one.by == "rule":
        return _("by its words (version %(version)s)") % {"version": one.model_version}
    said = _("likeness %(score)s (%(model)s, version %(version)s)")
    score = "–" if one.score is None else f"{one.score:.2f}"
    return said % {"score": score, "model": one.model, "version": one.model_version}


def accepted(many: int) -> str:
    """Say that suggestions were accepted."""
    coded = ngettext("%(n)s passage coded.", "%(n)s passages coded.", many) % {"n": many}
    return f"{coded} {_('You can undo this.')}"


def set_aside(many: int) -> str:
    """Say that suggestions were set aside."""
    return ngettext("%(n)s suggestion set aside.", "%(n)s suggestions set aside.", many) % {"n": many}


def put_back(many: int) -> str:
    """Say that suggestions are open again."""
    return ngettext("%(n)s suggestion is open again.", "%(n)s suggestions are open again.", many) % {
        "n": many
    }
