"""Striking words out of a text: choose them in a turn, see what goes, press once more."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.striking import strike_words
from ownwords.inquiry.forms.coding import ChosenForm
from ownwords.inquiry.method.struck import wordings
from ownwords.inquiry.models import Source
from ownwords.inquiry.presenters.desk import words_shown
from ownwords.inquiry.queries import texts as queries
from ownwords.inquiry.queries.desk import TurnRead, turns_of
from ownwords.inquiry.queries.finding_leaving import passages_in, resting_on
from ownwords.inquiry.queries.where_words_stand import where_they_stand
from ownwords.inquiry.views.texts import to_text
from ownwords.people import notices
from ownwords.people.access import NotFound
from ownwords.people.forms.saving import REFUSED
from ownwords.people.refusals import Refused


@study_page(Need.CODE)
def text_strike(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Strike words of one turn out."""
    source = queries.open_text(opened, source_id)
    number = request.POST.get("turn") or request.GET.get("turn")
    turn = next((one for one in turns_of(source) if str(one.number) == number), None)
    if turn is None:
        raise NotFound
    if request.method != "POST":
        return _page(request, opened, source, turn)
    form = ChosenForm(request.POST)
    form.is_valid()
    chosen = form.to_chosen()
    start, end = (turn.start, turn.end) if request.POST.get("whole") else (chosen.start, chosen.end)
    if not turn.start <= start < end <= turn.end or chosen.text_version != source.text_version:
        said = _("Choose the first and the last word to strike out; nothing was changed.")
        return _page(request, opened, source, turn, said=said)
    if not request.POST.get("sure"):
        return _page(request, opened, source, turn, goes=(start, end))
    try:
        version = chosen.text_version
        strike_words(opened=opened, source_id=source_id, version=version, stretches=[(start, end)])
    except Refused as no:
        return _page(request, opened, source, turn, said=" ".join(no.messages.values()))
    notices.done(
        request,
        _("Struck out, from every version of this text. That it was done is kept, without the words."),
    )
    return to_text(opened, source_id, f"?from={max(1, turn.number - 3)}#turn-{turn.number}")


def _page(
    request: HttpRequest, opened: OpenedStudy, source: Source, turn: TurnRead, *, said: str = "",
    goes: tuple[int, int] | None = None,
) -> HttpResponse:  # fmt: skip
    text = queries.whole_text(source)
    going = text[goes[0] : goes[1]] if goes else ""
    context = {
        "opened": opened,
        "source": source,
        "turn": turn,
        "words": words_shown(text, turn),
        "goes": goes,
        "going": going,
        "resting": resting_on(opened, passages_in(opened, source, *goes)) if goes else None,
        "elsewhere": where_they_stand(opened, wordings([going], chosen=True), but=source.id) if goes else [],
        "errors": [{"text": said, "href": "#strike-first"}] if said else [],
    }
    return render(request, "inquiry/texts/strike.html", context, status=REFUSED if said else 200)
