"""Generations: the row that subscriptions and queries read, while the durable work goes on beside it."""

from datetime import date, datetime

import msgspec
from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from db.tables.base import Row, belonging_to, identifier, instant, newest_of_an_athlete, owner, struct_json, word
from domain.generations import GenerationFailure, GenerationKind, GenerationStage, GenerationStatus
from domain.ids import AthleteId, GenerationId, PlanId
from domain.profile import Tier


class GenerationRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for. `plan_id` is the plan to adapt."""

    week_count: int
    start_date: date
    tier: Tier
    plan_id: PlanId | None = None


class GenerationRow(Row, table=True):
    """A generation as it stands. At most one of an athlete's is queued or running."""

    __tablename__ = "generation"
    __table_args__ = (
        newest_of_an_athlete("generation"),
        UniqueConstraint("athlete_id", "idempotency_key", name="generation_by_key"),
        Index(
            "generation_one_at_a_time",
            "athlete_id",
            unique=True,
            postgresql_where=text("status IN ('QUEUED', 'RUNNING')"),
        ),
        belonging_to("plan", of="generation"),
    )
    id: GenerationId = identifier("generation", primary_key=True)
    athlete_id: AthleteId = owner()
    idempotency_key: str
    request_hash: str
    kind: GenerationKind = word(GenerationKind)
    request: GenerationRequest = struct_json(GenerationRequest)
    status: GenerationStatus = word(GenerationStatus)
    stage: GenerationStage = word(GenerationStage)
    progress: float = 0.0
    version: int = Field(default=1)
    attempt: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """How often a worker took it up. Whoever works on it with an older number writes nothing any more."""
    plan_id: PlanId | None = identifier("plan", nullable=True)
    failure: GenerationFailure | None = struct_json(GenerationFailure, nullable=True)
    requested_at: datetime = instant()
    started_at: datetime | None = instant(nullable=True)
    deadline_at: datetime | None = instant(nullable=True)
    finished_at: datetime | None = instant(nullable=True)
