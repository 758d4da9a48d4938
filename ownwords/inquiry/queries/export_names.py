"""What passages that go out are called by: the way to each code, who coded, who may be quoted."""

from __future__ import annotations

from uuid import UUID

from ownwords.inquiry.models import Code
from ownwords.inquiry.queries.consents import quoting
from ownwords.inquiry.queries.export_scope import Scope
from ownwords.people.models import Account


class Names:
    """Names of codes and coders, and which participants may be quoted (four queries)."""

    def __init__(self, scope: Scope) -> None:
        study = scope.study.id
        columns = ("id", "guid", "name", "parent_id")
        self._codes = {one: rest for one, *rest in Code.objects.filter(study_id=study).values_list(*columns)}
        self._paths: dict[UUID, tuple[str, ...]] = {}
        coders = set(scope.codings.order_by().values_list("coder_id", flat=True).distinct())
        self._coders = dict(Account.objects.filter(pk__in=coders).values_list("id", "name"))
        self.quoting = quoting(scope.study)

    def path(self, code: UUID) -> tuple[str, ...]:
        """Return the names from the top of the tree to a code."""
        if code not in self._paths:
            found: list[str] = []
            at: UUID | None = code
            while at is not None and len(found) < len(self._codes):
                _guid, name, at = self._codes[at]
                found.append(name)
            self._paths[code] = tuple(reversed(found))
        return self._paths[code]

    def guid(self, code: UUID) -> str:
        """Return the GUID of a code."""
        return str(self._codes[code][0])

    def coder(self, account: UUID) -> str:
        """Return the name of somebody who coded."""
        return self._coders.get(account, "")
