"""Where the sign-in library meets our rules."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs themselves up: a person comes by invitation, staff are added by an administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse sign-up without an invitation."""
        return False
