"""The files that people edit, read into typed values: facts, omissions, names, corrections, additions, usefulness, cues."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

HERE = Path(__file__).parent
Contents = TypeVar("Contents")


class Fact(msgspec.Struct, frozen=True):
    """One exercise as the facts file has it."""

    name: str
    category: str
    level: str
    mechanic: str | None
    force: str | None
    equipment: str | None
    primary_muscles: tuple[str, ...]
    secondary_muscles: tuple[str, ...]
    mentions: tuple[str, ...]


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the rules get wrong about an exercise. Lists are words with spaces between; None: it stands as derived."""

    primary: str | None = None
    secondary: str | None = None
    equipment: str | None = None
    pattern: str | None = None
    mechanic: str | None = None
    level: str | None = None
    traits: str | None = None
    stresses: str | None = None
    reason: str


class Addition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exercise that the facts file lacks, written out in full."""

    aliases: tuple[str, ...] = ()
    primary: str
    secondary: str = ""
    equipment: str = "BODY_WEIGHT"
    pattern: str
    mechanic: str = "COMPOUND"
    level: str = "NOVICE"
    traits: str = ""
    stresses: str = ""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Exercises that share a reason."""

    reason: str
    exercises: tuple[str, ...]


class LeftOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which facts do not become exercises."""

    categories: dict[str, str]
    kept: Group
    singly: tuple[Group, ...]
    same_as: dict[str, str]


class Usefulness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How readily a coach reaches for what; what is not named is used now and then."""

    staple: tuple[str, ...]
    common: tuple[str, ...]
    on_request: tuple[str, ...]


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """All that the catalogue is made from."""

    facts: tuple[Fact, ...]
    left_out: LeftOut
    names: dict[str, tuple[str, ...]]
    corrections: dict[str, Correction]
    additions: dict[str, Addition]
    usefulness: Usefulness
    cues: dict[str, tuple[str, ...]]
    """By the id without its kind: sentences on how to do the exercise."""


def read_sources() -> Sources:
    """Reads the files beside this one. Raises msgspec.ValidationError where one says something unheard of."""
    return Sources(
        facts=msgspec.json.decode((HERE / "exercise-facts.json").read_bytes(), type=tuple[Fact, ...]),
        left_out=_read("left_out.toml", LeftOut),
        names=_read("names.toml", dict[str, tuple[str, ...]]),
        corrections=_read("corrections.toml", dict[str, Correction]),
        additions=_read("additions.toml", dict[str, Addition]),
        usefulness=_read("usefulness.toml", Usefulness),
        cues=_read_cues(sorted((HERE / "cues").glob("*.toml"))),
    )


def _read_cues(files: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    """All files as one. Raises ValueError where two files speak of the same exercise: one of them would win by chance."""
    cues: dict[str, tuple[str, ...]] = {}
    for file in files:
        found = _read(f"cues/{file.name}", dict[str, tuple[str, ...]])
        if twice := sorted(cues.keys() & found.keys()):
            raise ValueError(f"cues/{file.name} repeats {', '.join(twice)}")
        cues |= found
    return cues


def _read(name: str, kind: type[Contents]) -> Contents:
    return msgspec.convert(tomllib.loads((HERE / name).read_text(encoding="utf-8")), type=kind)
