"""The whole way of a person through a server of its own: over a real socket, with a real token, on a real PostgreSQL."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.graphql import operations
from tests.graphql.conftest import PROFILE
from tests.http.processes import run, serving

Answer = dict[str, Any]  # JSON, whose shape the operation says
GENERATION_SECONDS = 60


class App:
    """The mobile app: sends its own operations, and follows what it started."""

    def __init__(self, client: httpx2.Client) -> None:
        self._client = client

    def run(self, name: str, **variables: object) -> Answer:
        body = {"query": operations.document(name), "operationName": name, "variables": variables}
        response = self._client.post("/graphql", json=body)
        answer: Answer = response.json()
        assert (response.status_code, answer.get("errors")) == (200, None)
        (found,) = answer["data"].values()
        return dict(found)

    def new_plan(self, key: str) -> Answer:
        """Ask for a plan, wait until it is there, and read it."""
        generation = self.run("GeneratePlan", input={"idempotencyKey": key, "weeks": 2})["generation"]
        for _ in range(GENERATION_SECONDS * 10):
            if generation["finishedAt"]:
                break
            time.sleep(0.1)  # as the app does where it cannot subscribe
            generation = self.run("Generation", id=generation["id"])
        assert (generation["status"], generation["failure"]) == ("SUCCEEDED", None)
        return self.run("PlanFullById", id=generation["plan"]["id"])


@pytest.fixture
def app(tmp_path: Path, database_url: str) -> Iterator[App]:
    with serving(tmp_path, DATABASE_URL=database_url) as (_, address):
        token = run(tmp_path, "token", "ann").stdout.strip()
        with httpx2.Client(base_url=address, timeout=20, headers={"authorization": f"Bearer {token}"}) as client:
            yield App(client)


def exercises_of(plan: Answer) -> set[str]:
    activities = (activity for week in plan["weeks"] for day in week["days"] for activity in day["activities"])
    return {activity["exercise"]["id"] for activity in activities if "exercise" in activity}


def first_exercise(plan: Answer) -> Answer:
    activities = (activity for day in plan["weeks"][0]["days"] for activity in day["activities"])
    return next(dict(activity["exercise"]) for activity in activities if "exercise" in activity)


def test_from_a_profile_to_a_second_plan_that_keeps_what_was_learned_on_the_first(app: App) -> None:
    athlete = app.run("SaveProfile", input=PROFILE)["athlete"]
    assert athlete["onboarding"]["stage"] in {"QUESTIONS", "PLAN"}
    no_warning = {"questionId": "health_screen", "value": {"confirmation": {"isConfirmed": False}}}
    assert app.run("SaveAnswers", input={"answers": [no_warning]})["athlete"]["onboarding"]["stage"] == "PLAN"

    first = app.new_plan("the-first-plan")
    disliked = first_exercise(first)
    said = {"planId": first["id"], "message": f"I hate the {disliked['name']}.", "idempotencyKey": "a-message"}
    answer = app.run("SubmitFeedback", input=said)
    assert answer["intent"] == "CHANGE"
    assert disliked["id"] not in exercises_of(answer["plan"])
    (learned,) = answer["lessonChanges"]
    assert learned["lesson"]["rule"]["exercise"]["id"] == disliked["id"]

    accepted = app.run("AcceptPlan", input={"planId": first["id"], "expectedVersion": answer["plan"]["version"]})
    assert accepted["athlete"]["plan"]["id"] == first["id"]

    second = app.new_plan("the-second-plan")
    assert second["id"] != first["id"]
    assert disliked["id"] not in exercises_of(second)
    why = app.run("PlanWhy", id=second["id"])
    applied = {one["lesson"]["id"]: one["effect"] for one in why["appliedLessons"]}
    assert applied == {learned["lesson"]["id"]: "APPLIED"}
    assert [rule for rule in why["quality"]["rules"] if rule["isHard"] and rule["score"] < 1] == []
    launched = app.run("Launch")
    assert (launched["plan"]["id"], launched["planInReview"]["id"]) == (first["id"], second["id"])
