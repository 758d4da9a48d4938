"""Errors for humans: one or two lines and an exit status, never a stack trace."""

import os
import secrets
import traceback
from pathlib import Path

import click

SPEAKING = ("ConfigurationFault", "EngineFault", "DemonstrationRefused", "Refused")
"""Errors of other rooms whose text is meant for people; by name, because importing them loads Django."""


class Refusal(Exception):
    """The command cannot do what was asked. ``str()`` is the sentence to show."""


def say(text: str = "") -> None:
    """Print a line for the reader."""
    click.echo(text)


def counted(count: int, one: str, several: str = "") -> str:
    """Return a number with its noun: ``counted(1, "form")`` is "1 form", ``counted(2, "form")`` "2 forms"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def note(text: str) -> None:
    """Print a line beside the result, so that output read by a program stays clean."""
    click.echo(text, err=True)


def run_in_words(command: click.Command, arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status; print every error as a sentence."""
    try:
        result = command.main(args=arguments, prog_name="ownwords", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt, EOFError):
        note("\nStopped.")
        return 130
    except Exception as error:  # noqa: BLE001  (the last resort: everything else becomes a sentence)
        note(_sentence(error))
        return 1
    return result if isinstance(result, int) else 0


def _sentence(error: Exception) -> str:
    """Return what to tell a person about an error; an unforeseen one is written to a file."""
    if isinstance(error, Refusal) or type(error).__name__ in SPEAKING:
        return str(error)
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror}."
    reference = secrets.token_hex(4)
    place = _write_down(reference, error)
    return f"Something unforeseen happened ({type(error).__name__}), reference {reference}.\n" + (
        f"What is known about it is in {place}." if place else "It could not be written down."
    )


def _write_down(reference: str, error: Exception) -> Path | None:
    """Write the stack trace to the data folder; return the file, None when that is impossible."""
    path = Path(os.environ.get("OWNWORDS_DATA_DIR") or "data") / "errors" / f"{reference}.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(handle, "w") as file:
            file.writelines(traceback.format_exception(error))
    except OSError:
        return None
    return path.absolute()
