"""Roles as code. The same table drives the checks, the access matrix test and the page "Who can see what"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """One thing that a role may do. Whose record it may be done in is decided by `access`."""

    OWN_HOME = "see what is kept about me"
    READ_RECORD = "read entries of a record that are visible to me"
    WRITE_RECORD = "add and change entries of a record"
    DECIDE_VISIBILITY = "decide who sees entries of my record"
    SEE_LOOKS = "see who has looked at my record"
    EDIT_DETAILS = "change name, contact wishes and needs"
    INVITE_SUPPORTER = "invite a supporter"
    INVITE_PERSON = "invite a person to their own record"
    SEE_CASELOAD = "see the list of people my team supports"
    SEE_TODAY = "see what is due for the people I work with"
    ADD_PERSON = "open a record for somebody new"
    SEE_SHARED = "see what people have shared with me"
    SEE_TEAM = "see my team's people, workers and open promises"
    DECIDE_ERASURE = "decide, as the second person, that an entry is erased"
    EXPORT_RECORD = "make a copy of a whole record"
    MANAGE_ACCOUNTS = "create and close accounts"
    MANAGE_TEAMS = "create teams and say who works in them"
    MANAGE_MEASURES = "switch standard measures on and off"
    SEE_FIGURES = "see figures of my team, never of one person"
    SEE_HEALTH = "see backup state and health of the service"
    SEE_STUDIES = "see the studies that I work in"
    WORK_IN_STUDY = "set up studies, and do in them what my duty there allows"
    DRAW_MAP = "draw and change a map of connections, one's own or when asked to"
    LOG_STEP = "log a step of connecting, or suggest something for a map"
    USE_DIRECTORY = "look for places and activities nearby"
    KEEP_LOCAL = "add what is known of a place"
    MANAGE_DIRECTORY = "bring in the directory, and word the steps of connecting"
    KEEP_COMMUNITY = "keep what a team does in its community"
    KEEP_CONTACT = "keep that contact was tried or took place"
    HOLD_DOOR = "step back, pause, come back, and say whose decision it was"
    AGREE_NOTE = "write a note by two, and agree to it"
    MESSAGE_PEER = "send messages between a person and their peer worker"
    MATCH_PEER = "find a peer worker for somebody, or say yes or no to it"
    OWN_SPACE = "keep a space that nobody else reads, and supervision of one's own"
    RATE_PEER_SUPPORT = "say how true peer support is to its principles"
    SHARE_FOR_SAFETY = "pass something on for somebody's safety"
    WITHHOLD_SHARE = "withhold, for a time, what was passed on for somebody's safety"
    GIVE_TO_STUDY = "see the studies that I take part in, and give them words of my own record"
    MANAGE_PEERS = "set what peer workers may write down, and who supervises them"


class RoleName(StrEnum):
    """The seven roles."""

    PERSON = "person"
    SUPPORTER = "supporter"
    WORKER = "worker"
    PEER_WORKER = "peer_worker"
    TEAM_LEAD = "team_lead"
    RESEARCHER = "researcher"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its name, what it is for, and what it may do."""

    name: RoleName
    title: str | Promise
    purpose: str | Promise
    permissions: frozenset[Permission]


_STAFF = frozenset(
    {
        Permission.READ_RECORD,
        Permission.WRITE_RECORD,
        Permission.EDIT_DETAILS,
        Permission.INVITE_PERSON,
        Permission.SEE_CASELOAD,
        Permission.SEE_TODAY,
        Permission.ADD_PERSON,
        Permission.SEE_FIGURES,
        Permission.DRAW_MAP,
        Permission.LOG_STEP,
        Permission.USE_DIRECTORY,
        Permission.KEEP_LOCAL,
        Permission.KEEP_COMMUNITY,
        Permission.KEEP_CONTACT,
        Permission.HOLD_DOOR,
        Permission.MATCH_PEER,
        Permission.SHARE_FOR_SAFETY,
    }
)

ROLES: dict[RoleName, Role] = {
    role.name: role
    for role in (
        Role(
            RoleName.PERSON,
            _("Person"),
            _("Says what matters, follows own goals, sees everything kept and who looked."),
            frozenset(
                {
                    Permission.OWN_HOME,
                    Permission.READ_RECORD,
                    Permission.WRITE_RECORD,
                    Permission.DECIDE_VISIBILITY,
                    Permission.SEE_LOOKS,
                    Permission.EDIT_DETAILS,
                    Permission.INVITE_SUPPORTER,
                    Permission.EXPORT_RECORD,
                    Permission.DRAW_MAP,
                    Permission.LOG_STEP,
                    Permission.USE_DIRECTORY,
                    Permission.KEEP_LOCAL,
                    Permission.HOLD_DOOR,
                    Permission.AGREE_NOTE,
                    Permission.MESSAGE_PEER,
                    Permission.MATCH_PEER,
                    Permission.RATE_PEER_SUPPORT,
                    Permission.GIVE_TO_STUDY,
                }
            ),
        ),
        Role(
            RoleName.SUPPORTER,
            _("Supporter"),
            _("Invited by a person. Sees only what that person shares."),
            frozenset(
                {
                    Permission.READ_RECORD,
                    Permission.SEE_SHARED,
                    Permission.DRAW_MAP,
                    Permission.LOG_STEP,
                    Permission.USE_DIRECTORY,
                }
            ),
        ),
        Role(
            RoleName.WORKER,
            _("Worker"),
            _("Prepares and holds visits with people of the team, and keeps what was promised."),
            _STAFF,
        ),
        Role(
            RoleName.PEER_WORKER,
            _("Peer worker"),
            _("Stays in touch as somebody who has been there. Sees only what people share with them."),
            frozenset(
                {
                    Permission.READ_RECORD,
                    Permission.SEE_SHARED,
                    Permission.DRAW_MAP,
                    Permission.LOG_STEP,
                    Permission.USE_DIRECTORY,
                    Permission.KEEP_LOCAL,
                    Permission.KEEP_COMMUNITY,
                    Permission.KEEP_CONTACT,
                    Permission.HOLD_DOOR,
                    Permission.AGREE_NOTE,
                    Permission.MESSAGE_PEER,
                    Permission.MATCH_PEER,
                    Permission.OWN_SPACE,
                    Permission.RATE_PEER_SUPPORT,
                    Permission.SHARE_FOR_SAFETY,
                }
            ),
        ),
        Role(
            RoleName.TEAM_LEAD,
            _("Team lead"),
            _("Sees whether support really happens in the team. Ranks nobody."),
            _STAFF | {Permission.SEE_TEAM, Permission.DECIDE_ERASURE, Permission.WITHHOLD_SHARE},
        ),
        Role(
            RoleName.RESEARCHER,
            _("Researcher"),
            _("Works in studies that people have consented to. Sees no record."),
            frozenset({Permission.SEE_STUDIES, Permission.WORK_IN_STUDY}),
        ),
        Role(
            RoleName.ADMINISTRATOR,
            _("Administrator"),
            _("Runs the service: accounts, teams, backup. Reads no record."),
            frozenset(
                {
                    Permission.MANAGE_ACCOUNTS,
                    Permission.MANAGE_TEAMS,
                    Permission.MANAGE_MEASURES,
                    Permission.MANAGE_DIRECTORY,
                    Permission.MANAGE_PEERS,
                    Permission.SEE_HEALTH,
                }
            ),
        ),
    )
}

STAFF_ROLES = frozenset(
    {
        RoleName.WORKER,
        RoleName.PEER_WORKER,
        RoleName.TEAM_LEAD,
        RoleName.RESEARCHER,
        RoleName.ADMINISTRATOR,
    }
)
TEAM_SIGHT = frozenset({RoleName.WORKER, RoleName.TEAM_LEAD})
