"""Fifty at once with one key: one effect, and one answer for all fifty. For each mutation that takes a key, by the schema."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from string import Template

from graphql import GraphQLInputObjectType
from sqlalchemy import text

from db.database import Database
from domain.profile import Viewer
from schema import schema
from services.composition import Services
from tests import asking
from tests.database.everything import OF_AN_ATHLETE, uuid_of
from tests.graphql.conftest import Run

AT_ONCE = 50


@dataclass(frozen=True)
class Wish:
    """What is asked for fifty times: `$plan` stands for the plan's id, and `$days` for how those of its days begin."""

    asks: str
    answers: str
    adds: dict[str, int]
    """How many rows of which tables; all others have as many as before."""


WISHES = {
    "editPlan": Wish(
        'planId: "$plan", expectedVersion: 1, operations: [{makeRestDay: {dayId: "$days-20261127"}}]',
        "... on EditPlanSuccess { plan { id version } changes { description } }",
        {"plan_version": 1},
    ),
    "revertPlan": Wish(
        'planId: "$plan", expectedVersion: 2, toVersion: 1',
        "... on RevertPlanSuccess { plan { id version } }",
        {"plan_version": 1},
    ),
    "submitFeedback": Wish(
        'planId: "$plan", message: "make Friday a rest day, I dislike burpees"',
        "... on SubmitFeedbackSuccess { intent reply { id text } plan { version } lessonChanges { id } }",
        {"message": 2, "plan_version": 1, "lesson": 1, "lesson_change": 1},
    ),
    "addLesson": Wish(
        'text: "I like hills", rule: {kind: NOTE}',
        "... on AddLessonSuccess { lesson { id } playbook { version } }",
        {"lesson": 1, "lesson_change": 1},
    ),
    "logWorkout": Wish(
        'dayId: "$days-20261123", completion: DONE',
        "... on LogWorkoutSuccess { day { id log { id } } plan { version } }",
        {"workout_log": 1},
    ),
    "adaptPlan": Wish(
        'planId: "$plan"', "... on AdaptPlanSuccess { generation { id status version } }", {"generation": 1}
    ),
    "generatePlan": Wish(
        "weeks: 2", "... on GeneratePlanSuccess { generation { id status version } }", {"generation": 1}
    ),
}


def test_every_mutation_that_takes_a_key_is_tried() -> None:
    assert schema.core.mutation_type is not None
    inputs = {
        name: schema.core.get_type(f"{name[0].upper()}{name[1:]}Input") for name in schema.core.mutation_type.fields
    }
    fields = {name: set(kind.fields) for name, kind in inputs.items() if isinstance(kind, GraphQLInputObjectType)}
    keyed = {name for name, names in fields.items() if names & {"idempotencyKey", "clientId"}}
    assert keyed - {"deleteWorkoutLog"} == set(WISHES)


async def test_fifty_at_once_have_one_effect_and_one_answer(
    services: Services, viewer: Viewer, database: Database, run: Run, plan_id: str
) -> None:
    names = {"plan": plan_id, "days": plan_id.replace("plan", "day")}
    for name, wish in WISHES.items():
        key = "clientId" if name == "logWorkout" else "idempotencyKey"
        asks = Template(f'{key}: "key-of-{name}", {wish.asks}').substitute(names)
        document = f"mutation {{ {name}(input: {{{asks}}}) {{ __typename {wish.answers} }} }}"
        before = await _rows(database, viewer)

        asked = await asyncio.gather(*(asking.ask(document, services=services, viewer=viewer) for _ in range(AT_ONCE)))

        answers = [(one.errors, one.data) for one in asked]
        assert answers == [answers[0]] * AT_ONCE, name
        assert f"{name[0].upper()}{name[1:]}Success" in str(answers[0]), answers[0]
        assert await _rows(database, viewer) == before + Counter(wish.adds), name
        if "generation" in wish.adds:
            launched = await run("Launch")
            await run("CancelGeneration", input={"generationId": launched["viewer"]["latestGeneration"]["id"]})


async def _rows(database: Database, viewer: Viewer) -> Counter[str]:
    """How many each table has of this athlete; that there is an answer to a key is no effect of what it asked for."""
    tables = [table for table in OF_AN_ATHLETE if table not in ("athlete", "idempotency")]
    counted = (f"select '{table}', count(*) from {table} where athlete_id = :owner" for table in tables)
    async with database.engine.connect() as connection:
        found = await connection.execute(text(" union all ".join(counted)), {"owner": uuid_of(viewer)})
        return Counter({row[0]: row[1] for row in found})
