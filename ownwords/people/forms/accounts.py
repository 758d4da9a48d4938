"""The forms of signing in and of accounts. What is allowed is decided by the actions, not here."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

PASSWORD_HINT = _(
    "At least 12 characters. Three or four words in a row are easy to remember. You can paste it."
)


class Plain:
    """Gives the library's forms our labels, and takes its placeholders away: they vanish when somebody types."""

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            if name == "code":
                field.widget.attrs.update(
                    autocomplete="one-time-code", inputmode="numeric", spellcheck="false"
                )


class SignInForm(Plain, account.LoginForm):
    """Sign-in name or e-mail address, and password."""

    labels = {"login": _("Sign-in name or e-mail address"), "password": _("Password")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs.update(
            autocomplete="username", autocapitalize="none", spellcheck="false"
        )
        self.fields["login"].error_messages["required"] = _("Enter your sign-in name or e-mail address.")
        self.fields["password"].error_messages["required"] = _("Enter your password.")


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    """The present password, and the new one twice."""

    labels = {
        "oldpassword": _("Present password"),
        "password1": _("New password"),
        "password2": _("New password again"),
    }
    hints = {"password1": PASSWORD_HINT}


class SetPasswordForm(Plain, account.SetPasswordForm):
    """A first password, twice."""

    labels = {"password1": _("Password"), "password2": _("Password again")}
    hints = {"password1": PASSWORD_HINT}


class ReauthenticateForm(Plain, account.ReauthenticateForm):
    """The password once more."""

    labels = {"password": _("Password")}


class ResetPasswordForm(Plain, account.ResetPasswordForm):
    """Where to send the letter."""

    labels = {"email": _("E-mail address")}


class ResetPasswordKeyForm(Plain, account.ResetPasswordKeyForm):
    """The new password, twice."""

    labels = {"password1": _("New password"), "password2": _("New password again")}
    hints = {"password1": PASSWORD_HINT}


class CodeForm(Plain, factor.AuthenticateForm):
    """A code as the second step."""

    labels = {"code": _("Code")}
    hints = {"code": _("Six figures from your authenticator app, or one of your recovery codes.")}


class CodeAgainForm(Plain, factor.ReauthenticateForm):
    """A code, to show once more that it is you."""

    labels = {"code": _("Code")}
    hints = {"code": _("Six figures from your authenticator app, or one of your recovery codes.")}


class FirstCodeForm(Plain, totp.ActivateTOTPForm):
    """The first code of an authenticator app."""

    labels = {"code": _("Code from the app")}
    hints = {"code": _("Six figures. They change every half minute.")}


class PasskeyForm(Plain, webauthn.AddWebAuthnForm):
    """The name of a new passkey. It always works without a password, so that nobody has to choose between kinds."""

    labels = {"name": _("Name of this passkey")}
    hints = {"name": _("So that you can tell it from others later. For example: my phone.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].validators.append(MaxLengthValidator(100))
        self.fields["passwordless"].widget = forms.CheckboxInput()
        self.fields["passwordless"].label = _("Let this passkey sign me in without a password")
        self.fields["passwordless"].initial = True


class AcceptForm(forms.Form):
    """What somebody chooses who follows an invitation."""

    signin_name = forms.CharField(
        label=_("Choose a sign-in name"),
        help_text=_("Letters, figures and . _ - @ +. It need not be your own name."),
        max_length=150,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": _("Choose a sign-in name.")},
    )
    password = forms.CharField(
        label=_("Choose a password"),
        help_text=PASSWORD_HINT,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("way") == "passkey":
            self.fields["password"].required = False


class FindForm(forms.Form):
    """Find an account by name, sign-in name or address."""

    q = forms.CharField(required=False, max_length=200)


class StaffForm(forms.Form):
    """A new account for a member of staff."""

    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        error_messages={"required": _("Enter a name.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    role = forms.ChoiceField(
        label=_("Role"), widget=forms.RadioSelect, error_messages={"required": _("Choose a role.")}
    )
    team = forms.ChoiceField(label=_("Team"), required=False)

    def __init__(self, *args: Any, roles: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["team"].choices = [("", _("No team")), *teams]  # type: ignore[attr-defined]
        self.fields["team"].help_text = _("Workers, peer workers and team leads work in a team.")


class PlaceForm(forms.Form):
    """One more role for somebody who has an account."""

    role = forms.ChoiceField(
        label=_("Role"), widget=forms.RadioSelect, error_messages={"required": _("Choose a role.")}
    )
    team = forms.ChoiceField(label=_("Team"), required=False)

    def __init__(self, *args: Any, roles: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["team"].choices = [("", _("No team")), *teams]  # type: ignore[attr-defined]


class TeamForm(forms.Form):
    """A team: what it is called, and how to reach it."""

    name = forms.CharField(
        label=_("Name of the team"), max_length=200, error_messages={"required": _("Enter a name.")}
    )
    phone = forms.CharField(
        label=_("Telephone"),
        help_text=_("Shown to people on every page, beside help in a crisis."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    hours = forms.CharField(
        label=_("When somebody answers"),
        help_text=_("For example: Monday to Friday, 9 to 5."),
        required=False,
        max_length=200,
    )
