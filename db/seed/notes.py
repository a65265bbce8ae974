"""Reads the notes of the knowledge base from db/seed/knowledge, for the migration that seeds them."""

import tomllib

import msgspec

from db.seed.sources import HERE
from domain.knowledge import KnowledgeNote

FOLDER = HERE / "knowledge"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    note: list[KnowledgeNote]


def read_notes() -> tuple[KnowledgeNote, ...]:
    """All notes, each with its text in one line. Raises msgspec.ValidationError for a file that is not as it should be."""
    found: list[KnowledgeNote] = []
    for path in sorted(FOLDER.glob("*.toml")):
        written = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
        found.extend(msgspec.structs.replace(note, text=" ".join(note.text.split())) for note in written.note)
    return tuple(found)
