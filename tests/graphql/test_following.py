"""A plan in the making, followed by its athlete and by nobody else, and stopped."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from db.database import Database
from db.notifications import Board
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.ids import GenerationId
from domain.profile import Viewer
from domain.service import ServiceFacts
from services.composition import Allowances, Services, compose
from services.generation.work import GenerationWork
from tests import asking
from tests.asking import Asked
from tests.built_once import BuiltOnce
from tests.conftest import CountStatements
from tests.database.generation.asking import change
from tests.graphql import operations
from tests.graphql.conftest import HEALTHY, PROFILE, Run


@pytest.fixture
async def generation_id(run: Run) -> GenerationId:
    """Of a viewer who has told all that is needed."""
    await run("SaveProfile", input=PROFILE)
    await run("SaveAnswers", input=HEALTHY)
    started = await run("GeneratePlan", input={"idempotencyKey": "key-12345", "weeks": 1})
    return GenerationId(started["generatePlan"]["generation"]["id"])


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def services(database: Database, clock: Clock, catalogue: Catalogue, board: Board) -> Services:
    return compose(
        database=database,
        clock=clock,
        catalogue=catalogue,
        tokens=None,  # type: ignore[arg-type]  # who asks is settled here before anything is asked
        allowances=Allowances(free_generations=3, premium_generations=5, messages=20),
        info=ServiceFacts(version="1.2.3", is_premium_enabled=False, catalogue_version=catalogue.version),
        board=board,
    )


def follow(services: Services, viewer: Viewer, generation_id: str) -> AsyncGenerator[Asked, None]:
    document = operations.document("FollowGeneration")
    return asking.follow(document, services=services, viewer=viewer, variables={"id": generation_id})


def shown(asked: Asked) -> dict[str, object]:
    assert asked.errors == []
    assert asked.data is not None
    generation = asked.data["planGenerationChanges"]
    assert isinstance(generation, dict)
    return generation


async def test_each_state_comes_once_until_there_is_a_plan(
    services: Services,
    viewer: Viewer,
    generation_id: GenerationId,
    database: Database,
    catalogue: Catalogue,
    board: Board,
) -> None:
    states = follow(services, viewer, generation_id)
    seen = [shown(await anext(states))]

    async def step_by_step(name: str, step: object) -> str:
        """Looks after each step, as a follower does who is told of it."""
        outcome: str = await step()  # type: ignore[operator]
        board.post(generation_id)
        seen.append(shown(await anext(states)))
        return outcome

    await GenerationWork(database, BuiltOnce(catalogue)).run(viewer.athlete_id, generation_id, step_by_step)

    assert [asked async for asked in states] == []
    assert [(state["status"], state["stage"], state["progress"]) for state in seen] == [
        ("QUEUED", "WAITING", 0.0),
        ("RUNNING", "READING_PLAYBOOK", 0.1),
        ("RUNNING", "DRAFTING", 0.25),
        ("RUNNING", "BUILDING", 0.4),
        ("RUNNING", "CHECKING", 0.75),
        ("SUCCEEDED", "DONE", 1.0),
    ]
    assert seen[-1]["plan"] == {"id": f"plan_{generation_id.removeprefix('generation_')}", "version": 1}


async def test_what_has_finished_is_shown_once(
    run: Run, services: Services, viewer: Viewer, generation_id: GenerationId
) -> None:
    stopped = (await run("CancelGeneration", input={"generationId": generation_id}))["cancelGeneration"]["generation"]

    assert stopped["status"] == "CANCELLED"
    assert [shown(asked) async for asked in follow(services, viewer, generation_id)] == [stopped]


async def test_a_stranger_follows_and_stops_nothing(
    run: Run, services: Services, viewer: Viewer, other_viewer: Viewer, generation_id: GenerationId
) -> None:
    before = await run("Generation", id=generation_id)

    (refused,) = [asked async for asked in follow(services, other_viewer, generation_id)]
    stopped = await run("CancelGeneration", by=other_viewer, input={"generationId": generation_id})

    assert (refused.data, refused.codes) == (None, ["NOT_FOUND"])
    assert stopped["cancelGeneration"]["__typename"] == "NotFound"
    assert await run("Generation", id=generation_id) == before


@pytest.mark.parametrize("wanted", ["generation_00000000000000000000000000000000", "plan_x", "", "x" * 500])
async def test_what_is_not_there_is_not_found(services: Services, viewer: Viewer, wanted: str) -> None:
    (refused,) = [asked async for asked in follow(services, viewer, wanted)]

    assert (refused.data, refused.codes) == (None, ["NOT_FOUND"])


async def test_a_state_takes_two_statements(
    services: Services, viewer: Viewer, generation_id: GenerationId, count_statements: CountStatements
) -> None:
    states = follow(services, viewer, generation_id)
    with count_statements() as statements:
        await anext(states)
    await states.aclose()
    assert len(statements) == 2


async def test_all_who_follow_the_same_are_told_from_one_read(
    services: Services,
    viewer: Viewer,
    generation_id: GenerationId,
    database: Database,
    board: Board,
    count_statements: CountStatements,
) -> None:
    followers = [follow(services, viewer, generation_id) for _ in range(5)]
    for states in followers:
        await anext(states)
    waiting = [asyncio.create_task(anext(states)) for states in followers]
    await change(database, "update generation set version = version + 1, progress = 0.5")

    with count_statements() as statements:
        board.post(generation_id)
        told = await asyncio.gather(*waiting)

    assert [shown(asked)["progress"] for asked in told] == [0.5] * 5
    assert len(statements) == 2
    for states in followers:
        await states.aclose()


async def test_the_quota_is_whole_again_after_stopping(run: Run, generation_id: GenerationId) -> None:
    assert (await run("Launch"))["viewer"]["entitlement"]["generationsRemaining"] == 2

    await run("CancelGeneration", input={"generationId": generation_id})

    assert (await run("Launch"))["viewer"]["entitlement"]["generationsRemaining"] == 3
