"""What the migrations' tables have in common, said once. Frozen: a released migration must go on meaning the same."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql


def identifier(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def athlete() -> sa.Column[object]:
    return sa.Column("athlete_id", sa.Uuid(), sa.ForeignKey("athlete.id", ondelete="CASCADE"), nullable=False)


def words(name: str, *, nullable: bool = False, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable, server_default=default)


def whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def number(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Float(), nullable=False)


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def struct(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, postgresql.JSONB(), nullable=nullable)


def instant(name: str, *, nullable: bool = False) -> sa.Column[object]:
    default = None if nullable else sa.text("now()")
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, server_default=default)


def one_of(name: str, kind: str, values: str, *, nullable: bool = False) -> sa.Column[str]:
    """One of these words, held by a CHECK that is named after their kind."""
    shape = sa.Enum(*values.split(), name=kind, native_enum=False, create_constraint=True, length=40)
    return sa.Column(name, shape, nullable=nullable)


def newest_of_an_athlete(table: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint("athlete_id", "id", name=f"{table}_of_athlete")


def belonging_to(parent: str, *, of: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["athlete_id", f"{parent}_id"],
        [f"{parent}.athlete_id", f"{parent}.id"],
        name=f"{of}_{parent}_of_same_athlete",
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    )


def within(column: str, lowest: float, highest: float) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} BETWEEN {lowest} AND {highest}", name=f"{column}_within_bounds")


def at_least(column: str, lowest: int) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} >= {lowest}", name=f"{column}_within_bounds")


def length(column: str, shortest: int, longest: int) -> sa.CheckConstraint:
    """In characters."""
    return sa.CheckConstraint(f"char_length({column}) BETWEEN {shortest} AND {longest}", name=f"{column}_length")
