"""PgBouncer in transaction mode, in front of the tests' database."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from db.embedded.location import account_instead_of_root, give

POOL_SIZE = 2
_START_SECONDS = 30.0
PROGRAM = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
"""Debian puts it where ordinary users do not look. None where it is not installed."""


@contextmanager
def pooling(url: str) -> Iterator[str]:
    """The same database and login by way of a pooler, which has two connections for everybody."""
    with tempfile.TemporaryDirectory(prefix="coachbook-pooler-") as name:
        folder, account = Path(name), account_instead_of_root()
        _write_configuration(folder, url)
        for path in (folder, *folder.iterdir()):
            give(path, account)
        assert PROGRAM is not None
        process = subprocess.Popen(
            [PROGRAM, "-q", folder / "pgbouncer.ini"],
            user=None if account is None else account.uid,
            group=None if account is None else account.gid,
            extra_groups=None if account is None else (),
        )
        try:
            _wait_for(folder / ".s.PGSQL.5432", process)
            yield make_url(url).set(host=None, port=None, query={"host": name}).render_as_string(hide_password=False)
        finally:
            process.kill()
            process.wait()


def _write_configuration(folder: Path, url: str) -> None:
    target = make_url(url)
    place = target.query.get("host") or target.host
    (folder / "users").write_text(f'"{target.username}" "{target.password}"\n')
    (folder / "pgbouncer.ini").write_text(f"""
[databases]
* = host={place} port={target.port or 5432}

[pgbouncer]
listen_addr =
listen_port = 5432
unix_socket_dir = {folder}
pool_mode = transaction
default_pool_size = {POOL_SIZE}
auth_type = trust
auth_file = {folder}/users
logfile = {folder}/log
""")


def _wait_for(socket: Path, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _START_SECONDS
    while not socket.exists():
        assert process.poll() is None, "the pooler ended"
        assert time.monotonic() < end, "the pooler does not listen"
        time.sleep(0.01)
