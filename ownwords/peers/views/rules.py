"""For administrators: what peer workers may write down, and when a door counts as quiet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.peers.actions.rules import set_rule, set_settings
from ownwords.peers.forms.rules import RuleForm, SettingsForm
from ownwords.peers.models import PeerSettings, RecordingRule
from ownwords.peers.queries.rules import rules_of, settings_of
from ownwords.people.access import NotFound
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, sent


@role_page(Permission.MANAGE_PEERS)
def recording_rule(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Set what peer workers may write down, with the reason; earlier rules stand below."""
    if viewer.organisation_id is None:
        raise NotFound
    history = rules_of(viewer.organisation_id)
    now = history[0] if history else None
    form = RuleForm(sent(request), now=now, seen=len(history))

    def shown(form: Any, status: int = 200) -> HttpResponse:
        context = {"form": form, "now": now, "history": history, "settings": settings_of(_at(viewer))}
        return render(request, "peers/rules/rule.html", context, status=status)

    def act() -> RecordingRule:
        typed = form.cleaned_data
        return set_rule(viewer=viewer, rule=typed["rule"], words=typed["words"], seen=typed["version"])

    return form_page(
        request, form, page=shown, act=act, again=True,
        said=_("Kept. It holds from now on, and people are told of it."),
        onwards=lambda _kept: HttpResponseRedirect(reverse("recording_rule"), status=303),
    )  # fmt: skip


@role_page(Permission.MANAGE_PEERS)
def peer_settings(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Set when a door counts as quiet, and the gap between spells."""
    now = settings_of(_at(viewer))
    form = SettingsForm(sent(request), now=now)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return render(request, "peers/rules/settings.html", {"form": form}, status=status)

    def act() -> PeerSettings:
        typed = form.cleaned_data
        return set_settings(
            viewer=viewer,
            quiet_after_days=typed["quiet_after_days"],
            gap_days=typed["gap_days"],
            version=typed["version"],
        )

    return form_page(
        request, form, page=shown, act=act, again=True,
        said=_("Kept. Doors and reports are worked out anew from now on."),
        onwards=lambda _kept: HttpResponseRedirect(reverse("recording_rule"), status=303),
    )  # fmt: skip


def _at(viewer: Viewer) -> Any:
    if viewer.organisation_id is None:
        raise NotFound
    return viewer.organisation_id
