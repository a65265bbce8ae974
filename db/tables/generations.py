"""Generations: the row that subscriptions and queries read, while the durable work goes on beside it."""

from datetime import date, datetime

import msgspec
from sqlmodel import Field

from db.tables.base import Row, identifier, instant, owner, struct_json, word
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
    plan_id: PlanId | None = identifier("plan", nullable=True)
    failure: GenerationFailure | None = struct_json(GenerationFailure, nullable=True)
    requested_at: datetime = instant()
    started_at: datetime | None = instant(nullable=True)
    deadline_at: datetime | None = instant(nullable=True)
    finished_at: datetime | None = instant(nullable=True)
