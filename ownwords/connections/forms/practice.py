"""The form of a practice check: for each area a value from 1 to 9 and an example, each of which may stay empty."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ownwords.connections.actions.practice import MOST_EXAMPLE, Seen
from ownwords.connections.method.practice import practice_areas
from ownwords.connections.models import PracticeCheck
from ownwords.people.forms.fields import ChosenField, WordsField
from ownwords.people.forms.sight import Tokens


class PracticeForm(Tokens):
    """How somebody sees the areas; ``check`` is the one that is changed."""

    def __init__(self, *args: Any, check: PracticeCheck | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        before = {row.area: row for row in check.ratings.all()} if check else {}
        if check is not None:
            self.fields["version"].initial = check.version
        areas = practice_areas()
        ends = _("1 means %(low)s, 9 means %(high)s.") % {
            "low": _(areas.low_words),
            "high": _(areas.high_words),
        }
        values = [(str(value), str(value)) for value in range(areas.low, areas.high + 1)]
        for area in areas.areas:
            row = before.get(area.key)
            self.fields[f"value_{area.key}"] = ChosenField(
                label=_(area.label),
                help_text=ends,
                required=False,
                choices=[*values, ("", _("not now"))],
                initial=str(row.value or "") if row else "",
            )
            self.fields[f"example_{area.key}"] = WordsField(
                label=_("An example"),
                help_text=_(area.prompt),
                required=False,
                rows=2,
                most=MOST_EXAMPLE,
                initial=row.example if row else "",
            )

    @property
    def pairs(self) -> list[tuple[Any, Any]]:
        """The fields of each area together: value, example."""
        keys = [area.key for area in practice_areas().areas]
        return [(self[f"value_{key}"], self[f"example_{key}"]) for key in keys]

    def to_seen(self) -> dict[str, Seen]:
        """Return what was said, for the action."""
        typed = self.cleaned_data
        found = {}
        for area in practice_areas().areas:
            value = typed[f"value_{area.key}"]
            found[area.key] = Seen(int(value) if value else None, typed[f"example_{area.key}"])
        return found
