"""Pages of messages between meetings."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.peers.actions import messages as actions
from ownwords.peers.forms.messages import HoursForm, MessageForm
from ownwords.peers.models import AnsweringHours, Message
from ownwords.peers.presenters.messages import hours_lines, message_lines, when_read
from ownwords.peers.queries import messages as queries
from ownwords.peers.views.between import page, see_other
from ownwords.people import notices
from ownwords.people.access import Opened
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page, role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, sent

messages_page = person_page(Permission.MESSAGE_PEER, part="messages")


@messages_page
def talks(request: HttpRequest, opened: Opened) -> HttpResponse:
    """List with whom messages can be written."""
    return page(request, opened, "messages/talks", talks=queries.talks_of(opened))


@messages_page
def talk(request: HttpRequest, opened: Opened, peer_id: UUID) -> HttpResponse:
    """Read and write messages with one peer worker. Opening the page marks what was read."""
    found = queries.open_talk(opened, peer_id)
    form = MessageForm(sent(request))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        week = queries.week_of(peer_id)
        lines = message_lines(opened, queries.messages_of(found.channel))
        actions.mark_read(opened=opened, channel=found.channel)
        return page(
            request, opened, "messages/talk", status, form=form, talk=found, lines=lines,
            hours=hours_lines(week), outside=opened.is_own and not queries.answered_now(week),
            when=when_read(queries.read_next(week), found.peer.name),
            crisis_text=settings.ENV.crisis_text,
        )  # fmt: skip

    def act() -> Message:
        typed = form.cleaned_data
        return actions.send_message(
            opened=opened, peer_id=peer_id, words=typed["words"], submission=typed["submission"]
        )

    def said(kept: Message) -> str:
        if not kept.outside_hours:
            return _("Sent.")
        when = when_read(queries.read_next(queries.week_of(peer_id)), found.peer.name)
        return _("Sent, outside answering hours.") + " " + when

    return form_page(
        request, form, page=shown, act=act, said=said,
        onwards=lambda _kept: see_other("peers:talk", opened.person.id, peer_id),
    )  # fmt: skip


@messages_page
def talk_switch(request: HttpRequest, opened: Opened, peer_id: UUID) -> HttpResponse:
    """Switch messages on or off (POST)."""
    queries.open_talk(opened, peer_id)
    if request.method == "POST":
        on = request.POST.get("on") == "yes"
        try:
            actions.switch_messages(opened=opened, peer_id=peer_id, on=on)
        except Refused as no:
            notices.note(request, " ".join(no.messages.values()))
        else:
            notices.done(
                request, _("Messages are on.") if on else _("Messages are off. What was written stays here.")
            )
    return see_other("peers:talk", opened.person.id, peer_id)


@role_page(Permission.OWN_SPACE)
def answering_hours(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Say when one answers messages."""
    week = queries.week_of(viewer.account_id)
    form = HoursForm(sent(request), week=week)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {"form": form, "hours": hours_lines(week), "zone": settings.TIME_ZONE}
        return render(request, "peers/messages/hours.html", context, status=status)

    def act() -> list[AnsweringHours]:
        return actions.set_hours(viewer=viewer, hours=form.week)

    return form_page(
        request, form, page=shown, act=act, said=_("Saved. People see these hours before they write."),
        onwards=lambda _kept: see_other("answering_hours"),
    )  # fmt: skip
