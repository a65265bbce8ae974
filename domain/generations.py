"""A plan generation: a piece of work that goes on when the app is closed."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from domain.ids import AthleteId, GenerationId, PlanId
from domain.plan import RuleOutcome


class GenerationKind(StrEnum):
    """What a generation makes."""

    NEW_PLAN = "NEW_PLAN"
    ADAPTATION = "ADAPTATION"


class GenerationStatus(StrEnum):
    """How a generation stands."""

    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


FINAL_STATUSES = frozenset({GenerationStatus.SUCCEEDED, GenerationStatus.FAILED, GenerationStatus.CANCELLED})


class GenerationStage(StrEnum):
    """What is being done now."""

    WAITING = "WAITING"
    READING_PLAYBOOK = "READING_PLAYBOOK"
    DRAFTING = "DRAFTING"
    BUILDING = "BUILDING"
    CHECKING = "CHECKING"
    SAVING = "SAVING"
    DONE = "DONE"


class GenerationFailureReason(StrEnum):
    """Why a generation failed."""

    IMPOSSIBLE_CONSTRAINTS = "IMPOSSIBLE_CONSTRAINTS"
    MODEL_UNAVAILABLE = "MODEL_UNAVAILABLE"
    DEADLINE_EXCEEDED = "DEADLINE_EXCEEDED"
    INTERNAL = "INTERNAL"


class GenerationFailure(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no plan, for the person. `rules` are those that stand against each other."""

    reason: GenerationFailureReason
    message: str
    is_retryable: bool
    rules: tuple[RuleOutcome, ...] = ()


class ImpossiblePlan(Exception):
    """No plan can keep all that must hold. `rules` are those that stand against each other; their findings say what to relax."""

    def __init__(self, message: str, rules: Sequence[RuleOutcome]) -> None:
        self.rules = tuple(rules)
        super().__init__(message)


class Generation(msgspec.Struct, frozen=True, kw_only=True):
    """A generation as it stands; `progress` from 0 to 1."""

    id: GenerationId
    athlete_id: AthleteId
    kind: GenerationKind
    status: GenerationStatus
    stage: GenerationStage
    progress: float
    version: int
    plan_id: PlanId | None = None
    failure: GenerationFailure | None = None
    requested_at: datetime
    finished_at: datetime | None = None
