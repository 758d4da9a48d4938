"""How a team sees its own connecting work: an area, a value from 1 to 9, and an example (connecting R15)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.connections.actions.community import may_keep
from ownwords.connections.method.practice import practice_areas
from ownwords.connections.models import PracticeCheck, PracticeRating
from ownwords.connections.queries.practice import own_check
from ownwords.ledger.actions import note_act
from ownwords.ledger.ids import Ref
from ownwords.ledger.verbs import Verb
from ownwords.people import rules
from ownwords.people.actions.keeping import nothing_different
from ownwords.people.actions.sent_again import sent_before
from ownwords.people.models import Team
from ownwords.people.refusals import Refused, StaleEdit
from ownwords.people.viewer import Viewer

MOST_EXAMPLE = 2_000


@dataclass(frozen=True, slots=True)
class Seen:
    """How somebody sees one area: a value from 1 to 9 or None, and an example or "". Both must be there to count."""

    value: int | None = None
    example: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self.value is None and not self.example

    @property
    def is_draft(self) -> bool:
        """Whether one half is missing, so that it stands in no summary."""
        return not self.is_empty and (self.value is None or not self.example)


def make_check(
    *, viewer: Viewer, team: Team, seen: Mapping[str, Seen], submission: UUID | None = None
) -> PracticeCheck:
    """Keep how somebody sees the areas. What has no example is kept as a draft.

    Raises:
        Refused: nothing was said, a value or text does not fit. NotFound: not this role, or not this team.
    """
    may_keep(viewer, team)
    seen = _checked(seen)
    check = PracticeCheck(
        team=team,
        written_by_id=viewer.account_id,
        changed_by_id=viewer.account_id,
        areas_version=practice_areas().version,
        submission=submission,
    )
    try:
        with transaction.atomic():
            check.save(force_insert=True)
            _write(check, seen)
            _note(viewer, Verb.PRACTICE_CHECKED, check, after=seen)
            return check
    except IntegrityError as error:
        if submission is None or "saved_once" not in str(error):
            raise
    before = PracticeCheck.objects.get(written_by_id=viewer.account_id, submission=submission)
    kept = {row.area: Seen(row.value, row.example) for row in before.ratings.all()}
    if {key: one for key, one in kept.items() if not one.is_empty} != seen or before.team_id != team.id:
        raise sent_before()
    return before


@transaction.atomic
def change_check(
    *, viewer: Viewer, team: Team, check_id: UUID, version: int, seen: Mapping[str, Seen]
) -> PracticeCheck:
    """Change one's own check, or add the examples that are missing. What stood there stays in the history.

    Raises:
        NotFound: missing, or somebody else's. StaleEdit. Refused: nothing is different, or something does not fit.
    """
    may_keep(viewer, team)
    own_check(viewer, team, check_id)
    check = PracticeCheck.objects.select_for_update().get(pk=check_id)
    if check.version != version:
        raise StaleEdit(check)
    seen = _checked(seen)
    before = {row.area: Seen(row.value, row.example) for row in check.ratings.all()}
    if {key: one for key, one in before.items() if not one.is_empty} == seen:
        raise nothing_different()
    check.version += 1
    check.changed_at, check.changed_by_id = timezone.now(), viewer.account_id
    check.save()
    _write(check, seen)
    _note(viewer, Verb.PRACTICE_CHANGED, check, before=before, after=seen)
    return check


def _checked(seen: Mapping[str, Seen]) -> dict[str, Seen]:
    """Return what was said of the areas there are, as it will be kept."""
    areas = practice_areas()
    found = {}
    for area in areas.areas:
        one = seen.get(area.key, Seen())
        if one.value is not None and not areas.low <= one.value <= areas.high:
            raise Refused({f"value_{area.key}": _("Give a whole number from 1 to 9, or leave it.")})
        example = rules.own_words(one.example, field=f"example_{area.key}", needed=False, most=MOST_EXAMPLE)
        if not (kept := Seen(one.value, example)).is_empty:
            found[area.key] = kept
    if not found:
        raise Refused(
            {"": _("Nothing was said yet. Say something about one area; the others may stay empty.")}
        )
    return found


def _write(check: PracticeCheck, seen: Mapping[str, Seen]) -> None:
    """Make the rows of a check say exactly this. A row that says nothing any more stays, empty."""
    present = {row.area: row for row in check.ratings.all()}
    for area in practice_areas().areas:
        row, one = present.get(area.key), seen.get(area.key, Seen())
        if row is None and one.is_empty:
            continue
        row = row or PracticeRating(check_made=check, area=area.key)
        row.area_words, row.value, row.example = area.label, one.value, one.example
        row.save()


def _note(
    viewer: Viewer,
    verb: Verb,
    check: PracticeCheck,
    *,
    after: Mapping[str, Seen],
    before: Mapping[str, Seen] | None = None,
) -> None:
    def state(seen: Mapping[str, Seen]) -> dict[str, object]:
        return {key: [one.value, one.example] for key, one in seen.items()}

    note_act(
        verb=verb,
        actor_id=viewer.account_id,
        role=viewer.role,
        thing=Ref("practicecheck", check.id),
        before=None if before is None else state(before),
        after=state(after),
    )
