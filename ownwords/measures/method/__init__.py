"""Pure functions of measurement: scoring, change, personal lines, single-case statistics. No Django, no clock, no I/O.

``from ownwords.measures.method import scoring, change, personal, single_case``
"""
