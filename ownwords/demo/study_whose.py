"""Whose the made-up study is: the researcher who leads it and the one who codes beside them, by sign-in name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ownwords.demo.study import LEAD, SECOND
from ownwords.people.models import Account, Appointment, Organisation
from ownwords.people.models.spans import current


class NobodyFits(Exception):
    """It cannot be said whose the study would be. ``str()`` is the sentence to show."""


class Whose(NamedTuple):
    """Who leads the study, and who codes beside them, if anybody does."""

    lead: Account
    second: Account | None


def find_researchers(*, into: str = "", lead: str = "", second: str = "") -> Whose:
    """Return the researchers that are named, or the demonstration's, or the only one there is.

    Args:
        into: an organisation's name; "" where the researcher says enough.
        lead, second: sign-in names.

    Raises:
        NobodyFits: no such organisation or researcher, or several and none is named.
    """
    leads = _one(_researchers(_organisation(into)), lead)
    office = Appointment.objects.filter(current(), account=leads, role=Appointment.Role.RESEARCHER)
    beside = _researchers(office.select_related("organisation")[0].organisation)
    beside.pop(str(leads.signin_name), None)
    if second:
        return Whose(leads, _named(beside, second))
    return Whose(leads, beside.get(SECOND) if leads.signin_name == LEAD else None)


def _organisation(name: str) -> Organisation | None:
    if not name:
        return None
    found = Organisation.objects.filter(name__iexact=name.strip()).first()
    if found is None:
        raise NobodyFits(f"There is no organisation called “{name}”.")
    return found


def _researchers(at: Organisation | None) -> dict[str, Account]:
    offices = Appointment.objects.filter(current(), role=Appointment.Role.RESEARCHER, account__is_active=True)
    if at is not None:
        offices = offices.filter(organisation=at)
    return {str(one.account.signin_name): one.account for one in offices.select_related("account")}


def _one(found: Mapping[str, Account], name: str) -> Account:
    if name:
        return _named(found, name)
    if LEAD in found:
        return found[LEAD]
    if not found:
        raise NobodyFits("Nobody is a researcher there today. Make an account with that role first.")
    if len(found) > 1:
        raise NobodyFits(f"Say with --as who leads the study: {', '.join(sorted(found))}.")
    return next(iter(found.values()))


def _named(found: Mapping[str, Account], name: str) -> Account:
    if name not in found:
        raise NobodyFits(f"Nobody who signs in as “{name}” is a researcher there today.")
    return found[name]
