"""PostgreSQL's main process: started as our child, found again after a crash of ours, and ended."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.embedded.failure import EmbeddedPostgresError
from db.embedded.location import Account, Cluster, give

START_SECONDS = 60.0
STOP_SECONDS = 20.0
_POLL_SECONDS = 0.01
_SOCKETS = Path("/tmp")  # noqa: S108 - a socket's path has 107 bytes at most; the folder in it is private and freshly made
_SOCKET_PREFIX = "coachbook-"
_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG."""
_ENVIRONMENT = {"LC_ALL": "C", "PATH": "/usr/bin:/bin", "TZ": "UTC"}
"""All that PostgreSQL gets to see: no secret of ours."""


@dataclass(frozen=True)
class PostmasterFile:
    """What postmaster.pid says."""

    pid: int
    is_ready: bool


def run_to_end(command: Sequence[str | Path], account: Account | None) -> None:
    """Runs one of PostgreSQL's programs as the account. Raises with what it said when it fails."""
    done = subprocess.run(  # noqa: S603 - our own arguments
        command,
        cwd="/",
        env=_ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        user=None if account is None else account.uid,
        group=None if account is None else account.gid,
        extra_groups=None if account is None else (),
    )
    if done.returncode != 0:
        raise EmbeddedPostgresError(f"{Path(command[0]).name} failed: {(done.stderr or done.stdout).strip()[-500:]}")


def launched(command: Sequence[str | Path], cluster: Cluster) -> "subprocess.Popen[bytes]":
    """PostgreSQL in a session of its own, so that Ctrl-C reaches us alone and we stop it in order."""
    account = cluster.account
    with cluster.log.open("ab") as log:
        return subprocess.Popen(  # noqa: S603 - our own arguments
            command,
            cwd="/",
            env=_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=_ending_with_its_parent(),
            user=None if account is None else account.uid,
            group=None if account is None else account.gid,
            extra_groups=None if account is None else (),
        )


def _ending_with_its_parent() -> Callable[[], None] | None:
    """On Linux the kernel asks PostgreSQL to shut down when we are killed. Elsewhere the next start finds and stops it."""
    if sys.platform != "linux":
        return None
    system_call = ctypes.CDLL(None).prctl
    wish = int(signal.SIGINT)
    return lambda: system_call(_PARENT_DEATH_SIGNAL, wish)


def new_socket_directory(cluster: Cluster) -> Path:
    directory = Path(tempfile.mkdtemp(prefix=_SOCKET_PREFIX, dir=_SOCKETS))
    give(directory, cluster.account)
    cluster.socket_pointer.write_text(str(directory))
    return directory


def remove_socket_directory(cluster: Cluster) -> None:
    """Does nothing where there is none."""
    if not cluster.socket_pointer.exists():
        return
    directory = Path(cluster.socket_pointer.read_text())
    if directory.parent == _SOCKETS and directory.name.startswith(_SOCKET_PREFIX):
        shutil.rmtree(directory, ignore_errors=True)
    cluster.socket_pointer.unlink()


def postmaster_file(cluster: Cluster) -> PostmasterFile | None:
    """None where no server runs or was left behind."""
    try:
        lines = cluster.postmaster_file.read_text().splitlines()
    except FileNotFoundError:
        return None
    if not lines or not lines[0].strip().isdigit():
        return None
    return PostmasterFile(int(lines[0]), is_ready=len(lines) > 7 and lines[7].strip() == "ready")


def wait_until_ready(process: "subprocess.Popen[bytes]", cluster: Cluster) -> None:
    """Raises with the last lines of its log where it does not come up."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        written = postmaster_file(cluster)
        if written is not None and written.pid == process.pid and written.is_ready:
            return
        if process.poll() is not None:
            break
        time.sleep(_POLL_SECONDS)
    last_words = " ".join(cluster.log.read_text(errors="replace").splitlines()[-5:])
    raise EmbeddedPostgresError(f"PostgreSQL did not start. Its log, {cluster.log}, ends with: {last_words}")


def stop(process: "subprocess.Popen[bytes]") -> None:
    """Ends it in order; where that takes too long, at once: it recovers at the next start."""
    for wish in (signal.SIGINT, signal.SIGQUIT):
        process.send_signal(wish)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        return
    process.kill()
    process.wait()


def stop_left_behind(cluster: Cluster) -> None:
    """Ends the PostgreSQL of a server of ours that was killed, and clears away what it left."""
    written = postmaster_file(cluster)
    if written is not None and _is_postmaster_of(written.pid, cluster):
        _end_other_process(written.pid, cluster)
    elif written is not None and _is_running(written.pid):
        # The number went to somebody else since, whom PostgreSQL would take for itself.
        cluster.postmaster_file.unlink(missing_ok=True)
    remove_socket_directory(cluster)


def _end_other_process(pid: int, cluster: Cluster) -> None:
    for wish in (signal.SIGINT, signal.SIGQUIT):
        deadline = time.monotonic() + STOP_SECONDS
        os.kill(pid, wish)
        while time.monotonic() < deadline:
            if not _is_postmaster_of(pid, cluster):
                return
            time.sleep(_POLL_SECONDS)
    raise EmbeddedPostgresError(f"A PostgreSQL of an earlier run (process {pid}) does not stop. Please end it.")


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_postmaster_of(pid: int, cluster: Cluster) -> bool:
    return _is_running(pid) and str(cluster.tables) in _command_line(pid)


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        pass
    if sys.platform == "linux":
        return ""
    listing = subprocess.run(  # noqa: S603 - macOS has no /proc
        ["/bin/ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return listing.stdout
