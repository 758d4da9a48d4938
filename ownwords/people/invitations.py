"""The secret of an invitation link: made once, shown once, kept as a hash."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

LIVES = timedelta(days=14)
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def make_secret() -> str:
    """Return a fresh secret: 256 bits, 43 characters that need no escaping in an address."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """Return what is kept of a secret. It is too long to be guessed, so a plain SHA-256 is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_secret(text: str) -> bool:
    """Whether a text has the form of a secret at all."""
    return _SECRET.fullmatch(text) is not None


def still_open(now: datetime | None = None) -> Q:
    """Return the condition "can still be used": neither used, nor withdrawn, nor run out."""
    return Q(used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now or timezone.now())
