"""The forms of taking a study out as a file, and of bringing a file in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ownwords.people.forms.fields import ChosenField

MEGABYTE = 2**20
MOST_UPLOADED = 100 * MEGABYTE
PROJECT = "qdpx"


def kinds() -> list[tuple[str, str]]:
    """Return the kinds of file that a study goes out as."""
    return [
        (PROJECT, _("The whole study, for other programs (REFI-QDA, .qdpx)")),
        ("csv", _("Coded passages as a table (CSV), however many")),
        ("xlsx", _("Coded passages as a sheet (Excel)")),
        ("html", _("Coded passages as one page (HTML)")),
        ("docx", _("Coded passages as a document (Word), 5,000 at most")),
    ]


class TakeForm(forms.Form):
    """As which kind of file."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["form"] = ChosenField(label=_("What do you take away?"), choices=kinds())


class BringForm(forms.Form):
    """The file of another program."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        most = {"most": MOST_UPLOADED // MEGABYTE}
        self.fields["file"] = forms.FileField(
            label=_("The file"),
            widget=forms.FileInput(attrs={"accept": ".qdpx,.qdc,.qde"}),
            help_text=_("A project (.qdpx) or a codebook (.qdc) of at most %(most)s MB.") % most,
            allow_empty_file=True,
            error_messages={
                "required": _("Choose a file of at most %(most)s MB.") % most,
                "invalid": _("No file arrived. Choose it again."),
            },
        )
