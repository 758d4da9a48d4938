"""Log lines as JSON on standard error: who, what, when and how long, never the words of a record."""

from __future__ import annotations

import logging

import structlog


def formatter() -> logging.Formatter:
    """Return the formatter that turns every log record, ours or a library's, into one JSON line."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
    )
