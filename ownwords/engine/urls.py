"""Addresses of databases: reading them, and pointing one at another database of the same server."""

from urllib.parse import quote, urlencode

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from ownwords.engine.faults import EngineFault


def connection_parameters(url: str) -> dict[str, str]:
    """Split a database address into libpq's own names (``host``, ``port``, ``user``, ``dbname``, ...).

    Raises EngineFault when the address cannot be read. The address itself is never repeated in the
    message: it may hold a password.
    """
    if not url.startswith(("postgresql://", "postgres://")):
        raise EngineFault("The database address does not begin with postgresql://.", "Set DATABASE_URL.")
    try:
        return {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    except ProgrammingError as error:
        raise EngineFault("The database address cannot be read.", "Check DATABASE_URL.") from error


def build_url(parameters: dict[str, str]) -> str:
    """Build an address from libpq's names; the host may be a socket folder."""
    rest = {key: value for key, value in parameters.items() if key not in ("user", "password", "dbname")}
    who = quote(parameters.get("user", ""), safe="")
    if password := parameters.get("password"):
        who += ":" + quote(password, safe="")
    name = quote(parameters.get("dbname", ""), safe="")
    query = f"?{urlencode(rest)}" if rest else ""
    return f"postgresql://{who}{'@' if who else ''}/{name}{query}"


def with_database(url: str, database: str) -> str:
    """Return the same address, pointing at another database."""
    return build_url(connection_parameters(url) | {"dbname": database})


def as_environment(url: str) -> dict[str, str]:
    """Return the address as ``PG*`` variables, so that no password stands in a list of processes."""
    names = {
        "host": "PGHOST",
        "port": "PGPORT",
        "user": "PGUSER",
        "password": "PGPASSWORD",
        "dbname": "PGDATABASE",
        "sslmode": "PGSSLMODE",
        "sslrootcert": "PGSSLROOTCERT",
        "sslcert": "PGSSLCERT",
        "sslkey": "PGSSLKEY",
    }
    return {names[key]: value for key, value in connection_parameters(url).items() if key in names}
