"""Adapting a plan by the app's own operations: what was trained, and what the weeks ahead become."""

import datetime

import pytest
from sqlalchemy import text

from db.database import Database
from domain.ids import GenerationId
from domain.profile import Viewer
from services.generation.jobs import Step
from services.generation.work import GenerationWork
from tests.conftest import NOW, CountStatements
from tests.graphql.conftest import Answer, MakePlan, Run

KEY = "adapt-it-1"


class MovingClock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
async def accepted(run: Run, plan_id: str) -> Answer:
    """A plan of two weeks that is trained by from today on."""
    await run("AcceptPlan", input={"planId": plan_id, "expectedVersion": 1})
    return dict((await run("PlanFullById", id=plan_id))["plan"])


async def adapt(run: Run, work: GenerationWork, viewer: Viewer, plan_id: str) -> Answer:
    """Asks, does the worker's part too, and gives the plan."""
    wanted = {"idempotencyKey": KEY, "planId": plan_id}
    asked = (await run("AdaptPlan", input=wanted))["adaptPlan"]["generation"]
    assert (asked["kind"], asked["status"]) == ("ADAPTATION", "QUEUED")
    await work.run(viewer.athlete_id, GenerationId(asked["id"]))
    ended = (await run("Generation", id=asked["id"]))["planGeneration"]
    assert (ended["status"], ended["plan"]["id"]) == ("SUCCEEDED", plan_id)
    return dict((await run("PlanFullById", id=plan_id))["plan"])


def loads_of(week: Answer, exercise: str) -> list[float]:
    activities = [one for day in week["days"] for one in day["activities"] if "exercise" in one]
    mine = (one for one in activities if one["exercise"]["id"] == exercise)
    return [one["loadKg"] for activity in mine for one in activity["sets"] if one["kind"] == "WORKING"]


async def log_week(run: Run, week: Answer, clock: MovingClock, *, times: float, rpe: float) -> None:
    """All of it done, each evening, with loads so many times the planned ones."""
    for day in week["days"]:
        if not any("exercise" in one for one in day["activities"]):
            continue
        clock.now = datetime.datetime.fromisoformat(f"{day['date']}T20:00+01:00")
        sets = [
            {
                "activityId": activity["id"],
                "setNumber": number,
                "reps": one["reps"],
                "loadKg": one["loadKg"] and one["loadKg"] * times,
                "rpe": rpe,
            }
            for activity in day["activities"]
            if "exercise" in activity
            for number, one in enumerate(activity["sets"], start=1)
        ]
        wanted = {"clientId": f"log-{day['date']}", "dayId": day["id"], "completion": "DONE", "sets": sets}
        logged = (await run("LogWorkout", input=wanted))["logWorkout"]
        assert logged["day"]["log"]["sets"] != []


async def stored_week(database: Database, version: int) -> str:
    """The first week of this version, as it is stored."""
    wanted = text(f"select (document -> 'weeks' -> 0)::text from plan_version where number = {version}")
    async with database.engine.connect() as connection:
        week: str = await connection.scalar(wanted)
        return week


BENCH = "exercise_dumbbell-bench-press"


async def test_weeks_ahead_follow_from_what_was_lifted_and_begun_ones_stay_to_the_byte(
    run: Run, work: GenerationWork, viewer: Viewer, accepted: Answer, clock: MovingClock, database: Database
) -> None:
    await log_week(run, accepted["weeks"][0], clock, times=1.2, rpe=6)

    plan = await adapt(run, work, viewer, accepted["id"])

    assert (plan["version"], plan["state"], plan["isOutdated"]) == (2, "ACCEPTED", False)
    assert max(loads_of(plan["weeks"][1], BENCH)) > max(loads_of(accepted["weeks"][1], BENCH))
    assert await stored_week(database, 1) == await stored_week(database, 2)
    version = (await run("PlanVersions", id=plan["id"]))["plan"]["versions"]["edges"][0]["node"]
    assert (version["version"], version["reason"]) == (2, "ADAPTED")
    assert "Dumbbell Bench Press at" in version["changes"][-1]["description"]
    assert version["changes"][-1]["description"].startswith("Week 2: ")


async def test_a_new_plan_goes_on_from_the_last_ones_loads_and_logs_make_no_plan_outdated(
    run: Run, make_plan: MakePlan, accepted: Answer, clock: MovingClock
) -> None:
    await log_week(run, accepted["weeks"][0], clock, times=1.2, rpe=6)
    assert (await run("PlanFullById", id=accepted["id"]))["plan"]["isOutdated"] is False

    second = (await run("PlanFullById", id=await make_plan()))["plan"]

    assert (second["startDate"], second["isOutdated"]) == ("2026-11-30", False)
    assert max(loads_of(second["weeks"][0], BENCH)) > max(loads_of(accepted["weeks"][0], BENCH))
    lift = next(one for day in second["weeks"][0]["days"] for one in day["activities"] if "exercise" in one)
    edit = {"removeActivity": {"activityId": lift["id"]}}
    wanted = {"idempotencyKey": KEY, "planId": second["id"], "expectedVersion": 1, "operations": [edit]}
    assert (await run("EditPlan", input=wanted))["editPlan"]["plan"]["version"] == 2


async def test_an_edit_that_comes_while_the_plan_is_adapted_is_kept(
    run: Run, work: GenerationWork, viewer: Viewer, accepted: Answer
) -> None:
    wednesday = accepted["weeks"][0]["days"][2]
    edit = {"idempotencyKey": KEY, "planId": accepted["id"], "expectedVersion": 1}
    asked = (await run("AdaptPlan", input={"idempotencyKey": KEY, "planId": accepted["id"]}))["adaptPlan"]
    done: list[str] = []

    async def edited_while_it_is_checked(name: str, step: Step) -> str:
        done.append(name)
        if done == ["read", "brief", "build", "check"]:
            operations = [{"makeRestDay": {"dayId": wednesday["id"]}}]
            assert (await run("EditPlan", input={**edit, "operations": operations}))["editPlan"]["plan"]["version"] == 2
        return await step()

    await work.run(viewer.athlete_id, GenerationId(asked["generation"]["id"]), edited_while_it_is_checked)

    plan = (await run("PlanFullById", id=accepted["id"]))["plan"]
    assert done == ["read", "brief", "build", "check", "save"] * 2
    assert (plan["version"], plan["weeks"][0]["days"][2]["kind"]) == (3, "REST")
    assert wednesday["kind"] != "REST"


async def test_an_adaptation_brings_an_outdated_plan_up_to_date(
    run: Run, work: GenerationWork, viewer: Viewer, accepted: Answer
) -> None:
    lesson = {"kind": "AVOID_EXERCISE", "exerciseId": BENCH}
    await run("AddLesson", input={"idempotencyKey": KEY, "text": "No bench press.", "rule": lesson})
    assert (await run("PlanFullById", id=accepted["id"]))["plan"]["isOutdated"]

    plan = await adapt(run, work, viewer, accepted["id"])

    assert loads_of(accepted["weeks"][1], BENCH) != []
    assert loads_of(plan["weeks"][1], BENCH) == []
    assert plan["isOutdated"] is False


async def test_asking_takes_so_many_statements_and_a_stranger_gets_nothing(
    run: Run, accepted: Answer, other_viewer: Viewer, count_statements: CountStatements
) -> None:
    wanted = {"idempotencyKey": KEY, "planId": accepted["id"]}
    refused = (await run("AdaptPlan", by=other_viewer, input=wanted))["adaptPlan"]
    with count_statements() as statements:
        asked = (await run("AdaptPlan", input=wanted))["adaptPlan"]
    again = (await run("AdaptPlan", input={**wanted, "idempotencyKey": "another-key"}))["adaptPlan"]

    assert refused["__typename"] == "NotFound"
    assert len(statements) == 10
    assert (again["__typename"], again["generation"]["id"]) == ("GenerationInProgress", asked["generation"]["id"])
