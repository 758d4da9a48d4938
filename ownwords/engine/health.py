"""Findings: answers to questions about the machine and the database, each of which says how to mend what is wrong.

``ownwords check`` asks the questions, and so may a page for administrators.
"""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Finding:
    """One answer. ``level`` is ``well``, ``advice`` or ``fault``; only a fault makes the check fail."""

    subject: str
    level: str
    says: str
    fix: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the finding for a program."""
        return asdict(self)


def well(subject: str, says: str) -> Finding:
    """Return a finding that asks for nothing."""
    return Finding(subject, "well", says)


def fault(subject: str, says: str, fix: str) -> Finding:
    """Return a finding that makes the check fail."""
    return Finding(subject, "fault", says, fix)
