"""How the official fixtures are read as arguments of our macros, and which of their options we do not offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

# component -> options that we do not offer (dots lead inside; lists are left out of the path)
LEFT_OUT: dict[str, str] = {
    "button": "icon preventDoubleClick",
    "input": "code formGroup label.id",
    "textarea": "label.id",
    "select": "formGroup label.id",
    "radios": "fieldset.legend.id",
    "checkboxes": "fieldset.legend.id items.exclusive items.exclusiveGroup items.behaviourGroup",
    "date-input": "items namePrefix disabled values fieldset.legend.id",
    "error-summary": "disableAutoFocus",
    "fieldset": "legend.caption",
    "summary-list": """
        card lastRowBorder rows.border rows.key.width rows.actions.href rows.actions.text
        rows.actions.visuallyHiddenText rows.actions.items.type
    """,
    "card": "actions image heading.id heading.classes",
    "tag": "",
    "details": "",
    "inset-text": "",
    "warning-callout": "",
    "pagination": """
        previous.label next.label previous.text next.text previousUrl previousPage nextUrl nextPage
    """,
    "back-link": "variant type",
    "breadcrumb": "id items.attributes items.classes backLink variant",
    "tables": """
        scroll card variant striped lastRowBorder border head.align head.sort head.sortNext
        head.classes head.width head.href head.visuallyHiddenText rows.href rows.visuallyHiddenText
        rows.classes rows.format rows.sortValue caption.id caption.classes headingLevel panel
        heading
    """,
    "notification-banner": "disableAutoFocus attributes heading.element role",
    "panel": "variant heading.size heading.id heading.classes",
    "action-link": "variant type",
    "skip-link": "",
    "search-input": """
        placeholder disabled button label.classes label.size label.heading large errorMessage prefix
        code
    """,
}
# Fixtures that say nothing about an option but test the packaged macro's own habits.
ODD: dict[str, str] = {
    'with "all" option': "a box that ticks all others works only with script",
    'with "all" option (named group)': "the same",
    'with "all" option (named group, unique)': "the same",
    "primary (with chevron)": "cards that lead somewhere are `clickable`; the large arrow is not used",
    "primary (with chevron and description)": "the same",
    "with multiple errors (empty items)": "empty entries in a list are a fault of the caller",
    "with multiple actions (empty items)": "the same",
    "basic with summary list and actions (empty items)": "the same",
    "numbered with many pages (empty items)": "the same",
    "with empty items": "the same",
    "with empty items and string items": "the same",
    "with error only": "an error without words",
    "with errors only": "the same",
    "width class overriding width option": "two ways to say one thing",
    "colour class": "the same",
    "colour class overriding colour option": "the same",
    "without colour": "a tag without colour",
    "with missing data": "cells missing from a row",
    "with numeric format and missing data": "the same",
    "without hash fragment": "a skip link that leads elsewhere",
    "day and month (with empty item)": "an empty part",
    "month and year (with empty item)": "the same",
    "with year omitted": "the same",
    "numbered with translations": "the words are our own translations",
}


def _text(value: Any) -> Any:
    """A piece of text as the fixtures give it: plain, or with markup; None when it is not there."""
    if isinstance(value, dict):
        found = Markup(value["html"]) if "html" in value else value.get("text", value.get("heading"))
        return _text(found) if isinstance(found, dict) else found
    return value


def _body(context: dict[str, Any]) -> Any:
    return Markup(context["html"]) if "html" in context else context.get("text")


def _labelled(context: dict[str, Any], *plain: str) -> dict[str, Any]:
    label = context.get("label", {})
    found = {name: context[name] for name in plain if name in context}
    if isinstance(label, dict):
        found |= {"size": label.get("size"), "heading": "heading" in label}
    return found | {
        "name": context["name"],
        "id": context.get("id"),
        "label": _text(label),
        "hint": _text(context.get("hint")),
        "error": _text(context.get("errorMessage")),
    }


def _item(item: dict[str, Any]) -> dict[str, Any]:
    found = dict(item)
    if "hint" in item:
        found["hint"] = _text(item["hint"])
    if "conditional" in item:
        found["conditional"] = (
            Markup(item["conditional"]["html"]) if item["conditional"].get("html") else None
        )
    return found


def _choices(context: dict[str, Any]) -> dict[str, Any]:
    fieldset = context.get("fieldset") or {}
    if isinstance(fieldset, str):
        fieldset = {"legend": fieldset}
    legend = fieldset.get("legend")
    as_mapping = legend if isinstance(legend, dict) else {}
    return {
        "name": context.get("name"),
        "id": context.get("idPrefix"),
        "legend": _text(legend),
        "size": as_mapping.get("size"),
        "heading": "heading" in as_mapping,
        "items": [_item(item) for item in context["items"]],
        "hint": _text(context.get("hint")),
        "error": _text(context.get("errorMessage")),
        **{
            name: context[name]
            for name in ("inline", "small", "disabled", "value", "values")
            if name in context
        },
    }


def _date(context: dict[str, Any]) -> dict[str, Any]:
    found = _choices(context | {"items": []})
    parts = []
    for part in ("day", "month", "year"):
        own = context.get(part, {})
        if own is not False:
            parts.append({"part": part, "name": part} | (own if isinstance(own, dict) else {}))
    return {k: found[k] for k in ("legend", "size", "heading", "hint", "error")} | {
        "id": context["id"],
        "parts": parts,
    }


def _rows(context: dict[str, Any]) -> list[dict[str, Any]]:
    rows = []
    for row in context["rows"]:
        one = {"key": _text(row["key"]), "value": _text(row["value"])}
        actions = [
            {"href": a["href"], "text": a["text"]}
            | ({"about": a["visuallyHiddenText"]} if "visuallyHiddenText" in a else {})
            for a in row.get("actions", {}).get("items", [])
        ]
        rows.append(one | ({"actions": actions} if actions else {}))
    return rows


def _table(context: dict[str, Any]) -> dict[str, Any]:
    caption = context.get("caption")
    head = [
        {"text": _text(column), "numeric": isinstance(column, dict) and column.get("format") == "numeric"}
        for column in context["head"]
    ]
    return {
        "caption": _text(caption),
        "caption_size": caption.get("size") if isinstance(caption, dict) else None,
        "head": head,
        "rows": [[_text(cell) for cell in row] for row in context["rows"]],
        "first_is_header": context.get("firstCellIsHeader", False),
        "responsive": context.get("responsive", False),
        "compact": context.get("compact", False),
    }


def _heading(context: dict[str, Any], level: int) -> dict[str, Any]:
    heading = context.get("heading")
    return {
        "heading": _text(heading),
        "level": heading.get("level", level) if isinstance(heading, dict) else level,
    }


def _card(context: dict[str, Any]) -> dict[str, Any]:
    plain = {name: context[name] for name in ("href", "variant", "clickable") if name in context}
    heading = context.get("heading")
    size = heading.get("size") if isinstance(heading, dict) else None
    return plain | _heading(context, 2) | {"size": size, "description": _text(context.get("description"))}


def _fieldset(context: dict[str, Any]) -> dict[str, Any]:
    legend = context["legend"]
    as_mapping = legend if isinstance(legend, dict) else {}
    return {
        "legend": _text(legend),
        "size": as_mapping.get("size"),
        "heading": "heading" in as_mapping,
        "caller": Markup(context.get("html", "")),
    }


def _banner(context: dict[str, Any]) -> dict[str, Any]:
    found = {
        "done": context.get("variant") == "success",
        "title": _text(context.get("title")) or ("Success" if "variant" in context else None),
    }
    if "html" in context or "heading" in context:
        return found | {
            "heading": _text(context.get("heading")),
            "caller": Markup(context.get("html", "")) if "html" in context else None,
        }
    return found | {"heading": context.get("text")}


def _plain(*names: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda context: {name: _text(context[name]) for name in names if name in context}


def _errors(context: dict[str, Any]) -> dict[str, Any]:
    return {
        "errors": context.get("errorList", []),
        "heading": _text(context.get("heading")),
        "description": _text(context.get("description")),
    }


def _pages(context: dict[str, Any]) -> dict[str, Any]:
    ends = {name: context[name]["href"] for name in ("previous", "next") if name in context}
    return {"pages": context["items"], **ends}


# component -> (our macro, packaged macro, adapter from the fixture's context to our arguments)
ADAPTERS: dict[str, tuple[str, str, Callable[[dict[str, Any]], dict[str, Any]]]] = {
    "button": ("button", "button", _plain("text", "small", "disabled", "variant", "href")),
    "input": (
        "input",
        "input",
        lambda c: (
            _labelled(
                c, "width", "value", "type", "autocomplete", "inputmode", "spellcheck", "disabled", "classes"
            )
            | {"prefix": _text(c.get("prefix")), "suffix": _text(c.get("suffix"))}
        ),
    ),
    "textarea": ("textarea", "textarea", lambda c: _labelled(c, "autocomplete", "disabled")),
    "select": ("select", "select", lambda c: _labelled(c, "items", "value", "disabled")),
    "radios": ("radios", "radios", _choices),
    "checkboxes": ("checkboxes", "checkboxes", _choices),
    "date-input": ("date_input", "dateInput", _date),
    "error-summary": ("error_summary", "errorSummary", _errors),
    "fieldset": ("fieldset", "fieldset", _fieldset),
    "summary-list": (
        "summary_list",
        "summaryList",
        lambda c: {"rows": _rows(c), "border": c.get("border", True)},
    ),
    "card": ("card", "card", _card),
    "tag": (
        "tag",
        "tag",
        lambda c: {"text": _body(c), "colour": c.get("colour"), "border": c.get("border", True)},
    ),
    "details": (
        "details",
        "details",
        lambda c: {
            "summary": _text(c["summary"]),
            "text": _body(c),
            "open": c.get("open", False),
            "classes": c.get("classes"),
        },
    ),
    "inset-text": (
        "inset_text",
        "insetText",
        lambda c: {"text": c["text"]} if "text" in c else {"caller": _body(c)},
    ),
    "warning-callout": (
        "warning_callout",
        "warningCallout",
        lambda c: _heading(c, 3) | ({"text": c["text"]} if "text" in c else {"caller": _body(c)}),
    ),
    "pagination": ("pagination", "pagination", _pages),
    "back-link": ("back_link", "backLink", lambda c: {"href": c.get("href", "#"), "text": _body(c)}),
    "breadcrumb": ("breadcrumb", "breadcrumb", _plain("items")),
    "tables": ("table", "table", _table),
    "notification-banner": ("banner", "notificationBanner", _banner),
    "panel": ("panel", "panel", lambda c: _heading(c, 1) | {"text": _body(c)}),
    "action-link": ("action_link", "actionLink", lambda c: {"text": _body(c), "href": c["href"]}),
    "skip-link": ("skip_link", "skipLink", _plain("href", "text")),
    "search-input": (
        "search_input",
        "searchInput",
        lambda c: {
            k: v for k, v in _labelled(c, "value", "width").items() if k not in ("size", "heading", "error")
        },
    ),
}
# Options that an adapter reads although their name differs from ours; an option in neither list fails.
READ = set(
    """
        text html href small disabled variant name id label label.text label.heading label.size hint
        hint.text hint.html errorMessage errorMessage.text width value type autocomplete inputmode
        spellcheck classes prefix prefix.text prefix.html suffix suffix.text suffix.html items
        items.text items.value items.disabled items.divider items.behaviour items.name items.hint
        items.hint.text items.conditional items.conditional.html items.href items.number
        items.current items.ellipsis fieldset fieldset.legend fieldset.legend.text
        fieldset.legend.heading fieldset.legend.size idPrefix inline values day day.value day.error
        day.autocomplete day.label month month.value month.error month.autocomplete month.label year
        year.value year.error year.autocomplete year.label year.disabled month.disabled day.disabled
        errorList errorList.text errorList.href heading heading.text heading.html heading.size
        heading.level description description.text description.html legend legend.heading
        legend.size rows rows.key rows.key.text rows.value rows.value.text rows.value.html
        rows.actions rows.actions.items rows.actions.items.href rows.actions.items.text
        rows.actions.items.visuallyHiddenText rows.text rows.html border clickable colour summary
        summary.text summary.html open previous previous.href next next.href caption caption.text
        caption.size head head.text head.format firstCellIsHeader responsive compact title
        title.text
    """.split()
)
