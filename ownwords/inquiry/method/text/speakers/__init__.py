"""Who speaks: a proposal from the text, and turns worked out again when a person has corrected it."""

from ownwords.inquiry.method.text.speakers.correcting import corrected
from ownwords.inquiry.method.text.speakers.proposing import propose

__all__ = ["corrected", "propose"]
