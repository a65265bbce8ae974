"""What the tables share: their base, an owner that deletes with the athlete, words, ids, structs and instants as columns."""

from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Enum, ForeignKey, ForeignKeyConstraint, UniqueConstraint, func
from sqlmodel import Field, SQLModel

from db.tables.columns import Identifier, StructJson


class Row(SQLModel):
    """A row. It never takes input: SQLModel does not validate in table models."""

    model_config = {"arbitrary_types_allowed": True}


def owner(*, primary_key: bool = False) -> Any:
    """The athlete whose row this is, which row-level security compares. Every table has an index that begins with it."""
    return Field(
        primary_key=primary_key,
        sa_type=Identifier("athlete"),
        sa_column_args=(ForeignKey("athlete.id", ondelete="CASCADE"),),
    )


def newest_of_an_athlete(table: str) -> UniqueConstraint:
    """Ids are ordered by time, so that this index gives an athlete's newest rows; it is also what `belonging_to` refers to."""
    return UniqueConstraint("athlete_id", "id", name=f"{table}_of_athlete")


def belonging_to(parent: str, *, of: str) -> ForeignKeyConstraint:
    """The parent is the same athlete's. Looked at when the transaction commits, so that rows may be written in any order."""
    return ForeignKeyConstraint(
        ["athlete_id", f"{parent}_id"],
        [f"{parent}.athlete_id", f"{parent}.id"],
        name=f"{of}_{parent}_of_same_athlete",
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    )


def identifier(kind: str, *, primary_key: bool = False, nullable: bool = False, index: bool = False) -> Any:
    """Ids of this kind."""
    sa_type = Identifier(kind)
    return Field(primary_key=primary_key, nullable=nullable, index=index, sa_type=sa_type)


def word(kind: type[StrEnum], *, primary_key: bool = False, nullable: bool = False) -> Any:
    """One of these words, stored as text, with a CHECK behind it."""
    sa_type = Enum(kind, native_enum=False, create_constraint=True, length=40, name=kind.__name__)
    return Field(primary_key=primary_key, nullable=nullable, sa_type=sa_type)


def struct_json(kind: Any, *, nullable: bool = False) -> Any:
    """This struct as JSON."""
    return Field(nullable=nullable, sa_type=StructJson(kind))


def instant(*, nullable: bool = False) -> Any:
    """An instant with time zone. Where it may not be null, the database's clock fills it."""
    default = {} if nullable else {"server_default": func.now()}
    return Field(default=None, nullable=nullable, sa_type=DateTime(timezone=True), sa_column_kwargs=default)
