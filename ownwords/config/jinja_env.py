"""The Jinja2 environment of every page: `environment(**options)`, named in the template settings.

Undefined names raise, in every mode: a misspelt name must fail in a test, not show as an empty place in somebody's
record. A template asks `is defined` where a name may be missing. The packaged NHS macros rely on undefined names
that stay silent, so they are not loaded here; `ui/*.html` holds lean macros with the same HTML (docs/decisions/0001).
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

# What a widget carries that the control must not: see ui/fields.html for `required` and `maxlength`.
LEFT_OUT = frozenset(
    {"class", "required", "maxlength", "minlength", "rows", "cols", "size", "id", "aria-describedby"}
)


def environment(**options: Any) -> Environment:
    """Build the environment from Django's backend options (`loader`, `autoescape`, `auto_reload`...)."""
    options.update(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    options.setdefault("extensions", []).append("jinja2.ext.i18n")
    env = Environment(**options)  # noqa: S701  (autoescape is on: Django's backend passes it, a test asserts it)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=translation.gettext,
        ngettext=translation.ngettext,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
        newstyle=True,
    )
    env.globals.update(
        _=translated,
        static=static,
        url=url,
        url_if=url_if,
        page_language=translation.get_language,
        **FORM_GLOBALS,
    )
    env.filters.update(day=day, moment=moment, clock=clock, iso=iso, number=number)
    return env


def translated(message: str, **values: Any) -> Markup:
    """Return the message in the page's language with `%(name)s` filled in; message and values are escaped.

    Stands for `_()`: the extension's own goes through the context twice for each word of a page.
    """
    text = _known(message, translation.get_language())
    return text % values if values else text


@functools.lru_cache(maxsize=4096)
def _known(message: str, _language: str | None) -> Markup:
    """Messages come from templates, so there are few; the bound is for a template that passes on a variable."""
    return escape(translation.gettext(message))


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the path of a named route: `url("record:goal", person.pk)` or `url("record:goal", pk=person.pk)`."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def url_if(name: str, *args: Any) -> str:
    """Return the path of a named route as `url` does; "" where the service has no such page."""
    try:
        return reverse(name, args=args or None)
    except NoReverseMatch:
        return ""


def _here(value: dt.date) -> dt.date:
    """A moment as seen on the service's own clock; a plain date as it is."""
    return timezone.localtime(value) if isinstance(value, dt.datetime) and timezone.is_aware(value) else value


def day(value: dt.date | None) -> str:
    """Return "3 November 2026" for a date or an aware moment in the service's zone; "" for none."""
    if not value:
        return ""
    here = _here(value)
    return _day(here.year, here.month, here.day, translation.get_language())


@functools.lru_cache(maxsize=8192)
def _day(year: int, month: int, number: int, _language: str | None) -> str:
    return date_format(dt.date(year, month, number), "j F Y")


def clock(value: dt.datetime | None) -> str:
    """Return "14:05" in the service's zone; "" for none."""
    return date_format(_here(value), "H:i") if value else ""


def moment(value: dt.datetime | None) -> str:
    """Return "3 November 2026 at 14:05" in the service's zone; "" for none."""
    if not value:
        return ""
    return gettext("%(day)s at %(time)s") % {"day": day(value), "time": clock(value)}


def number(value: Decimal | int | None) -> str:
    """Return a number as people write it: 7, not 7.00; "" for none."""
    return "" if value is None else f"{Decimal(value).normalize():f}"


def iso(value: dt.date | None) -> str:
    """Return the machine form for `<time datetime>`, with offset when the value is a moment; "" for none."""
    return _here(value).isoformat() if value else ""


def control_attributes(attrs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attributes of a widget that belong on the control; boolean ones as HTML writes them.

    >>> control_attributes({"class": "x", "autocomplete": "off", "autofocus": True, "hidden": False})
    {'autocomplete': 'off', 'autofocus': ''}
    """
    kept = {
        name: value for name, value in attrs.items() if name not in LEFT_OUT and value not in (None, False)
    }
    return {name: "" if value is True else value for name, value in kept.items()}


def field_values(field: Any) -> list[Any]:
    """Return the values of a hidden field, one for each input that it needs."""
    value = field.value()
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def choice_items(
    field: Any, conditional: Mapping[str, Any], hints: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return the choices of a bound field as the items of `select`, `radios` and `checkboxes`.

    `conditional` and `hints` map a choice's value (as text) to markup shown when it is chosen, or under its label.
    A named group becomes a divider.
    """
    widget = field.field.widget
    items: list[dict[str, Any]] = []
    for group, options, _index in widget.optgroups(field.html_name, widget.format_value(field.value())):
        if group:
            items.append({"divider": group})
        items.extend(_choice(option, conditional, hints) for option in options)
    return items


def _choice(
    option: Mapping[str, Any], conditional: Mapping[str, Any], hints: Mapping[str, Any]
) -> dict[str, Any]:
    value = str(option["value"])
    chosen = bool(option["selected"])
    item = {"value": value, "text": option["label"], "selected": chosen, "checked": chosen}
    if option["attrs"].get("disabled"):
        item["disabled"] = True
    if value in conditional:
        item["conditional"] = conditional[value]
    if value in hints:
        item["hint"] = hints[value]
    return item


def date_parts(field: Any) -> list[dict[str, Any]]:
    """Return day, month and year of a bound field whose widget names its `parts`, as the parts of `date_input`."""
    widget, value = field.field.widget, field.value()
    values = value if isinstance(value, list | tuple) else widget.decompress(value)
    return [
        {"part": part, "name": f"{field.html_name}_{part}", "value": one}
        for part, one in zip(widget.parts, values, strict=True)
    ]


def error_items(form: Any) -> list[dict[str, str]]:
    """Return what is wrong in a form as items of `error_summary`, in the order of the fields, each with its link."""
    items = [{"text": text, "href": ""} for text in form.non_field_errors()]
    for field in form:
        items.extend({"text": text, "href": _error_link(field)} for text in _texts(field.errors))
    return items


def _texts(errors: Iterable[Any]) -> list[str]:
    return [str(text) for text in errors]


def _error_link(field: Any) -> str:
    parts = getattr(field.field.widget, "parts", None)
    return "#" + field.auto_id + (f"-{parts[0]}" if parts else "")


FORM_GLOBALS = {
    "control_attributes": control_attributes,
    "field_values": field_values,
    "choice_items": choice_items,
    "date_parts": date_parts,
    "error_items": error_items,
}
