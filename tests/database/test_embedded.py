"""The embedded PostgreSQL: found again, never shared, gone with its owner, and out of everybody's way."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from db.embedded import EmbeddedPostgres, EmbeddedPostgresError, binaries, location
from tests.databases import roomy_memory

ONLY_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user's PostgreSQL runs as that user")
ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
OWNER = """
import sys, time
from pathlib import Path
from db.embedded import EmbeddedPostgres, postmaster
if sys.argv[2] == "orphan":
    postmaster._ending_with_its_parent = lambda: None
server = EmbeddedPostgres(Path(sys.argv[1]), durable=False)
server.start()
print(server.process_id, flush=True)
time.sleep(60)
"""


@contextmanager
def _open_folder() -> Iterator[Path]:
    """Everybody may walk through it, as through any folder but a closed home."""
    with tempfile.TemporaryDirectory(prefix="coachbook-tests-", dir=roomy_memory()) as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture(scope="module")
def made_before() -> Iterator[Path]:
    """Where a server has been made, started and stopped: making one takes a second."""
    with _open_folder() as folder:
        with EmbeddedPostgres(folder, durable=False):
            pass
        yield folder


@pytest.fixture
def empty_folder() -> Iterator[Path]:
    with _open_folder() as folder:
        yield folder


@pytest.fixture
def data_directory(empty_folder: Path, made_before: Path) -> Path:
    """One in which a server was made."""
    _copy(made_before, empty_folder)
    return empty_folder


def _copy(made_before: Path, to: Path) -> None:
    to.mkdir(mode=0o711, exist_ok=True)
    subprocess.run(["cp", "-a", made_before / "postgres", to], check=True)


def _ask(url: str, statement: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(statement)
        row = cursor.fetchone() if cursor.description else None
        return None if row is None else row[0]


def _is_running(pid: int) -> bool:
    """One that has ended, but whose parent has not looked yet, does not count: it has no command line any more."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    command_line = Path(f"/proc/{pid}/cmdline")
    return not command_line.exists() or command_line.read_bytes() != b""


def test_what_was_stored_is_there_after_a_restart(data_directory: Path) -> None:
    with EmbeddedPostgres(data_directory, durable=False) as server:
        _ask(server.url, "create table kept as select 42 as answer")

    with EmbeddedPostgres(data_directory, durable=False) as server:
        assert _ask(server.url, "select answer from kept") == 42


def test_after_stopping_nothing_of_it_runs_and_its_socket_is_gone(data_directory: Path) -> None:
    server = EmbeddedPostgres(data_directory, durable=False)
    socket_directory = Path(server.start().partition("host=")[2])
    pid = server.process_id
    assert pid is not None
    assert socket_directory.exists()

    server.stop()

    assert not _is_running(pid)
    assert not socket_directory.exists()
    assert (server.url, server.process_id) == ("", None)
    server.stop()


def test_a_second_server_on_the_same_folder_is_refused_and_the_first_goes_on(data_directory: Path) -> None:
    with EmbeddedPostgres(data_directory, durable=False) as server:
        with pytest.raises(EmbeddedPostgresError, match="Another server is using"):
            EmbeddedPostgres(data_directory).start()
        assert _ask(server.url, "select 1") == 1


def test_two_folders_have_two_databases_side_by_side(empty_folder: Path, made_before: Path) -> None:
    _copy(made_before, empty_folder / "one")
    with (
        EmbeddedPostgres(empty_folder / "one", durable=False) as one,
        EmbeddedPostgres(empty_folder / "two", durable=False) as two,
    ):
        _ask(one.url, "create table only_here ()")
        assert _ask(two.url, "select to_regclass('only_here')") is None


@pytest.mark.parametrize("kind", ["child", "orphan"])
def test_after_its_owner_was_killed_the_next_start_finds_everything_in_order(data_directory: Path, kind: str) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(data_directory), kind], stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    pid = int(next(line for line in owner.stdout if line.strip().isdigit()))
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    owner.stdout.close()

    with EmbeddedPostgres(data_directory, durable=False) as server:
        assert _ask(server.url, "select 1") == 1
        assert server.process_id != pid
        assert not _is_running(pid)


def test_after_postgres_itself_was_killed_it_starts_again(data_directory: Path) -> None:
    server = EmbeddedPostgres(data_directory, durable=False)
    server.start()
    assert server.process_id is not None
    os.kill(server.process_id, signal.SIGKILL)
    server.stop()

    with EmbeddedPostgres(data_directory, durable=False) as again:
        assert _ask(again.url, "select 1") == 1


def test_a_first_start_that_was_broken_off_is_begun_anew(data_directory: Path) -> None:
    (data_directory / "postgres" / "data").rename(data_directory / "postgres" / "unfinished")

    with EmbeddedPostgres(data_directory, durable=False) as server:
        assert _ask(server.url, "select 1") == 1


def test_a_database_of_another_version_is_left_alone(data_directory: Path) -> None:
    (data_directory / "postgres" / "data" / "PG_VERSION").write_text("12\n")

    with pytest.raises(EmbeddedPostgresError, match="made by PostgreSQL 12"):
        EmbeddedPostgres(data_directory).start()


def test_nobody_gets_in_without_the_password(data_directory: Path) -> None:
    with EmbeddedPostgres(data_directory, durable=False) as server:
        password = server.url.split(":")[2].partition("@")[0]
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            _ask(server.url.replace(password, "guessed"), "select 1")
        assert _ask(server.url, "show listen_addresses") == ""
        assert (data_directory / "postgres" / "password").stat().st_mode & 0o077 == 0


@ONLY_LINUX
def test_postgres_sees_no_secret_of_ours(data_directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPABASE_JWT_SECRET", "canary")
    with EmbeddedPostgres(data_directory, durable=False) as server:
        assert b"canary" not in Path(f"/proc/{server.process_id}/environ").read_bytes()


@ONLY_ROOT
def test_in_a_closed_home_of_root_its_files_lie_elsewhere_and_a_pointer_says_where(
    empty_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(location, "OUTSIDE", empty_folder / "outside")
    tmp_path.chmod(0o700)

    for _ in range(2):
        with EmbeddedPostgres(tmp_path, durable=False) as server:
            assert _ask(server.url, "select 1") == 1

    pointed_at = Path((tmp_path / "postgres.location").read_text().strip())
    assert list((empty_folder / "outside").iterdir()) == [pointed_at]
    assert [path.name for path in tmp_path.iterdir()] == ["postgres.location"]


@ONLY_ROOT
def test_programs_that_only_root_can_reach_are_copied_once(
    data_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(binaries, "OUTSIDE", data_directory / "outside")
    monkeypatch.setattr(binaries, "is_open_to_all", lambda _path: False)

    for _ in range(2):
        with EmbeddedPostgres(data_directory, durable=False) as server:
            assert _ask(server.url, "select 1") == 1
            program = str(Path(f"/proc/{server.process_id}/exe").readlink())
            assert program.startswith(str(data_directory / "outside" / "programs-"))
    assert len(list((data_directory / "outside").iterdir())) == 1


def test_without_any_postgres_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "_PACKAGE", "not_installed_here")
    monkeypatch.setattr(binaries, "_DEBIAN", Path("/nowhere"))
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(EmbeddedPostgresError, match="set DATABASE_URL"):
        binaries.postgres_programs(None)
