"""What may identify somebody in a text: shown, and replaced only by a press, which is a correction."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import Need, OpenedStudy, study_page
from ownwords.inquiry.actions.correcting import correct_text
from ownwords.inquiry.actions.keys import look_at_keys
from ownwords.inquiry.presenters.texts import identifying_kind
from ownwords.inquiry.queries import texts as queries
from ownwords.inquiry.queries.identifying import MayIdentify, may_identify, replaced
from ownwords.inquiry.views.correcting import to_version
from ownwords.people import notices
from ownwords.people.forms.fields import LineField, VersionField
from ownwords.people.forms.saving import REFUSED
from ownwords.people.refusals import Refused, StaleEdit

MOST = 120


class ReplaceForm(forms.Form):
    """What stands in place of each wording; nothing typed leaves it as it is."""

    def __init__(self, *args: object, found: list[MayIdentify], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.found = found
        for number, one in enumerate(found):
            label = _("Put in place of “%(words)s”") % {"words": one.words}
            self.fields[f"by-{number}"] = LineField(label=label, required=False, most=MOST)

    def by(self) -> dict[str, str]:
        """Return what replaces each wording."""
        typed = self.cleaned_data
        return {
            one.words: typed[f"by-{n}"].strip()
            for n, one in enumerate(self.found)
            if typed[f"by-{n}"].strip()
        }


@study_page(Need.CODE)
def text_names(request: HttpRequest, opened: OpenedStudy, source_id: UUID) -> HttpResponse:
    """Show what may identify somebody, and put something else there."""
    source = queries.open_text(opened, source_id)
    keys = look_at_keys(opened=opened) if opened.has(Need.KEY) else []
    text, found = may_identify(opened, source, [key.name for _one, key in keys if key])
    form = ReplaceForm(request.POST if request.method == "POST" else None, found=found)
    if request.method == "POST" and form.is_valid():
        version = VersionField().clean(request.POST.get("version"))
        try:
            if version != source.text_version:
                raise StaleEdit(source)
            kept = correct_text(
                opened=opened, source_id=source_id, version=version, words=replaced(text, form.by(), found),
                why=_("What might identify somebody was replaced"),
            )  # fmt: skip
        except Refused:
            form.add_error(None, _("Type what should stand in place of at least one of them."))
        except StaleEdit:
            form.add_error(None, _("Somebody changed this since you opened it. Look at it again, then save."))
        else:
            notices.done(request, _("Replaced. The passages in it have followed."))
            return to_version(opened, kept)
    rows = [(one, identifying_kind(one.kind), form[f"by-{n}"]) for n, one in enumerate(found)]
    context = {"opened": opened, "source": source, "form": form, "rows": rows}
    return render(request, "inquiry/texts/names.html", context, status=REFUSED if form.errors else 200)
