"""Small pieces of wording that more than one room needs."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _


def in_a_row(words: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
