"""What is read by compiled queries is what graphql-core answers, byte for byte, on everything that an athlete has."""

from random import Random
from typing import Any

import orjson
import pytest
from graphql import OperationType, get_operation_ast, parse

from domain.profile import Viewer
from resolvers.context import Context
from schema import schema
from schema.compiled.documents import CompiledDocument
from schema.errors import present
from services.composition import Services
from tests.conftest import CountStatements
from tests.drawn_queries import VARIABLES, drawn_queries
from tests.graphql import operations
from tests.graphql.conftest import Run

Variables = dict[str, object]
DRAWN = 25
READS = [
    name
    for name in operations.names()
    if (operation := get_operation_ast(parse(operations.document(name)))) and operation.operation is OperationType.QUERY
]
EXERCISE = "exercise_dumbbell-bench-press"
NOT_ANSWERED: dict[str, Variables] = {
    "{ viewer { plans(first: 101) { edges { cursor } } id } }": {},
    '{ viewer { plans(after: "nowhere") { edges { cursor } } } service { version } }': {},
    "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }": {"ids": ["x"] * 101},
    "query ($start: Date!) { viewer { calendar(start: $start, end: $start) { id } } }": {"start": "someday"},
    "query ($start: Date!, $end: Date!) { viewer { calendar(start: $start, end: $end) { id } } }": {
        "start": "2026-11-23",
        "end": "2027-11-23",
    },
    '{ playbook(athleteId: "athlete_00000000000000000000000000000001") { id } service { version } }': {},
}


@pytest.fixture
async def variables(run: Run, plan_id: str) -> dict[str, Variables]:
    """What to give to each of the app's reads, after a plan, a workout, lessons and a talk."""
    await run("AcceptPlan", input={"planId": plan_id, "expectedVersion": 1})
    days = (await run("PlanFullById", id=plan_id))["plan"]["weeks"][0]["days"]
    (activity, *_) = (one for one in days[0]["activities"] if "exercise" in one)
    sets = [{"activityId": activity["id"], "setNumber": 1, "reps": 8, "loadKg": 20.5, "rpe": 7.5}]
    logged = {"clientId": "workout-1", "dayId": days[0]["id"], "completion": "DONE", "sessionRpe": 7, "sets": sets}
    await run("LogWorkout", input=logged)
    for number, text in enumerate(("Sleeps badly.", "Works night shifts.", "No bench press.")):
        rule = {"kind": "NOTE"} if number < 2 else {"kind": "AVOID_EXERCISE", "exerciseId": EXERCISE}
        taught = await run("AddLesson", input={"idempotencyKey": f"key-0000{number}", "text": text, "rule": rule})
    await run("RetireLesson", input={"lessonId": taught["addLesson"]["lesson"]["id"]})
    await run("SubmitFeedback", input={"idempotencyKey": "key-talk1", "planId": plan_id, "message": "Why squats?"})
    generation_id = (await run("Launch"))["viewer"]["latestGeneration"]["id"]
    return {
        "Generation": {"id": generation_id},
        "PlanFullById": {"id": plan_id},
        "PlanWhy": {"id": plan_id},
        "PlanVersions": {"id": plan_id},
        "TrainingHome": {"start": "2026-11-23", "end": "2026-12-06"},
        "DayScreen": {"id": days[0]["id"]},
        "ExerciseDetail": {"id": EXERCISE},
        "ExerciseSearch": {"search": "row"},
        "Refetch": {"ids": [plan_id, days[0]["id"], generation_id, EXERCISE, "exercise_none"]},
    }


class Asking:
    """Asks both ways, each in a request of its own."""

    def __init__(self, services: Services, viewer: Viewer | None) -> None:
        self._services = services
        self._viewer = viewer

    def context(self) -> Context:
        return Context(services=self._services, viewer=self._viewer, request_id="request-1")

    async def compiled(self, text: str, variables: Variables) -> bytes | None:
        data = await self._document(text).data(None, variables, self.context())
        return None if data is None else orjson.dumps(data)

    async def answer(self, text: str, variables: Variables) -> bytes:
        """As the endpoint asks."""
        document = self._document(text)
        return _sent(await schema.answer(document, operation_name=None, variables=variables, context=self.context()))

    async def by_core(self, text: str, variables: Variables) -> bytes:
        return _sent(await schema.execute(text, variable_values=variables, context_value=self.context()))

    def _document(self, text: str) -> CompiledDocument:
        return CompiledDocument(schema.core, text, parse(text))


def _sent(result: Any) -> bytes:
    return orjson.dumps([result.data, [present(error, "request-1") for error in result.errors or []]])


async def test_the_apps_own_reads_are_compiled_and_answer_the_same(
    variables: dict[str, Variables], services: Services, viewer: Viewer
) -> None:
    asking = Asking(services, viewer)
    for name in READS:
        text, given = operations.document(name), variables.get(name, {})
        compiled = await asking.compiled(text, given)
        assert compiled is not None, name
        assert b"[%s,[]]" % compiled == await asking.by_core(text, given), name


async def test_drawn_queries_answer_the_same_with_as_many_statements(
    variables: dict[str, Variables], services: Services, viewer: Viewer, count_statements: CountStatements
) -> None:
    ids = ", ".join(f'"{one}"' for one in variables["Refetch"]["ids"])  # type: ignore[attr-defined]  # a list
    arguments = {
        "plan": "",
        "node": f'(id: "{variables["DayScreen"]["id"]}")',
        "nodes": f"(ids: [{ids}])",
        "calendar": '(start: "2026-11-23", end: "2026-11-27")',
        "exercise": "",
    }
    asking, queries = Asking(services, viewer), drawn_queries(schema.core, Random(2026), arguments=arguments)
    for text in (next(queries) for _ in range(DRAWN)):
        answer = await asking.by_core(text, dict(VARIABLES))  # insights are kept from here on
        with count_statements() as compiled:
            assert await asking.answer(text, dict(VARIABLES)) == answer, text
        with count_statements() as by_core:
            assert await asking.by_core(text, dict(VARIABLES)) == answer, text
        assert len(compiled) == len(by_core), text


@pytest.mark.parametrize("text", NOT_ANSWERED)
async def test_errors_are_the_same(text: str, services: Services, viewer: Viewer) -> None:
    asking = Asking(services, viewer)
    assert await asking.compiled(text, NOT_ANSWERED[text]) is None
    assert await asking.answer(text, NOT_ANSWERED[text]) == await asking.by_core(text, NOT_ANSWERED[text])


async def test_who_is_not_signed_in_is_told_the_same(services: Services) -> None:
    asking = Asking(services, None)
    for name in ("Launch", "Plans", "PlaybookScreen"):
        assert await asking.answer(operations.document(name), {}) == await asking.by_core(operations.document(name), {})
