"""How an action says no: with words for each field, or with both texts when somebody was quicker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Refused(Exception):
    """An action was not carried out, and nothing was changed. `messages` holds field -> what is wrong and what to do.

    The key "" is for what concerns the whole.
    """

    def __init__(self, messages: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {text}" if field else text for field, text in messages.items()))
        self.messages = dict(messages)


class StaleEdit(Exception):
    """Somebody else saved this thing since it was opened. `current` is what stands there now; nothing was changed."""

    def __init__(self, current: Any) -> None:
        super().__init__("This was changed by somebody else since you opened it.")
        self.current = current
