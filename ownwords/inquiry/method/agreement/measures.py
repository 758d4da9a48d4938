"""The coefficients by name, as the command line and the pages ask for them. Loads numpy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ownwords.inquiry.method.agreement.brennan_prediger import brennan_prediger
from ownwords.inquiry.method.agreement.cohen import cohen
from ownwords.inquiry.method.agreement.conger import conger
from ownwords.inquiry.method.agreement.fleiss import fleiss
from ownwords.inquiry.method.agreement.gwet import gwet_ac1
from ownwords.inquiry.method.agreement.krippendorff import Level, krippendorff
from ownwords.inquiry.method.agreement.names import NUMERIC, TWO_CODERS
from ownwords.inquiry.method.agreement.percent import percent
from ownwords.inquiry.method.agreement.ratings import Ratings
from ownwords.inquiry.method.agreement.result import Result
from ownwords.inquiry.method.agreement.scott import scott


@dataclass(frozen=True, slots=True)
class Measure:
    """A coefficient: its function, whether it wants numbers, and whether it is for two coders only."""

    of: Callable[[Ratings], Result]
    numeric: bool
    two_coders: bool


_FUNCTIONS: dict[str, Callable[[Ratings], Result]] = {
    "percent": percent,
    "cohen": cohen,
    "fleiss": fleiss,
    "krippendorff-nominal": krippendorff,
    "krippendorff-ordinal": partial(krippendorff, level=Level.ORDINAL),
    "krippendorff-interval": partial(krippendorff, level=Level.INTERVAL),
    "krippendorff-ratio": partial(krippendorff, level=Level.RATIO),
    "gwet-ac1": gwet_ac1,
    "brennan-prediger": brennan_prediger,
    "conger": conger,
    "scott": scott,
}

MEASURES = {name: Measure(of, name in NUMERIC, name in TWO_CODERS) for name, of in _FUNCTIONS.items()}
