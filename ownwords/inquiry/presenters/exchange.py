"""What is said of a project that was brought in, and the names of files that are taken away."""

from __future__ import annotations

from datetime import date

from django.utils.text import slugify
from django.utils.translation import gettext as _

from ownwords.inquiry.actions.refi_import import Brought
from ownwords.inquiry.method.brought.told import Entry

HEADINGS = ("check", "repaired", "lost")


def kind_words() -> dict[str, str]:
    """Return what each kind is called."""
    return {
        "codes": _("Codes"),
        "variables": _("Attributes"),
        "cases": _("Participants"),
        "values": _("Values of attributes"),
        "sources": _("Texts"),
        "codings": _("Coded passages"),
        "notes": _("Memos"),
        "themes": _("Themes"),
        "theme_codes": _("Codes of themes"),
        "extracts": _("Extracts"),
        "findings": _("Findings"),
        "finding_themes": _("Themes of findings"),
        "charts": _("Charts"),
        "chart_columns": _("Columns of charts"),
        "chart_cells": _("Cells of charts"),
        "stages": _("Stages"),
        "categories": _("Categories"),
        "properties": _("Properties"),
        "incidents": _("Incidents"),
        "relations": _("Relations"),
        "report_items": _("Items of checklists"),
    }


def came_in(brought: Brought) -> list[tuple[str, int, int]]:
    """Return for each kind how many are new, and how many were here already."""
    return [
        (label, brought.came.get(kind, 0), brought.there.get(kind, 0))
        for kind, label in kind_words().items()
        if brought.came.get(kind) or brought.there.get(kind)
    ]


def headings() -> dict[str, str]:
    """Return what stands above each list."""
    return {"check": _("Please check"), "repaired": _("Put right"), "lost": _("Not taken")}


def told(brought: Brought) -> list[tuple[str, list[Entry]]]:
    """Return the lists that say something, each with its heading."""
    return [(words, brought.listed(name)) for name, words in headings().items() if brought.listed(name)]


def file_name(what: str, study: str, on: date, form: str) -> str:
    """Return a plain name for a file, such as passages-being-heard-2026-03-27.csv."""
    title = slugify(study)[:60].strip("-")
    return "-".join(part for part in (what, title, on.isoformat()) if part) + f".{form}"
