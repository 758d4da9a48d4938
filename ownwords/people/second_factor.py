"""Staff need a second factor: without one, the only page they reach is the one that sets it up."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import authentication_step_completed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from ownwords.people.roles import STAFF_ROLES
from ownwords.people.viewer import Viewer

SESSION_KEY = "second_factor"
# Recovery codes open a session, but do not count as having a factor: they are what is left when it is lost.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def redirect_if_missing(request: HttpRequest, viewer: Viewer) -> HttpResponse | None:
    """Return a redirect to the set-up page for staff whose session was not opened with a second factor."""
    if viewer.role not in STAFF_ROLES or request.session.get(SESSION_KEY):
        return None
    return HttpResponseRedirect(resolve_url("second_factor"))


def has_factor(account_id: Any) -> bool:
    """Whether an account has an authenticator app or a passkey."""
    return Authenticator.objects.filter(user_id=account_id, type__in=FACTORS).exists()


@receiver(authentication_step_completed, dispatch_uid="ownwords.factor_used")
def _used(request: HttpRequest, user: Any, method: str, **kwargs: Any) -> None:
    """Count a session as two-step when its own account proves the factor while signed in."""
    if method == "mfa" and request.user.is_authenticated and request.user.pk == user.pk:
        request.session[SESSION_KEY] = True


@receiver(authenticator_added, dispatch_uid="ownwords.factor_added")
def _added(request: HttpRequest, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """Count a session as two-step once its account has set up a factor: it was proven in doing so."""
    if authenticator.type in FACTORS and request.user.is_authenticated and request.user.pk == user.pk:
        request.session[SESSION_KEY] = True


@receiver(authenticator_removed, dispatch_uid="ownwords.factor_removed")
def _removed(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Take the mark back when the last factor is gone."""
    if not has_factor(user.pk):
        request.session[SESSION_KEY] = False
