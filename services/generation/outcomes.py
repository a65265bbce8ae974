"""What each step of a generation hands on: recorded as JSON."""

import msgspec

from db.tables.generations import GenerationRequest
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.generations import GenerationFailure
from domain.ids import PlanId
from domain.plan import PlanChange, PlanDocument
from services.generation.adapting import PlanToAdapt


class Over(msgspec.Struct, frozen=True, tag="over"):
    """There is nothing more to do: it was cancelled, ended by somebody else, or ran past its deadline."""


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """It cannot succeed."""

    failure: GenerationFailure


class BasisRead(msgspec.Struct, frozen=True, tag="read"):
    """What the plan is made from, the fingerprint that this had then, and for an adaptation the plan to go on from."""

    basis: PlanBasis
    fingerprint: str
    request: GenerationRequest
    to_adapt: PlanToAdapt | None = None


class BriefWritten(msgspec.Struct, frozen=True, tag="brief"):
    brief: Brief


class Built(msgspec.Struct, frozen=True, tag="built"):
    """A plan, and what an adaptation changed in it."""

    document: PlanDocument
    changes: tuple[PlanChange, ...] = ()


class Saved(msgspec.Struct, frozen=True, tag="saved"):
    plan_id: PlanId


class Outrun(msgspec.Struct, frozen=True, tag="outrun"):
    """The plan to adapt is another one by now: it all begins again from that."""
