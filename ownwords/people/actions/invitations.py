"""Inviting somebody, and what happens when they come in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people.access import NotFound, Opened
from ownwords.people.invitations import LIVES, digest, make_secret, still_open
from ownwords.people.models import Account, Invitation, Person, Relationship
from ownwords.people.queries.invitations import with_secret
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.sessions import end_sessions
from ownwords.people.viewer import named

SIGNIN_NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]{2,149}")


class Invited(NamedTuple):
    """An invitation, and its link: a path with the secret in it, to be shown once."""

    invitation: Invitation
    link: str


def invite_person(*, opened: Opened, email: str = "") -> Invited:
    """Invite a person to their own record. Earlier open links of the same kind stop working.

    Somebody who has been in before is not invited again by staff: whoever holds the link would read what the person
    keeps to themselves. They choose a new password by e-mail, or the operator renews their way in.

    Raises:
        NotFound: the viewer's role may not invite.
        Refused: `email` is no address, or the person has been in before.
    """
    _need(opened, Permission.INVITE_PERSON)
    if Account.objects.filter(person=opened.person, last_login__isnull=False).exists():
        raise Refused({"": _been_in(opened.person.called)})
    return _invite(
        opened,
        whom=Invitation.For.PERSON,
        name=opened.person.called,
        email=checked_email(email),
        account_id=opened.person.account_id,
    )


def _been_in(called: str) -> str:
    return _(
        "%(name)s has signed in before. So that nobody else can read what they keep to themselves, they choose a new "
        "password by e-mail, or the people who run the service renew their way in."
    ) % {"name": called}


def renew_way_in(*, person_id: UUID) -> Invited:
    """Make a new link for somebody who has an account and cannot get in. For the operator, at the service's machine.

    The act stands in the person's record: "the operator sent an invitation".

    Raises:
        Refused: there is no such person, or they have no account yet.
    """
    with transaction.atomic():
        person = Person.objects.filter(pk=person_id).first()
        if person is None or person.account_id is None:
            raise Refused({"": _("There is nobody with this id who has an account.")})
        Invitation.objects.filter(still_open(), whom=Invitation.For.PERSON, person=person).update(
            withdrawn_at=timezone.now()
        )
        invited = make_invitation(
            made_by_id=None,
            whom=Invitation.For.PERSON,
            name=person.called,
            person=person,
            account=person.account,
        )
        note_act(
            verb=Verb.INVITED,
            actor_id=None,
            role="operator",
            about_id=person.id,
            thing=Ref("invitation", invited.invitation.id),
        )
    return invited


def invite_supporter(*, opened: Opened, name: str, label: str = "", email: str = "") -> Invited:
    """Invite somebody to stand beside a person: `label` says in the person's words who they are ("my sister").

    Raises:
        NotFound: the viewer is not the person.
        Refused: a name is missing or too long, or `email` is no address.
    """
    _need(opened, Permission.INVITE_SUPPORTER)
    name = checked_line("name", name, 200, _("Enter the name of the person you want to invite."))
    label = checked_line("label", label, 100)
    return _invite(opened, whom=Invitation.For.SUPPORTER, name=name, email=checked_email(email), label=label)


def _need(opened: Opened, permission: Permission) -> None:
    own_only = permission is Permission.INVITE_SUPPORTER and not opened.is_own
    if not opened.may(permission) or own_only:
        raise NotFound


def _invite(opened: Opened, *, whom: str, name: str, **fields: Any) -> Invited:
    with transaction.atomic():
        same = Invitation.objects.filter(still_open(), whom=whom, person=opened.person)
        if whom == Invitation.For.SUPPORTER:
            same = same.filter(name=name)
        same.update(withdrawn_at=timezone.now())
        invited = make_invitation(
            made_by_id=opened.viewer.account_id, whom=whom, name=name, person=opened.person, **fields
        )
        note_act(
            verb=Verb.INVITED,
            **opened.signature,
            thing=Ref("invitation", invited.invitation.id),
        )
    return invited


def make_invitation(*, made_by_id: UUID | None, **fields: Any) -> Invited:
    """Make an invitation and its link; the caller's transaction holds what it is for, and the act."""
    secret = make_secret()
    invitation = Invitation.objects.create(
        secret_hash=digest(secret), expires_at=timezone.now() + LIVES, made_by_id=made_by_id, **fields
    )
    return Invited(invitation, reverse("invitation", kwargs={"secret": secret}))


def withdraw_invitation(*, opened: Opened, invitation_id: UUID) -> Invitation:
    """Make an open link of this person's record stop working.

    Raises:
        NotFound: there is none, or the viewer may not invite people of its kind.
    """
    with transaction.atomic():
        found = Invitation.objects.select_for_update().filter(
            still_open(), pk=invitation_id, person=opened.person
        )
        invitation = found.first()
        if invitation is None:
            raise NotFound
        whom = Invitation.For(invitation.whom)
        supporter = whom is Invitation.For.SUPPORTER
        _need(opened, Permission.INVITE_SUPPORTER if supporter else Permission.INVITE_PERSON)
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        note_act(
            verb=Verb.INVITATION_WITHDRAWN,
            **opened.signature,
            thing=Ref("invitation", invitation.id),
        )
    return invitation


def accept_invitation(*, secret: str, signin_name: str, password: str | None) -> Account:
    """Let somebody in who holds the link: with a new account, or with a new password for the one they have.

    Args:
        secret: the secret of the link.
        signin_name: the name they want to sign in with.
        password: None when they set up a passkey next; the account then has no password.

    Raises:
        NotFound: the link is wrong, used, withdrawn or has run out.
        Refused: the sign-in name is taken or not possible, or the password is too weak.
    """
    with transaction.atomic():
        invitation = _take(secret)
        account = invitation.account or Account(name=invitation.name, email=_free_email(invitation.email))
        account.signin_name = checked_signin_name(signin_name, account)
        if password is None:
            account.set_unusable_password()
        else:
            account.set_password(checked_password(password, account))
        if account.organisation_id is None and invitation.made_by is not None:
            account.organisation_id = invitation.made_by.organisation_id
        account.save()
        end_sessions(account.id)
        _bind(invitation, account)
    return account


def accept_with_account(*, secret: str, account: Account) -> None:
    """Let somebody in who has an account already, for instance as a member of staff or for another person.

    Raises:
        NotFound: the link is wrong, used, withdrawn, has run out, or is for another account.
        Refused: the account has a record of its own already, or made the invitation.
    """
    with transaction.atomic():
        invitation = _take(secret)
        if invitation.account_id not in (None, account.id):
            raise NotFound
        if invitation.made_by_id == account.id:
            # Somebody tries the link, or hands over a device on which they are still signed in.
            raise Refused(
                {"": _("You made this invitation for somebody else. Sign out before they use it here.")}
            )
        with named(account.id):
            own = set(Person.objects.filter(account=account).values_list("pk", flat=True))
        others = own - {invitation.person_id}
        if invitation.whom == Invitation.For.PERSON and others:
            raise Refused({"": _("The account you are signed in with has a record of its own already.")})
        _bind(invitation, account)


def _take(secret: str) -> Invitation:
    """Return the open invitation, held so that nobody else can use it at the same moment."""
    invitation = (
        with_secret(secret).select_for_update(of=("self",)).select_related("account", "made_by").first()
    )
    if invitation is None or (invitation.account is not None and not invitation.account.is_active):
        raise NotFound
    return invitation


def _bind(invitation: Invitation, account: Account) -> None:
    if invitation.whom == Invitation.For.PERSON:
        _give_record(invitation, account)
    elif invitation.whom == Invitation.For.SUPPORTER:
        _stand_beside(invitation, account)
    invitation.used_at = timezone.now()
    invitation.account = account
    invitation.save(update_fields=["used_at", "account"])
    note_act(
        verb=Verb.INVITATION_ACCEPTED,
        actor_id=account.id,
        role=invitation.whom if invitation.whom != Invitation.For.STAFF else "",
        about_id=invitation.person_id,
        thing=Ref("invitation", invitation.id),
    )


def _give_record(invitation: Invitation, account: Account) -> None:
    """Bind the person's record to the account. The web role may not: a function of the database does exactly this."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ownwords_give_record(%s, %s)", [invitation.secret_hash, account.pk])
        (given,) = cursor.fetchone()
    if not given:
        raise NotFound


def _stand_beside(invitation: Invitation, account: Account) -> None:
    with named(account.id):
        own = set(Person.objects.filter(account=account).values_list("pk", flat=True))
    if invitation.person_id is None or invitation.person_id in own:
        raise Refused({"": _("This invitation is for somebody else: you cannot be your own supporter.")})
    Relationship.objects.get_or_create(
        person_id=invitation.person_id,
        account=account,
        kind=Relationship.Kind.SUPPORTER,
        ends_on=None,
        defaults={"label": invitation.label},
    )


def checked_line(field: str, text: str, most: int, missing: str = "") -> str:
    """Return one line of text without control characters. Raises Refused when it is missing or too long."""
    text = " ".join(text.split())
    if "\x00" in text or any(
        not sign.isprintable() and sign not in "\u200c\u200d\u200e\u200f" for sign in text
    ):
        raise Refused({field: _("Take out the characters that cannot be shown.")})
    if not text and missing:
        raise Refused({field: missing})
    if len(text) > most:
        raise Refused({field: _("This may have up to %(most)s characters.") % {"most": most}})
    return text


def checked_email(text: str) -> str | None:
    """Return an address in small letters, None for none. Raises Refused when it is not an address."""
    text = text.strip().lower()
    if not text:
        return None
    try:
        validate_email(text)
    except ValidationError as wrong:
        raise Refused({"email": _("Enter an e-mail address like name@example.org.")}) from wrong
    return text


def checked_signin_name(text: str, account: Account) -> str:
    """Return a sign-in name nobody else has. Raises Refused."""
    name = text.strip().lower()
    if not SIGNIN_NAME.fullmatch(name):
        raise Refused({"signin_name": _("Use 3 to 150 letters, figures or . _ - @ +, without spaces.")})
    others = Account.objects.exclude(pk=account.pk)
    if others.filter(signin_name=name).exists() or others.filter(email=name).exists():
        raise Refused({"signin_name": _("That sign-in name is taken. Choose another one.")})
    return name


def checked_password(password: str, account: Account) -> str:
    """Return a password that is long enough and not a common one. Raises Refused."""
    try:
        validate_password(password, account)
    except ValidationError as wrong:
        raise Refused({"password": " ".join(wrong.messages)}) from wrong
    return password


def _free_email(email: str | None) -> str | None:
    """Return the address unless another account has it: signing in by it must name one account only."""
    taken = email and (
        Account.objects.filter(email=email).exists() or Account.objects.filter(signin_name=email).exists()
    )
    return None if taken else email


def state_of(account: Account) -> Mapping[str, Any]:
    """Return what the ledger proves about an account: never a password."""
    return {"name": account.name, "email": account.email, "is_active": account.is_active}
