"""Maps out and in: CSV, GraphML, Network Canvas. Bytes in, maps out, and the other way round; nothing touches a disk.

``from ownwords.connections.method.exchange import csv_files, graphml, network_canvas``
"""
