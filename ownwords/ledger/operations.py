"""Operations of migrations that a whole room shares: many steps, one building of models.

After each step Django builds every model anew that points at what was changed. People and accounts are pointed at
from everywhere, so with hundreds of steps that took most of a fresh start. Here they are built once for all steps of
an operation; the statements are those that Django and pgtrigger make.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.compiler import Trigger


class Together(Operation):
    """Take several operations as one. None of them may rest on models as they stand halfway."""

    reversible = True
    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return what a migration file says to make this operation again."""
        return self.__class__.__qualname__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change what is known of the models; they are built when somebody asks for them next."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Run every operation, in order."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take every operation back, the last first."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say what it does, for the list of a migration."""
        return f"{len(self.operations)} operations together"


class InstallTriggers(Operation):
    """Install triggers, each as (model name in lower case, compiled trigger)."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, triggers: Sequence[tuple[str, Trigger]]) -> None:
        self.triggers = triggers

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return what a migration file says to make this operation again."""
        return self.__class__.__qualname__, [], {"triggers": self.triggers}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Write the triggers down with their models. Nothing that is built from a model reads them."""
        for model, trigger in self.triggers:
            options = state.models[app_label, model].options
            options["triggers"] = [*options.get("triggers", []), trigger]

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Install every trigger."""
        for _model, trigger in self.triggers:
            schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take every trigger out again."""
        for _model, trigger in self.triggers:
            schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self) -> str:
        """Say what it does, for the list of a migration."""
        return f"Install {len(self.triggers)} triggers"
