"""Addresses of signing in, the own account, and the administration of accounts and teams.

Of the sign-in library only what is needed is reachable: there is no sign-up, and no sign-in by letter.
"""

from __future__ import annotations

from typing import Any

from allauth.account import views as library
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.conf import settings
from django.urls import URLPattern, path, re_path

from ownwords.people.views import accounts, roles, signin, teams

OWN = [
    path("account/", signin.account, name="account"),
    path("account/login/", library.login, name="account_login"),
    path("account/logout/", signin.sign_out, name="account_logout"),
    path("account/signed-out/", signin.signed_out, name="signed_out"),
    path("account/signed-in/", signin.signed_in_again, name="signed_in_again"),
    path("account/logout/everywhere/", signin.sign_out_everywhere, name="sign_out_everywhere"),
    path("account/stay/", signin.stay, name="stay"),
    path("account/second-factor/", signin.second_factor, name="second_factor"),
    path("account/reauthenticate/", library.reauthenticate, name="account_reauthenticate"),
    path("account/password/change/", library.password_change, name="account_change_password"),
    path("account/password/set/", library.password_set, name="account_set_password"),
    path("account/sessions/", signin.sessions, name="sessions"),
    path("role/", roles.roles, name="roles"),
    path("invitation/<str:secret>/", signin.invitation, name="invitation"),
]

FACTORS = [
    path("account/factors/", factor.index, name="mfa_index"),
    path("account/factors/authenticate/", factor.authenticate, name="mfa_authenticate"),
    path("account/factors/reauthenticate/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("account/factors/app/activate/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/factors/app/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/factors/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "account/factors/codes/generate/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    path("account/factors/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("account/factors/passkeys/add/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("account/factors/passkeys/login/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path(
        "account/factors/passkeys/reauthenticate/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/factors/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("account/factors/passkeys/<int:pk>/edit/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
]

# A forgotten password can be replaced by letter only where letters can be sent. The second step stays.
RESET = [
    path("account/password/reset/", library.password_reset, name="account_reset_password"),
    path("account/password/reset/sent/", library.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^account/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[0-9A-Za-z-]+)/$",
        library.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "account/password/reset/key/done/",
        library.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]

ADMINISTRATION = [
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/new/", accounts.new_account, name="new_account"),
    path("accounts/<uuid:account_id>/", accounts.staff_account, name="staff_account"),
    path("accounts/<uuid:account_id>/link/", accounts.new_link, name="new_link"),
    path("accounts/<uuid:account_id>/close/", accounts.close, name="close_account"),
    path("accounts/<uuid:account_id>/reopen/", accounts.reopen, name="reopen_account"),
    path("accounts/<uuid:account_id>/second-factor/", accounts.forget_factors, name="forget_factors"),
    path("accounts/<uuid:account_id>/roles/", accounts.add_place, name="add_place"),
    path("accounts/<uuid:account_id>/roles/<uuid:place_id>/end/", accounts.end_place, name="end_place"),
    path("teams/", teams.teams, name="teams"),
    path("teams/new/", teams.new_team, name="new_team"),
    path("teams/<uuid:team_id>/", teams.edit_team, name="edit_team"),
]

DEMONSTRATION = [path("demonstration/", signin.demonstration, name="demonstration")]


def routes(env: Any) -> list[URLPattern]:
    """Return the addresses that exist with these settings. Production does not even know the demonstration's."""
    found = [*OWN, *FACTORS, *ADMINISTRATION]
    if env.mail is not None:
        found += RESET
    if env.is_demo:
        found += DEMONSTRATION
    return found


urlpatterns = routes(settings.ENV)
