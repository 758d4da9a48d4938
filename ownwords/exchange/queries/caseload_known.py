"""Whom an organisation knows already, and in which teams its people are taken in."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ownwords.exchange.method.caseload import SoundRow
from ownwords.exchange.method.caseload_values import shown
from ownwords.exchange.queries.caseload_plan import Problem
from ownwords.people.method.folding import fold
from ownwords.people.models import Membership, Organisation, Person, Team
from ownwords.people.models.spans import current

BATCH = 2_000

Key = tuple[str, date | None]


class Teams:
    """The teams of the organisation by folded name, and who works in them."""

    def __init__(self, organisation: Organisation, forced: Team | None) -> None:
        self._forced = forced
        rows = Team.objects.filter(organisation=organisation).order_by("name")
        self._teams = {fold(team.name): team for team in rows}
        self._workers: dict[tuple[UUID, str], list[UUID]] = {}
        members = Membership.objects.filter(
            current(), team__organisation=organisation, role__in=("worker", "team_lead")
        ).values_list("team_id", "account__name", "account_id")
        for team_id, name, account_id in members:
            found = self._workers.setdefault((team_id, _name_key(name)), [])
            if account_id not in found:
                found.append(account_id)
        self.unmatched: set[str] = set()

    def problems(self, row: SoundRow) -> list[Problem]:
        """Return why a row has no team; nothing when it has one."""
        if self._of(row):
            return []
        known = ", ".join(team.name for team in self._teams.values()) or _("none yet")
        reason = _("There is no such team.") if row.team else _("This row names no team.")
        return [Problem(row.line, "team", shown(row.team), f"{reason} {_('Teams:')} {known}.", "team")]

    def place(self, row: SoundRow) -> tuple[UUID, UUID | None]:
        """Return the team of a row, and the one worker there whom its care co-ordinator names."""
        team = self._of(row)
        assert team is not None, row  # noqa: S101  (`problems` was asked first)
        found = self._workers.get((team.id, _name_key(row.care_coordinator)), [])
        if row.care_coordinator and len(found) != 1:
            self.unmatched.add(shown(row.care_coordinator))
        return team.id, found[0] if len(found) == 1 else None

    def _of(self, row: SoundRow) -> Team | None:
        return self._forced or self._teams.get(fold(row.team))


class Known:
    """The people whom the organisation knows, by NHS number and by name and date of birth."""

    def __init__(self, organisation: Organisation) -> None:
        self._numbers: set[str] = set()
        self._births: dict[Key, set[str | None]] = {}
        rows = Person.objects.filter(organisation=organisation).values_list(
            "nhs_number", "date_of_birth", "called", "full_name"
        )
        for number, born, called, full_name in rows.iterator(chunk_size=BATCH):
            if number:
                self._numbers.add(number)
            for name in {called, full_name} - {""}:
                self._births.setdefault((_name_key(name), born), set()).add(number)

    def has(self, row: SoundRow) -> bool:
        """Whether the person of a row is here: two different NHS numbers are two people, whatever else fits."""
        if row.nhs_number and row.nhs_number in self._numbers:
            return True
        for name in {row.name, row.full_name} - {""}:
            numbers = self._births.get((_name_key(name), row.date_of_birth), set())
            if any(not (number and row.nhs_number) for number in numbers):
                return True
        return False


def _name_key(name: str) -> str:
    """Return a name without accents and order: "SMITH Jane" is "Jane Smith"."""
    return " ".join(sorted(fold(name).split())) or name
