"""Days on which something was said or done."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from ownwords.people.refusals import Refused


def day_that_was(day: date | None, *, field: str) -> date:
    """Return a day; today when it is left out. Raises Refused: it has not come yet."""
    today = timezone.localdate()
    if day is not None and day > today:
        raise Refused({field: _("This day has not come yet. Give today or an earlier day.")})
    return day or today
