"""Stages that a declared method usually has, offered and never forced."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownwords.inquiry.models import Method

USUAL = {
    # Strauss and Corbin's names; other schools of grounded theory name them otherwise (recovery-support 3).
    Method.GROUNDED: (_("Open coding"), _("Axial coding"), _("Selective coding")),
    # Six phases after Braun and Clarke (inquiry 2.1).
    Method.REFLEXIVE: (
        _("Getting to know the texts"), _("Coding"), _("First themes"), _("Reviewing themes"),
        _("Defining and naming themes"), _("Writing"),
    ),
    # Seven stages after Gale et al. 2013 (inquiry 2.3).
    Method.FRAMEWORK: (
        _("Transcribing"), _("Getting to know the texts"), _("Coding"), _("Making the framework"),
        _("Applying the framework"), _("Charting"), _("Interpreting"),
    ),
}  # fmt: skip


def proposed(method: str, there: Collection[str]) -> list[str]:
    """Return the usual stages of a method that a team has not got yet."""
    known = {one.casefold() for one in there}
    words = [gettext(str(one)) for one in USUAL.get(Method(method), ())]
    return [one for one in words if one.casefold() not in known]
