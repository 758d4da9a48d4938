"""The report of a dry run as plain data, for programs."""

from __future__ import annotations

from typing import Any

from ownwords.exchange.method.caseload import Reading
from ownwords.exchange.method.caseload_values import shown


def as_dict(reading: Reading) -> dict[str, Any]:
    """Return the report as data that ``json.dumps`` accepts. Sound rows are counted, not repeated."""
    match = reading.match
    return {
        "fault": reading.fault.value if reading.fault else None,
        "message": reading.fault.message if reading.fault else None,
        "encoding": reading.encoding,
        "delimiter": match.delimiter if match else None,
        "header_line": match.line if match else None,
        "columns": [
            {
                "place": column.place,
                "heading": shown(column.heading),
                "field": column.field.value if column.field else None,
                "left_out": column.left_out.value if column.left_out else None,
            }
            for column in (match.columns if match else ())
        ],
        "sound": len(reading.sound),
        "bad_rows": len(reading.bad_lines),
        "blank": reading.blank,
        "bad": [
            {
                "line": row.line,
                "column": shown(row.column),
                "value": row.value,
                "reason": row.reason.value,
                "message": row.reason.message,
                "earlier_line": row.earlier_line,
            }
            for row in reading.bad
        ],
    }
