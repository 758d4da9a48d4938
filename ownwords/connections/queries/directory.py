"""Reading the directory: one service, several by id, what people here know of them, and how feeds were taken in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.method.directory.model import Service
from ownwords.connections.method.directory.services import read_service
from ownwords.connections.models import (
    DirectoryImport,
    DirectoryKind,
    DirectoryService,
    DirectorySetting,
    DirectorySource,
    LocalKnowledge,
    PostcodeDistrict,
)
from ownwords.connections.models.local_knowledge import STALE_MONTHS
from ownwords.people.access import NotFound
from ownwords.people.method.months import add_months
from ownwords.people.models import Account
from ownwords.people.roles import Permission, RoleName
from ownwords.people.viewer import Viewer

HEAVY = ("details", "head", "words")
MOST_KINDS = 300
MOST_IMPORTS = 20
MOST_VERSIONS = 200


def open_service(service_id: UUID) -> DirectoryService:
    """Return one service with its source, its places and what people here know. Raises NotFound."""
    found = (
        DirectoryService.objects.select_related("source", "local")
        .defer("head", "words")
        .filter(id=service_id)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def read_details(service: DirectoryService) -> Service:
    """Return what a feed said of a service, read from what was kept; where nothing was, its name alone."""
    read = read_service(service.details, "", "hsds-3").service
    return read or Service(service.external_id, service.name, service.status)


def local_of(service: DirectoryService) -> LocalKnowledge | None:
    """Return what people here know of a service, None where nobody has said anything."""
    return getattr(service, "local", None)


def local_history(viewer: Viewer, local: LocalKnowledge) -> list[Any]:
    """Return the versions of what people here knew of a service, newest first; rows as `LocalKnowledge`.

    What was put right since, such as a number that was somebody's own, is for staff. People and supporters read what
    stands now, and again what they said themselves.
    """
    versions = apps.get_model("connections", "LocalKnowledgeEvent")._default_manager
    rows = versions.filter(pgh_obj_id=local.id)
    if viewer.role in (RoleName.PERSON, RoleName.SUPPORTER):
        rows = rows.filter(Q(changed_by_id=viewer.account_id) | Q(version=local.version))
    return list(rows.order_by("-pgh_id")[:MOST_VERSIONS])


def setting_of(viewer: Viewer) -> DirectorySetting | None:
    """Return the viewer's organisation's setting, None where nobody has set one."""
    if viewer.organisation_id is None:
        return None
    return DirectorySetting.objects.filter(organisation_id=viewer.organisation_id).first()


def stale_before(viewer: Viewer) -> date:
    """Return the day before which something has to be confirmed again (connecting R19)."""
    setting = setting_of(viewer)
    months = setting.stale_months if setting else STALE_MONTHS
    return add_months(timezone.localdate(), -months)


def names_for(viewer: Viewer, rows: Iterable[tuple[UUID | None, str]]) -> dict[UUID, str]:
    """Return who somebody is, for pairs of account and role: staff of this organisation by name, nobody else."""
    pairs = {who: role for who, role in rows if who is not None}
    staff = [who for who, role in pairs.items() if role != RoleName.PERSON]
    names = {}
    if staff and viewer.organisation_id is not None:
        named = Account.objects.filter(id__in=staff, organisation_id=viewer.organisation_id)
        names = dict(named.values_list("id", "name"))
    return {who: names.get(who, _unnamed(role)) for who, role in pairs.items()}


def _unnamed(role: str) -> str:
    if role == RoleName.PERSON:
        return _("somebody who uses the service")
    return _("a worker of another organisation")


def kinds() -> list[DirectoryKind]:
    """Return the words of kinds that services use, by name; the most used of them when there are very many."""
    used = DirectoryKind.objects.filter(services__gt=0).order_by("-services", "key")[:MOST_KINDS]
    return sorted(used, key=lambda one: one.key)


def has_places() -> bool:
    """Whether the service has put in a table of postcode districts."""
    return PostcodeDistrict.objects.exists()


def sources(viewer: Viewer) -> list[DirectorySource]:
    """Return every feed. Raises NotFound for anybody but an administrator."""
    _manages(viewer)
    return list(DirectorySource.objects.order_by("name"))


def last_imports(viewer: Viewer) -> list[DirectoryImport]:
    """Return the last imports with their figures. Raises NotFound for anybody but an administrator."""
    _manages(viewer)
    rows = DirectoryImport.objects.select_related("source").defer("remarks")
    return list(rows.order_by("-finished_at")[:MOST_IMPORTS])


def open_import(viewer: Viewer, import_id: UUID) -> DirectoryImport:
    """Return one import with its report. Raises NotFound."""
    _manages(viewer)
    found = DirectoryImport.objects.select_related("source").filter(id=import_id).first()
    if found is None:
        raise NotFound
    return found


def districts() -> int:
    """Return how many postcode districts the table holds."""
    return PostcodeDistrict.objects.count()


def _manages(viewer: Viewer) -> None:
    if not viewer.may(Permission.MANAGE_DIRECTORY):
        raise NotFound
