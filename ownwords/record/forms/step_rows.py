"""The rows in which earlier steps and promises are looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from ownwords.people.forms.fields import ChosenField, LineField, VersionField
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.record.actions.steps import MOST_WORDS, Review
from ownwords.record.forms.steps import Status, status_choices
from ownwords.record.models import Step

MOST_ROWS = 100


def row_name(step_id: UUID, part: str) -> str:
    """Return the name of a field of one row: `review_<id>_status`."""
    return f"review_{step_id.hex}_{part}"


def ids_in(data: Any) -> list[UUID]:
    """Return the ids of the rows that a form was sent with."""
    found = []
    for name in list(data)[:2_000]:
        if name.startswith("review_") and name.endswith("_version"):
            try:
                found.append(UUID(hex=name[len("review_") : -len("_version")]))
            except ValueError:
                continue
    return found[:MOST_ROWS]


def sent_steps(data: Any) -> list[Step]:
    """Return the steps that a form was sent with, by id alone: only a page that shows them again reads them."""
    return [Step(id=step_id) for step_id in ids_in(data)]


class ReviewRows:
    """Part of a form: one row for each earlier step, asked before anything else."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]
    data: Any
    steps: Sequence[Step]

    def add_rows(self, steps: Iterable[Step]) -> None:
        """Add status, words and version of each step."""
        self.steps = tuple(steps)
        for step in self.steps:
            self.fields[row_name(step.id, "version")] = VersionField(initial=step.version)
            self.fields[row_name(step.id, "status")] = ChosenField(
                label=step.words,
                choices=status_choices(step, let_go=False),
                required=False,
                initial=Status.OPEN,
            )
            self.fields[row_name(step.id, "what_happened")] = LineField(
                label=_("What happened"), required=False, most=MOST_WORDS
            )

    def name_rows(self, steps: Iterable[Step]) -> None:
        """Put the steps themselves into rows that were built from the ids a form was sent with."""
        self.steps = tuple(steps)
        for step in self.steps:
            self.fields[row_name(step.id, "status")].label = step.words

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows for the page: the step, and its two fields."""
        return [
            {
                "step": step,
                "status": self[row_name(step.id, "status")],  # type: ignore[index]
                "what": self[row_name(step.id, "what_happened")],  # type: ignore[index]
            }
            for step in self.steps
        ]

    def to_reviews(self) -> list[Review]:
        """Return the answers that say something; a step left open without a word is no answer."""
        reviews = []
        for step in self.steps:
            version, status, what = (
                self.cleaned_data[row_name(step.id, part)] for part in ("version", "status", "what_happened")
            )
            if (status or Status.OPEN) != Status.OPEN or what.strip():
                reviews.append(
                    Review(step.id, version, status or Status.OPEN, what, field=row_name(step.id, ""))
                )
        return reviews


def saying_so(form: Any, action: Any) -> Any:
    """Run an action; what somebody else has changed meanwhile becomes words on the form, which takes up its version.

    Everything typed stays, and sending the form again is a choice made knowing what stands there now. For texts that
    would be overwritten there is the page with both versions instead.
    """
    try:
        return action()
    except StaleEdit as stale:
        raise _taken_up(form, stale.current) from stale


def _taken_up(form: Any, current: Any) -> Refused:
    form.data = form.data.copy()
    if not isinstance(current, Step):
        form.data["version"] = str(current.version)
        said = _(
            "Meanwhile somebody has changed this. It now says: “%(words)s”. Send the form again if it still fits."
        )
        return Refused({"": said % {"words": current.words}})
    form.data[row_name(current.id, "version")] = str(current.version)
    state = str(Status(current.status).label)
    if current.what_happened:
        state = f"{state}, “{current.what_happened}”"
    said = _(
        "Meanwhile somebody has changed this: “%(words)s”, %(state)s. Send the form again to put your answer."
    )
    return Refused({row_name(current.id, "status"): said % {"words": current.words, "state": state}})
