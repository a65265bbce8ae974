"""Four weeks of an athlete's life with the app, over a real socket; the clocks go back on the third Sunday."""

import datetime
from pathlib import Path
from typing import cast

from tests.graphql.conftest import HEALTHY, PROFILE
from tests.http.life.served import Answer, App, Now, living
from tests.http.life.workouts import tonnage, workout

FIRST = datetime.date(2026, 10, 5)
"""A Monday. Summer time ends on 25 October."""
KNEE_STRESSES = {"KNEE_FLEXION_LOADED", "KNEE_IMPACT"}


def date_of(week: int, weekday: int) -> datetime.date:
    return FIRST + datetime.timedelta(weeks=week - 1, days=weekday)


def day_on(plan: Answer, date: datetime.date) -> Answer:
    return next(day for week in plan["weeks"] for day in week["days"] if day["date"] == date.isoformat())


def lifts(days: list[Answer]) -> list[Answer]:
    return [one for day in days for one in day["activities"] if "exercise" in one]


def days_from(plan: Answer, date: datetime.date) -> list[Answer]:
    return [day for week in plan["weeks"] for day in week["days"] if day["date"] >= date.isoformat()]


async def test_an_athlete_is_served_from_the_first_question_to_the_second_plan(
    tmp_path: Path, database_url: str
) -> None:
    now = Now(datetime.datetime.now(datetime.UTC))
    now.put(FIRST, 7)
    async with living(tmp_path, database_url, now) as app:
        plan_id = await onboarded_and_reviewed(app)
        first_week = await trained_as_planned_late_and_twice(app, now)
        second_week = await hurt(app, now, plan_id)
        third_week = await adapted_after_a_missed_session(app, now, plan_id)
        fourth_week = await trained_across_the_end_of_summer_time(app, now, plan_id)
        await looked_back(app, now, [first_week, second_week, third_week, fourth_week])
        await planned_again_and_completed(app, now, plan_id)


async def onboarded_and_reviewed(app: App) -> str:
    told = {name: value for name, value in cast("Answer", PROFILE["constraints"]).items() if name != "limitations"}
    saved = await app.run("SaveProfile", input={**PROFILE, "constraints": told})
    assert saved["athlete"]["onboarding"]["stage"] == "QUESTIONS"
    asked = await app.run("Questions")
    assert [one["id"] for one in asked["questions"] if one["isRequired"]] == [
        "health_screen",
        "health_conditions",
        "limitations",
    ]
    assert (await app.run("SaveAnswers", input=HEALTHY))["athlete"]["onboarding"]["stage"] == "QUESTIONS"
    nothing = {"choices": ["NONE"]}
    rest = [{"questionId": one, "value": nothing} for one in ("health_conditions", "limitations")]
    assert (await app.run("SaveAnswers", input={"answers": rest}))["athlete"]["onboarding"]["stage"] == "PLAN"

    plan = await app.made(await app.run("GeneratePlan", input={"idempotencyKey": "the-first-plan", "weeks": 6}))
    assert (plan["state"], plan["version"], plan["startDate"]) == ("IN_REVIEW", 1, "2026-10-05")

    asked = {"planId": plan["id"], "idempotencyKey": "a-question", "message": "What does RPE mean?"}
    answer = await app.run("SubmitFeedback", input=asked)
    assert (answer["intent"], answer["plan"]["version"], answer["changes"]) == ("QUESTION", 1, [])

    (swapped, *_) = lifts(plan["weeks"][0]["days"])
    edit = {
        "idempotencyKey": "the-first-edit",
        "planId": plan["id"],
        "expectedVersion": 1,
        "operations": [{"swapExercise": {"activityId": swapped["id"], "everywhere": True}}],
    }
    edited = await app.run("EditPlan", input=edit)
    assert edited["plan"]["version"] == 2
    assert swapped["exercise"]["id"] not in {one["exercise"]["id"] for one in lifts(days_from(edited["plan"], FIRST))}
    assert (await app.run("EditPlan", input=edit))["plan"]["version"] == 2
    back = {"idempotencyKey": "the-way-back", "planId": plan["id"], "expectedVersion": 2, "toVersion": 1}
    reverted = (await app.run("RevertPlan", input=back))["plan"]
    assert (reverted["version"], reverted["weeks"]) == (3, plan["weeks"])

    accepted = await app.run("AcceptPlan", input={"planId": plan["id"], "expectedVersion": 3})
    assert (accepted["plan"]["state"], accepted["athlete"]["plan"]["id"]) == ("ACCEPTED", plan["id"])
    return str(plan["id"])


async def trained_as_planned_late_and_twice(app: App, now: Now) -> float:
    plan = (await app.run("Launch"))["plan"]
    full = await app.run("PlanFullById", id=plan["id"])
    monday, wednesday, friday = (workout(day_on(full, date_of(1, weekday))) for weekday in (0, 2, 4))
    now.put(date_of(1, 0), 19)
    logged = await app.run("LogWorkout", input=monday)
    assert (logged["day"]["log"]["clientId"], logged["day"]["isEditable"]) == (monday["clientId"], False)
    assert logged["plan"]["version"] == 3

    now.put(date_of(1, 5), 9)  # the phone was off: Friday's log comes before Wednesday's, and Wednesday's twice
    for late in (friday, wednesday, wednesday):
        assert (await app.run("LogWorkout", input=late))["day"]["log"]["revision"] == 1
    corrected = await app.run("LogWorkout", input={**wednesday, "revision": 2, "note": "The last set was heavy."})
    assert corrected["day"]["log"]["note"] == "The last set was heavy."
    refused = await app.run("LogWorkout", input={**friday, "clientId": "another-phone"})
    assert (refused["__typename"], refused["log"]["clientId"]) == ("DayAlreadyLogged", friday["clientId"])
    page = await app.run("Workouts")
    assert [edge["node"]["date"] for edge in page["workouts"]["edges"]] == ["2026-10-09", "2026-10-07", "2026-10-05"]
    return sum(tonnage(one) for one in (monday, wednesday, friday))


async def hurt(app: App, now: Now, plan_id: str) -> float:
    plan = await app.run("PlanFullById", id=plan_id)
    monday = workout(day_on(plan, date_of(2, 0)))
    now.put(date_of(2, 0), 19)
    await app.run("LogWorkout", input=monday)
    wednesday = workout(day_on(plan, date_of(2, 2)), pain={"area": "KNEE", "severity": 5})
    now.put(date_of(2, 2), 19)
    answer = await app.run("LogWorkout", input=wednesday)
    assert [(one["lesson"]["rule"]["limitation"], one["lesson"]["isHard"]) for one in answer["lessonChanges"]] == [
        ("KNEE", True)
    ]
    spared = await app.run("PlanFullById", id=plan_id)
    ahead = days_from(spared, date_of(2, 3))
    stresses = {one["exercise"]["id"]: await stresses_of(app, one["exercise"]["id"]) for one in lifts(ahead)}
    assert {name for name, found in stresses.items() if found & KNEE_STRESSES} == set()
    newest = (await app.run("PlanVersions", id=plan_id))["versions"]["edges"][0]["node"]
    assert (newest["version"], newest["reason"]) == (answer["plan"]["version"], "SAFETY")
    assert newest["changes"] == answer["changes"] != []
    friday = workout(day_on(spared, date_of(2, 4)))
    now.put(date_of(2, 4), 19)
    await app.run("LogWorkout", input=friday)
    return sum(tonnage(one) for one in (monday, wednesday, friday))


async def stresses_of(app: App, exercise_id: str) -> set[str]:
    return set((await app.run("ExerciseDetail", id=exercise_id))["stresses"])


async def adapted_after_a_missed_session(app: App, now: Now, plan_id: str) -> float:
    plan = await app.run("PlanFullById", id=plan_id)
    monday, friday = (workout(day_on(plan, date_of(3, weekday)), rpe_above=1.0) for weekday in (0, 4))
    for done, weekday in ((monday, 0), (friday, 4)):
        now.put(date_of(3, weekday), 19)
        await app.run("LogWorkout", input=done)
    missed = {"clientId": "missed-session", "dayId": day_on(plan, date_of(3, 2))["id"], "completion": "SKIPPED"}
    await app.run("LogWorkout", input=missed)

    now.put(date_of(3, 6), 10)
    before = await app.run("PlanFullById", id=plan_id)
    adaptation = {"idempotencyKey": "an-adaptation", "planId": plan_id}
    started = await app.run("AdaptPlan", input=adaptation)
    assert started["generation"]["kind"] == "ADAPTATION"
    adapted = await app.made(started)
    assert (adapted["id"], adapted["state"], adapted["version"]) == (plan_id, "ACCEPTED", before["version"] + 1)
    assert adapted["weeks"][:3] == before["weeks"][:3]
    assert adapted["weeks"][3:] != before["weeks"][3:]
    assert (await app.run("AdaptPlan", input=adaptation))["generation"]["id"] == started["generation"]["id"]
    newest = (await app.run("PlanVersions", id=plan_id))["versions"]["edges"][0]["node"]
    assert (newest["reason"], newest["changes"] != []) == ("ADAPTED", True)
    return tonnage(monday) + tonnage(friday)


async def trained_across_the_end_of_summer_time(app: App, now: Now, plan_id: str) -> float:
    plan = await app.run("PlanFullById", id=plan_id)
    done = []
    for weekday in (0, 2, 4):
        now.put(date_of(4, weekday), 23)
        done.append(workout(day_on(plan, date_of(4, weekday))))
        assert (await app.run("LogWorkout", input=done[-1]))["day"]["log"]["date"] == date_of(4, weekday).isoformat()
    return sum(tonnage(one) for one in done)


async def looked_back(app: App, now: Now, lifted: list[float]) -> None:
    now.put(date_of(4, 6), 20)
    insights = (await app.run("Insights", weeks=4))["insights"]
    assert [(week["startDate"], week["sessionsDone"], week["sessionsPlanned"]) for week in insights["weeks"]] == [
        ("2026-10-05", 3, 3),
        ("2026-10-12", 3, 3),
        ("2026-10-19", 2, 3),
        ("2026-10-26", 3, 3),
    ]
    assert [week["tonnageKg"] for week in insights["weeks"]] == [round(kilograms, 1) for kilograms in lifted]
    assert insights["streakWeeks"] == 4
    assert round(insights["adherence"], 3) == round(11 / 12, 3)
    assert insights["summary"]
    assert insights["topExercises"]


async def planned_again_and_completed(app: App, now: Now, plan_id: str) -> None:
    started = await app.run("GeneratePlan", input={"idempotencyKey": "the-second-plan", "weeks": 4})
    second = await app.made(started)
    loaded = [one for one in lifts(second["weeks"][0]["days"]) if "DUMBBELL" in one["exercise"]["equipment"]]
    assert [one["exercise"]["name"] for one in loaded if any(planned["loadKg"] for planned in one["sets"])] != []
    stresses = {
        one["exercise"]["id"]: await stresses_of(app, one["exercise"]["id"]) for one in lifts(days_from(second, FIRST))
    }
    assert {name for name, found in stresses.items() if found & KNEE_STRESSES} == set()

    accepted = await app.run("AcceptPlan", input={"planId": second["id"], "expectedVersion": 1})
    assert accepted["athlete"]["plan"]["id"] == second["id"]
    assert (await app.run("PlanFullById", id=plan_id))["state"] == "ARCHIVED"

    now.put(date_of(9, 0), 8)  # the second plan began on the fifth Monday
    assert (await app.run("PlanFullById", id=second["id"]))["state"] == "COMPLETED"
    assert (await app.run("Launch"))["plan"] is None
