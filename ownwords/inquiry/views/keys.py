"""The key: who stands behind the pseudonyms. Only who keeps it comes here, and each look is kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions import keys as actions
from ownwords.inquiry.forms.keys import KeyForm
from ownwords.inquiry.queries.participants import open_participant
from ownwords.inquiry.views.onwards import to_page
from ownwords.people import notices
from ownwords.people.forms.fields import VersionField
from ownwords.people.refusals import StaleEdit
from ownwords.people.views.form_page import form_page, sent


@study_page(Need.KEY)
def keys(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show who everybody is."""
    return render(
        request, "inquiry/people/keys.html", {"opened": opened, "keys": actions.look_at_keys(opened=opened)}
    )


@study_page(Need.KEY)
def participant_key(request: HttpRequest, opened: OpenedStudy, participant_id: UUID) -> HttpResponse:
    """Show who one participant is, and change it."""
    who = open_participant(opened, participant_id)
    key = actions.look_at_key(opened=opened, participant_id=participant_id)
    form = KeyForm(sent(request), key=key)

    def page(form: Any, status: int = 200) -> HttpResponse:
        context = {"opened": opened, "form": form, "who": who, "key": key}
        return render(request, "inquiry/people/key_form.html", context, status=status)

    def act() -> Any:
        typed = form.cleaned_data
        return actions.keep_key(
            opened=opened, participant_id=who.id, seen=typed["version"], name=typed["name"],
            contact=typed["contact"],
        )  # fmt: skip

    return form_page(
        request, form, page=page, act=act, said=_("Kept, apart from everything else."), again=True,
        onwards=lambda _kept: to_page(opened, "participant", who.id),
    )  # fmt: skip


@study_page(Need.KEY)
def participant_key_destroy(request: HttpRequest, opened: OpenedStudy, participant_id: UUID) -> HttpResponse:
    """Ask, then take the key of one participant away for good."""
    who = open_participant(opened, participant_id)
    if request.method == "POST":
        seen = VersionField().clean(request.POST.get("version"))
        try:
            actions.destroy_key(opened=opened, participant_id=who.id, seen=seen)
        except StaleEdit:
            notices.note(request, _("Somebody changed this since you opened it. Look at it again."))
        else:
            notices.done(request, _("Nothing here says any more who this is."))
        return to_page(opened, "participant", who.id)
    key = actions.look_at_key(opened=opened, participant_id=participant_id)
    form = KeyForm(key=key)
    return render(
        request, "inquiry/people/key_destroy.html", {"opened": opened, "who": who, "key": key, "form": form}
    )
