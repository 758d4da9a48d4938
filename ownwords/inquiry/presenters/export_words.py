"""The words on passages that are taken away as a page or a document."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _


def not_to_quote() -> str:
    """Return what stands beside a passage that may not be quoted."""
    return _("Do not quote: somebody who speaks here has not agreed to be quoted.")


def passage_words(study: str) -> dict[str, str]:
    """Return what `passage_files.page.as_html` and `passage_files.document.as_docx` ask for."""
    return {
        "lang": get_language() or "en",
        "title": _("Coded passages: %(study)s") % {"study": study},
        "page": _("page"),
        "turn": _("turn"),
        "coder": _("coded by"),
        "strength": _("strength"),
        "memo": _("Note"),
        "not_to_quote": not_to_quote(),
    }
