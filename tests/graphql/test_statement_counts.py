"""How many SQL statements each of the app's own reads takes, exactly: one more is a mistake or a decision."""

import pytest

from tests.conftest import CountStatements
from tests.graphql.conftest import Run

OPENING = 1
"""A transaction opens with one statement; what is read at the same time is read in the same one."""
COUNTS = {
    "Service": 0,
    "Launch": OPENING + 11,
    "Heartbeat": OPENING + 1,
    "ResumeQuestions": OPENING + 3,
    "Questions": OPENING + 2,
    "Generation": 2 * (OPENING + 1),
    "PlanFullById": 2 * OPENING + 4,
    "PlanWhy": OPENING + 1,
    "Plans": OPENING + 1,
    "PlanVersions": 2 * (OPENING + 1),
    "TrainingHome": 2 * OPENING + 6,
    "DayScreen": 2 * OPENING + 4,
    "Workouts": OPENING + 1,
    "Insights": OPENING + 5,
    "Conversation": OPENING + 1,
    "ExerciseDetail": OPENING + 1,
    "ExerciseSearch": 0,
    "PlaybookScreen": OPENING + 1,
    "PlaybookHistory": 2 * (OPENING + 1),
    "RetiredLessons": 2 * (OPENING + 1),
    "Settings": OPENING + 2,
    "Refetch": 3 * (OPENING + 1),
}


async def test_each_read_takes_exactly_so_many_statements(
    run: Run, plan_id: str, count_statements: CountStatements
) -> None:
    await run("AcceptPlan", input={"planId": plan_id, "expectedVersion": 1})
    day_id = (await run("PlanFullById", id=plan_id))["plan"]["weeks"][0]["days"][0]["id"]
    generation_id = (await run("Launch"))["viewer"]["latestGeneration"]["id"]
    variables: dict[str, dict[str, object]] = {
        "Generation": {"id": generation_id},
        "PlanFullById": {"id": plan_id},
        "PlanWhy": {"id": plan_id},
        "PlanVersions": {"id": plan_id},
        "TrainingHome": {"start": "2026-11-23", "end": "2026-12-06"},
        "DayScreen": {"id": day_id},
        "ExerciseDetail": {"id": "exercise_dumbbell-bench-press"},
        "ExerciseSearch": {"search": "row"},
        "Refetch": {"ids": [plan_id, day_id, generation_id, "exercise_dumbbell-bench-press"]},
    }
    counted: dict[str, int] = {}
    for name in COUNTS:
        with count_statements() as statements:
            await run(name, **variables.get(name, {}))  # type: ignore[arg-type]  # none of them is called `by`
        counted[name] = len(statements)
    assert counted == COUNTS


@pytest.mark.parametrize("kind", ["plan", "day", "lesson", "generation", "message", "workout"])
async def test_a_hundred_ids_of_a_kind_are_one_question(run: Run, count_statements: CountStatements, kind: str) -> None:
    ending = "-20261123" if kind == "day" else ""
    ids = [f"{kind}_{number:032x}{ending}" for number in range(100)]

    with count_statements() as statements:
        found = await run("Refetch", ids=ids)

    assert found == {"nodes": [None] * 100}
    assert len(statements) == OPENING + 1
