"""Steps that fail: again where that may help, but not for ever, and not at all where it cannot."""

from collections import Counter

import pytest

from db.database import Database
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.generations import GenerationFailureReason, GenerationStatus
from domain.ids import PlanId
from domain.plan import PlanDocument
from services.generation import worker
from services.generation.generations import Generations
from services.generation.work import GenerationWork
from services.onboarding.profiles import Profiles
from tests.conftest import viewer_called
from tests.database.generation.asking import start
from tests.database.generation.conftest import PROFILE, RestEngine
from tests.database.generation.workers import done, until, working

TRIES = 8


class FalteringEngine(RestEngine):
    """Fails to build a plan of so many weeks in its own way."""

    def __init__(self) -> None:
        super().__init__()
        self.tries = Counter[int]()

    def build(self, basis: PlanBasis, *, plan_id: PlanId, brief: Brief) -> PlanDocument:
        self.tries[basis.week_count] += 1
        match basis.week_count:
            case 1 if self.tries[1] < TRIES:
                raise ConnectionError("comes back in the end")
            case 2:
                raise ConnectionError("stays away")
            case 3:
                raise ValueError("is our fault")
        return super().build(basis, plan_id=plan_id, brief=brief)


async def test_what_may_pass_is_tried_again_for_a_while_and_what_cannot_is_not(
    database: Database,
    database_url: str,
    generations: Generations,
    profiles: Profiles,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "_STEP_WAIT_SECONDS", 0.001)
    athletes = {weeks: viewer_called(f"athlete-{weeks}") for weeks in (1, 2, 3)}
    asked = {}
    for weeks, athlete in athletes.items():
        await profiles.save(athlete, PROFILE)
        asked[weeks] = await start(generations, athlete, weeks=weeks)
    engine = FalteringEngine()

    async with working(database, database_url, GenerationWork(database, engine).job({})):
        for generation in asked.values():
            await until(done(database, generation))

    ended = [await generations.generation(one.athlete_id, one.id) for one in asked.values()]
    outcomes = [(one.status, one.failure and one.failure.reason) for one in ended if one is not None]
    failed = (GenerationStatus.FAILED, GenerationFailureReason.INTERNAL)
    assert outcomes == [(GenerationStatus.SUCCEEDED, None), failed, failed]
    assert engine.tries == {1: TRIES, 2: TRIES, 3: 1}
