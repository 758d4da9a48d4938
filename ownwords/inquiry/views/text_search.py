"""Looking for words in the texts of a study."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.queries import text_search as queries
from ownwords.people.forms.fields import SubmissionField


@study_page()
def text_search(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the turns that hold what was typed."""
    query = queries.clean_query(request.GET.get("q", ""))
    source_id = SubmissionField().clean(request.GET.get("text"))
    after = queries.Place.read(request.GET.get("after", ""))
    found, further = queries.search_texts(opened, query, source_id=source_id, after=after)
    kept = {"q": query, **({"text": str(source_id)} if source_id else {})}
    context = {
        "opened": opened,
        "query": query,
        "source_id": source_id,
        "found": found,
        "paged": after is not None,
        "first": f"?{urlencode(kept)}",
        "further": f"?{urlencode({**kept, 'after': str(further)})}" if further else "",
    }
    return render(request, "inquiry/texts/search.html", context)
