"""Where the sign-in library meets our rules: who may come in, what a new session holds, what is said about it."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.contrib.auth.signals import user_logged_in
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.ledger.actions import note_act
from ownwords.ledger.verbs import Verb
from ownwords.people import notices, second_factor
from ownwords.people.models import Account
from ownwords.people.sessions import OPENED_AT, remember_session
from ownwords.people.viewer import ROLE_KEY, held_by

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
LONGEST_PASSWORD = 200
FEWEST_SIGNS = 4

# What the library wants to say, by the name of its text, in our own words. What is not here is not said.
SAID = {
    "account/messages/password_changed.txt": gettext_lazy(
        "Your password is changed. Other devices are signed out."
    ),
    "account/messages/password_set.txt": gettext_lazy("Your password is set."),
    "mfa/messages/totp_activated.txt": gettext_lazy("Your authenticator app is set up."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("Your authenticator app is no longer used."),
    "mfa/messages/recovery_codes_generated.txt": gettext_lazy("You have new recovery codes."),
    "mfa/messages/webauthn_added.txt": gettext_lazy("Your passkey is set up."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("The passkey is removed."),
}


class NotTooLong:
    """A limit on passwords far above any that is typed or kept in a safe: hashing must not be a way to tire us."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse more than 200 characters."""
        if len(password) > LONGEST_PASSWORD:
            raise ValidationError(
                _("This password is too long. It may have up to %(most)s characters.")
                % {"most": LONGEST_PASSWORD}
            )

    def get_help_text(self) -> str:
        """Say the limit."""
        return _("Your password may have up to %(most)s characters.") % {"most": LONGEST_PASSWORD}


class NotGuessable(CommonPasswordValidator):
    """Refuses the common passwords that Django ships, one of them said twice, and the names of this very place."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse what is tried first: common words, their repetition, the sign-in name, the product's name."""
        super().validate(password, user)
        plain = password.lower().strip()
        unit = (plain + plain).find(plain, 1)  # the shortest piece that, repeated, gives the whole
        super().validate(plain[:unit], user)
        rest = plain
        for word in ("ownwords", "password", getattr(user, "signin_name", "") or "ownwords"):
            rest = rest.replace(word.lower(), "")
        if len(set(rest)) < FEWEST_SIGNS:
            raise ValidationError(_("This password is too easy to guess. Choose another one."))


def display(account: Account) -> str:
    """Return the name by which the library's pages call somebody."""
    return account.name


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs themselves up: a person comes by invitation, staff are added by an administrator."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": gettext_lazy(
            "The sign-in name or the password is not right. Check both and try again."
        ),
        "email_password_mismatch": gettext_lazy(
            "The sign-in name or the password is not right. Check both and try again."
        ),
        "too_many_login_attempts": gettext_lazy(
            "There were too many tries. Wait five minutes, then try again, or use a passkey."
        ),
        "incorrect_password": gettext_lazy("That password is not right."),
        "enter_current_password": gettext_lazy("That is not your present password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse sign-up without an invitation."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the first page, which knows where each role starts."""
        return "/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the page that says it."""
        return reverse("signed_out")

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Turn away a closed account that came with a passkey."""
        notices.note(request, _("This account is closed. Ask the team that runs the service."))
        return HttpResponseRedirect(reverse("account_login"))

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say in our words what the library has done; say nothing where a page already shows it."""
        if message:
            notices.note(request, str(message))
        elif message_template in SAID:
            say = notices.done if level == messages.SUCCESS else notices.note
            say(request, str(SAID[message_template]))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send the one letter there is: how to choose a new password."""
        if template_prefix == "account/email/password_reset_key":
            text = _(
                "Somebody, most likely you, asked to choose a new password for Ownwords.\n\n"
                "Open this address within one hour:\n%(url)s\n\n"
                "Your second step at sign-in stays as it is. If it was not you, do nothing.\n"
            ) % {"url": context["password_reset_url"]}
            EmailMessage(_("Choose a new password"), text, to=[email]).send()

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send no letters about changes: the account page shows them."""

    def get_user_search_fields(self) -> list[str]:
        """Name the only fields by which an account is looked up."""
        return ["signin_name", "email"]


class FactorAdapter(DefaultMFAAdapter):
    """The second step at sign-in, in our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("That code is not right, or it has been used. Wait for the next one."),
    }

    def _get_user_identifier(self, user: Any) -> str:
        return str(user.signin_name)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """Name a new passkey after the day."""
        from django.utils import timezone
        from django.utils.formats import date_format

        return _("Passkey of %(day)s") % {"day": date_format(timezone.localdate(), "j F Y")}


def open_session(request: HttpRequest, account: Account, *, second_step: bool = False) -> None:
    """Sign an account in on this browser without asking for a password: an invitation, or the demonstration.

    The session gets a new key, whatever it was before.
    """
    if request.user.is_authenticated:
        request.session.flush()
    login(request, account, backend=BACKEND)
    request.session[second_factor.SESSION_KEY] = second_step


@receiver(user_logged_in, dispatch_uid="ownwords.session_opened")
def _session_opened(sender: type, request: HttpRequest, user: Account, **kwargs: Any) -> None:
    """Give a fresh session what ours hold: the role, when it was opened, and whether a second step was taken."""
    held = held_by(user.id)
    session = request.session
    session[ROLE_KEY] = held[0].role.value if held else ""
    session[OPENED_AT] = int(time.time())
    methods = {record.get("method") for record in get_authentication_records(request, user)}
    session[second_factor.SESSION_KEY] = "mfa" in methods
    with transaction.atomic():
        remember_session(request, user)
        note_act(verb=Verb.SIGNED_IN, actor_id=user.id, role=session[ROLE_KEY])
