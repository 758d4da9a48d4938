"""A client that is signed in as somebody, for tests of every room."""

from __future__ import annotations

from django.test import Client

from ownwords.people.models import Account
from ownwords.people.second_factor import SESSION_KEY
from ownwords.people.viewer import ROLE_KEY


def client_for(viewer: tuple[Account | None, str]) -> Client:
    """Return a client signed in as this viewer, in this role, with a second factor."""
    client = Client(raise_request_exception=True)
    account, role = viewer
    if account is not None:
        client.force_login(account)
        session = client.session
        session[ROLE_KEY] = role
        session[SESSION_KEY] = True
        session.save()
    return client
