"""Forms of a chart: what it is, which codes are its columns, and which part of it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.charts import MOST_GUIDANCE, MOST_TITLE, Drawn
from ownwords.inquiry.models import Chart, Method, Rows, Study
from ownwords.inquiry.queries.arrays_codes import InTree
from ownwords.inquiry.queries.chart_frame import Only
from ownwords.people.forms.fields import ChosenField, LineField, SeveralField, WordsField
from ownwords.people.forms.sight import Tokens


class CodesToAdd(Tokens):
    """Codes to become columns."""

    def __init__(self, *args: Any, tree: Sequence[InTree], needed: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(one.id), "– " * one.depth + one.name) for one in tree]
        if choices or needed:
            self.fields["codes"] = SeveralField(
                label=_("Columns"), required=needed, choices=choices,
                help_text=_("A code counts with all codes below it."),
            )  # fmt: skip

    def to_codes(self) -> list[UUID]:
        """Return the codes that were ticked, in the order of the tree."""
        ticked = set(self.cleaned_data.get("codes", ()))
        field = self.fields.get("codes")
        return [UUID(one) for one, _words in getattr(field, "choices", ()) if one in ticked]


class ChartForm(CodesToAdd):
    """What a chart is; its columns where it is new."""

    def __init__(
        self,
        *args: Any,
        study: Study,
        tree: Sequence[InTree] = (),
        chart: Chart | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, tree=tree, needed=False, **options)
        of_texts = study.method == Method.SYNTHESIS
        self.initial = {"rows": Rows.SOURCES if of_texts else Rows.PARTICIPANTS, **self.initial}
        if chart is not None:
            first = {name: getattr(chart, name) for name in ("title", "rows", "guidance", "version")}
            self.initial = {**self.initial, **first}
        self.fields["title"] = LineField(
            label=_("Title"), most=MOST_TITLE, help_text=_("For example: what gets in the way.")
        )
        self.fields["rows"] = ChosenField(
            label=_("Rows"),
            choices=[
                (str(Rows.PARTICIPANTS), _("Participants, each with what they said in all texts")),
                (str(Rows.SOURCES), _("Texts, each with all that is in it")),
            ],
        )
        self.fields["guidance"] = WordsField(
            label=_("How a summary is to be written"), required=False, rows=3, most=MOST_GUIDANCE,
            help_text=_("For example: in two or three sentences, as close to their words as can be."),
        )  # fmt: skip
        if "codes" in self.fields:
            self.fields["codes"] = self.fields.pop("codes")

    def to_drawn(self) -> Drawn:
        """Return what was said, for the action."""
        typed = self.cleaned_data
        return Drawn(typed["title"], typed["rows"], typed["guidance"])


class OnlyForm(forms.Form):
    """Which part of a chart is looked at: rows with a value of an attribute; which page of rows and of columns."""

    only = forms.CharField(required=False, max_length=600)
    page = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)
    columns = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)

    def to_only(self) -> Only | None:
        """Return what the rows are narrowed to; None for all. What makes no sense narrows nothing."""
        self.is_valid()
        return Only.read(self.cleaned_data.get("only") or "")

    @property
    def page_number(self) -> int:
        """Return the number of the page of rows, from 1."""
        self.is_valid()
        return self.cleaned_data.get("page") or 1

    @property
    def across(self) -> int:
        """Return the number of the page of columns, from 1."""
        self.is_valid()
        return self.cleaned_data.get("columns") or 1

    def link(self, *more: tuple[str, Any]) -> str:
        """Return the query of a link onwards."""
        only = self.to_only()
        return "?" + urlencode([*([("only", str(only))] if only else []), *more])
