"""What taking in the people of a caseload export would do: who is new, who is known, who cannot be taken and why.

Nobody is added twice: somebody with the same NHS number is known, and without one somebody with the same name and
date of birth. Whoever is known stays exactly as they are: what people and teams wrote here counts for more than an
export.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ownwords.exchange.method.caseload import Reading, SoundRow
from ownwords.exchange.method.caseload_values import shown
from ownwords.exchange.queries.caseload_known import Known, Teams
from ownwords.exchange.queries.caseload_plan import Newcomer, Plan, Problem
from ownwords.people.models import Organisation, Team

# What fits into the columns; an export's cell may be longer.
LONGEST = {
    "name": 200,
    "full_name": 300,
    "pronouns": 60,
    "phone": 60,
    "ethnicity_words": 300,
    "language_words": 100,
}


def plan_import(reading: Reading, *, organisation: Organisation, team: Team | None = None) -> Plan:
    """Say what taking the sound rows of a file into an organisation would do.

    Args:
        reading: what `read_caseload` made of the file.
        organisation: whose people they are.
        team: the team for every row, whatever the file says; None takes each row's own.
    """
    teams, known = Teams(organisation, team), Known(organisation)
    newcomers: list[Newcomer] = []
    problems: list[Problem] = []
    number = 0
    for row in reading.sound:
        if known.has(row):
            number += 1
        elif wrong := [*_too_long(row), *teams.problems(row)]:
            problems += wrong
        else:
            newcomers.append(Newcomer(row, *teams.place(row)))
    return Plan(organisation, tuple(newcomers), number, tuple(problems), tuple(sorted(teams.unmatched)))


def _too_long(row: SoundRow) -> Iterator[Problem]:
    for name, most in LONGEST.items():
        if len(value := getattr(row, name)) > most:
            yield Problem(row.line, name, shown(value), _("This is longer than fits."), "too-long")
