"""Marks English text for translation where no translation machinery may be imported."""

from __future__ import annotations


def gettext_noop(message: str) -> str:
    """Return ``message`` unchanged; the name makes the message extractor collect it.

    >>> gettext_noop("Write the year with four figures.")
    'Write the year with four figures.'
    """
    return message
