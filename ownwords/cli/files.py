"""Reading a file that somebody names: whole, or not at all and in words."""

from pathlib import Path

from ownwords.cli.words import Refusal

MOST_BYTES = 64 * 1024 * 1024


def read_whole(file: Path, *, most: int = MOST_BYTES) -> bytes:
    """Return a file's content.

    Raises Refusal for a file that is not there, saying where it was looked for; for a folder, a pipe or a device,
    which may never end; for more than ``most`` bytes; and for what cannot be read.
    """
    try:
        if not file.exists():
            raise Refusal(f"There is no file {file}. Looked for: {file.absolute()}.")
        if not file.is_file():
            raise Refusal(f"{file} is no ordinary file. Save it as a file first, then give its name.")
        with file.open("rb") as source:
            content = source.read(most + 1)
    except OSError as error:
        raise Refusal(f"{file} cannot be read: {error.strerror}.") from error
    if len(content) > most:
        raise Refusal(f"{file} has more than {most // 2**20} MB. Split it, and give the parts one by one.")
    return content
