"""What the two formats ask for and leave out. Open Referral UK drops fields that HSDS has (connecting 3.3)."""

from __future__ import annotations

from dataclasses import dataclass, field

PROFILES = ("oruk-3", "hsds-3")


@dataclass(frozen=True, slots=True)
class Profile:
    """One format. ``dropped`` are fields of HSDS that it has not; used all the same where a feed gives them."""

    key: str
    title: str
    dropped: dict[str, frozenset[str]] = field(default_factory=dict)
    term_key: str = "name"


HSDS = Profile("hsds-3", "HSDS 3.0")
ORUK = Profile(
    "oruk-3",
    "Open Referral UK 3.0",
    {
        "service": frozenset(
            {
                "phones",
                "eligibility_description",
                "fees_description",
                "wait_time",
                "application_process",
                "interpretation_services",
            }
        ),
        "organization": frozenset({"phones", "contacts", "locations", "funding"}),
        "cost_option": frozenset({"currency"}),
        "contact": frozenset({"department", "email", "phones"}),
        "language": frozenset({"name", "code", "note"}),
    },
    "term",
)
BY_KEY = {one.key: one for one in (HSDS, ORUK)}
