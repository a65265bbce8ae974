"""Athletes: the account, the profile, clearances, the keys of requests that were answered, and what stays of deleted accounts."""

from datetime import datetime

from sqlalchemy import DateTime, Index
from sqlmodel import Field

from db.tables.base import Row, identifier, instant, owner, struct_json, word
from domain.constraints import GivenConstraints
from domain.ids import AthleteId
from domain.profile import Gender, UnitSystem
from domain.terms import ExperienceLevel, LimitationKind


class AthleteRow(Row, table=True):
    """An account. Made at the athlete's first change; until then everything about them is empty."""

    __tablename__ = "athlete"
    id: AthleteId = identifier("athlete", primary_key=True)
    issuer: str
    subject: str
    revision: int = 0
    """Raised by triggers at every change to anything under the athlete."""
    playbook_version: int = 0
    playbook_updated_at: datetime = instant()
    basis_fingerprint: str = ""
    """Of all that plans are built from: a plan made from another one is outdated."""
    created_at: datetime = instant()


class ProfileRow(Row, table=True):
    """What the athlete said of themselves; `given` are the constraints set by an app's own forms."""

    __tablename__ = "profile"
    athlete_id: AthleteId = owner(primary_key=True)
    display_name: str
    birth_year: int
    gender: Gender = word(Gender)
    height_cm: float
    weight_kg: float
    unit_system: UnitSystem = word(UnitSystem)
    time_zone: str
    goal: str
    experience: ExperienceLevel = word(ExperienceLevel)
    given: GivenConstraints = struct_json(GivenConstraints)
    given_at: dict[str, datetime] = struct_json(dict[str, datetime])
    """When each field of `given` last changed, by its name: later facts win over earlier ones."""
    created_at: datetime = instant()
    updated_at: datetime = instant()


class ClearanceRow(Row, table=True):
    """A doctor's clearance that the athlete confirmed, in force until they say the limitation anew: then the row goes."""

    __tablename__ = "clearance"
    athlete_id: AthleteId = owner(primary_key=True)
    limitation: LimitationKind = word(LimitationKind, primary_key=True)
    note: str | None = None
    cleared_at: datetime = instant()


class IdempotencyRow(Row, table=True):
    """A request that was answered: the same key and arguments again get the same answer."""

    __tablename__ = "idempotency"
    athlete_id: AthleteId = owner(primary_key=True)
    operation: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    request_hash: str
    answer: bytes
    """In the words of the service that answered."""
    created_at: datetime = instant()


class DeletedAccountRow(Row, table=True):
    """What stays of an account that was deleted, for as long as its tokens may be good. The id is a hash of issuer and subject."""

    __tablename__ = "deleted_account"
    __table_args__ = (Index("deleted_account_by_time", "deleted_at"),)
    athlete_id: AthleteId = identifier("athlete", primary_key=True)
    deleted_at: datetime = instant()
    kept_until: datetime = Field(sa_type=DateTime(timezone=True))
    user_to_remove: str | None = None
    """Whom the service that signs people in still knows; null once it does not, or where it need not be told."""
