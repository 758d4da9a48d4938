"""What might identify somebody in a text: suggestions with a place and a kind. Nothing is ever replaced by itself."""

from ownwords.inquiry.method.text.identifying.suggesting import Suggestion, suggest

__all__ = ["Suggestion", "suggest"]
