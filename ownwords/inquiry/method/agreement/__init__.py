"""Agreement between coders: one file a coefficient, each with its formula and its source.

``from ownwords.inquiry.method.agreement import cohen, krippendorff``; ``measures`` finds them by name.
"""
