"""Making the plan's PDF: tagged for screen readers (PDF/UA), on A4, without a single request to anywhere."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any


class CannotMake(Exception):
    """This machine lacks what drawing a PDF needs."""


class NoFetching(Exception):
    """Something on the page asked for an address; the plan needs none."""


def refuse(url: str, *_args: Any, **_options: Any) -> dict[str, Any]:
    """Fetch nothing, whatever words of a record may say. Raises NoFetching."""
    raise NoFetching(url[:80])


@cache
def _style() -> str:
    return resources.files("ownwords.record").joinpath("data/plan.css").read_text(encoding="utf-8")


def make(page: str) -> bytes:
    """Return the PDF of a page of HTML that names its language and title.

    Raises:
        CannotMake: Pango, which lays out the letters, is missing.
    """
    try:
        # Loaded here: it takes two seconds, and most processes never need it.
        from weasyprint import CSS, HTML
    except (ImportError, OSError) as fault:
        raise CannotMake(str(fault)) from fault
    sheet = CSS(string=_style(), url_fetcher=refuse)
    document = HTML(string=page, base_url=None, url_fetcher=refuse)
    return bytes(document.write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1"))
