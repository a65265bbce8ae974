"""The most that variables may hold, where it costs most: found wrong, or taken in, with a bounded amount of work."""

from collections.abc import Mapping

import pytest

from tests.graphql import operations
from tests.graphql.conftest import CONSTRAINTS, PROFILE
from tests.graphql.door.door import Person
from tests.graphql.door.world import World
from tests.unit.web.test_documents import counted_calls

pytestmark = pytest.mark.asyncio(loop_scope="package")
MOST_CALLS = 850_000
"""Of functions, about 60 ms of work; what comes as one body was millions of them before there was a bound."""
MOST_ANSWER = 500_000
MANY = 2_900
LONG = "é\u0301" * 60_000


def profile(**constraints: object) -> dict[str, object]:
    return {**PROFILE, "constraints": {**CONSTRAINTS, **constraints}}


COSTLY: Mapping[str, tuple[str, dict[str, object]]] = {
    "ids": ("Refetch", {"ids": ["plan_" + "0" * 32] * MANY}),
    "ids of another type": ("Refetch", {"ids": [{}] * MANY}),
    "limitations": ("SaveProfile", profile(limitations=[{"kind": "KNEE"}] * (MANY // 2))),
    "equipment": ("SaveProfile", profile(equipment=["BENCH"] * MANY)),
    "lifts": (
        "SaveProfile",
        profile(knownLifts=[{"exerciseId": "exercise_plank", "weightKg": 1, "reps": 1}] * (MANY // 4)),
    ),
    "a goal": ("SaveProfile", {**PROFILE, "goal": LONG}),
    "answers": ("SaveAnswers", {"answers": [{"questionId": "x", "value": {"text": ""}}] * (MANY // 4)}),
    "an answer": ("SaveAnswers", {"answers": [{"questionId": "dislikes", "value": {"text": LONG}}]}),
    "operations": ("EditPlan", {"operations": [{"makeRestDay": {"dayId": "$day"}}] * (MANY // 3)}),
    "an order": ("EditPlan", {"operations": [{"reorderActivities": {"dayId": "$day", "activityIds": ["a"] * MANY}}]}),
    "sets": ("LogWorkout", {"sets": [{"setNumber": 1}] * (MANY // 2)}),
    "a note": ("LogWorkout", {"note": LONG}),
    "a message": ("SubmitFeedback", {"idempotencyKey": "costly-key", "planId": "$plan", "message": LONG}),
    "a key": ("SubmitFeedback", {"idempotencyKey": LONG, "planId": "$plan", "message": "Hi"}),
}
BESIDE: Mapping[str, dict[str, object]] = {
    "EditPlan": {"idempotencyKey": "costly-key", "planId": "$plan", "expectedVersion": 2},
    "LogWorkout": {"clientId": "costly-log", "dayId": "$day_today", "completion": "DONE"},
}


@pytest.mark.parametrize("name", COSTLY)
async def test_it_takes_a_bounded_amount_of_work_and_of_words(world: World, name: str) -> None:
    operation, asked = COSTLY[name]
    wanted = {**BESIDE.get(operation, {}), **asked}
    told = {name: _named(value, world.of_owner) for name, value in wanted.items()}
    variables = told if "ids" in told else {"input": told}
    before = await world.fingerprint()

    with counted_calls() as calls:
        response = await world.door.ask(operations.document(operation), by=Person.OWNER, **variables)

    assert "InvalidInput" in response.text or "BAD_USER_INPUT" in response.text
    assert calls.number < MOST_CALLS
    assert len(response.content) < MOST_ANSWER
    assert await world.fingerprint() == before


def _named(value: object, names: Mapping[str, str]) -> object:
    """With the owner's ids in the places of `$plan` and the like."""
    if isinstance(value, dict):
        return {key: _named(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_named(one, names) for one in value]
    return names[value[1:]] if isinstance(value, str) and value.startswith("$") else value
