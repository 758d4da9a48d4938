"""Open sessions of one's own account, each with the device in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One of somebody's own sessions."""

    id: int
    began: datetime
    device: str
    address: str
    is_this: bool


def open_sessions(account_id: UUID, this_key: str | None) -> list[OpenSession]:
    """Return the sessions of an account that are still open, this one first, then the newest."""
    alive = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=timezone.now())
    rows = UserSession.objects.filter(Exists(alive), user_id=account_id).order_by("-created_at")
    found = [
        OpenSession(row.pk, row.created_at, device(row.user_agent), row.ip, row.session_key == this_key)
        for row in rows
    ]
    return sorted(found, key=lambda session: not session.is_this)


_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)

_MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device(user_agent: str) -> str:
    """Return a browser and machine in words, as far as the browser tells.

    >>> device("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1")
    'Safari on iPhone'
    """
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    machine = next((name for mark, name in _MACHINES if re.search(rf"\b{mark}\b", user_agent)), "")
    if browser and machine:
        return _("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or _("A browser that does not tell its name")
