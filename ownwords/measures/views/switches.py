"""Standard measures for administrators: what is shipped, on which licence, what is unconfirmed, on or off."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.measures.actions.switches import switch_measure
from ownwords.measures.forms.switches import SwitchForm
from ownwords.measures.method.definitions import Instrument, LicenceClass
from ownwords.measures.method.unconfirmed import unconfirmed
from ownwords.measures.models import InstrumentSwitch
from ownwords.measures.queries import instruments as queries
from ownwords.measures.queries.responses import names_of
from ownwords.people import notices
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer

manage = role_page(Permission.MANAGE_MEASURES)


def class_words(instrument: Instrument) -> str:
    """Return what the licence means for the words of a form, and whether they are here."""
    klass = instrument.licence.klass
    if klass is LicenceClass.A and not instrument.has_text:
        return _("The words may be handed on, but do not come with Ownwords yet")
    return {
        LicenceClass.A: _("The words come with Ownwords"),
        LicenceClass.B: _("The words come in a marked pack, or from the service's own copy"),
        LicenceClass.C: _("The words come only from the service's own licensed copy"),
    }[klass]


@manage
def measure_switches(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Every instrument there is, with what is on."""
    rows = [(one, class_words(one.instrument)) for one in queries.switchable(viewer)]
    context = {
        "on": [row for row in rows if row[0].is_on],
        "off": [row for row in rows if not row[0].is_on],
        "folder": queries.texts_folder(),
    }
    return render(request, "measures/switches/switches.html", context)


@manage
def measure_switch(request: HttpRequest, viewer: Viewer, instrument_key: str) -> HttpResponse:
    """One instrument: licence, doubts, sources; switching it on or off, and when that was done before."""
    one = queries.switchable_one(viewer, instrument_key)

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        history = queries.switch_history(viewer, one.instrument.key)
        context = {
            "one": one,
            "instrument": one.instrument,
            "form": form,
            "klass": class_words(one.instrument),
            "unconfirmed": unconfirmed(one.instrument),
            "history": history,
            "names": names_of(row.changed_by_id for row in history),
            "file": queries.texts_folder() / f"{one.instrument.key}.toml",
        }
        return render(request, "measures/switches/switch.html", context, status=status)

    data = request.POST if request.method == "POST" else None
    form = SwitchForm(data, instrument=one.instrument, switch=one.switch, is_on=one.is_on)
    if data is None:
        return page(form)

    def switch() -> InstrumentSwitch:
        return switch_measure(
            viewer=viewer,
            instrument=one.instrument.key,
            on=form.cleaned_data["on"],
            version=form.cleaned_data["version"],
            licence_reference=form.cleaned_data.get("licence_reference", ""),
            source_note=form.cleaned_data.get("source_note", ""),
        )

    kept = save_or_explain(request, form, switch, page=page, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    told = {"name": one.instrument.name}
    notices.done(request, (_("%(name)s is on now.") if kept.on else _("%(name)s is off now.")) % told)
    return HttpResponseRedirect(reverse("measure_switches"))
