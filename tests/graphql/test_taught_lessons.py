"""Lessons that are taught by hand while there is a plan: what is firm changes the days ahead at once, the rest the next plan."""

import pytest

from db.database import Database
from domain.profile import Viewer
from services.playbook.rebuilding import Rebuilt, rebuild_playbook
from tests.graphql.conftest import Answer, Run
from tests.graphql.test_new_limitations import exercises_of


def lesson(rule: dict[str, object], *, is_hard: bool = True, key: str = "key-00001") -> Answer:
    return {"idempotencyKey": key, "text": "So it is.", "rule": rule, "isHard": is_hard}


async def plan_of(run: Run, plan_id: str) -> Answer:
    plan: Answer = (await run("PlanFullById", id=plan_id))["plan"]
    return plan


def sports_of(plan: Answer) -> set[str]:
    activities = [one for week in plan["weeks"] for day in week["days"] for one in day["activities"]]
    return {one["sport"] for one in activities if "sport" in one}


def minutes_on(plan: Answer, weekday: str) -> list[float]:
    return [d["estimatedMinutes"] for week in plan["weeks"] for d in week["days"] if d["weekday"] == weekday]


async def test_a_hard_dislike_takes_an_exercise_out_of_the_days_ahead(run: Run, plan_id: str) -> None:
    before = await plan_of(run, plan_id)
    exercise_id = exercises_of(before)[0]

    added = await run("AddLesson", input=lesson({"kind": "AVOID_EXERCISE", "exerciseId": exercise_id}))

    after = await plan_of(run, plan_id)
    assert added["addLesson"]["lesson"]["isHard"] is True
    assert added["addLesson"]["playbook"]["version"] == 1
    assert exercise_id not in exercises_of(after)
    assert (after["version"], after["isOutdated"]) == (before["version"] + 1, False)


async def test_a_soft_dislike_leaves_the_days_and_makes_the_plan_outdated(run: Run, plan_id: str) -> None:
    before = await plan_of(run, plan_id)
    exercise_id = exercises_of(before)[0]

    await run("AddLesson", input=lesson({"kind": "AVOID_EXERCISE", "exerciseId": exercise_id}, is_hard=False))

    after = await plan_of(run, plan_id)
    assert exercises_of(after) == exercises_of(before)
    assert (after["version"], after["isOutdated"]) == (before["version"], True)


@pytest.mark.parametrize("is_hard", [False, True])
async def test_what_a_lesson_speaks_against_is_offered_in_no_exercises_place(
    run: Run, plan_id: str, is_hard: bool
) -> None:
    offered = (await run("ExerciseDetail", id="exercise_bench-press"))["exercise"]["alternatives"]
    first, second = (one["id"] for one in offered[:2])

    await run("AddLesson", input=lesson({"kind": "AVOID_EXERCISE", "exerciseId": first}, is_hard=is_hard))

    left = (await run("ExerciseDetail", id="exercise_bench-press"))["exercise"]["alternatives"]
    assert first not in {one["id"] for one in left}
    assert left[0]["id"] == second


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "REST_ON_DAYS", "weekdays": ["WEDNESDAY"]},
        {"kind": "SESSION_MINUTES", "amount": 20, "weekdays": ["WEDNESDAY"]},
    ],
    ids=lambda rule: str(rule["kind"]),
)
async def test_a_hard_lesson_on_days_is_kept_at_once(run: Run, plan_id: str, rule: dict[str, object]) -> None:
    before = await plan_of(run, plan_id)
    assert max(minutes_on(before, "WEDNESDAY")) > 24

    await run("AddLesson", input=lesson(rule))

    after = await plan_of(run, plan_id)
    assert max(minutes_on(after, "WEDNESDAY")) <= (24 if "amount" in rule else 0)
    assert after["version"] == before["version"] + 1


async def test_a_hard_lesson_against_a_sport_or_a_piece_of_kit_is_kept_at_once(run: Run, plan_id: str) -> None:
    await run("AddLesson", input=lesson({"kind": "AVOID_SPORT", "sport": "RUNNING"}))
    await run("AddLesson", input=lesson({"kind": "EQUIPMENT_MISSING", "equipment": ["DUMBBELL"]}, key="key-00002"))
    plan = await plan_of(run, plan_id)
    activities = [one for week in plan["weeks"] for day in week["days"] for one in day["activities"]]
    needed = {kit for one in activities if "exercise" in one for kit in one["exercise"]["equipment"]}
    assert "RUNNING" not in sports_of(plan)
    assert "DUMBBELL" not in needed


@pytest.mark.parametrize("is_hard", [True, False])
async def test_a_limitation_makes_the_days_ahead_safe_however_it_is_taught(
    run: Run, plan_id: str, is_hard: bool
) -> None:
    await run("AddLesson", input=lesson({"kind": "LIMITATION", "limitation": "KNEE"}, is_hard=is_hard))
    plan = await plan_of(run, plan_id)
    facts = [(await run("ExerciseDetail", id=one))["exercise"] for one in set(exercises_of(plan))]
    assert [one["id"] for one in facts if {"KNEE_FLEXION_LOADED", "KNEE_IMPACT"} & set(one["stresses"])] == []


async def test_a_warning_sign_makes_the_days_ahead_rest_days(run: Run, plan_id: str) -> None:
    taught = lesson({"kind": "LIMITATION", "limitation": "CARDIAC_WARNING"}, is_hard=False)
    added = await run("AddLesson", input=taught)
    plan = await plan_of(run, plan_id)
    assert added["addLesson"]["lesson"]["isHard"] is True
    assert {day["kind"] for week in plan["weeks"] for day in week["days"]} == {"REST"}


async def test_a_hard_lesson_that_forbids_nothing_leaves_the_days(run: Run, plan_id: str) -> None:
    before = await plan_of(run, plan_id)
    await run("AddLesson", input=lesson({"kind": "EMPHASISE_MUSCLE", "muscle": "CHEST"}))
    after = await plan_of(run, plan_id)
    assert (after["version"], after["weeks"]) == (before["version"], before["weeks"])


async def test_correcting_a_hard_lesson_changes_the_days_ahead_too(run: Run, plan_id: str) -> None:
    first, other, *_ = sorted(set(exercises_of(await plan_of(run, plan_id))))
    added = await run("AddLesson", input=lesson({"kind": "AVOID_EXERCISE", "exerciseId": first}))

    revised = await run(
        "ReviseLesson",
        input={
            "lessonId": added["addLesson"]["lesson"]["id"],
            "rule": {"kind": "AVOID_EXERCISE", "exerciseId": other},
        },
    )

    assert revised["reviseLesson"]["lesson"]["rule"]["exercise"]["id"] == other
    assert other not in exercises_of(await plan_of(run, plan_id))


async def test_a_hard_lesson_that_is_brought_back_is_kept_at_once_again(run: Run, plan_id: str) -> None:
    runs = await plan_of(run, plan_id)
    added = (await run("AddLesson", input=lesson({"kind": "AVOID_SPORT", "sport": "RUNNING"})))["addLesson"]["lesson"]
    await run("RetireLesson", input={"lessonId": added["id"]})
    plan_with_runs = {"planId": plan_id, "message": "Swap walking for running.", "idempotencyKey": "key-00003"}
    await run("SubmitFeedback", input=plan_with_runs)

    restored = await run("RestoreLesson", input={"lessonId": added["id"]})

    assert "RUNNING" in sports_of(runs)
    assert restored["restoreLesson"]["lesson"]["state"] == "ACTIVE"
    assert "RUNNING" not in sports_of(await plan_of(run, plan_id))


async def test_what_lessons_count_is_what_plans_recorded(
    run: Run, plan_id: str, database: Database, viewer: Viewer
) -> None:
    first, other, *_ = sorted(set(exercises_of(await plan_of(run, plan_id))))
    await run("AddLesson", input=lesson({"kind": "AVOID_EXERCISE", "exerciseId": first}))
    await run("AddLesson", input=lesson({"kind": "AVOID_EXERCISE", "exerciseId": other}, key="key-00002"))

    lessons = (await run("PlaybookScreen"))["viewer"]["playbook"]["lessons"]
    assert {one["rule"]["exercise"]["id"]: one["timesApplied"] for one in lessons} == {first: 2, other: 1}
    found = await rebuild_playbook(database, viewer.athlete_id, is_check=True)
    assert found == Rebuilt(playbooks=1, lessons=2, differing=0)
