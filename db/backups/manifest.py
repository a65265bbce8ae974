"""The manifest beside a backup: what was in the database in the very moment of which the dump is."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from db.backups.facts import TABLE, Facts
from db.backups.failure import BackupFailed


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """`sha256` is the dump's, so that a file that was cut off or mixed up is told from a bad restore."""

    taken_at: datetime
    postgres: str
    roles: tuple[str, ...]
    sha256: str
    facts: Facts

    @property
    def tables(self) -> Sequence[str]:
        """What is said of each table: how many rows, and their checksum."""
        return [value for name, value in self.facts.items() if name.startswith(TABLE)]


def manifest_file(backup: Path) -> Path:
    return backup.with_name(f"{backup.name}.json")


def write_manifest(manifest: Manifest, file: Path) -> None:
    file.touch(mode=0o600)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1))


def read_manifest(backup: Path) -> Manifest:
    """Raises BackupFailed where it is missing, or the backup is not the one that it was written for."""
    file = manifest_file(backup)
    try:
        manifest = msgspec.json.decode(file.read_bytes(), type=Manifest)
        is_the_one = manifest.sha256 == sha256_of(backup)
    except FileNotFoundError as missing:
        raise BackupFailed(
            f"There is no {missing.filename}. A backup is two files: one, and one with .json after its name."
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise BackupFailed(f"{file} is not what `coachbook backup` wrote.") from None
    if not is_the_one:
        raise BackupFailed(
            f"{backup} is not the file that {file.name} was written for, or was changed or cut off since."
        )
    return manifest


def sha256_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
