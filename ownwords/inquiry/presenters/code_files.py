"""The words of a codebook that is taken away as a document, and the name of its file."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.inquiry.method.codebook_files.entries import Codebook


def document_words(codebook: Codebook) -> dict[str, str]:
    """Return what `codebook_files.document.as_docx` asks for."""
    many = len(codebook.lines)
    count = ngettext("%(num)s code", "%(num)s codes", many) % {"num": many}
    return {
        "title": _("Codebook: %(study)s") % {"study": codebook.study},
        "on": _("As it stood on %(day)s, %(count)s")
        % {"day": date_format(codebook.on, "j F Y"), "count": count},
        "what": _("What it is"),
        "use": _("Use it when"),
        "avoid": _("Not when"),
        "example": _("Example"),
        "origin": _("Where it comes from"),
        "passages": _("Passages"),
        "no_passages": _("none are coded with it; it only holds other codes"),
    }


def file_name(study: str, on: date, form: str) -> str:
    """Return a plain name for the file, such as codebook-being-heard-2026-03-27.csv."""
    title = slugify(study)[:60].strip("-")
    return "-".join(part for part in ("codebook", title, on.isoformat()) if part) + f".{form}"
