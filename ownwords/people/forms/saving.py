"""Saving a form so that nothing typed is ever lost: refused comes back filled, stale shows both texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.people.refusals import Refused, StaleEdit

REFUSED = 422
CONFLICT = 409
Kept = TypeVar("Kept")
LEFT_OUT = frozenset({"csrfmiddlewaretoken", "version", "draft_moment"})


def save_or_explain(
    request: HttpRequest,
    form: forms.Form,
    action: Callable[[], Kept],
    *,
    page: Callable[[forms.Form, int], HttpResponse],
    keep_url: str = "",
    save_url: Callable[[Any], str] | None = None,
    again: bool = False,
) -> Kept | HttpResponse:
    """Run an action with a bound form; return what it kept, or the response that explains why it did not.

    Args:
        action: called without arguments when the form is valid; reads `form.cleaned_data`.
        page: draws the form again, `page(form, status)`; everything typed is still in the form.
        keep_url: where "keep what stands there" leads; the form's own address when left out.
        save_url: where the choice between two texts is sent, from what stands there now; the form's own address
            when left out.
        again: what was typed is no text to choose between: show the form again, about what stands there now.

    The response has status 422 when something does not fit, 409 when somebody else saved in between.
    """
    if not form.is_valid():
        return page(form, REFUSED)
    try:
        return action()
    except Refused as no:
        note_refusal(form, no)
        return page(form, REFUSED)
    except StaleEdit as stale:
        if again:
            return page(_about_now(form, stale.current), CONFLICT)
        action_url = save_url(stale.current) if save_url else request.get_full_path()
        return conflict(request, form, stale.current, keep_url=keep_url, action=action_url)


def _about_now(form: forms.Form, current: Any) -> forms.Form:
    """Return the same form, everything still typed in it, about the version that stands there now."""
    data = cast(QueryDict, form.data).copy()
    data["version"] = str(current.version)
    form.data = data
    form.add_error(None, _("Somebody changed this since you opened it. Look at it again, then save."))
    return form


def note_refusal(form: forms.Form, no: Refused) -> None:
    """Put an action's words beside the fields that they are about; what belongs to no field stands on top."""
    for name, text in no.messages.items():
        form.add_error(name if name in form.fields else None, text)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that stands differently in the two versions, in words."""

    name: str
    label: str
    theirs: str
    mine: str


def conflict(
    request: HttpRequest, form: forms.Form, current: Any, *, keep_url: str = "", action: str = ""
) -> HttpResponse:
    """Answer with both texts and the choice between them; nothing was saved and nothing is lost.

    The form says what stands there now through `form.values_of(current)`; a form without it compares `words`.
    """
    values_of = getattr(form, "values_of", lambda thing: {"words": thing.words})
    now = values_of(current)
    mine = form.cleaned_data
    words = "words" if "words" in form.fields else next(iter(form.fields))
    context = {
        "theirs": str(now.get(words, "")),
        "mine": str(mine.get(words, "")),
        "both": f"{now.get(words, '')}\n\n{mine.get(words, '')}",
        "words_name": words,
        "differences": _differences(form, now, mine, words),
        "fields": _typed(request, without=words),
        "version": current.version,
        "changed_at": getattr(current, "changed_at", None),
        "keep_url": keep_url or request.path,
        "action": action or request.get_full_path(),
    }
    return render(request, "people/conflict.html", context, status=CONFLICT)


def _differences(form: forms.Form, now: dict[str, Any], mine: dict[str, Any], words: str) -> list[Difference]:
    found = []
    for name, value in now.items():
        if name == words or name not in form.fields or form.fields[name].widget.is_hidden:
            continue
        if (theirs := shown(form, name, value)) != (own := shown(form, name, mine.get(name))):
            found.append(Difference(name, str(form.fields[name].label or name), theirs, own))
    return found


def shown(form: forms.Form, name: str, value: Any) -> str:
    """Return a field's value in words: labels for choices, a plain date, "nothing" for none."""
    if value in (None, "", [], (), False):
        return _("nothing")
    if value is True:
        return _("yes")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    labels = dict(getattr(form.fields[name], "choices", ()))
    several = value if isinstance(value, list | tuple) else [value]
    return ", ".join(str(labels.get(str(one), one)) for one in several)


def _typed(request: HttpRequest, *, without: str) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in LEFT_OUT and name != without
        for value in values
    ]
