"""A report as one file of HTML that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from ownwords.inquiry.method.reporting.blocks import (
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Report,
    Table,
    Words,
)
from ownwords.inquiry.method.reporting.drawing import as_svg

STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.6 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "h1,h2,h3,h4{line-height:1.25;margin:2rem 0 .5rem}p,li{overflow-wrap:anywhere}"
    "blockquote{margin:1rem 0;padding-left:1rem;border-left:4px solid;white-space:pre-wrap}"
    "blockquote footer{white-space:normal;font-size:.9rem}.soft{font-size:.9rem}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.25rem 0}"
    "th,td{border:1px solid;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
    "th{font-weight:600}.wide{overflow-x:auto}figure{margin:1rem 0;overflow-x:auto}svg{max-width:100%;height:auto}"
    "@media print{a{color:inherit;text-decoration:none}h2,h3{break-after:avoid}blockquote,tr{break-inside:avoid}}"
)


def as_html(report: Report, words: Mapping[str, str]) -> bytes:
    """Return the file.

    Args:
        words: in the reader's language: contents.
    """
    return "".join(_pieces(report, words)).encode("utf-8", "replace")


def _pieces(report: Report, words: Mapping[str, str]) -> Iterator[str]:
    title = escape(report.title)
    yield (
        f'<!doctype html>\n<html lang="{escape(report.language)}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>\n'
        f'<body><main><h1 dir="auto">{title}</h1><p>{escape(report.below)}</p>\n'
    )
    if len(report.contents) > 1:
        points = "".join(
            f'<li><a href="#{one.anchor}">{escape(one.text)}</a></li>' for one in report.contents
        )
        yield f'<nav aria-label="{escape(words["contents"])}"><ol>{points}</ol></nav>\n'
    for block in report.blocks:
        yield _WAYS[block.kind](block) + "\n"
    yield "</main></body></html>\n"


def _heading(one: Heading) -> str:
    anchor = f' id="{escape(one.anchor)}"' if one.anchor else ""
    return f'<h{one.level}{anchor} dir="auto">{escape(one.text)}</h{one.level}>'


def _paragraph(one: Paragraph) -> str:
    kind = ' class="soft"' if one.soft else ""
    lines = escape("".join(part.text for part in one.parts)).replace("\n", "<br>")
    return f'<p{kind} dir="auto">{lines}</p>'


def _listing(one: Listing) -> str:
    return "<ul>" + "".join(f'<li dir="auto">{_cell(point)}</li>' for point in one.points) + "</ul>"


def _quote(one: Quote) -> str:
    note = f" · {escape(one.note)}" if one.note else ""
    said = f"<footer>{escape(one.who.text)}{note}</footer>"
    return f'<blockquote dir="auto">{escape(one.words)}{said}</blockquote>'


def _table(one: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in one.head)
    rows = "".join(
        "<tr>" + "".join(_in_row(cell, first=not place) for place, cell in enumerate(row)) + "</tr>"
        for row in one.rows
    )
    caption = escape(one.caption)
    return (
        f'<div class="wide"><table><caption>{caption}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _in_row(cell: Words, *, first: bool) -> str:
    return f'<th scope="row" dir="auto">{_cell(cell)}</th>' if first else f'<td dir="auto">{_cell(cell)}</td>'


def _cell(cell: Words) -> str:
    """Return a cell; only links within the file itself are kept."""
    lines = escape(cell.text).replace("\n", "<br>")
    return f'<a href="{escape(cell.link)}">{lines}</a>' if cell.link.startswith("#") else lines


def _picture(one: Picture) -> str:
    return f"<figure>{as_svg(one.drawing, one.alt)}<figcaption>{escape(one.caption)}</figcaption></figure>"


_WAYS: dict[str, Callable[[Any], str]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "listing": _listing,
    "quote": _quote,
    "table": _table,
    "picture": _picture,
}
