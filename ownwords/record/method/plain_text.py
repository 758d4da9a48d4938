"""A plan as plain text that can be pasted into another system as it is.

The order is fixed: strengths, values, preferences, goals, promises, in a crisis. Lines have at most 76
columns, unless a single word is longer: words are never cut. Marks are plain ASCII, so that old systems keep
them; the person's words are left as they are. Dates arrive as text, since how they are written is the page's
affair.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ownwords.people.method.messages import gettext_noop

COLUMNS = 76


@dataclass(frozen=True)
class Preference:
    """How the person wants to be treated in one matter. Empty parts are left out."""

    subject: str
    want: str = ""
    do_not_want: str = ""
    why: str = ""
    wish: str = ""


@dataclass(frozen=True)
class PlanStep:
    """One step of a goal: what, who, by when, how it stands."""

    text: str
    who: str = ""
    by: str = ""
    state: str = ""


@dataclass(frozen=True)
class PlanGoal:
    """A goal.

    ``words`` are the person's and stand first; ``rewording`` is a worker's and stands beside them.
    """

    words: str
    rewording: str = ""
    whose: str = ""
    kind: str = ""
    why: str = ""
    review: str = ""
    steps: tuple[PlanStep, ...] = ()


@dataclass(frozen=True)
class Promise:
    """What somebody promised, and by when."""

    text: str
    who: str = ""
    by: str = ""


@dataclass(frozen=True)
class Plan:
    """Everything that stands on the one page."""

    name: str
    as_of: str = ""
    strengths: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    preferences: tuple[Preference, ...] = ()
    goals: tuple[PlanGoal, ...] = ()
    promises: tuple[Promise, ...] = ()
    in_a_crisis: tuple[str, ...] = ()


@dataclass(frozen=True)
class Labels:
    """The words around the person's words.

    The defaults are English message ids; a page hands in translations.
    """

    title: str = gettext_noop("Plan")
    strengths: str = gettext_noop("Strengths")
    values: str = gettext_noop("What matters")
    preferences: str = gettext_noop("How I want to be treated")
    goals: str = gettext_noop("Goals")
    promises: str = gettext_noop("Promises")
    in_a_crisis: str = gettext_noop("In a crisis")
    nothing: str = gettext_noop("Nothing kept here yet.")
    want: str = gettext_noop("I want")
    do_not_want: str = gettext_noop("I do not want")
    why: str = gettext_noop("Because")
    wish: str = gettext_noop("How firm")
    rewording: str = gettext_noop("In a worker's words")
    whose: str = gettext_noop("Whose goal")
    kind: str = gettext_noop("Kind")
    review: str = gettext_noop("We look again")
    step: str = gettext_noop("Step")
    who: str = gettext_noop("who")
    by: str = gettext_noop("by")
    state: str = gettext_noop("now")


ENGLISH = Labels()


def lay_out(plan: Plan, labels: Labels = ENGLISH) -> str:
    """Return the plan as text, ending with a line end. Every word of the plan appears, in the order above.

    >>> print(lay_out(Plan("Ana", strengths=("I bake bread",))).split("WHAT MATTERS")[0].rstrip())
    Plan: Ana
    <BLANKLINE>
    STRENGTHS
    - I bake bread
    """
    lines = [*_wrapped(f"{labels.title}: ", plan.name), *_wrapped("", plan.as_of)]
    for heading, entries in _sections(plan, labels):
        written = [line for entry in entries for line in entry]
        lines += ["", heading.upper(), *(written or [labels.nothing])]
    return "\n".join(lines) + "\n"


_Entry = list[str]


def _sections(plan: Plan, labels: Labels) -> Iterator[tuple[str, list[_Entry]]]:
    """The order of the page, with strengths before everything else."""
    yield labels.strengths, [_bullet(text) for text in plan.strengths]
    yield labels.values, [_bullet(text) for text in plan.values]
    yield labels.preferences, [_preference(preference, labels) for preference in plan.preferences]
    yield labels.goals, [_goal(goal, labels) for goal in plan.goals]
    yield labels.promises, [_promise(promise, labels) for promise in plan.promises]
    yield labels.in_a_crisis, [_bullet(text) for text in plan.in_a_crisis]


def _preference(preference: Preference, labels: Labels) -> _Entry:
    parts = (
        (labels.want, preference.want),
        (labels.do_not_want, preference.do_not_want),
        (labels.why, preference.why),
        (labels.wish, preference.wish),
    )
    return [*_bullet(preference.subject), *_details(parts)]


def _goal(goal: PlanGoal, labels: Labels) -> _Entry:
    parts = (
        (labels.rewording, goal.rewording),
        (labels.whose, goal.whose),
        (labels.kind, goal.kind),
        (labels.why, goal.why),
        (labels.review, goal.review),
    )
    steps = [line for step in goal.steps for line in _step(step, labels)]
    return [*_bullet(goal.words), *_details(parts), *steps]


def _step(step: PlanStep, labels: Labels) -> _Entry:
    parts = ((labels.who, step.who), (labels.by, step.by), (labels.state, step.state))
    return _wrapped(f"  {labels.step}: ", step.text, "    ") + _details(parts, "    ")


def _promise(promise: Promise, labels: Labels) -> _Entry:
    return [*_bullet(promise.text), *_details(((labels.who, promise.who), (labels.by, promise.by)))]


def _bullet(text: str) -> _Entry:
    return _wrapped("- ", text, "  ")


def _details(parts: Iterable[tuple[str, str]], indent: str = "  ") -> _Entry:
    return [line for label, text in parts for line in _wrapped(f"{indent}{label}: ", text, indent + "  ")]


def _wrapped(first: str, text: str, rest: str = "") -> _Entry:
    """Wrap a text; its own line ends stay line ends, and a text without words gives no line."""
    paragraphs = [words for line in text.splitlines() if (words := line.split())]
    lines: _Entry = []
    for words in paragraphs:
        lines += _filled(rest if lines else first, words, rest)
    return lines


def _filled(first: str, words: list[str], rest: str) -> Iterator[str]:
    line, wide = first + words[0], width(first) + width(words[0])
    for word in words[1:]:
        more = 1 + width(word)
        if wide + more > COLUMNS:
            yield line
            line, wide = rest + word, width(rest) + more - 1
        else:
            line, wide = f"{line} {word}", wide + more
    yield line


def width(text: str) -> int:
    r"""Return the columns a text takes: none for a combining mark, two for a wide letter.

    >>> width("tea"), width("e\u0301"), width("茶")
    (3, 1, 2)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
