"""What a report says was found: findings, the map of themes, and each theme with its share and its quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.reporting.blocks import Block, Heading, Paragraph, Picture, Words, paragraph
from ownwords.inquiry.method.theme_map.layout import Entry, Named, layout
from ownwords.inquiry.presenters.findings import carried_words
from ownwords.inquiry.presenters.report_places import Places
from ownwords.inquiry.presenters.report_quotes import extracts
from ownwords.inquiry.presenters.report_sections import own
from ownwords.inquiry.queries.report_themes import Told
from ownwords.inquiry.queries.report_whole import Whole


def findings(whole: Whole, at: Places) -> Iterator[Block]:
    """Yield the findings, the map, and the themes in the order of their tree."""
    yield Heading(_("Findings"), 2, "findings")
    if not whole.findings:
        yield paragraph(_("Missing: no finding is kept yet."), at("findings"), soft=True)
    names = {one.theme.id: one.theme.name for one in whole.known.themes}
    for finding, rests in whole.findings:
        yield Heading(finding.statement, 3, f"finding-{finding.id}")
        if finding.meaning:
            yield paragraph(finding.meaning, at("finding", finding.id))
        yield _rests(rests, names, at)
    yield from own(whole, at, "findings")
    yield Heading(_("Themes"), 2, "themes")
    if not whole.known.themes:
        yield paragraph(_("Missing: there is no theme yet."), at("themes"), soft=True)
        return
    yield _picture(whole)
    for one in whole.known.themes:
        yield from theme(whole, one, at)
    if n := whole.dropped:
        words = ngettext(
            "%(num)s theme was dropped on the way.", "%(num)s themes were dropped on the way.", n
        )
        yield paragraph(words % {"num": n}, at("themes"), soft=True)


def _rests(rests: Sequence[UUID], names: dict[UUID, str], at: Places) -> Paragraph:
    """Return the themes that a finding rests on, each with the way to it."""
    links = [Words(names[one], at("theme", one)) for one in rests if one in names]
    if not links:
        return paragraph(_("Missing: no theme that it rests on."), soft=True)
    parts = [Words(_("Rests on: "))]
    for place, one in enumerate(links):
        parts += [Words("; "), one] if place else [one]
    return Paragraph(tuple(parts))


def _picture(whole: Whole) -> Picture:
    themes = whole.known.themes
    code_names = {shown.code.id: shown.code.name for shown in whole.known.analysis.tree}
    entries = [
        Entry(
            str(one.theme.id), one.theme.name, one.depth, str(one.theme.get_status_display()),
            tuple(Named(str(code), code_names[code]) for code in one.codes if code in code_names),
        )
        for one in themes
    ]  # fmt: skip
    codes = len({code for one in themes for code in one.codes})
    alt = _("Map of %(themes)s themes and their %(codes)s codes: %(names)s.") % {
        "themes": len(themes), "codes": codes, "names": "; ".join(one.theme.name for one in themes),
    }  # fmt: skip
    return Picture(
        layout(entries),
        alt,
        _("The themes with their codes. A dashed edge: the code belongs to several."),
    )


def theme(whole: Whole, one: Told, at: Places) -> Iterator[Block]:
    """Yield one theme: what it says and takes in, on how many people it rests, and passages for it and against it."""
    level = min(3 + one.depth, 4)
    yield Heading(one.theme.name, level, f"theme-{one.theme.id}")
    for words in (one.theme.statement, one.theme.scope):
        if words:
            yield paragraph(words)
    carried = carried_words(whole.known.shares[one.theme.id]) or _("nobody speaks in the texts yet")
    status = Words(f" · {one.theme.get_status_display()}")
    yield Paragraph((Words(carried, at("theme", one.theme.id)), status))
    yield from extracts(whole, one.extracts, at, level + 1)
