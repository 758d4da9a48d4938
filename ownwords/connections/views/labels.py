"""How a service words the steps of connecting, for administrators."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownwords.connections.actions.step_labels import word_step
from ownwords.connections.forms.labels import LabelForm
from ownwords.connections.method.vocabulary import vocabulary
from ownwords.connections.models import StepLabel
from ownwords.connections.queries import step_labels as queries
from ownwords.people.queries.people import names_of
from ownwords.people.roles import Permission
from ownwords.people.routes import role_page
from ownwords.people.viewer import Viewer
from ownwords.people.views.form_page import form_page, sent

manage = role_page(Permission.MANAGE_DIRECTORY)


@manage
def step_labels(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Every step, as this service says it and as it came."""
    own = queries.labels_now(viewer)
    rows = [(term, own.get(term.key)) for term in vocabulary().steps]
    return render(request, "connections/team/labels.html", {"rows": rows, "vocabulary": vocabulary()})


@manage
def step_label(request: HttpRequest, viewer: Viewer, step: str) -> HttpResponse:
    """Word one step; show how it was worded before."""
    term = queries.term_of(step)
    row = queries.labels_now(viewer).get(step)

    def page(form: forms.Form, status: int = 200) -> HttpResponse:
        history = queries.label_history(viewer, step)
        context = {
            "term": term,
            "row": row,
            "form": form,
            "history": history,
            "names": names_of(one.changed_by_id for one in history),
        }
        return render(request, "connections/team/label.html", context, status=status)

    data = sent(request)
    form = LabelForm(data, words=row.words if row else _(term.label), version=row.version if row else 0)

    def act() -> StepLabel:
        typed = form.cleaned_data
        return word_step(viewer=viewer, step=step, words=typed["words"], version=typed["version"])

    return form_page(
        request, form, page=page, act=act, again=True,
        said=_("Saved. Steps logged from now on read like this."),
        onwards=lambda _kept: HttpResponseRedirect(reverse("step_labels"), status=303),
    )  # fmt: skip
