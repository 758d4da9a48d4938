"""How long a session lives, and how it ends."""

from __future__ import annotations

from django.conf import settings

from ownwords.people.roles import STAFF_ROLES, RoleName


def idle_seconds(role: RoleName | str) -> int:
    """Return after how many seconds without a request a session ends: shorter for staff than for people."""
    minutes = settings.ENV.idle_staff if role in STAFF_ROLES else settings.ENV.idle_person
    return int(minutes) * 60
