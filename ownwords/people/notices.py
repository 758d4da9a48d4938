"""Telling somebody what has just happened, with a way to undo it where there is one."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest

DONE = "done"
NOTE = "note"
_SEPARATOR = " "


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice for the layout: what happened, of which kind, and where a POST undoes it."""

    text: str
    kind: str
    undo_url: str | None = None
    undo_fields: tuple[tuple[str, str], ...] = ()


def done(request: HttpRequest, text: str, *, undo_url: str = "", version: int | None = None) -> None:
    """Say on the next page what has been done; with `undo_url`, offer to undo exactly this version."""
    tags = _SEPARATOR.join([DONE, undo_url, "" if version is None else str(version)])
    messages.success(request, text, extra_tags=tags)


def note(request: HttpRequest, text: str) -> None:
    """Say something on the next page that is good to know."""
    messages.info(request, text, extra_tags=NOTE)


def notices(request: HttpRequest) -> tuple[Notice, ...]:
    """Take the notices waiting for this session; each is shown once."""
    return tuple(
        _notice(str(message), message.extra_tags or NOTE) for message in messages.get_messages(request)
    )


def _notice(text: str, tags: str) -> Notice:
    kind, undo_url, version = [*tags.split(_SEPARATOR), "", ""][:3]
    return Notice(text, kind or NOTE, undo_url or None, (("version", version),) if version else ())
