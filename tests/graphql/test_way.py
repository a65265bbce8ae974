"""The way of a person, by the app's own operations: from a profile to a plan to train by."""

from domain.ids import sibling_id
from domain.profile import Viewer
from tests.graphql.conftest import HEALTHY, PROFILE, MakePlan, Run


async def test_before_a_profile_there_is_nothing_but_the_next_thing_to_do(run: Run, viewer: Viewer) -> None:
    launched = (await run("Launch"))["viewer"]
    assert launched["id"] == viewer.athlete_id
    assert launched["onboarding"] == {
        "id": sibling_id("onboarding", viewer.athlete_id),
        "stage": "PROFILE",
        "questions": None,
    }
    for absent in ("profile", "plan", "planInReview", "latestGeneration"):
        assert launched[absent] is None
    assert await run("Questions") == {"initialQuestions": None}


async def test_a_profile_and_answers_lead_to_a_plan_and_its_acceptance_to_training(
    run: Run, make_plan: MakePlan
) -> None:
    saved = (await run("SaveProfile", input=PROFILE))["saveProfile"]["athlete"]
    assert saved["profile"]["displayName"] == "Ann"
    assert saved["profile"]["constraints"]["knownLifts"] == [
        {
            "exercise": {"id": "exercise_dumbbell-bench-press", "name": "Dumbbell Bench Press"},
            "weightKg": 40.0,
            "reps": 8,
        }
    ]
    answered = (await run("SaveAnswers", input=HEALTHY))["saveAnswers"]["athlete"]
    assert answered["onboarding"]["stage"] == "PLAN"
    assert answered["onboarding"]["questions"]["answers"] == [
        {
            "questionId": "health_screen",
            "choices": None,
            "number": None,
            "text": None,
            "confirmation": {"isConfirmed": False, "details": None},
        }
    ]
    assert answered["revision"] > saved["revision"]

    plan_id = await make_plan()
    in_review = (await run("Launch"))["viewer"]
    assert (in_review["onboarding"]["stage"], in_review["plan"]) == ("REVIEW", None)
    assert in_review["planInReview"]["id"] == plan_id
    assert in_review["latestGeneration"]["plan"] == {"id": plan_id, "version": 1}
    assert in_review["entitlement"]["generationsRemaining"] == 2

    accepted = (await run("AcceptPlan", input={"planId": plan_id, "expectedVersion": 1}))["acceptPlan"]
    assert (accepted["plan"]["id"], accepted["plan"]["state"]) == (plan_id, "ACCEPTED")
    assert accepted["athlete"]["onboarding"]["stage"] == "TRAINING"
    assert (accepted["athlete"]["plan"]["id"], accepted["athlete"]["planInReview"]) == (plan_id, None)


async def test_a_plan_is_whole(run: Run, plan_id: str) -> None:
    plan = (await run("PlanFullById", id=plan_id))["plan"]
    days = [day for week in plan["weeks"] for day in week["days"]]
    assert [len(week["days"]) for week in plan["weeks"]] == [7, 7]
    assert (days[0]["date"], days[-1]["date"]) == ("2026-11-23", "2026-12-06")
    assert {day["isEditable"] for day in days} == {True}
    assert {day["weekday"] for day in days if day["activities"]} <= {"MONDAY", "WEDNESDAY", "FRIDAY"}
    why = (await run("PlanWhy", id=plan_id))["plan"]
    assert why["quality"]["score"] > 0
    assert {rule["score"] for rule in why["quality"]["rules"] if rule["isHard"]} == {1.0}
    screen = (await run("DayScreen", id=days[0]["id"]))["node"]
    assert screen == days[0]


async def test_the_calendar_shows_the_plan_to_train_by(run: Run, plan_id: str) -> None:
    before = (await run("TrainingHome", start="2026-11-23", end="2026-11-29"))["viewer"]
    assert (before["plan"], before["calendar"]) == (None, [])
    await run("AcceptPlan", input={"planId": plan_id, "expectedVersion": 1})
    week = (await run("PlanFullById", id=plan_id))["plan"]["weeks"][0]["days"]
    after = (await run("TrainingHome", start="2026-11-22", end="2026-11-29"))["viewer"]
    assert (after["plan"]["id"], after["calendar"]) == (plan_id, week)


async def test_a_version_that_is_not_the_current_one_is_a_conflict(run: Run, plan_id: str) -> None:
    refused = (await run("AcceptPlan", input={"planId": plan_id, "expectedVersion": 7}))["acceptPlan"]
    assert (refused["__typename"], refused["currentVersion"]) == ("VersionConflict", 1)
    assert (await run("Launch"))["viewer"]["planInReview"]["id"] == plan_id


async def test_a_plan_needs_a_profile_and_the_answers_that_are_required(run: Run) -> None:
    wish = {"idempotencyKey": "key-12345"}
    assert (await run("GeneratePlan", input=wish))["generatePlan"]["__typename"] == "ProfileMissing"
    await run("SaveProfile", input={**PROFILE, "constraints": None})
    missing = (await run("GeneratePlan", input=wish))["generatePlan"]
    assert missing["__typename"] == "AnswersMissing"
    questions = (await run("Questions"))["initialQuestions"]
    assert questions["isComplete"] is False
    assert missing["questionIds"] == [one["id"] for one in questions["questions"] if one["isRequired"]]
    assert (await run("Launch"))["viewer"]["latestGeneration"] is None


async def test_the_same_key_gives_the_same_generation_and_another_wish_is_a_conflict(run: Run, plan_id: str) -> None:
    wish = {"idempotencyKey": "key-54321", "weeks": 3}
    first = (await run("GeneratePlan", input=wish))["generatePlan"]["generation"]
    assert (await run("GeneratePlan", input=wish))["generatePlan"]["generation"] == first
    conflict = (await run("GeneratePlan", input={**wish, "weeks": 5}))["generatePlan"]
    assert conflict["__typename"] == "IdempotencyConflict"
    another = (await run("GeneratePlan", input={"idempotencyKey": "key-67890"}))["generatePlan"]
    assert (another["__typename"], another["generation"]["id"]) == ("GenerationInProgress", first["id"])
    assert (await run("PlanFullById", id=plan_id))["plan"]["state"] == "IN_REVIEW"


async def test_all_that_is_wrong_with_a_profile_comes_back_at_once_and_nothing_is_written(run: Run) -> None:
    before = await run("Launch")
    wrong = {
        **PROFILE,
        "displayName": "A",
        "heightCm": 20,
        "timeZone": "Mars/Olympus",
        "constraints": {"sessionMinutes": 500, "knownLifts": [{"exerciseId": "exercise_x", "weightKg": 1, "reps": 1}]},
    }
    refused = (await run("SaveProfile", input=wrong))["saveProfile"]
    assert refused["__typename"] == "InvalidInput"
    assert sorted(fault["path"] for fault in refused["fields"]) == [
        ["constraints", "knownLifts", "0", "exerciseId"],
        ["constraints", "sessionMinutes"],
        ["displayName"],
        ["heightCm"],
        ["timeZone"],
    ]
    assert await run("Launch") == before
