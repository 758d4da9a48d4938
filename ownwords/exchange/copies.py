"""A copy of everything kept about one person, as one ZIP: to read, to keep, to take elsewhere (docs/copies.md).

The same rows on the same day give the same bytes. Further forms (a PDF, a FHIR bundle) are further entries of `FILES`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.template import loader
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownwords.exchange.queries.export_page import page_of
from ownwords.exchange.queries.export_rows import Kept, copy_of, everything
from ownwords.people.models import Person

EARLIEST = date(1980, 1, 1)  # the ZIP format knows no earlier day


def copy_as_zip(person: Person, day: date) -> bytes:
    """Return the ZIP with everything kept about a person, made on `day`."""
    kept = everything(person)
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, make in FILES.items():
            entry = ZipInfo(name, date_time=(*max(day, EARLIEST).timetuple()[:3], 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100600 << 16
            archive.writestr(entry, make(kept, day).encode())
    return whole.getvalue()


def as_readme(kept: Kept, day: date) -> str:
    """Return the sheet that says what is in the copy."""
    lines = (
        _("Everything that is kept about %(called)s, copied on %(day)s.")
        % {"called": kept.person.called, "day": date_format(day, "j F Y")},
        "",
        _("record.html  to read: open it with any web browser. No internet is needed."),
        _("record.json  the same for computers: all of it, with every earlier version."),
        "",
        _(
            "In it are your words as you said them, what others wrote, your goals and what was promised, who can see"
        ),
        _(
            "what, who has looked, and what was changed by whom. Entries taken out of view are in it and are marked."
        ),
        _("Of an erased entry only the fact that it was there is left. Passwords are not in it."),
        "",
        _("It is not locked. Keep it where only people you trust can open it."),
        "",
    )
    return "\n".join(lines)


def as_page(kept: Kept, day: date) -> str:
    """Return the page to read, whole in one file."""
    return loader.get_template("exchange/record.html").render({"copy": page_of(kept, day)})


def as_json(kept: Kept, day: date) -> str:
    """Return the data in the schema of docs/copies.md: one line for each entry, look and act."""
    parts = (f"{json.dumps(name)}: {_lines(value)}" for name, value in copy_of(kept, day).items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(value: object) -> str:
    # The library's own way of breaking lines takes ten times as long.
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)


FILES: dict[str, Callable[[Kept, date], str]] = {
    "README.txt": as_readme,
    "record.html": as_page,
    "record.json": as_json,
}
