"""What forms share: hidden tokens, and the question who may see it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField, SeveralField, SubmissionField, VersionField
from ownwords.people.models import Visibility
from ownwords.people.queries.circle import Circle
from ownwords.people.sight import Sight

SIGHT = frozenset({"visibility", "named"})


def circle_choices(circle: Circle) -> list[tuple[str, str]]:
    """Return everybody who can be named to see an entry: those beside the person first, then the team."""
    named = {str(who): f"{name} ({label})" if label else name for who, name, label in circle.beside}
    for who, name in circle.team_members:
        named.setdefault(str(who), name)
    return list(named.items())


class Tokens(forms.Form):
    """Submission and version, and a form that can be filled with a draft."""

    submission = SubmissionField()
    version = VersionField()

    def fill(self, draft: QueryDict) -> None:
        """Show what was typed before and not saved; the form stays unbound, so nothing is called wrong yet."""
        for name, field in self.fields.items():
            if name not in ("submission", "version"):
                self.initial[name] = field.widget.value_from_datadict(draft, {}, self.add_prefix(name))


class SightForm(Tokens):
    """Who may see an entry: a level, and people by name."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, **options: Any) -> None:
        super().__init__(*args, **options)
        self.opened = opened
        self.add_sight(circle)

    def add_sight(self, circle: Circle) -> None:
        """Add the two fields. Staff are not offered "only me": it is the person's."""
        own = self.opened.is_own
        self.fields["visibility"] = ChosenField(
            label=_("Who can see this?"), choices=_levels(self.opened), initial=self._first_level()
        )
        people = circle_choices(circle)
        if people:
            self.fields["named"] = SeveralField(
                label=_("People you name") if own else _("People named"),
                help_text=_("Supporters and peer workers see only what is shared with them by name."),
                choices=people,
                required=False,
                initial=[] if own else [str(self.opened.viewer.account_id)],
            )

    def _first_level(self) -> str:
        level = self.opened.person.default_visibility
        return Visibility.NAMED if level == Visibility.ME and not self.opened.is_own else level

    def clean(self) -> dict[str, Any]:
        """Refuse "the people I name" without a name."""
        typed = super().clean() or self.cleaned_data
        if (
            typed.get("visibility") == Visibility.NAMED
            and not typed.get("named")
            and "named" not in self.errors
        ):
            message = _("Choose at least one name, or another answer to who can see this.")
            self.add_error("named" if "named" in self.fields else "visibility", message)
        return typed

    def to_sight(self) -> Sight | None:
        """Return the answer; None when the form does not ask, so that the person's own default holds."""
        level = self.cleaned_data.get("visibility")
        if not level:
            return None
        named = () if level == Visibility.ME else self.cleaned_data.get("named", ())
        return Sight(level, tuple(UUID(who) for who in named))


def _levels(opened: Opened) -> list[tuple[str, str]]:
    if opened.is_own:
        return [(str(value), str(label)) for value, label in Visibility.choices]
    called = {"person": opened.person.called}
    return [
        (str(Visibility.TEAM), _("%(person)s and the team") % called),
        (str(Visibility.NAMED), _("%(person)s and the people named") % called),
    ]
