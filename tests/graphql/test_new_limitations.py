"""A limitation that is said while there is a plan changes the days ahead at once."""

from tests.graphql.conftest import PROFILE, Answer, Run


def exercises_of(plan: Answer) -> list[str]:
    activities = [activity for week in plan["weeks"] for day in week["days"] for activity in day["activities"]]
    return [activity["exercise"]["id"] for activity in activities if "exercise" in activity]


async def save_with(run: Run, **limitation: object) -> None:
    constraints = {**dict(PROFILE["constraints"]), "limitations": [limitation]}  # type: ignore[call-overload]  # JSON
    await run("SaveProfile", input={**PROFILE, "constraints": constraints})


async def test_a_new_knee_limitation_takes_lunges_and_squats_out_of_the_days_ahead(run: Run, plan_id: str) -> None:
    before = (await run("PlanFullById", id=plan_id))["plan"]
    await save_with(run, kind="KNEE")
    after = (await run("PlanFullById", id=plan_id))["plan"]
    catalogue = {exercise: (await run("ExerciseDetail", id=exercise))["exercise"] for exercise in exercises_of(after)}
    assert after["version"] == before["version"] + 1
    assert [
        e for e, facts in catalogue.items() if {"KNEE_FLEXION_LOADED", "KNEE_IMPACT"} & set(facts["stresses"])
    ] == []


async def test_a_new_warning_sign_makes_the_days_ahead_rest_days(run: Run, plan_id: str) -> None:
    await save_with(run, kind="CARDIAC_WARNING")
    plan = (await run("PlanFullById", id=plan_id))["plan"]
    onboarding = (await run("ResumeQuestions"))["viewer"]["onboarding"]
    assert {day["kind"] for week in plan["weeks"] for day in week["days"]} == {"REST"}
    assert onboarding["stage"] == "CLEARANCE"


async def test_a_limitation_that_was_known_changes_nothing_when_it_is_saved_again(run: Run, plan_id: str) -> None:
    await save_with(run, kind="KNEE")
    before = (await run("PlanFullById", id=plan_id))["plan"]
    await save_with(run, kind="KNEE")
    assert (await run("PlanFullById", id=plan_id))["plan"] == before
