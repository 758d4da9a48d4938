"""The report of a dry run as lines, for people."""

from __future__ import annotations

from collections.abc import Callable

from ownwords.exchange.method.caseload import BadRow, Reading
from ownwords.exchange.method.caseload_columns import Match
from ownwords.exchange.method.caseload_values import shown
from ownwords.people.method.messages import gettext_noop

Translate = Callable[[str], str]

ENCODINGS = {
    "utf-8": gettext_noop("UTF-8"),
    "utf-16": gettext_noop("UTF-16"),
    "windows-1252": gettext_noop("Windows-1252"),
    "mixed": gettext_noop("a mixture of UTF-8 and Windows-1252: look at the names with accents"),
}
DELIMITER_NAMES = {
    ",": gettext_noop("comma"),
    ";": gettext_noop("semicolon"),
    "\t": gettext_noop("tab"),
    "|": gettext_noop("vertical bar"),
}
CHARACTER_SET = gettext_noop("Character set: {encoding}")
HEADER = gettext_noop("Column names in line {line}, parted by: {delimiter}")
USED = gettext_noop("  {heading} -> {field}")
LEFT_OUT = gettext_noop("  {heading} -> left out. {why}")
COUNTS = gettext_noop("Rows that can be imported: {sound}. Rows that cannot: {bad}. Blank rows: {blank}.")
BAD = gettext_noop("Line {line}, {column}: {value} - {reason}")
BAD_ROW = gettext_noop("Line {line}: {reason}")
EARLIER = gettext_noop("See line {line}.")
MORE = gettext_noop("... and {count} more.")
COLUMN_NUMBER = gettext_noop("column {place}")


def as_lines(reading: Reading, translate: Translate = str, most: int = 100) -> tuple[str, ...]:
    """Return the report as lines of text; at most ``most`` bad cells are listed, then their number."""
    lines = _about_file(reading, translate)
    if reading.fault:
        return (*lines, translate(reading.fault.message))
    counts = {"sound": len(reading.sound), "bad": len(reading.bad_lines), "blank": reading.blank}
    lines.append(translate(COUNTS).format(**counts))
    lines += [_bad_line(row, translate) for row in reading.bad[:most]]
    if len(reading.bad) > most:
        lines.append(translate(MORE).format(count=len(reading.bad) - most))
    return tuple(lines)


def _about_file(reading: Reading, translate: Translate) -> list[str]:
    lines = []
    if reading.encoding:
        lines.append(translate(CHARACTER_SET).format(encoding=translate(ENCODINGS[reading.encoding])))
    return lines + (_columns(reading.match, translate) if reading.match else [])


def _columns(match: Match, translate: Translate) -> list[str]:
    delimiter = translate(DELIMITER_NAMES[match.delimiter])
    lines = [translate(HEADER).format(line=match.line, delimiter=delimiter)]
    for column in match.columns:
        heading = shown(column.heading) or translate(COLUMN_NUMBER).format(place=column.place)
        if column.field:
            lines.append(translate(USED).format(heading=heading, field=translate(column.field.label)))
        elif column.left_out:
            lines.append(translate(LEFT_OUT).format(heading=heading, why=translate(column.left_out.message)))
    return lines


def _bad_line(row: BadRow, translate: Translate) -> str:
    reason = translate(row.reason.message)
    if row.earlier_line:
        reason = f"{reason} {translate(EARLIER).format(line=row.earlier_line)}"
    if not row.column:
        return translate(BAD_ROW).format(line=row.line, reason=reason)
    return translate(BAD).format(line=row.line, column=shown(row.column), value=row.value, reason=reason)
