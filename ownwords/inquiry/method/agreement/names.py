"""Names of the coefficients, for those who offer them without computing: loads nothing."""

NAMES = (
    "cohen",
    "fleiss",
    "krippendorff-nominal",
    "krippendorff-ordinal",
    "krippendorff-interval",
    "krippendorff-ratio",
    "gwet-ac1",
    "percent",
    "brennan-prediger",
    "conger",
    "scott",
)
NUMERIC = frozenset({"krippendorff-ordinal", "krippendorff-interval", "krippendorff-ratio"})
TWO_CODERS = frozenset({"cohen", "scott"})
