"""The map of themes as SVG for a page, and as PNG for a Word document. What a box is, its edge says, not a colour."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from typing import Any

from ownwords.inquiry.method.theme_map.layout import Box, Kind, Line, Picture, Text

SCALE, MOST_PIXELS = 2.0, 24_000_000
EDGES = {Kind.THEME: 3.0, Kind.SUB: 1.5, Kind.CODE: 1.0, Kind.SHARED: 1.0}
DASH = 6.0


def as_svg(drawing: Picture, alt: str) -> str:
    """Return the drawing as SVG that takes the colour of the words around it, with ``alt`` read in its place."""
    inside = "".join([*map(_svg_line, drawing.lines), *map(_svg_box, drawing.boxes)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="{drawing.view_box}" width="{drawing.width:g}"'
        f' font-family="sans-serif" fill="none" stroke="currentColor"><title>{escape(alt)}</title>{inside}</svg>'
    )


def _svg_line(line: Line) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in line.points)
    return f'<polyline points="{points}"/>'


def _svg_box(box: Box) -> str:
    dashes = f' stroke-dasharray="{DASH:g}"' if box.kind is Kind.SHARED else ""
    edge = (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="4"'
        f' stroke-width="{EDGES[box.kind]:g}"{dashes}/>'
    )
    return edge + "".join(map(_svg_text, box.texts))


def _svg_text(text: Text) -> str:
    weight = ' font-weight="700"' if text.strong else ""
    place = f'x="{text.x:g}" y="{text.y:g}" font-size="{text.size:g}"{weight}'
    return f'<text {place} fill="currentColor" stroke="none">{escape(text.text)}</text>'


def as_png(drawing: Picture) -> bytes:
    """Return the drawing as PNG, black on white, twice as fine as its units or as fine as 24 million pixels allow."""
    from PIL import Image, ImageDraw

    scale = min(SCALE, (MOST_PIXELS / max(1.0, drawing.width * drawing.height)) ** 0.5)
    size = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    image = Image.new("L", size, 255)
    pen = ImageDraw.Draw(image)
    for line in drawing.lines:
        pen.line([(x * scale, y * scale) for x, y in line.points], fill=0, width=max(1, round(scale)))
    for box in drawing.boxes:
        _png_box(pen, box, scale)
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()


def _png_box(pen: Any, box: Box, scale: float) -> None:
    from PIL import ImageFont

    width = max(1, round(EDGES[box.kind] * scale))
    corners = [v * scale for v in (box.x, box.y, box.x + box.width, box.y + box.height)]
    pen.rectangle(corners, fill=255, outline=None if box.kind is Kind.SHARED else 0, width=width)
    if box.kind is Kind.SHARED:
        for dash in _dashes(box):
            pen.line([(x * scale, y * scale) for x, y in dash], fill=0, width=width)
    for text in box.texts:
        font = ImageFont.load_default(text.size * scale)
        bold = max(1, round(scale / 2)) if text.strong else 0
        pen.text(
            (text.x * scale, text.y * scale), text.text, fill=0, font=font, anchor="ls", stroke_width=bold
        )


def _dashes(box: Box) -> Iterator[list[tuple[float, float]]]:
    """Yield the pieces of a dashed edge."""
    right, bottom = box.x + box.width, box.y + box.height
    for y in (box.y, bottom):
        at = box.x
        while at < right:
            yield [(at, y), (min(at + DASH, right), y)]
            at += 2 * DASH
    for x in (box.x, right):
        at = box.y
        while at < bottom:
            yield [(x, at), (x, min(at + DASH, bottom))]
            at += 2 * DASH
