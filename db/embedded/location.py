"""Where the embedded PostgreSQL keeps its files, and as whom it runs.

PostgreSQL refuses to run as root. For root it therefore runs as another user, and whatever that user cannot look into, such as
root's home, cannot hold its files: they live under /var/lib/coachbook then, and a pointer in the data directory says where.
"""

import os
import pwd
import tempfile
from dataclasses import dataclass
from pathlib import Path

from db.embedded.failure import EmbeddedPostgresError

OUTSIDE = Path("/var/lib/coachbook")
"""Where root's PostgreSQL lives when its own place is closed to others."""
_ACCOUNTS = ("postgres", "nobody")
_POINTER = "postgres.location"


@dataclass(frozen=True)
class Account:
    """The user as whom PostgreSQL runs in root's stead."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True)
class Cluster:
    """The files of one embedded PostgreSQL."""

    root: Path
    account: Account | None

    @property
    def tables(self) -> Path:
        """What PostgreSQL calls its data directory."""
        return self.root / "data"

    @property
    def password_file(self) -> Path:
        return self.root / "password"

    @property
    def log(self) -> Path:
        return self.root / "postgres.log"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def socket_pointer(self) -> Path:
        """Says where the socket's folder is, so that it is cleared away also when we did not end in order."""
        return self.root / "socket"

    @property
    def postmaster_file(self) -> Path:
        return self.tables / "postmaster.pid"


def account_instead_of_root() -> Account | None:
    """None for an ordinary user, who runs PostgreSQL as they are."""
    if os.geteuid() != 0:
        return None
    for name in _ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise EmbeddedPostgresError(
        "PostgreSQL does not run as root, and there is neither a user 'postgres' nor 'nobody' to run it as. "
        "Start as an ordinary user, or set DATABASE_URL."
    )


def is_open_to_all(path: Path) -> bool:
    """Whether every user can walk to this path and use it."""
    return all(step.stat().st_mode & 0o001 for step in (path, *path.parents))


def cluster_in(data_directory: Path) -> Cluster:
    """The cluster of this data directory; its folder is made where there is none yet."""
    data_directory = data_directory.resolve()
    data_directory.mkdir(parents=True, exist_ok=True)
    account = account_instead_of_root()
    if account is None:
        return Cluster(_private(data_directory / "postgres", account), account)
    return Cluster(_root_of(data_directory, account), account)


def _root_of(data_directory: Path, account: Account) -> Path:
    pointer, inside = data_directory / _POINTER, data_directory / "postgres"
    if pointer.exists():
        return _private(Path(pointer.read_text().strip()), account)
    if is_open_to_all(data_directory):
        return _private(inside, account)
    if inside.exists():
        raise EmbeddedPostgresError(
            f"PostgreSQL runs as '{account.name}', who can no longer reach {inside}. "
            "Open the folders above it to others (chmod o+x), or move DATA_DIR."
        )
    OUTSIDE.mkdir(mode=0o755, parents=True, exist_ok=True)
    root = Path(tempfile.mkdtemp(prefix="postgres-", dir=OUTSIDE))
    pointer.write_text(f"{root}\n")
    return _private(root, account)


def _private(root: Path, account: Account | None) -> Path:
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    give(root, account)
    return root


def give(path: Path, account: Account | None) -> None:
    """Makes it the account's own, if there is one."""
    if account is not None:
        os.chown(path, account.uid, account.gid)
