"""New codes and properties text by text, where the method looks for the point at which nothing new comes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.presenters.analysis_new import changed, plot
from ownwords.inquiry.queries.arrays_new import what_was_new
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.views.analysis import FITS_NEW


@study_page()
def saturation(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the plot; where the method does not fit, say why there is none."""
    context = {"opened": opened, "fits": opened.study.method in FITS_NEW}
    if context["fits"]:
        new = what_was_new(seen_by_viewer(opened))
        context |= {
            "new": new,
            "plot": plot(new) if new.steps else None,
            "changes": [(one.paper, changed(one, len(new.steps)), one.before) for one in new.changes],
        }
    return render(request, "inquiry/analysis/saturation.html", context)
