"""The embedded PostgreSQL: made at the first start, owned by one server process, reached through a private socket."""

import fcntl
import os
import secrets
import shutil
import subprocess
from pathlib import Path
from types import TracebackType

import structlog

from db.embedded import postmaster
from db.embedded.binaries import postgres_programs
from db.embedded.failure import EmbeddedPostgresError
from db.embedded.location import Cluster, cluster_in, give

_log = structlog.get_logger(__name__)

SUPERUSER = "postgres"
_DATABASE = "postgres"
_CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_LARGEST_LOG = 10_000_000


class EmbeddedPostgres:
    """Use as `with EmbeddedPostgres(data_directory) as postgres: postgres.url`, or by `start` and `stop`.

    Start it on a thread that lives as long as the server, best the main one: Linux ends PostgreSQL with the thread that started it,
    which is what stops it when we are killed. `durable=False` is for what is thrown away: a power cut would lose it.
    """

    def __init__(self, data_directory: Path, *, durable: bool = True) -> None:
        self.data_directory = data_directory
        self.durable = durable
        self.url = ""
        """How to connect, with a login that may do everything; empty while it does not run."""
        self._lock: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._cluster: Cluster | None = None

    def __enter__(self) -> "EmbeddedPostgres":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def process_id(self) -> int | None:
        return None if self._process is None else self._process.pid

    def start(self) -> str:
        """Starts it, making it first where there is none, and gives `url`. Raises EmbeddedPostgresError."""
        cluster = cluster_in(self.data_directory)
        self._lock = _locked(cluster)
        self._cluster = cluster
        try:
            postmaster.stop_left_behind(cluster)
            programs = postgres_programs(cluster.account)
            password = self._initialised(cluster, programs)
            socket_directory = self._launch(cluster, programs)
        except BaseException:
            self.stop()
            raise
        self.url = f"postgresql://{SUPERUSER}:{password}@/{_DATABASE}?host={socket_directory}"
        _log.info("postgres.started", files=str(cluster.root), pid=self.process_id)
        return self.url

    def stop(self) -> None:
        """Ends it in order and lets go of the data directory. Does nothing where it does not run."""
        if self._process is not None:
            postmaster.stop(self._process)
            self._process = None
        if self._cluster is not None:
            postmaster.remove_socket_directory(self._cluster)
            self._cluster = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
        self.url = ""

    def _initialised(self, cluster: Cluster, programs: Path) -> str:
        """The superuser's password; the tables' folder is there afterwards, whole."""
        if cluster.tables.exists():
            _check_version(cluster, programs)
            return cluster.password_file.read_text()
        password = secrets.token_urlsafe(24)
        cluster.password_file.touch(mode=0o600)
        cluster.password_file.write_text(password)
        give(cluster.password_file, cluster.account)
        unfinished = cluster.root / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        options = [f"--username={SUPERUSER}", "--auth=scram-sha-256", f"--pwfile={cluster.password_file}"]
        options += ["--encoding=UTF8", "--no-locale"] + ([] if self.durable else ["--no-sync"])
        postmaster.run_to_end([programs / "initdb", "-D", unfinished, *options], cluster.account)
        unfinished.rename(cluster.tables)
        return password

    def _launch(self, cluster: Cluster, programs: Path) -> Path:
        """Where its socket is."""
        if cluster.log.exists() and cluster.log.stat().st_size > _LARGEST_LOG:
            cluster.log.unlink()
        socket_directory = postmaster.new_socket_directory(cluster)
        settings = [
            "listen_addresses=",
            f"unix_socket_directories={socket_directory}",
            "unix_socket_permissions=0700",
            "max_connections=200",
            "timezone=UTC",
            *(() if self.durable else _CARELESS),
        ]
        options = [option for setting in settings for option in ("-c", setting)]
        self._process = postmaster.launched([programs / "postgres", "-D", cluster.tables, *options], cluster)
        postmaster.wait_until_ready(self._process, cluster)
        return socket_directory


def _locked(cluster: Cluster) -> int:
    """Holds the cluster for this process; the kernel lets go when the process ends, however it does."""
    descriptor = os.open(cluster.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise EmbeddedPostgresError(
            f"Another server is using the database in {cluster.root}. Stop it, or choose another DATA_DIR."
        ) from None
    return descriptor


def _check_version(cluster: Cluster, programs: Path) -> None:
    stored = (cluster.tables / "PG_VERSION").read_text().strip()
    shown = subprocess.run(  # noqa: S603 - our own arguments
        [programs / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    present = shown.stdout.split()[-1].split(".")[0]
    if present != stored:
        raise EmbeddedPostgresError(
            f"The database in {cluster.root} was made by PostgreSQL {stored}, and this is {present}. Dump it with the "
            "old one and load it with this one, or choose another DATA_DIR."
        )
