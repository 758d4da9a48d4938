"""Who made or changed a thing, and when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """GUIDs of users and moments as ``xsd:dateTime``; an empty string where nothing is said.

    Moments stay text, so that a file comes out as it went in; ``parts.moments.moment`` makes a datetime of one.
    """

    made_by: str = ""
    made: str = ""
    changed_by: str = ""
    changed: str = ""


UNSIGNED = Stamp()
