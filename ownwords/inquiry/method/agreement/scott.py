"""Scott's pi: two coders taken as one population. Fleiss' kappa for any number is the same formula.

p_e = sum over categories of the squared mean share. Source: Scott 1955, Public Opinion Quarterly 19:321-325.
"""

from __future__ import annotations

from ownwords.inquiry.method.agreement.fleiss import expected
from ownwords.inquiry.method.agreement.pairs import corrected
from ownwords.inquiry.method.agreement.ratings import MISSING, Ratings
from ownwords.inquiry.method.agreement.result import Result

MEASURE = "scott"


def scott(table: Ratings) -> Result:
    """Return pi over the units that both coders rated. Raises ValueError for any other number of coders than two."""
    if table.coders != 2:
        raise ValueError("Scott's pi is for two coders; for more there is Fleiss")
    both = (table.index != MISSING).all(axis=1)
    return corrected(MEASURE, table.of(both) if both.any() else table, expected)
