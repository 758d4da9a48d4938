"""Forms of the directory: looking for something, adding what one knows, and how long that holds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownwords.connections.actions.directory_local import MOST_LINE, MOST_NOTES, MOST_PHONE, Known
from ownwords.connections.method.places import district_of
from ownwords.connections.models import DirectoryKind, DirectorySetting, LocalKnowledge, YesOrNo
from ownwords.connections.models.local_knowledge import STALE_MONTHS
from ownwords.connections.queries.directory_search import LONGEST, MILES, Wanted
from ownwords.people.forms.fields import (
    ChosenField,
    DatePartsField,
    LineField,
    VersionField,
    WordsField,
    because,
)
from ownwords.people.forms.sight import Tokens

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
FLAGS = ("free", "step_free", "turn_up", "online")


class SearchForm(forms.Form):
    """What to look for. It is sent by POST, so that a postcode that somebody types stands in no address and no log."""

    q = forms.CharField(required=False, max_length=LONGEST, strip=True)
    near = forms.CharField(required=False, max_length=40)

    def __init__(self, *args: Any, kinds: list[DirectoryKind], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["q"].label = _("What are you looking for?")
        self.fields["q"].help_text = _(
            "A word or two, for example gardening. Leave it empty to see everything."
        )
        self.fields["near"].label = _("Near which postcode?")
        self.fields["near"].help_text = _(
            "The first part is enough, for example BD1. Of a whole postcode only the first part is used; "
            "the rest is not kept, and nothing is sent anywhere."
        )
        self.fields["near"].widget.attrs["autocomplete"] = "off"
        self.fields["miles"] = forms.ChoiceField(
            label=_("How far?"), required=False, initial="5", widget=forms.Select,
            choices=[
                (str(one), ngettext("within %(miles)s mile", "within %(miles)s miles", one) % {"miles": one})
                for one in MILES
            ],
        )  # fmt: skip
        self.fields["kind"] = forms.ChoiceField(
            label=_("Of which kind?"), required=False, widget=forms.Select,
            choices=[("", _("any kind")), *((one.name, one.name) for one in kinds)],
        )  # fmt: skip
        self.fields["day"] = forms.ChoiceField(
            label=_("Open on which day?"), required=False, widget=forms.Select,
            choices=[("", _("any day")), *((key, WEEKDAYS[number]) for number, key in enumerate(DAYS))],
        )  # fmt: skip
        self.fields["needs"] = forms.MultipleChoiceField(
            label=_("Only what is"), required=False, widget=forms.CheckboxSelectMultiple,
            choices=[
                ("free", _("free")), ("step_free", _("step-free")),
                ("turn_up", _("open to anybody who just turns up, as people here say")),
                ("online", _("online or by phone")),
            ],
        )  # fmt: skip

    def clean_near(self) -> str:
        """Return the district of what was typed; whatever else was typed goes no further."""
        typed = str(self.cleaned_data.get("near") or "").strip()
        if not typed:
            return ""
        district = district_of(typed)
        if district is None:
            raise forms.ValidationError(_("This is no postcode. It looks like BD1, or BD1 1AA."))
        return district

    def to_wanted(self) -> Wanted:
        """Return what is looked for."""
        typed = self.cleaned_data
        needs = set(typed["needs"])
        return Wanted(
            query=typed["q"],
            kind=typed["kind"],
            day=DAYS.index(typed["day"]) if typed["day"] else None,
            near=typed["near"],
            miles=int(typed["miles"] or 5),
            **{flag: flag in needs for flag in FLAGS},
        )


class LocalForm(Tokens):
    """What somebody knows of a place that the list does not say."""

    def __init__(self, *args: Any, local: LocalKnowledge | None, **options: Any) -> None:
        super().__init__(*args, **options)
        now = local or LocalKnowledge()
        self.fields["version"].initial = local.version if local else 0
        answers = [("", _("not said")), *YesOrNo.choices]
        mine: dict[str, forms.Field] = {
            "turn_up": ChosenField(
                label=_("Can somebody just turn up?"), choices=answers, required=False, initial=now.turn_up,
                help_text=_("Without being sent by a doctor or a worker, and without booking."),
            ),
            "step_free": ChosenField(
                label=_("Is it step-free?"), choices=answers, required=False, initial=now.step_free
            ),
            "phone": LineField(label=_("Phone"), required=False, most=MOST_PHONE, initial=now.phone),
            "ask_for": LineField(
                label=_("Who to ask for"), required=False, most=MOST_LINE, initial=now.ask_for,
                help_text=_("Somebody who works there. Never the name of somebody who uses it."),
            ),
            "quiet_time": LineField(
                label=_("A quiet time"), required=False, most=MOST_LINE, initial=now.quiet_time,
                help_text=_("For example: Tuesdays after two."),
            ),
            "cost": LineField(
                label=_("What it costs in practice"), required=False, most=MOST_LINE, initial=now.cost
            ),
            "words": because(
                WordsField(
                    label=_("Anything else to know"), rows=3, most=MOST_NOTES, required=False, initial=now.notes
                ),
                _("So that whoever comes next knows what the list does not say. Everybody here reads it."),
            ),
            "visited_on": DatePartsField(
                label=_("When were you there?"), required=False, initial=now.visited_on,
                help_text=_("Only if you were. Your name is shown if you work here; otherwise it is not."),
            ),
        }  # fmt: skip
        self.fields = {**mine, **self.fields}

    @staticmethod
    def values_of(local: LocalKnowledge) -> dict[str, Any]:
        """Return what the fields hold for what stands there now."""
        names = ("turn_up", "step_free", "phone", "ask_for", "quiet_time", "cost", "visited_on")
        return {**{name: getattr(local, name) for name in names}, "words": local.notes}

    def to_known(self) -> Known:
        """Return what somebody knows, for the action."""
        typed = {
            key: value for key, value in self.cleaned_data.items() if key not in ("submission", "version")
        }
        return Known(notes=typed.pop("words"), **typed)


class StalenessForm(forms.Form):
    """For how long something holds without being confirmed."""

    version = VersionField()
    stale_months = forms.IntegerField(min_value=1, max_value=120)

    def __init__(self, *args: Any, setting: DirectorySetting | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["version"].initial = setting.version if setting else 0
        field = self.fields["stale_months"]
        field.initial = setting.stale_months if setting else STALE_MONTHS
        field.label = _("After how many months is something no longer certain?")
        field.help_text = _("Whole months, 1 to 120. After that time it says “not confirmed since”.")
