"""The schema over the real services and a real database."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol, cast

import pytest

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.ids import GenerationId
from domain.profile import Viewer
from domain.service import ServiceFacts
from services.accounts.tokens import Tokens
from services.composition import Allowances, Services, compose
from services.generation.work import GenerationWork
from tests import asking
from tests.built_once import BuiltOnce
from tests.graphql import operations

Answer = dict[str, Any]  # JSON, whose shape the operation says
CONSTRAINTS: Mapping[str, object] = {
    "focus": "MIXED",
    "trainingDays": ["MONDAY", "WEDNESDAY", "FRIDAY"],
    "sessionMinutes": 45,
    "equipment": ["BODY_WEIGHT", "DUMBBELL", "BENCH", "PULL_UP_BAR"],
    "sports": ["RUNNING"],
    "limitations": [],
    "knownLifts": [{"exerciseId": "exercise_dumbbell-bench-press", "weightKg": 40, "reps": 8}],
    "enduranceBaselines": [{"sport": "RUNNING", "weeklyMinutes": 90, "longestMinutes": 40}],
}
PROFILE: Mapping[str, object] = {
    "displayName": "Ann",
    "birthYear": 1990,
    "heightCm": 170,
    "weightKg": 65,
    "timeZone": "Europe/Amsterdam",
    "goal": "Feel strong and run 10 km.",
    "experience": "INTERMEDIATE",
    "constraints": CONSTRAINTS,
}
HEALTHY: Mapping[str, object] = {
    "answers": [{"questionId": "health_screen", "value": {"confirmation": {"isConfirmed": False}}}]
}


class Run(Protocol):
    """Runs one of the app's own operations without an error; as the viewer, unless told otherwise."""

    async def __call__(self, name: str, *, by: Viewer | None = None, **variables: object) -> Answer: ...


MakePlan = Callable[[], Awaitable[str]]
"""Asks for a plan of two weeks and does the worker's part too. Gives the plan's id."""


@pytest.fixture
def services(database: Database, clock: Clock, catalogue: Catalogue) -> Services:
    return compose(
        database=database,
        clock=clock,
        catalogue=catalogue,
        tokens=cast("Tokens", None),  # who asks is settled here before anything is asked
        allowances=Allowances(free_generations=3, premium_generations=5, messages=20),
        info=ServiceFacts(version="1.2.3", is_premium_enabled=False, catalogue_version=catalogue.version),
    )


@pytest.fixture
def run(services: Services, viewer: Viewer) -> Run:
    async def run_operation(name: str, *, by: Viewer | None = None, **variables: object) -> Answer:
        document = operations.document(name)
        asked = await asking.ask(document, services=services, viewer=by or viewer, variables=variables)
        assert asked.errors == []
        assert asked.data is not None
        return dict(asked.data)

    return run_operation


@pytest.fixture
def work(database: Database, catalogue: Catalogue, clock: Clock) -> GenerationWork:
    """The worker's part."""
    return GenerationWork(database, BuiltOnce(catalogue), clock=clock)


@pytest.fixture
def make_plan(run: Run, work: GenerationWork, viewer: Viewer) -> MakePlan:
    async def make() -> str:
        key = "key-" + str((await run("Heartbeat"))["viewer"]["revision"])
        started = (await run("GeneratePlan", input={"idempotencyKey": key.ljust(8, "-"), "weeks": 2}))["generatePlan"]
        generation_id = started["generation"]["id"]
        await work.run(viewer.athlete_id, GenerationId(generation_id))
        made: str = (await run("Generation", id=generation_id))["planGeneration"]["plan"]["id"]
        return made

    return make


@pytest.fixture
async def plan_id(run: Run, make_plan: MakePlan) -> str:
    """A plan under review, of a viewer who has told all that is needed."""
    await run("SaveProfile", input=PROFILE)
    await run("SaveAnswers", input=HEALTHY)
    return await make_plan()
