"""The tools of the record as data: coaching templates, values and preferences, strengths, tags, goals.

Every tool names its edition, source and licence, and opens with a purpose: why it is asked, what happens with
it, and that it may be skipped. A definition that lacks any of it is refused. All texts are English message
ids; pages pass them through gettext. ``parse_...`` is pure, the functions of ``record.method.tools`` read the
packaged files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ownwords.people.method.definition_file import Provenance, Table, note_repeated, read_definition


@dataclass(frozen=True)
class Purpose:
    """The line every tool opens with."""

    why: str
    what_happens: str
    skip: str


@dataclass(frozen=True)
class Choice:
    """One thing to choose; ``key`` is kept, ``label`` and ``hint`` are shown."""

    key: str
    label: str
    hint: str = ""
    family: str = ""


Choices = tuple[Choice, ...]


@dataclass(frozen=True)
class Field:
    """One field of a form with its example questions. ``by`` is who writes it: "person" or "worker"."""

    key: str
    title: str
    hint: str
    prompts: tuple[str, ...]
    by: str = "person"


@dataclass(frozen=True)
class Step:
    """One step of a talk. ``both_voices``: person and worker each have a box, side by side."""

    key: str
    title: str
    purpose: str
    prompts: tuple[str, ...]
    both_voices: bool = False


@dataclass(frozen=True)
class Tool:
    """What all tools have in common."""

    key: str
    title: str
    provenance: Provenance
    purpose: Purpose


@dataclass(frozen=True)
class CoachingTemplate(Tool):
    """An ordered way through a talk; ``outcomes`` is empty where the talk has no named result."""

    summary: str
    steps: tuple[Step, ...]
    outcomes: Choices = ()


@dataclass(frozen=True)
class ValuesAndPreferences(Tool):
    """The form of values and treatment preferences."""

    approaches: Choices
    fields: tuple[Field, ...]
    identity_prompts: Choices
    preference_subjects: Choices
    strengths_of_wish: Choices
    confirmations: Choices
    entry_marks: Choices


@dataclass(frozen=True)
class Strengths(Tool):
    """The strengths sheet: domains by times, each entry with a category. There are no totals."""

    domains: Choices
    times: Choices
    categories: Choices
    noticed_by: Choices
    answers: Choices


@dataclass(frozen=True)
class Tags(Tool):
    """Optional tags; ``family`` of a tag is "chime" or "more"."""

    tags: Choices


@dataclass(frozen=True)
class Goals(Tool):
    """The goal form."""

    kinds: Choices
    origins: Choices
    whose: Choices
    directions: Choices
    step_owners: Choices
    step_states: Choices
    outcomes: Choices
    needs: Choices
    attainment_levels: Choices
    fields: tuple[Field, ...]


#: What the rest of the program relies on by name. A definition may offer more, never less.
_VALUES = {
    "approaches": "conversation story picture",
    "fields": "matters people identity story helped worse preference crisis boundary understanding",
    "identity_prompts": "none-of-these",
    "preference_subjects": "own",
    "strengths_of_wish": "must prefer open",
    "confirmations": "kept not_quite declined",
    "entry_marks": "not_read_aloud me",
}
_STRENGTHS = {
    "domains": "own",
    "times": "now before build",
    "categories": "individual interpersonal environmental",
    "noticed_by": "person worker family peer",
    "answers": "kept edited declined",
}
_TAGS = {
    "tags": "connectedness hope identity meaning empowerment "
    "difficulties giving-back spirituality culture own",
}
_GOALS = {
    "kinds": "personal clinical service unsure",
    "origins": "person together family worker service",
    "whose": "mine ours asked",
    "directions": "towards away",
    "step_owners": "person worker other",
    "step_states": "open kept partly not_kept let_go",
    "outcomes": "met partly changed parked not_mine",
    "needs": "money transport company permission",
    "attainment_levels": "a_bit hoped more_than_hoped",
    "fields": "goal_words why",
}


def parse_coaching(text: str, where: str = "coaching template") -> CoachingTemplate:
    """Build a coaching template from TOML. Raises IncompleteDefinition."""
    return read_definition(text, where, _coaching)


def parse_values_and_preferences(
    text: str, where: str = "values-and-preferences.toml"
) -> ValuesAndPreferences:
    """Build the values and preferences form from TOML. Raises IncompleteDefinition."""
    return read_definition(text, where, _values_and_preferences)


def parse_strengths(text: str, where: str = "strengths.toml") -> Strengths:
    """Build the strengths sheet from TOML. Raises IncompleteDefinition."""
    return read_definition(text, where, _strengths)


def parse_tags(text: str, where: str = "tags.toml") -> Tags:
    """Build the tags from TOML. Raises IncompleteDefinition."""
    return read_definition(text, where, _tags)


def parse_goals(text: str, where: str = "goals.toml") -> Goals:
    """Build the goal form from TOML. Raises IncompleteDefinition."""
    return read_definition(text, where, _goals)


def _coaching(table: Table) -> CoachingTemplate:
    steps = tuple(
        Step(
            row.text("key"),
            row.text("title"),
            row.text("purpose"),
            row.texts("prompts"),
            row.flag("both_voices"),
        )
        for row in table.tables("steps")
    )
    note_repeated(table, "step", (step.key for step in steps))
    outcomes = tuple(_choice(row) for row in table.tables_or_none("outcomes"))
    note_repeated(table, "outcome", (choice.key for choice in outcomes))
    return CoachingTemplate(*_common(table), table.text("summary"), steps, outcomes)


def _values_and_preferences(table: Table) -> ValuesAndPreferences:
    return ValuesAndPreferences(
        *_common(table),
        approaches=_choices(table, "approaches", _VALUES),
        fields=_fields(table, _VALUES),
        identity_prompts=_choices(table, "identity_prompts", _VALUES),
        preference_subjects=_choices(table, "preference_subjects", _VALUES),
        strengths_of_wish=_choices(table, "strengths_of_wish", _VALUES),
        confirmations=_choices(table, "confirmations", _VALUES),
        entry_marks=_choices(table, "entry_marks", _VALUES),
    )


def _strengths(table: Table) -> Strengths:
    return Strengths(*_common(table), *(_choices(table, name, _STRENGTHS) for name in _STRENGTHS))


def _tags(table: Table) -> Tags:
    tags = _choices(table, "tags", _TAGS)
    for tag in tags:
        if tag.family not in ("chime", "more"):
            table.note(f'tags: {tag.key!r} needs family = "chime" or "more"')
        if not tag.hint:
            table.note(f"tags: {tag.key!r} needs a hint")
    return Tags(*_common(table), tags)


def _goals(table: Table) -> Goals:
    return Goals(
        *_common(table),
        kinds=_choices(table, "kinds", _GOALS),
        origins=_choices(table, "origins", _GOALS),
        whose=_choices(table, "whose", _GOALS),
        directions=_choices(table, "directions", _GOALS),
        step_owners=_choices(table, "step_owners", _GOALS),
        step_states=_choices(table, "step_states", _GOALS),
        outcomes=_choices(table, "outcomes", _GOALS),
        needs=_choices(table, "needs", _GOALS),
        attainment_levels=_choices(table, "attainment_levels", _GOALS),
        fields=_fields(table, _GOALS),
    )


def _common(table: Table) -> tuple[str, str, Provenance, Purpose]:
    purpose = table.table("purpose")
    return (
        table.text("key"),
        table.text("title"),
        table.provenance(),
        Purpose(purpose.text("why"), purpose.text("what_happens"), purpose.text("skip")),
    )


def _choice(row: Table) -> Choice:
    return Choice(row.text("key"), row.text("label"), row.text_or("hint"), row.text_or("family"))


def _choices(table: Table, name: str, required: dict[str, str]) -> Choices:
    choices = tuple(_choice(row) for row in table.tables(name))
    _note_keys(table, name, [choice.key for choice in choices], required)
    return choices


def _fields(table: Table, required: dict[str, str]) -> tuple[Field, ...]:
    fields = tuple(
        Field(
            row.text("key"),
            row.text("title"),
            row.text("hint"),
            row.texts("prompts"),
            row.text_or("by", "person"),
        )
        for row in table.tables("fields")
    )
    for field in fields:
        if field.by not in ("person", "worker"):
            table.note(f'fields: {field.key!r} needs by = "person" or "worker"')
    _note_keys(table, "fields", [field.key for field in fields], required)
    return fields


def _note_keys(table: Table, name: str, keys: Iterable[str], required: dict[str, str]) -> None:
    present = list(keys)
    note_repeated(table, name, present)
    lacking = [key for key in required[name].split() if key not in present]
    if present and lacking:
        table.note(f"{name} lacks {', '.join(lacking)}")
