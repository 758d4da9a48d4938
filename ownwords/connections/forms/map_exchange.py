"""Forms for a map as a file: which kind to take away, which file to bring in, which map of it, and yes.

Between looking and saying yes, what was read stands in the page itself: signed, packed, bound to this person and this
account, and good for some hours. Nothing of the file is kept anywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ownwords.connections.actions.map_exchange import CSV, GRAPHML
from ownwords.connections.method.exchange.model import FileFault, names
from ownwords.connections.method.exchange.packing import packed, unpacked
from ownwords.connections.method.exchange.uploads import MOST_UPLOADED, Upload, read_upload
from ownwords.connections.queries.map_exchange import ALL
from ownwords.people.access import Opened
from ownwords.people.forms.fields import ChosenField
from ownwords.people.forms.sight import SightForm
from ownwords.people.queries.circle import Circle

SALT = "connections.map_import"
HOURS = 6
MOST_PACKED = 512 * 1024
MOST_FILE_NAME = 80
ADD, LEAVE = "add", "leave"


class ExportForm(forms.Form):
    """Which kind of file."""

    form = ChosenField(
        label=gettext_lazy("Which kind of file?"),
        choices=[
            (CSV, gettext_lazy("Tables (CSV, two in a ZIP), for spreadsheets and statistics")),
            (GRAPHML, gettext_lazy("GraphML, for programs that draw and measure networks")),
        ],
    )


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from a file, and the file's name."""

    name: str
    found: Upload


class FileForm(forms.Form):
    """The file to look at. Afterwards `read` holds what is in it."""

    read: Read | None = None

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"] = forms.FileField(
            label=_("The file"),
            widget=forms.FileInput(attrs={"accept": ".zip,.csv,.graphml,.xml"}),
            help_text=_("A ZIP, a CSV or a GraphML file of at most %(most)s MB.")
            % {"most": MOST_UPLOADED // 2**20},
            allow_empty_file=True,
            error_messages={
                "required": _("Choose a file of at most %(most)s MB.") % {"most": MOST_UPLOADED // 2**20},
                "invalid": _("No file arrived. Choose it again."),
            },
        )

    def clean_file(self) -> Any:
        """Read the file; what is wrong with it is said with file, row and column."""
        sent = self.cleaned_data["file"]
        name = "".join(sign for sign in str(sent.name) if sign.isprintable())[-MOST_FILE_NAME:]
        try:
            self.read = Read(name, read_upload(name, sent.read(MOST_UPLOADED + 1)))
        except FileFault as fault:
            raise forms.ValidationError(fault_words(fault)) from None
        if len(seal(self.read, None)) > MOST_PACKED:
            raise forms.ValidationError(_("This file holds too much to look at in one go. Split it."))
        return sent


def fault_words(fault: FileFault) -> str:
    """Return what is said of a file that cannot be taken: where, and why; nothing of it was used."""
    return _("This file cannot be taken: %(fault)s. Nothing of it was kept.") % {"fault": fault}


def seal(read: Read, opened: Opened | None) -> str:
    """Return what was read as one signed text for the page."""
    whose = [str(opened.person.id), str(opened.viewer.account_id)] if opened else []
    said = {"whose": whose, "name": read.name, "found": packed(read.found)}
    return signing.dumps(said, salt=SALT, compress=True)


def opened_seal(text: str, opened: Opened) -> Read:
    """Return what was read. Raises ValidationError when it is not ours, not for this person, or too old."""
    try:
        said = signing.loads(text, salt=SALT, max_age=HOURS * 3600)
    except signing.BadSignature:
        said = {}
    if said.get("whose") != [str(opened.person.id), str(opened.viewer.account_id)]:
        raise forms.ValidationError(_("This page has stood open for too long. Choose the file again."))
    return Read(said["name"], unpacked(said["found"]))


class WhichForm(forms.Form):
    """Which map of a file that holds several. None is chosen beforehand."""

    def __init__(self, *args: Any, found: Upload, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["which"] = ChosenField(label=_("Which of them?"), choices=which_choices(found))


def which_choices(found: Upload) -> list[tuple[str, str]]:
    """Return the maps of a file by name, with how much stands on each, and all of them together."""
    told = _("%(name)s: %(count)s on it")
    choices = [
        (str(place), told % {"name": name, "count": len(one.items)})
        for place, (name, one) in enumerate(zip(names(found.maps), found.maps, strict=True))
    ]
    every = _("All %(count)s, side by side on one map") % {"count": len(found.maps)}
    return choices if len(choices) == 1 else [*choices, (ALL, every)]


class KeepForm(SightForm):
    """Saying yes to what was shown: who sees it, and what becomes of names that stand on the map already."""

    def __init__(self, *args: Any, opened: Opened, circle: Circle, doubles: int, **options: Any) -> None:
        super().__init__(*args, opened=opened, circle=circle, **options)
        self.fields["visibility"].required = False
        if doubles:
            same = ChosenField(
                label=_("Some names stand on the map already. What should become of them?"),
                choices=[
                    (LEAVE, _("Leave them out: what stands on the map stays as it is")),
                    (ADD, _("Add them as well: they are somebody or something else")),
                ],
            )
            self.fields = {"same": same, **self.fields}

    @property
    def leaves_out(self) -> bool:
        """Whether names that stand on the map already are left out."""
        return self.cleaned_data.get("same") == LEAVE
