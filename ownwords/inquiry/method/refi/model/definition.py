"""The definition of a code in four parts, and its form in a `Description`, which knows only text.

A definition of one part, what the code is, is that text. Any other is written with a label before each part that is
there, every further line of a part indented by two spaces, and is read from that form again.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

LABELS = ("What it is: ", "When to use: ", "When not to use: ", "Example: ")
INDENT = "  "


@dataclass(frozen=True, slots=True)
class Definition:
    """What a code is, when to use it, when not, and an example passage; empty where not said."""

    what: str = ""
    use: str = ""
    avoid: str = ""
    example: str = ""

    def text(self) -> str:
        """Return the text for a `Description`; `read_definition` gives this definition again."""
        if not (self.use or self.avoid or self.example) and not _labelled(self.what):
            return self.what
        parts = zip(LABELS, astuple(self), strict=True)
        return "\n".join(label + part.replace("\n", "\n" + INDENT) for label, part in parts if part)


def read_definition(text: str) -> Definition:
    """Return the definition that a `Description` holds: the four parts where they are labelled, else what it is."""
    if not _labelled(text):
        return Definition(what=text)
    parts = [""] * len(LABELS)
    at = -1
    for line in text.split("\n"):
        found = next((n for n in range(at + 1, len(LABELS)) if line.startswith(LABELS[n])), None)
        if found is not None:
            at, parts[found] = found, line.removeprefix(LABELS[found])
        else:
            parts[at] += "\n" + line.removeprefix(INDENT)
    return Definition(*parts)


def _labelled(text: str) -> bool:
    return text.startswith(LABELS)
