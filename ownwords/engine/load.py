"""Feeding a dump into a database in one transaction, which a wrong count undoes."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import psycopg

from ownwords.engine.binaries import Binaries
from ownwords.engine.cluster import last_line
from ownwords.engine.faults import EngineFault
from ownwords.engine.manifest import Manifest
from ownwords.engine.programs import client_tools
from ownwords.engine.urls import as_environment


def load(url: str, manifest: Manifest, dump: Path, environ: Mapping[str, str], *, replace: bool) -> None:
    """Feed the dump through psql in one transaction, which a failed comparison of counts undoes."""
    with psycopg.connect(url) as connection:
        server = connection.info.server_version // 10000
    tools = client_tools(max(server, manifest.server), environ)
    before, after = dump.with_name("before.sql"), dump.with_name("after.sql")
    before.write_text("DROP OWNED BY CURRENT_USER CASCADE;\n" if replace else "")
    after.write_text(_verification(manifest))
    script = dump.with_name("script.sql")
    _write_script(tools, dump, script, server)
    argv: list[str | Path] = [
        tools.program("psql"),
        "--no-psqlrc",
        "--quiet",
        "--single-transaction",
        "--set=ON_ERROR_STOP=1",
    ]
    argv += ["-f", before, "-f", script, "-f", after]
    done = subprocess.run(
        argv,
        env={**environ, **as_environment(url)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise EngineFault(f"Nothing was restored: {last_line(done.stderr)}", "The database is as it was.")


def _write_script(tools: Binaries, dump: Path, script: Path, server: int) -> None:
    argv: list[str | Path] = [tools.program("pg_restore"), "--no-owner", f"--file={script}", dump]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise EngineFault(f"The backup cannot be read: {last_line(done.stderr)}", "Use another one.")
    if server < 17:  # an older server does not know the newer tools' timeout
        _leave_out(script, "SET transaction_timeout = 0;")


def _leave_out(script: Path, line: str) -> None:
    """Comment out one line in the first lines of a script, in place and keeping its length."""
    with script.open("r+b") as file:
        head = file.read(4096)
        at = head.find(line.encode())
        if at >= 0:
            file.seek(at)
            file.write(b"--" + line.encode()[2:])


def _verification(manifest: Manifest) -> str:
    """Return SQL that fails, and so undoes the restore, when a table has another number of rows."""
    lines = ["DO $check$ DECLARE found bigint; BEGIN"]
    for table in manifest.tables:
        schema, _, name = table.name.partition(".")
        quoted = f"{_quoted(schema)}.{_quoted(name)}"
        lines.append(  # names come from the database's own catalogue and are quoted
            f"SELECT count(*) INTO found FROM {quoted}; IF found <> {table.rows} THEN "
            f"RAISE EXCEPTION 'a table has % rows, not {table.rows}', found; END IF;"
        )
    return "\n".join([*lines, "END $check$;"])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
