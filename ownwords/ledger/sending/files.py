"""Messages as files in a folder: for trying out, and where no mail server or gateway is named."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ownwords.ledger.sending import Message, NotSent


@dataclass(frozen=True, slots=True)
class FileSender:
    """Writes each message into a file of its own that only the service's account can read; the same id, one file."""

    folder: Path

    def send(self, message: Message) -> None:
        """Write the message. Raises NotSent when the folder cannot be written to."""
        text = f"To: {message.address}\nSubject: {message.subject}\n\n{message.body}\n"
        path = self.folder / f"{message.id}.{message.channel}.txt"
        scratch = path.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(
                os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
            ) as file:
                file.write(text)
            scratch.replace(path)
        except OSError as error:
            raise NotSent(f"file: {error.strerror}") from error
