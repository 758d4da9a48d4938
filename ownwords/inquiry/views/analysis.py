"""What can be asked of the codings of a study, and what each answer is for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.forms.analysis import CodesForm
from ownwords.inquiry.models import Method
from ownwords.inquiry.presenters import analysis as presenters
from ownwords.inquiry.queries import passages
from ownwords.inquiry.queries.arrays_codes import tree_of

FITS_NEW = (Method.GROUNDED, Method.CODEBOOK, Method.FRAMEWORK, Method.OWN)
"""Methods of which a plot of new codes says something (inquiry 2.1, 2.2)."""
NO_COEFFICIENT = (Method.REFLEXIVE, Method.GROUNDED)
"""Methods whose front page offers no coefficient (inquiry 19; 2.1, 2.2)."""


@study_page()
def analysis(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the questions."""
    fits = {
        "new_codes": opened.study.method in FITS_NEW,
        "agreement": opened.study.method not in NO_COEFFICIENT,
    }
    return render(request, "inquiry/analysis/analysis.html", {"opened": opened, "fits": fits})


def shared(opened: OpenedStudy, form: CodesForm) -> dict[str, Any]:
    """Return what the pages that ask for codes and a coder share (two queries)."""
    tree = tree_of(opened.study)
    return {
        "opened": opened,
        "form": form,
        "offered": presenters.codes_offered(tree),
        "tree": tree,
        "ticked": set(form.chosen),
        "names": presenters.labels_of(tree),
        "coders": passages.coders(opened),
    }
