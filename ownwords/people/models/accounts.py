"""Accounts, the roles they hold in the service as a whole, and invitations."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ownwords.ledger.history import tracked
from ownwords.ledger.ids import new_id
from ownwords.people.models.spans import Span


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts for the framework's own commands; the service uses `people.actions`."""

    def create_user(self, signin_name: str, password: str | None = None, **fields: Any) -> Account:
        """Create an account; without a password nobody can sign in to it with one."""
        account = self.model(signin_name=signin_name, **fields)
        account.set_password(password)
        account.save()
        return account


@tracked(exclude=["password", "last_login"])
class Account(AbstractBaseUser):
    """Somebody who can sign in. Which roles they hold follows from memberships, appointments and people."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    signin_name = models.CharField(_("sign-in name"), max_length=150, unique=True)
    email = models.EmailField(_("e-mail address"), null=True, blank=True, unique=True)
    name = models.CharField(_("name"), max_length=200)
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="accounts", null=True, blank=True
    )
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    made_up = models.BooleanField(default=False, help_text="Belongs to the demonstration service.")

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "signin_name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(is_active=True, closed_at__isnull=True)
                | Q(is_active=False, closed_at__isnull=False),
                name="account_closed_has_its_moment",
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Appointment(Span):
    """A role in the service as a whole, for a time."""

    class Role(models.TextChoices):
        """The roles that do not belong to one team."""

        RESEARCHER = "researcher", _("Researcher")
        ADMINISTRATOR = "administrator", _("Administrator")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="appointments")
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="appointments"
    )
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta(Span.Meta):
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(role__in=["researcher", "administrator"]), name="appointment_role_known"
            ),
            models.UniqueConstraint(
                fields=["account", "organisation", "role"],
                condition=Q(ends_on__isnull=True),
                name="appointment_open_once",
            ),
        ]


class Invitation(models.Model):
    """A link that lets one named somebody make their own way in, once. Only a hash of its secret is kept."""

    class For(models.TextChoices):
        """Whom the link is for."""

        PERSON = "person", _("the person themselves")
        SUPPORTER = "supporter", _("a supporter")
        STAFF = "staff", _("a member of staff")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    secret_hash = models.CharField(max_length=64, unique=True)
    whom = models.CharField(max_length=20, choices=For.choices)
    name = models.CharField(max_length=200)
    email = models.EmailField(null=True, blank=True)
    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    label = models.CharField(max_length=100, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="invitations_made")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_used_or_withdrawn_not_both",
            ),
            models.CheckConstraint(
                condition=Q(whom="staff", person__isnull=True, account__isnull=False)
                | Q(whom__in=["person", "supporter"], person__isnull=False),
                name="invitation_points_at_the_right_thing",
            ),
        ]
