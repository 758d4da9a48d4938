"""Colours: the schema wants ``#rrggbb`` or ``#rgb``; programs also write ``rgba(...)`` and eight digits."""

from __future__ import annotations

import re

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(r"rgba?\(([\d.]+%?)[,\s]+([\d.]+%?)[,\s]+([\d.]+%?)(?:[,\s/]+([\d.]+%?))?\s*\)")


def colour(raw: str) -> str:
    """Return ``#rrggbb``, or an empty string where the text is no colour or wholly transparent."""
    text = raw.strip().lower()
    if found := _HEX.fullmatch(text):
        digits = found[1]
        wide = digits if len(digits) > 4 else "".join(one * 2 for one in digits)
        return "" if wide[6:] == "00" else f"#{wide[:6]}"
    if found := _RGB.fullmatch(text):
        if found[4] is not None and _share(found[4], 1) == 0:
            return ""
        return "#" + "".join(f"{min(255, round(_share(found[n], 255))):02x}" for n in (1, 2, 3))
    return ""


def _share(text: str, whole: int) -> float:
    try:
        return float(text[:-1]) * whole / 100 if text.endswith("%") else float(text)
    except ValueError:
        return 0.0
