"""Pure functions of connecting: measures of a map, its drawing, its exchange, the directory. No Django, no I/O.

``from ownwords.connections.method import network, ties``
"""
