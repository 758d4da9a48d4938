"""Switching suggestions on and off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.suggest_settings import switch
from ownwords.inquiry.forms.suggestions import SettingsForm
from ownwords.inquiry.models import Study
from ownwords.inquiry.queries import suggest_model
from ownwords.inquiry.views.saving import saved_form
from ownwords.people.views.form_page import sent


@study_page(Need.LEAD)
def settings(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Say by what passages may be suggested in this study."""
    there = suggest_model.there_is_a_model()
    form = SettingsForm(sent(request), study=opened.study, there_is_a_model=there)

    def act() -> Study:
        return switch(opened=opened, version=form.cleaned_data["version"], **form.to_switches())

    return saved_form(
        request, opened, "inquiry/suggestions/settings.html", form, act, back="suggestions", there_is_a_model=there
    )  # fmt: skip
