"""Who is who: organisations, teams, accounts, people, and how they stand to each other over time."""

from ownwords.people.models.accounts import Account, Appointment, Invitation
from ownwords.people.models.erasures import ErasureRequest
from ownwords.people.models.parts import ThingShare
from ownwords.people.models.people import Person, Placement, Relationship, Visibility
from ownwords.people.models.teams import Membership, Organisation, Team

__all__ = [
    "Account",
    "Appointment",
    "ErasureRequest",
    "Invitation",
    "Membership",
    "Organisation",
    "Person",
    "Placement",
    "Relationship",
    "Team",
    "ThingShare",
    "Visibility",
]
