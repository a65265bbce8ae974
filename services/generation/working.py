"""Puts a worker together from plain values, and has it work meanwhile."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.database import Database
from db.notifications import Board
from domain.clock import Clock, system_clock
from domain.exercise import Catalogue
from domain.profile import Tier
from services.feedback.safeguard import Safeguard
from services.generation.briefs import ModelBriefs, brief_by_rules
from services.generation.engine import SOLVER, RuleEngine
from services.generation.jobs import QueueLimits
from services.generation.work import GenerationWork
from services.generation.worker import Worker
from services.llm.access import ModelAccess
from services.playbook.embedders import Embedder
from services.playbook.reflecting import Reflections
from services.playbook.vectors import keeping_vectors
from services.warming import loading_soon

if TYPE_CHECKING:
    from services.accounts.supabase_users import SupabaseUsers  # brings an HTTP client

MOST_BUILDING = 64
"""Premium generations that are built, or wait for that, while others wait for the model: enough for all that it answers at once."""

MOST_WAITING = 1024
"""Premium generations at once over all processes: each waits for the model most of its time, and costs next to nothing then."""


@dataclass(frozen=True, kw_only=True)
class Workplace:
    """What a worker needs. `url` leads to PostgreSQL itself; `database` may lead through a pooler."""

    url: str
    database: Database
    board: Board
    catalogue: Catalogue
    model: ModelAccess | None
    falls_back: bool
    clock: Clock = system_clock
    embedder: Embedder | None = None
    users: "SupabaseUsers | None" = None


@asynccontextmanager
async def working(place: Workplace) -> AsyncIterator[None]:
    """Works on what is queued meanwhile."""
    engine = RuleEngine(place.catalogue)
    briefs = ModelBriefs(place.model, falls_back=place.falls_back) if place.model is not None else brief_by_rules
    generations = GenerationWork(place.database, engine, write_brief=briefs, board=place.board, clock=place.clock)
    safeguard = Safeguard(place.catalogue, place.clock)
    reflections = Reflections(place.database, safeguard, place.model, embedder=place.embedder)
    jobs = [generations.job(_limits(place.model)), reflections.job()]
    if place.users is not None:
        from services.accounts.removals import Removals  # as above

        jobs.append(Removals(place.database, place.users, clock=place.clock).job())
    worker = Worker(place.url, jobs, place.database)
    await worker.start()
    try:
        with loading_soon(SOLVER):
            async with keeping_vectors(place.database, place.catalogue, place.embedder):
                yield
    finally:
        await worker.stop()


def _limits(model: ModelAccess | None) -> Mapping[Tier, QueueLimits]:
    """With a model, premium generations spend their time waiting for it, each process as many as it may ask at once."""
    if model is None:
        return {}
    calls = model.model.client.concurrency
    return {Tier.PREMIUM: QueueLimits(each=calls + min(calls, MOST_BUILDING), overall=MOST_WAITING)}
