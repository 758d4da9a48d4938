"""What an attempt may say: closed answers only, so that nothing about a person can be typed by the way."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.peers.models import IN_CONTACT, Attempt, Booked, ContactKind, Means, Outcome, StartedBy
from ownwords.people import rules
from ownwords.people.access import Opened
from ownwords.people.actions.keeping import day_that_was
from ownwords.people.refusals import Refused

LONGEST = 24 * 60
# Where it was, and who else was there: lists to choose from, for a text field would invite notes (PS-02).
SETTINGS = {
    "home": gettext_lazy("at their home"),
    "service": gettext_lazy("at the service"),
    "another_service": gettext_lazy("at another service or office"),
    "cafe": gettext_lazy("in a café, a shop or a pub"),
    "outdoors": gettext_lazy("outdoors"),
    "activity": gettext_lazy("at an activity or a group"),
    "hospital": gettext_lazy("in hospital"),
    "other": gettext_lazy("somewhere else"),
}
PRESENT = {
    "family": gettext_lazy("family or a friend"),
    "peer": gettext_lazy("another peer worker"),
    "worker": gettext_lazy("a worker of the team"),
    "agency": gettext_lazy("somebody from another service"),
    "interpreter": gettext_lazy("an interpreter"),
    "group": gettext_lazy("a group"),
}


@dataclass(frozen=True, slots=True)
class Tried:
    """One attempt as it is kept: all but the note is chosen from lists.

    `with_account` is whom it was with, or meant for. `booked` is the attendance code of a booked appointment, "" for
    none. `kind` and `minutes` belong to a contact. `setting` is one key of SETTINGS, `present` several of PRESENT.
    """

    with_account: UUID
    started_by: str
    means: str
    outcome: str
    on: date | None = None
    booked: str = ""
    kind: str = ""
    minutes: int | None = None
    setting: str = ""
    present: tuple[str, ...] = ()
    note: str = ""

    @classmethod
    def of(cls, attempt: Attempt) -> Tried:
        """Return what a kept attempt says."""
        return cls(
            with_account=attempt.with_account_id,
            started_by=attempt.started_by,
            means=attempt.means,
            outcome=attempt.outcome,
            on=attempt.on,
            booked=attempt.booked,
            kind=attempt.kind,
            minutes=attempt.minutes,
            setting=attempt.setting,
            present=tuple(one for one in attempt.present.split(",") if one),
            note=attempt.note,
        )

    def checked(self, opened: Opened, possible: Container[UUID]) -> Tried:
        """Return it as it will be kept. Raises Refused, with words for each field."""
        if self.with_account not in possible:
            raise Refused({"with_account": _("Choose one of the people in the list.")})
        tried = Tried(
            with_account=self.with_account,
            on=_day(self.on, opened),
            started_by=rules.one_of(self.started_by, StartedBy.values, field="started_by"),
            means=rules.one_of(self.means, Means.values, field="means"),
            outcome=rules.one_of(self.outcome, Outcome.values, field="outcome"),
            booked=rules.one_of(self.booked, Booked.values, field="booked", blank=True),
            kind=rules.one_of(self.kind, ContactKind.values, field="kind", blank=True),
            minutes=self.minutes,
            setting=rules.one_of(self.setting, SETTINGS, field="setting", blank=True),
            present=tuple(rules.one_of(one, PRESENT, field="present") for one in self.present),
            note=self.note,
        )
        wrong = _what_does_not_fit(tried)
        if wrong:
            raise Refused(wrong)
        return tried

    def put_into(self, attempt: Attempt) -> None:
        """Write it into a row, all but the note, which the rule decides about."""
        attempt.with_account_id = self.with_account
        attempt.on = self.on or timezone.localdate()
        for name in ("started_by", "means", "outcome", "booked", "kind", "minutes", "setting"):
            setattr(attempt, name, getattr(self, name))
        attempt.present = ",".join(self.present)

    def same_as(self, attempt: Attempt) -> bool:
        """Whether a kept attempt says just this."""
        return Tried.of(attempt) == self


def _day(on: date | None, opened: Opened) -> date:
    """Return the day of an attempt; today when left out. Tomorrow has words of its own, for it happens."""
    if on is not None and on > timezone.localdate():
        raise Refused(
            {
                "on": _(
                    "This day has not come yet, so nothing can have taken place on it. Give today, or an earlier day."
                )
            }
        )
    return day_that_was(on, opened, field="on")


def _what_does_not_fit(tried: Tried) -> dict[str, str]:
    wrong = {}
    contact = tried.outcome in IN_CONTACT
    if tried.kind and not contact:
        wrong["kind"] = _("This belongs to a contact. Where nobody met, spoke or answered, leave it empty.")
    if tried.minutes is not None and not contact:
        wrong["minutes"] = _("Where nobody met, spoke or answered, there is no length. Leave it empty.")
    if tried.minutes is not None and not 1 <= tried.minutes <= LONGEST:
        wrong["minutes"] = _("Give whole minutes from 1 to %(most)s, or leave it empty.") % {"most": LONGEST}
    if tried.booked in (Booked.CAME, Booked.CAME_LATE) and tried.outcome not in (Outcome.MET, Outcome.SPOKE):
        wrong["booked"] = _("If the person came, the two of you met or spoke. Change one of the two answers.")
    if tried.booked not in ("", Booked.CAME, Booked.CAME_LATE) and tried.outcome == Outcome.MET:
        wrong["booked"] = _("If the two of you met, the person came. Change one of the two answers.")
    return wrong
