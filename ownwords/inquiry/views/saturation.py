"""New codes text by text, where the method of the study looks for the point at which nothing new comes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.presenters.analysis_new import plot
from ownwords.inquiry.queries.arrays_new import new_codes
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.views.analysis import FITS_NEW


@study_page()
def saturation(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the plot; where the method does not fit, say why there is none."""
    context = {"opened": opened, "fits": opened.study.method in FITS_NEW}
    if context["fits"]:
        steps, waiting = new_codes(seen_by_viewer(opened))
        context |= {"steps": steps, "waiting": waiting, "plot": plot(steps) if steps else None}
    return render(request, "inquiry/analysis/saturation.html", context)
