"""Training by the app's own operations: log, look, take back, look back."""

import pytest

from domain.profile import Viewer
from tests.graphql.conftest import Run


@pytest.fixture
async def accepted(run: Run, plan_id: str) -> str:
    """A plan that is trained by, from today on."""
    await run("AcceptPlan", input={"planId": plan_id, "expectedVersion": 1})
    return plan_id


async def today(run: Run) -> dict[str, object]:
    day: dict[str, object] = (await run("TrainingHome", start="2026-11-23", end="2026-11-23"))["viewer"]["calendar"][0]
    return day


def wish(day: dict[str, object], **more: object) -> dict[str, object]:
    return {"clientId": "client-1", "dayId": day["id"], "completion": "DONE", "enjoyment": 4, **more}


async def test_a_workout_is_logged_shown_and_taken_back(run: Run, accepted: str) -> None:
    day = await today(run)
    assert (day["log"], day["isEditable"]) == (None, True)
    lift = next(one for one in day["activities"] if one["__typename"] == "StrengthActivity")  # type: ignore[attr-defined]
    done = [{"activityId": lift["id"], "setNumber": 1, "reps": 8, "loadKg": 20.5, "rpe": 7}]
    before = (await run("Heartbeat"))["viewer"]["revision"]

    answer = (await run("LogWorkout", input=wish(day, sets=done, sessionRpe=7, note="Good")))["logWorkout"]

    log = answer["day"]["log"]
    assert (answer["day"]["id"], answer["day"]["isEditable"]) == (day["id"], False)
    assert answer["plan"] == {"id": accepted, "version": 1}
    assert (answer["changes"], answer["lessonChanges"], answer["notices"]) == ([], [], [])
    assert {**log, "id": "", "loggedAt": ""} == {
        "id": "",
        "clientId": "client-1",
        "revision": 1,
        "date": "2026-11-23",
        "planId": accepted,
        "completion": "DONE",
        "sessionRpe": 7.0,
        "minutes": None,
        "enjoyment": 4,
        "energy": None,
        "soreness": None,
        "note": "Good",
        "loggedAt": "",
        "sets": [
            {
                "activityId": lift["id"],
                "exercise": {"id": lift["exercise"]["id"], "name": lift["exercise"]["name"]},
                "setNumber": 1,
                "reps": 8,
                "durationSeconds": None,
                "loadKg": 20.5,
                "rpe": 7.0,
            }
        ],
        "endurance": [],
        "pain": None,
    }
    assert (await run("Heartbeat"))["viewer"]["revision"] > before
    assert (await today(run))["log"] == log
    page = (await run("Workouts"))["viewer"]["workouts"]
    assert [edge["node"] for edge in page["edges"]] == [log]
    assert (await run("Refetch", ids=[log["id"]]))["nodes"] == [{"__typename": "WorkoutLog", "id": log["id"]}]
    insights = (await run("Insights", weeks=1))["viewer"]["insights"]
    assert (insights["weeks"][0]["sessionsDone"], insights["weeks"][0]["tonnageKg"]) == (1, 164.0)
    assert (insights["streakWeeks"], insights["adherence"]) == (1, 1.0)

    freed = (await run("DeleteWorkoutLog", input={"clientId": "client-1"}))["deleteWorkoutLog"]["day"]
    assert freed == day
    assert (await run("Workouts"))["viewer"]["workouts"]["edges"] == []


async def test_what_was_done_shows_beside_the_same_exercise_on_later_days(run: Run, accepted: str) -> None:
    day = await today(run)
    lift = next(one for one in day["activities"] if one["__typename"] == "StrengthActivity")  # type: ignore[attr-defined]
    await run("LogWorkout", input=wish(day, sets=[{"activityId": lift["id"], "setNumber": 2, "reps": 9}]))

    weeks = (await run("PlanFullById", id=accepted))["plan"]["weeks"]

    shown = [
        (one["date"], [done["reps"] for done in activity["previousSets"]])
        for week in weeks
        for one in week["days"]
        for activity in one["activities"]
        if activity.get("exercise", {}).get("id") == lift["exercise"]["id"]
    ]
    assert shown[0] == ("2026-11-23", [])
    assert len(shown) > 1
    assert {tuple(reps) for _, reps in shown[1:]} == {(9,)}


async def test_a_second_device_is_told_of_the_log_that_is_there(run: Run, accepted: str) -> None:
    day = await today(run)
    log = (await run("LogWorkout", input=wish(day)))["logWorkout"]["day"]["log"]

    refused = (await run("LogWorkout", input=wish(day, clientId="client-2")))["logWorkout"]

    assert (refused["__typename"], refused["log"]) == ("DayAlreadyLogged", log)


async def test_all_that_is_wrong_comes_back_at_once(run: Run, accepted: str) -> None:
    tomorrow = (await run("TrainingHome", start="2026-11-24", end="2026-11-24"))["viewer"]["calendar"][0]
    sets = [{"exerciseId": "exercise_plank", "setNumber": 1, "reps": 500}, {"setNumber": 2}]

    refused = (await run("LogWorkout", input=wish(tomorrow, sets=sets, minutes=0, clientId="x")))["logWorkout"]

    assert refused["__typename"] == "InvalidInput"
    assert sorted(fault["path"] for fault in refused["fields"]) == [
        ["clientId"],
        ["dayId"],
        ["minutes"],
        ["sets", "0", "reps"],
        ["sets", "1", "exerciseId"],
    ]
    assert (await run("Workouts"))["viewer"]["workouts"]["edges"] == []


async def test_pain_is_answered_with_what_was_learned_and_changed(run: Run, accepted: str) -> None:
    day = await today(run)

    answer = (await run("LogWorkout", input=wish(day, pain={"area": "KNEE", "severity": 8})))["logWorkout"]

    assert [change["lesson"]["rule"]["limitation"] for change in answer["lessonChanges"]] == ["KNEE"]
    assert answer["lessonChanges"][0]["lesson"]["source"] == "WORKOUT"
    assert len(answer["notices"]) == 2
    assert answer["plan"]["version"] == (2 if answer["changes"] else 1)
    assert (await run("PlanFullById", id=accepted))["plan"]["isOutdated"] is (not answer["changes"])


async def test_a_stranger_logs_and_deletes_nothing(run: Run, accepted: str, other_viewer: Viewer) -> None:
    day = await today(run)
    log = (await run("LogWorkout", input=wish(day)))["logWorkout"]["day"]["log"]

    refused = (await run("LogWorkout", by=other_viewer, input=wish(day, revision=2)))["logWorkout"]
    kept = (await run("DeleteWorkoutLog", by=other_viewer, input={"clientId": "client-1"}))["deleteWorkoutLog"]

    assert (refused["__typename"], kept["__typename"]) == ("NotFound", "NotFound")
    assert (await run("Refetch", by=other_viewer, ids=[log["id"]]))["nodes"] == [None]
    assert (await run("Workouts", by=other_viewer))["viewer"]["workouts"]["edges"] == []
    assert (await today(run))["log"] == log
