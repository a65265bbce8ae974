"""Changing a plan by hand, by the app's own operations: exactly what was asked for, and nothing beside it."""

import datetime

import pytest

from domain.profile import Viewer
from tests.conftest import NOW
from tests.graphql.conftest import PROFILE, Answer, Run

MONDAY = NOW.date()
KEY = "an-edit-of-mine"


def days_of(plan: Answer) -> list[Answer]:
    return [day for week in plan["weeks"] for day in week["days"]]


def first_lift(plan: Answer) -> tuple[Answer, Answer]:
    """The first strength activity of the plan, and its day."""
    pairs = ((day, activity) for day in days_of(plan) for activity in day["activities"])
    return next((activity, day) for day, activity in pairs if "exercise" in activity)


@pytest.fixture
async def plan(run: Run, plan_id: str) -> Answer:
    return dict((await run("PlanFullById", id=plan_id))["plan"])


async def edit(run: Run, plan: Answer, *operations: Answer, key: str = KEY, version: int | None = None) -> Answer:
    wanted = {
        "idempotencyKey": key,
        "planId": plan["id"],
        "expectedVersion": version or plan["version"],
        "operations": operations,
    }
    return dict((await run("EditPlan", input=wanted))["editPlan"])


async def test_a_swap_changes_its_own_day_and_no_other(run: Run, plan: Answer) -> None:
    activity, day = first_lift(plan)
    edited = await edit(run, plan, {"swapExercise": {"activityId": activity["id"]}})
    changed = [old["date"] for old, new in zip(days_of(plan), days_of(edited["plan"]), strict=True) if old != new]
    assert changed == [day["date"]]
    assert [change["date"] for change in edited["changes"]] == [day["date"]]
    assert edited["plan"]["version"] == plan["version"] + 1


async def test_the_same_key_and_arguments_again_change_nothing_more(run: Run, plan: Answer) -> None:
    operation = {"removeActivity": {"activityId": first_lift(plan)[0]["id"]}}
    first = await edit(run, plan, operation)
    assert await edit(run, plan, operation) == first


async def test_a_key_that_was_used_for_another_edit_is_a_conflict(run: Run, plan: Answer) -> None:
    activity, day = first_lift(plan)
    await edit(run, plan, {"removeActivity": {"activityId": activity["id"]}})
    again = await edit(run, plan, {"makeRestDay": {"dayId": day["id"]}})
    assert again["__typename"] == "IdempotencyConflict"


async def test_an_edit_on_an_older_version_is_a_conflict_and_writes_nothing(run: Run, plan: Answer) -> None:
    _, day = first_lift(plan)
    await edit(run, plan, {"makeRestDay": {"dayId": day["id"]}})
    late = await edit(run, plan, {"makeRestDay": {"dayId": day["id"]}}, key="another-edit", version=plan["version"])
    now = (await run("PlanFullById", id=plan["id"]))["plan"]
    assert (late["__typename"], late["currentVersion"], now["version"]) == ("VersionConflict", 2, 2)


async def test_all_faults_of_all_operations_come_back_at_once_and_nothing_is_written(run: Run, plan: Answer) -> None:
    activity, _ = first_lift(plan)
    refused = await edit(
        run,
        plan,
        {"removeActivity": {"activityId": activity["id"]}},
        {"swapExercise": {"activityId": "activity_" + "0" * 32}},
        {"scaleVolume": {"target": {"weekNumber": 1}, "factor": 3.0}},
    )
    assert (await run("PlanFullById", id=plan["id"]))["plan"] == plan
    assert refused["__typename"] == "InvalidInput"
    assert [fault["path"][:3] for fault in refused["fields"]] == [
        ["operations", "1", "swapExercise"],
        ["operations", "2", "scaleVolume"],
    ]


async def test_a_change_that_breaks_a_hard_rule_is_refused_with_the_rule(run: Run, plan: Answer) -> None:
    constraints = {**dict(PROFILE["constraints"]), "limitations": [{"kind": "KNEE"}]}  # type: ignore[call-overload]  # JSON
    await run("SaveProfile", input={**PROFILE, "constraints": constraints})
    now = (await run("PlanFullById", id=plan["id"]))["plan"]
    _, day = first_lift(now)
    squat = {"addExercise": {"dayId": day["id"], "exerciseId": "exercise_goblet-squat"}}
    refused = await edit(run, now, squat)
    assert refused["__typename"] == "RuleViolation"
    assert "R07" in [violation["rule"] for violation in refused["violations"]]
    assert (await run("PlanFullById", id=plan["id"]))["plan"] == now


async def test_an_archived_plan_cannot_be_edited(run: Run, plan: Answer) -> None:
    _, day = first_lift(plan)
    archived = (await run("ArchivePlan", input={"planId": plan["id"]}))["archivePlan"]
    again = (await run("ArchivePlan", input={"planId": plan["id"]}))["archivePlan"]
    refused = await edit(run, plan, {"makeRestDay": {"dayId": day["id"]}})
    assert (archived["plan"]["state"], archived["athlete"]["planInReview"]) == ("ARCHIVED", None)
    assert again == archived
    assert refused["__typename"] == "PlanNotEditable"


async def test_going_back_restores_the_days_and_the_texts_as_a_new_version(run: Run, plan: Answer) -> None:
    _, day = first_lift(plan)
    edited = await edit(run, plan, {"makeRestDay": {"dayId": day["id"]}})
    wanted = {"idempotencyKey": KEY, "planId": plan["id"], "expectedVersion": 2, "toVersion": 1}
    back = (await run("RevertPlan", input=wanted))["revertPlan"]["plan"]
    again = (await run("RevertPlan", input=wanted))["revertPlan"]["plan"]
    assert edited["plan"]["weeks"] != plan["weeks"]
    assert (back["version"], back["weeks"], back["summary"]) == (3, plan["weeks"], plan["summary"])
    assert again == back


async def test_going_back_to_a_version_that_is_not_there_is_not_found(run: Run, plan: Answer) -> None:
    wanted = {"idempotencyKey": KEY, "planId": plan["id"], "expectedVersion": 1, "toVersion": 9}
    assert (await run("RevertPlan", input=wanted))["revertPlan"]["__typename"] == "NotFound"


async def test_versions_tell_why_each_came_to_be_newest_first(run: Run, plan: Answer) -> None:
    _, day = first_lift(plan)
    await edit(run, plan, {"makeRestDay": {"dayId": day["id"]}})
    versions = (await run("PlanVersions", id=plan["id"]))["plan"]["versions"]
    told = [(edge["node"]["version"], edge["node"]["reason"], edge["node"]["changes"]) for edge in versions["edges"]]
    weekday = datetime.date.fromisoformat(day["date"]).strftime("%A")
    assert told == [
        (2, "EDITED", [{"date": day["date"], "description": f"Made {weekday} a rest day"}]),
        (1, "GENERATED", []),
    ]


async def test_a_stranger_changes_nothing(run: Run, plan: Answer, other_viewer: Viewer) -> None:
    _, day = first_lift(plan)
    operations = [{"makeRestDay": {"dayId": day["id"]}}]
    wanted = {"idempotencyKey": KEY, "planId": plan["id"], "expectedVersion": 1}
    edited = await run("EditPlan", by=other_viewer, input={**wanted, "operations": operations})
    reverted = await run("RevertPlan", by=other_viewer, input={**wanted, "toVersion": 1})
    archived = await run("ArchivePlan", by=other_viewer, input={"planId": plan["id"]})
    names = [answer["__typename"] for found in (edited, reverted, archived) for answer in found.values()]
    assert names == ["NotFound", "NotFound", "NotFound"]
    assert (await run("PlanFullById", id=plan["id"]))["plan"] == plan
