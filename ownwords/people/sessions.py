"""How long a session lives, how it is found again, and how it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import HttpRequest

from ownwords.people.roles import STAFF_ROLES, RoleName
from ownwords.people.viewer import ROLE_KEY

LAST_SEEN = "last_seen"
OPENED_AT = "opened_at"
UNKNOWN_ADDRESS = "0.0.0.0"  # noqa: S104  (nothing is bound: the column needs an address where none is known)


def idle_seconds(role: RoleName | str) -> int:
    """Return after how many seconds without a request a session ends: shorter for staff than for people."""
    minutes = settings.ENV.idle_staff if role in STAFF_ROLES else settings.ENV.idle_person
    return int(minutes) * 60


def is_over(session: Mapping[str, Any], now: int) -> bool:
    """Whether a session has been idle too long for its role, or has reached its absolute end.

    `now` and the moments in the session are seconds since 1970.
    """
    idle = now - session.get(LAST_SEEN, now) > idle_seconds(session.get(ROLE_KEY, ""))
    return idle or now - session.get(OPENED_AT, now) > settings.SESSION_COOKIE_AGE


def remember_session(request: HttpRequest, account: Any) -> None:
    """Keep that this session belongs to this account, so that it can be listed and ended from elsewhere."""
    if not request.session.session_key:
        request.session.save()
    from allauth.account.adapter import get_adapter

    known = "REMOTE_ADDR" in request.META
    UserSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={
            "user": account,
            "ip": get_adapter().get_client_ip(request) if known else UNKNOWN_ADDRESS,
            "user_agent": request.headers.get("User-Agent", "")[:200],
        },
    )


def end_sessions(account_id: UUID, *, but: str | None = None) -> int:
    """End every session of an account at once, except the one with the key `but`. Returns how many ended.

    Call it inside the transaction of what made it necessary.
    """
    return _end(UserSession.objects.filter(user_id=account_id).exclude(session_key=but or ""))


def end_one(account_id: UUID, session_id: int) -> int:
    """End one session of an account by the id under which it is listed. Returns how many ended: 1 or 0."""
    return _end(UserSession.objects.filter(user_id=account_id, pk=session_id))


def _end(known: QuerySet[UserSession]) -> int:
    keys = list(known.values_list("session_key", flat=True))
    known.delete()
    ended, _kinds = Session.objects.filter(session_key__in=keys).delete()
    return ended
