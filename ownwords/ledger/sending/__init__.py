"""How a message leaves: one port, and what stands behind it.

A sender hands one message over or raises `NotSent`. There are three: a file for each message (the default), a mail
server, and a gateway for text messages that takes a plain HTTPS request.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Message:
    """One message: `id` stays the same at every try, `address` is an e-mail address or a telephone number."""

    id: UUID
    channel: str
    address: str
    subject: str
    body: str


class NotSent(Exception):
    """A message could not be handed over. `str()` says why without address or text; `for_good` ends all tries."""

    def __init__(self, why: str, *, for_good: bool = False) -> None:
        super().__init__(why)
        self.for_good = for_good


class Sender(Protocol):
    """Whatever can hand a message over."""

    def send(self, message: Message) -> None:
        """Hand the message over; return when the other side has taken it. Raises NotSent."""
