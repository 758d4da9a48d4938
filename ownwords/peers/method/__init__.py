"""Pure functions of engagement: spells, returns, mean cumulative counts, the door. No Django, no clock, no I/O.

``from ownwords.peers.method import spells, returns, cumulative``
"""
