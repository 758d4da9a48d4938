"""The form of what a team does in its community: one text must be given, everything else may stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.connections.actions.community import MOST_LINE, MOST_WORDS, Work
from ownwords.connections.models import CommunityWork, DirectoryService
from ownwords.people.forms.fields import ChosenField, DatePartsField, LineField, WordsField
from ownwords.people.forms.sight import Tokens


class CommunityForm(Tokens):
    """What, when, where, whom.

    Args:
        row: what stands there, when it is changed.
        services: places of the directory to choose from; the field is left out when there are none.
    """

    def __init__(
        self,
        *args: Any,
        row: CommunityWork | None = None,
        services: Sequence[DirectoryService] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if row is not None:
            self.fields["version"].initial = row.version
        chosen = self._first_service(row, services)
        self.fields["words"] = WordsField(
            label=_("What did you do?"),
            rows=2,
            most=MOST_WORDS,
            initial=row.words if row else "",
            help_text=_("For example: “Went to see the repair café; they would welcome new people.”"),
        )
        self.fields["place_words"] = LineField(
            label=_("Where?"),
            required=False,
            most=MOST_LINE,
            initial=row.place_words if row else "",
            help_text=_("The place or group, as people call it."),
        )
        if services:
            found = [(str(one.id), service_words(one)) for one in services]
            self.fields["service"] = ChosenField(
                label=_("Is it one of these in the directory?"),
                required=False,
                choices=[*found, ("", _("none of these"))],
                initial=chosen,
            )
        self.fields["contact_words"] = LineField(
            label=_("Whom did you meet there, in their work role?"),
            required=False,
            most=MOST_LINE,
            initial=row.contact_words if row else "",
            help_text=_("For example: “Bea, who runs it”. Nobody who uses the service."),
        )
        self.fields["did_on"] = DatePartsField(
            label=_("When?"),
            required=False,
            initial=row.did_on if row else None,
            help_text=_("Empty means today."),
        )

    @staticmethod
    def _first_service(row: CommunityWork | None, services: Sequence[DirectoryService]) -> str:
        if row is not None:
            return str(row.service_id or "")
        return str(services[0].id) if len(services) == 1 else ""

    @staticmethod
    def values_of(row: CommunityWork) -> dict[str, Any]:
        """Return what the fields hold for work as it stands now."""
        plain = {name: getattr(row, name) for name in ("words", "place_words", "contact_words", "did_on")}
        return {**plain, "service": str(row.service_id or "")}

    def to_work(self) -> Work:
        """Return what was done, for the action."""
        typed = self.cleaned_data
        service = typed.get("service") or ""
        return Work(
            words=typed["words"],
            did_on=typed["did_on"],
            place_words=typed["place_words"],
            service_id=UUID(service) if service else None,
            contact_words=typed["contact_words"],
        )


def service_words(service: DirectoryService) -> str:
    """Return a service's name, and whose it is where that says more."""
    other = service.organisation if service.organisation != service.name else ""
    return f"{service.name} ({other})" if other else service.name
