"""Suggestions: how many are open where, a list of them, and deciding on one or several."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.forms.suggestions import to_listed
from ownwords.inquiry.presenters import suggestions as presenters
from ownwords.inquiry.queries import suggest_list as queries
from ownwords.inquiry.queries.desk import open_source
from ownwords.inquiry.queries.passages import open_code
from ownwords.inquiry.queries.suggest_open import of_older_texts, ways_on


@study_page()
def suggestions(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Say what is switched on, and how many suggestions are open in each text and for each code."""
    context = {
        "opened": opened,
        "ways": ways_on(opened.study),
        "places": presenters.places(opened),
        "older": of_older_texts(opened),
        "writes": opened.has(Need.CODE),
        "leads": opened.has(Need.LEAD),
    }
    return render(request, "inquiry/suggestions/suggestions.html", context)


@study_page()
def listed(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """List the suggestions of one text, or for one code."""
    wanted = to_listed(request.GET)
    if wanted.source_id is None and wanted.code_id is None:
        return HttpResponseRedirect(reverse("inquiry:suggestions", args=[opened.study.id]), status=303)
    found, after = queries.page_of(opened, wanted, queries.Mark.read(request.GET.get("after", "")))
    query = {name: value for name, value in request.GET.items() if name != "after"}
    context = {
        "opened": opened,
        "source": open_source(opened, wanted.source_id) if wanted.source_id else None,
        "code": open_code(opened, wanted.code_id) if wanted.code_id else None,
        "wanted": wanted,
        "found": found,
        "told": presenters.told,
        "how_many": queries.how_many(opened, wanted),
        "older": of_older_texts(opened, source_id=wanted.source_id, code_id=wanted.code_id),
        "query": urlencode(query),
        "switched": urlencode({**query, "aside": "" if wanted.aside else "yes"}),
        "further": f"?{urlencode({**query, 'after': str(after)})}" if after else "",
        "writes": opened.has(Need.CODE),
        "ways": ways_on(opened.study),
    }
    return render(request, "inquiry/suggestions/listed.html", context)
