"""Pages that change lines: beginning one or several, rewording, closing, taking up, how often, the usual range."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.ledger.ids import Ref
from ownwords.measures.actions import lines as actions
from ownwords.measures.actions.templates import begin_set
from ownwords.measures.forms.lines import (
    CloseForm,
    HowOftenForm,
    LineAddForm,
    RangeForm,
    RewordForm,
    TemplateForm,
)
from ownwords.measures.method.personal_range import LEAST
from ownwords.measures.method.template_catalogue import templates
from ownwords.measures.models import Line
from ownwords.measures.presenters.lines import scale_words
from ownwords.measures.queries.lines import numbers_on, open_line, wording_now
from ownwords.measures.views.parts import page, see_other, to_line
from ownwords.people import notices
from ownwords.people.access import NotFound, Opened
from ownwords.people.forms.saving import save_or_explain
from ownwords.people.queries.circle import circle_of
from ownwords.people.refusals import Refused
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.people.things import Thing, things_named, things_to_choose
from ownwords.people.views.form_page import pressed


@person_page(Permission.WRITE_RECORD, part="write")
def line_add(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Begin to follow something. `?about=goal:<id>` comes from the page of that goal."""
    things, chosen = _about(opened, request.GET.get("about", ""))
    form = LineAddForm(
        request.POST if request.method == "POST" else None,
        opened=opened,
        circle=circle_of(opened),
        things=things,
        initial={"about": chosen},
    )

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "lines/add", status, form=form, chosen=chosen)

    if request.method != "POST":
        return shown(form)

    def act() -> Line:
        return actions.add_line(
            opened=opened,
            words=form.to_words(),
            scale=form.to_scale(),
            started_on=form.cleaned_data["started_on"],
            about=form.to_about(),
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept. You can rate it now, or whenever you like."))
    return to_line(opened, kept.id)


def _about(opened: Opened, wanted: str) -> tuple[list[Thing], list[str]]:
    """Return what a line may be about, with what the address asks for first; only what the viewer sees."""
    kind, _colon, key = wanted.partition(":")
    try:
        named = things_named(opened, [Ref(kind, UUID(key))]) if key else []
    except ValueError:
        named = []
    refs = {thing.ref for thing in named}
    things = named + [thing for thing in things_to_choose(opened) if thing.ref not in refs]
    return things, [f"{ref.kind}:{ref.id}" for ref in refs]


@person_page(Permission.WRITE_RECORD, part="write")
def line_templates(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Offer to begin several lines together."""
    return page(request, opened, "lines/templates", templates=list(templates().values()))


@person_page(Permission.WRITE_RECORD, part="write")
def line_template(request: HttpRequest, opened: Opened, template: str) -> HttpResponse:
    """Begin several lines together, from one template."""
    made = templates().get(template)
    if made is None:
        raise NotFound
    data = request.POST if request.method == "POST" else None
    form = TemplateForm(data, opened=opened, circle=circle_of(opened), template=made)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(request, opened, "lines/template", status, form=form, template=made)

    if request.method != "POST":
        return shown(form)

    def act() -> list[Line]:
        return begin_set(
            opened=opened,
            template=made.key,
            filled=form.to_filled(),
            sight=form.to_sight(),
            submission=form.cleaned_data["submission"],
        )

    kept = save_or_explain(request, form, act, page=shown)
    if isinstance(kept, HttpResponse):
        return kept
    said = ngettext("Kept: %(count)s line.", "Kept: %(count)s lines.", len(kept)) % {"count": len(kept)}
    notices.done(request, said)
    return see_other("lines", opened.person.id)


@person_page(Permission.WRITE_RECORD, part="line")
def line_reword(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Put a line in other words; the form asks whether it is the same thing."""
    line = open_line(opened, line_id)
    wording = wording_now(line)
    form = RewordForm(request.POST if request.method == "POST" else None, line=line, wording=wording)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(
            request, opened, "lines/reword", status, form=form, line=line, wording=wording, levels=form.levels
        )

    if request.method != "POST":
        return shown(form)

    def act() -> Line:
        return actions.reword_line(
            opened=opened,
            line_id=line_id,
            version=form.cleaned_data["version"],
            words=form.to_words(),
            same_thing=form.same_thing,
            closing_words=form.cleaned_data["closing_words"],
        )

    kept = save_or_explain(request, form, act, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    same = kept.id == line_id
    notices.done(
        request,
        _("Kept. The line goes on in its new words; the earlier ones stay with what was rated then.")
        if same
        else _("Kept. A new line has begun, and the earlier one is closed with everything on it."),
    )
    return to_line(opened, kept.id)


@person_page(Permission.WRITE_RECORD, part="line")
def line_close(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Close a line, with a reason."""
    line = open_line(opened, line_id)
    form = CloseForm(request.POST if request.method == "POST" else None, opened=opened, line=line)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        words = wording_now(line).words
        return page(request, opened, "lines/close", status, form=form, line=line, words=words)

    if request.method != "POST":
        return shown(form)

    def act() -> Line:
        typed = form.cleaned_data
        try:
            return actions.close_line(
                opened=opened,
                line_id=line_id,
                version=typed["version"],
                closed_as=typed["closed_as"],
                words=typed["closed_words"],
                closed_on=typed["closed_on"],
            )
        except Refused as no:
            raise Refused({"closed_words" if name == "words" else name: text
                           for name, text in no.messages.items()}) from None  # fmt: skip

    kept = save_or_explain(request, form, act, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Kept. The line is closed; everything on it stays. It can be taken up again."))
    return to_line(opened, line_id)


@person_page(Permission.WRITE_RECORD, part="line")
def line_reopen(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Take a closed line up again."""
    line = open_line(opened, line_id)
    if request.method != "POST":
        return to_line(opened, line.id)
    pressed(
        request,
        lambda version: actions.reopen_line(opened=opened, line_id=line_id, version=version),
        _("The line is open again."),
    )
    return to_line(opened, line_id)


@person_page(Permission.WRITE_RECORD, part="line")
def line_how_often(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Change how often somebody means to look at a line."""
    line = open_line(opened, line_id)
    form = HowOftenForm(request.POST if request.method == "POST" else None, line=line)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return _small(request, opened, line, form, status, _("How often"), _("Save"))

    if request.method != "POST":
        return shown(form)

    def act() -> Line:
        version, how_often = form.cleaned_data["version"], form.cleaned_data["how_often"]
        return actions.set_how_often(opened=opened, line_id=line_id, version=version, how_often=how_often)

    kept = save_or_explain(request, form, act, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("Saved."))
    return to_line(opened, line_id)


def _small(
    request: HttpRequest, opened: Opened, line: Line, form: Any, status: int, heading: str, press: str
) -> HttpResponse:
    words = wording_now(line).words
    return page(
        request,
        opened,
        "lines/small",
        status,
        form=form,
        line=line,
        words=words,
        heading=heading,
        press=press,
    )


@person_page(Permission.WRITE_RECORD, part="line")
def line_range(request: HttpRequest, opened: Opened, line_id: UUID) -> HttpResponse:
    """Fix the usual range from the ratings so far, or take it away; explains itself."""
    line = open_line(opened, line_id)
    form = RangeForm(request.POST if request.method == "POST" else None, line=line)
    count = numbers_on(opened, line)

    def shown(form: Any, status: int = 200) -> HttpResponse:
        return page(
            request, opened, "lines/range", status, form=form, line=line, words=wording_now(line).words,
            count=count, least=LEAST, enough=count >= LEAST, scale=scale_words(opened, line),
        )  # fmt: skip

    if request.method != "POST":
        return shown(form)
    away = "away" in request.POST

    def act() -> Line:
        until = None if away else form.cleaned_data["baseline_until"] or timezone.localdate()
        version = form.cleaned_data["version"]
        return actions.freeze_baseline(opened=opened, line_id=line_id, version=version, until=until)

    kept = save_or_explain(request, form, act, page=shown, again=True)
    if isinstance(kept, HttpResponse):
        return kept
    notices.done(request, _("The range is gone.") if away else _("Kept. The range now stays as it is."))
    return to_line(opened, line_id)
