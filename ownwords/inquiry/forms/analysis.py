"""What an analysis is asked for, as an address says it; what makes no sense there is taken for the usual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.method.queries.kinds import Kind
from ownwords.inquiry.queries.arrays_codes import Choice
from ownwords.inquiry.queries.cooccurrence import Meeting
from ownwords.inquiry.queries.matrix_columns import By
from ownwords.people.forms.fields import SubmissionField

MOST_USED = 30
MOST_CHARACTERS = 100_000
MOST, ALL, CHOSEN = "most", "all", "chosen"
KINDS = (
    (Kind.OVERLAP, _("Passages that share a character")),
    (Kind.INSIDE, _("One passage inside another")),
    (Kind.EXACT, _("Exactly the same passage")),
    (Kind.WITHIN, _("Passages near each other")),
    (Kind.TURN, _("Passages in the same turn")),
    (Kind.DOCUMENT, _("Passages in the same text")),
)


class CodesForm(forms.Form):
    """Which codes, whose coding, and which page."""

    data: QueryDict
    codes = forms.CharField(required=False, max_length=40)
    coder = SubmissionField()
    page = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_valid()

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """Return the codes that were ticked."""
        return ids_of(self.data.getlist("code"))

    @property
    def which(self) -> str:
        """Return which codes are meant: most, all, chosen, or the id of a branch."""
        said = self.cleaned_data.get("codes") or ""
        if self.chosen and said in ("", CHOSEN):
            return CHOSEN
        return said if said == ALL or SubmissionField().clean(said) else MOST

    @property
    def page_number(self) -> int:
        """Return the number of the page, from 1."""
        return self.cleaned_data.get("page") or 1

    def to_choice(self) -> Choice:
        """Return which codes, and whose coding."""
        which, coder = self.which, self.cleaned_data.get("coder") if "coder" in self.data else None
        if which == MOST:
            return Choice(most=MOST_USED, coder=coder)
        chosen = self.chosen if which == CHOSEN else None
        return Choice(branch=SubmissionField().clean(which), chosen=chosen, coder=coder)

    def kept(self) -> list[tuple[str, str]]:
        """Return what a link onwards has to say again."""
        coder = self.to_choice().coder
        codes = [("code", str(one)) for one in self.chosen] if self.which == CHOSEN else []
        return [("codes", self.which), *codes, *([("coder", str(coder))] if coder else [])]

    def link(self, *more: tuple[str, Any]) -> str:
        """Return the query of a link onwards."""
        return "?" + urlencode([*self.kept(), *more])


class MeetingForm(CodesForm):
    """Which codes meet, and how."""

    kind = forms.ChoiceField(required=False, choices=KINDS)
    within = forms.IntegerField(required=False, min_value=0, max_value=MOST_CHARACTERS)

    def to_meeting(self) -> Meeting:
        """Return what counts as meeting."""
        kind = Kind(self.cleaned_data.get("kind") or Kind.OVERLAP)
        within = self.cleaned_data.get("within")
        return Meeting(
            kind, (100 if within is None else within) if kind is Kind.WITHIN else 0, self.to_choice()
        )

    def kept(self) -> list[tuple[str, str]]:
        """Return what a link onwards has to say again."""
        meeting = self.to_meeting()
        within = [("within", str(meeting.within))] if meeting.kind is Kind.WITHIN else []
        return [("kind", str(meeting.kind)), *within, *super().kept()]


class MatrixForm(CodesForm):
    """Codes by what."""

    by = forms.CharField(required=False, max_length=60)
    across = forms.IntegerField(required=False, min_value=1, max_value=1_000_000)

    def to_by(self) -> By:
        """Return what the columns are."""
        return By.read(self.cleaned_data.get("by") or "")

    def kept(self) -> list[tuple[str, str]]:
        """Return what a link onwards has to say again."""
        return [("by", str(self.to_by())), *super().kept()]


class AgreementForm(CodesForm):
    """Whose coding is compared, and whether coefficients were asked for where they do not fit by themselves.

    ``meant``: who is compared in the end, so that links say it.
    """

    meant: tuple[UUID, ...] = ()

    @property
    def coders(self) -> tuple[UUID, ...]:
        """Return who was ticked."""
        return ids_of(self.data.getlist("who"))

    @property
    def asked(self) -> bool:
        """Whether coefficients were asked for."""
        return bool(self.data.get("asked") == "yes")

    def to_choice(self) -> Choice:
        """Return which codes: all of them, or those of a branch."""
        return Choice(branch=SubmissionField().clean(self.which))

    def kept(self) -> list[tuple[str, str]]:
        """Return what a link onwards has to say again."""
        branch = self.to_choice().branch
        who = [("who", str(one)) for one in self.meant or self.coders]
        said = [("codes", str(branch))] if branch else []
        return [*who, *said, *([("asked", "yes")] if self.asked else [])]


def ids_of(written: Sequence[str]) -> tuple[UUID, ...]:
    """Return the ids among what was written, each once."""
    found = (SubmissionField().clean(one) for one in written)
    return tuple(dict.fromkeys(one for one in found if one is not None))
