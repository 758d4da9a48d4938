"""Passages as one page (HTML) that needs nothing else, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from ownwords.inquiry.method.passage_files.rows import BETWEEN, Row, clock
from ownwords.inquiry.method.quoting import NOT_TO_QUOTE

STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
    "blockquote{margin:0;white-space:pre-wrap}article{border-top:1px solid;padding:.75rem 0}"
    "p{margin:.25rem 0;font-size:.9rem}"
)


def as_html(rows: Iterable[Row], words: Mapping[str, str]) -> Iterator[bytes]:
    """Yield a page: a heading for each text, below it its passages with their codes.

    Args:
        words: in the reader's language: lang, title, page, turn, coder, memo, strength, not_to_quote.
    """
    title = escape(words["title"])
    yield (
        f'<!doctype html><html lang="{escape(words["lang"])}"><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style><h1>{title}</h1>\n'
    ).encode()
    last = None
    for row in rows:
        piece = "" if row.text_guid == last else f'<h2 dir="auto">{escape(row.text)}</h2>\n'
        last = row.text_guid
        yield (piece + _passage(row, words)).encode("utf-8", "replace")
    yield b"</html>\n"


def _passage(row: Row, words: Mapping[str, str]) -> str:
    lines = "".join(f'<p dir="auto">{escape(line)}</p>' for line in said_of(row, words))
    return (
        f'<article id="{row.coding_guid}"><h3 dir="auto">{escape(BETWEEN.join(row.code))}</h3>'
        f'<blockquote dir="auto">{escape(row.words)}</blockquote>{lines}</article>\n'
    )


def said_of(row: Row, words: Mapping[str, str]) -> list[str]:
    """Return what stands below a passage: who, where, by whom; its memo; a warning where it may not be quoted."""
    where = [
        f"{words['page']} {row.page}" if row.page is not None else "",
        f"{words['turn']} {row.turn}" if row.turn is not None else "",
        clock(row.at_ms),
        f"{words['coder']} {row.coder}",
        f"{words['strength']} {row.strength}" if row.strength is not None else "",
    ]
    lines = [" · ".join(one for one in (row.who, *where) if one)]
    lines += [f"{words['memo']}: {row.memo}"] if row.memo else []
    return lines + ([words["not_to_quote"]] if row.may_be_quoted in NOT_TO_QUOTE else [])
