"""How far coders agree, code by code, where that fits the study."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.forms.analysis import AgreementForm
from ownwords.inquiry.presenters import analysis_agreement as presenters
from ownwords.inquiry.presenters.analysis import codes_offered, labels_of, page_of
from ownwords.inquiry.queries.agreement_texts import comparable
from ownwords.inquiry.queries.arrays_codes import tree_of
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.views.analysis import NO_COEFFICIENT

PAGE = 25
TWO = 2


@study_page()
def agreement(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show agreement over the texts that all chosen coders have finished; in some studies only when asked for."""
    form = AgreementForm(request.GET)
    analysed = seen_by_viewer(opened)
    who = comparable(analysed)
    coders = tuple(one for one in form.coders if one in who.names) or who.most_in_common()
    form.meant = coders
    context: dict[str, Any] = {
        "opened": opened,
        "form": form,
        "fits": opened.study.method not in NO_COEFFICIENT,
        "who": who,
        "coders": coders,
        "texts": len(who.common(coders)) if len(coders) >= TWO else 0,
        "shown": None,
    }
    if context["texts"] and (context["fits"] or form.asked):
        context |= _numbers(opened, form, coders)
    return render(request, "inquiry/analysis/agreement.html", context)


def _numbers(opened: OpenedStudy, form: AgreementForm, coders: tuple[Any, ...]) -> dict[str, Any]:
    from ownwords.inquiry.queries import agreement as queries

    analysed, tree = seen_by_viewer(opened), tree_of(opened.study)
    names = labels_of(tree)
    of = queries.compared(analysed, comparable(analysed), coders, form.to_choice())
    page = page_of(queries.most_apart_first(of), form.page_number, PAGE)
    measures = [*queries.measures_for(len(coders)), "krippendorff-alpha-u-1995"]
    return {
        "shown": page,
        "offered": codes_offered(tree, only_branches=True),
        "heads": [presenters.NAMES[one] for one in measures],
        "codes": [
            presenters.code_shown(
                of.code_of(one), names, one, queries.of_code(of, one), of.apart.get(one.code or 0, 0)
            )
            for one in page.rows
        ],
        "overall": [presenters.overall_shown(one) for one in queries.over_all(of)] if of.tables else [],
        "characters": of.cuts.characters,
    }
