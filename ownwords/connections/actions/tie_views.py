"""Who did what in a tie: the person's view and each worker's, kept apart. None ever overwrites another (R9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.actions.ties import only_who_draws
from ownwords.connections.models import Anyway, Ground, Helper, Part, Side, Tie, TieView, Who
from ownwords.connections.queries.ties import open_tie, own_view, workers_view
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.access import NotFound, Opened
from ownwords.people.actions.keeping import only_own_or_writer, state_of
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.roles import Permission, RoleName

MOST_WORDS = 2_000
WORKS_WITH_PEOPLE = frozenset({RoleName.WORKER, RoleName.TEAM_LEAD, RoleName.PEER_WORKER})
DID_SOMETHING = frozenset({Part.PREPARED, Part.ALONGSIDE, Part.INTRODUCED})


@dataclass(frozen=True, slots=True)
class Did:
    """Who did what, as one side sees it. Every part may be left out, and "" is "not said"."""

    part: str = ""
    ground: tuple[str, ...] = ()
    idea: str = ""
    first_contact: str = ""
    helped_by: tuple[str, ...] = ()
    anyway: str = ""
    words: str = ""

    def checked(self) -> Did:
        """Return it as it will be kept. Raises Refused when something does not fit, or nothing is said at all."""
        made = Did(
            part=rules.one_of(self.part, Part.values, field="part", blank=True),
            ground=_some_of(self.ground, Ground.values, field="ground"),
            idea=rules.one_of(self.idea, Who.values, field="idea", blank=True),
            first_contact=rules.one_of(self.first_contact, Who.values, field="first_contact", blank=True),
            helped_by=_some_of(self.helped_by, Helper.values, field="helped_by"),
            anyway=rules.one_of(self.anyway, Anyway.values, field="anyway", blank=True),
            words=rules.own_words(self.words, needed=False, most=MOST_WORDS),
        )
        if made.ground and made.part not in DID_SOMETHING:
            raise Refused(
                {"ground": _("This goes with a part that a worker had. Choose the part, or untick this.")}
            )
        if Helper.NOBODY in made.helped_by and len(made.helped_by) > 1:
            raise Refused({"helped_by": _("“Nobody else” does not go together with somebody who helped.")})
        if made == Did():
            raise Refused({"": _("Answer at least one of these, or go back: nothing has to be said.")})
        return made

    def put_into(self, view: TieView) -> None:
        """Write it into a row."""
        for name in self.__slots__:
            value = getattr(self, name)
            setattr(view, name, list(value) if isinstance(value, tuple) else value)


def _some_of(values: Iterable[str], choices: Iterable[str], *, field: str) -> tuple[str, ...]:
    """Return the values in the order of the list. Raises Refused for one that is not in it."""
    wanted, known = set(values), list(choices)
    if wanted - set(known):
        raise Refused({field: _("Choose from the list only.")})
    return tuple(one for one in known if one in wanted)


def say_own_view(*, opened: Opened, tie_id: UUID, version: int, did: Did) -> TieView:
    """Keep the person's view: by the person, or by somebody whom they asked to draw, and then it says so.

    Args:
        version: what stood there when the form was opened; 0 when there was none.

    Raises:
        Refused: something does not fit, or the person wrote it and somebody else would change it.
        StaleEdit: somebody saved it since. NotFound: the viewer may not draw, or does not see the tie.
    """
    only_who_draws(opened)
    tie = open_tie(opened, tie_id)

    return _said(
        opened,
        tie,
        Side.PERSON,
        version,
        did,
        lambda: own_view(tie),
        lambda view: only_own_or_writer(opened, view),
    )


def say_workers_view(*, opened: Opened, tie_id: UUID, version: int, did: Did) -> TieView:
    """Keep this worker's own view of a tie that they see. It stands beside the person's and changes nothing in it.

    Raises:
        Refused, StaleEdit: as above. NotFound: not in a role that works with people, or the tie is hidden.
    """
    if not may_say_as_worker(opened):
        raise NotFound
    tie = open_tie(opened, tie_id)
    return _said(
        opened,
        tie,
        Side.WORKER,
        version,
        did,
        lambda: workers_view(tie, opened.viewer.account_id),
        lambda _view: None,
    )


def may_say_as_worker(opened: Opened) -> bool:
    """Whether this viewer has a view of their own to give: workers, leads and peer workers."""
    return opened.viewer.role in WORKS_WITH_PEOPLE and opened.may(Permission.LOG_STEP)


def _said(
    opened: Opened,
    tie: Tie,
    side: Side,
    version: int,
    did: Did,
    find: Callable[[], TieView | None],
    allowed: Callable[[TieView], None],
) -> TieView:
    did = did.checked()
    try:
        with transaction.atomic():
            view = find()
            if view is None:
                return _first(opened, tie, side, version, did)
            view = TieView.objects.select_for_update(of=("self",)).get(pk=view.pk)
            allowed(view)
            return _again(opened, view, version, did)
    except IntegrityError as error:
        # Two first views at the same moment: the second is shown what the first one says.
        if "tie_view_one" not in str(error) or (now := find()) is None:
            raise
        raise StaleEdit(now) from None


def _first(opened: Opened, tie: Tie, side: Side, version: int, did: Did) -> TieView:
    who = opened.viewer.account_id
    view = TieView(tie=tie, person_id=tie.person_id, side=side, written_by_id=who, changed_by_id=who)
    did.put_into(view)
    view.save(force_insert=True)
    _note(opened, view)
    return view


def _again(opened: Opened, view: TieView, version: int, did: Did) -> TieView:
    before = state_of(view)
    did.put_into(view)
    if before == state_of(view):
        return view  # the same form sent twice
    if view.version != version:
        raise StaleEdit(TieView.objects.get(pk=view.pk))
    view.version += 1
    view.changed_at, view.changed_by_id = timezone.now(), opened.viewer.account_id
    view.save()
    _note(opened, view, before)
    return view


def _note(opened: Opened, view: TieView, before: dict[str, Any] | None = None) -> None:
    note_act(
        verb=Verb.TIE_VIEW_GIVEN,
        **opened.signature,
        on_behalf_of_id=opened.for_whom if view.side == Side.PERSON else None,
        thing=Ref("tieview", view.pk),
        before=before,
        after=state_of(view),
    )
