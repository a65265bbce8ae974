"""What was lifted the last time before a day: by any plan, and in one statement for all exercises of a plan."""

import datetime

from sqlalchemy import text

from db.database import Database
from domain.ids import ExerciseId
from domain.plan import PlanDocument
from domain.profile import Viewer
from domain.training import SetDraft
from services.training.logs import Workouts
from tests.conftest import CountStatements
from tests.database.conversations.planned import MONDAY, OTHER_PLAN_ID, PLAN_ID, put_in_review
from tests.database.training.drafts import asked, draft, lifts_on


def date(offset: int) -> datetime.date:
    return MONDAY + datetime.timedelta(days=offset)


def one_set(exercise_id: str, reps: int) -> tuple[SetDraft, ...]:
    return (SetDraft(exercise_id=exercise_id, set_number=1, reps=reps),)


async def test_the_last_time_before_each_day_is_found(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, count_statements: CountStatements
) -> None:
    exercise_id = lifts_on(document, 0)[0].exercise_id
    for offset, reps in ((0, 5), (4, 6), (7, 7)):
        await workouts.log(viewer, draft(offset, sets=one_set(exercise_id, reps)))
    await workouts.log(viewer, draft(9, sets=one_set(exercise_id, 9)))
    await workouts.delete(viewer.athlete_id, "client-0009")

    with count_statements() as statements:
        previous = await workouts.previous_sets(viewer.athlete_id, PLAN_ID)

    assert len(statements) == 2
    before = [[one.reps for one in previous.before(date(offset), exercise_id)] for offset in (0, 1, 4, 5, 7, 8, 20)]
    assert before == [[], [5], [5], [6], [6], [7], [7]]
    assert previous.before(date(20), ExerciseId("exercise_nonsense")) == ()


async def test_what_was_done_by_an_earlier_plan_counts(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    exercise_id = lifts_on(document, 0)[0].exercise_id
    for offset, reps in ((0, 5), (2, 6)):
        await workouts.log(viewer, draft(offset, sets=one_set(exercise_id, reps)))
    await put_in_review(database, viewer, OTHER_PLAN_ID)
    async with database.engine.begin() as connection:
        later = "update plan set start_date = start_date + 7, end_date = end_date + 7 where state = 'IN_REVIEW'"
        await connection.execute(text(later))

    previous = await workouts.previous_sets(viewer.athlete_id, OTHER_PLAN_ID)

    assert [one.reps for one in previous.before(date(7), exercise_id)] == [6]


async def test_a_stranger_sees_nothing_of_it(
    workouts: Workouts, viewer: Viewer, other_viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    exercise_id = lifts_on(document, 0)[0].exercise_id
    await workouts.log(viewer, draft(0, sets=one_set(exercise_id, 5)))

    previous = await workouts.previous_sets(other_viewer.athlete_id, PLAN_ID)

    assert previous.before(date(20), exercise_id) == ()
    assert await asked(database, other_viewer, "select count(*) from workout_log") == [(0,)]


async def test_sets_of_an_exercise_that_was_swapped_out_since_are_still_taken(
    workouts: Workouts, viewer: Viewer, document: PlanDocument, database: Database
) -> None:
    lift = lifts_on(document, 0)[0]
    async with database.engine.begin() as connection:
        newer = """insert into plan_version (plan_id, number, athlete_id, reason, changes, document)
            select plan_id, 2, athlete_id, 'EDITED', '[]',
                cast(replace(cast(document as text), :old, :new) as jsonb) from plan_version"""
        await connection.execute(text(newer), {"old": lift.id, "new": "activity_" + "8" * 32})
        await connection.execute(text("update plan set version = 2"))

    answer = await workouts.log(
        viewer, draft(0, sets=(SetDraft(activity_id=lift.id, set_number=len(lift.sets), reps=5),))
    )

    assert answer.plan.version == 2
    (log,) = (await workouts.logs_of_plan(viewer.athlete_id, PLAN_ID)).values()
    assert [(one.activity_id, one.exercise_id) for one in log.sets] == [(lift.id, lift.exercise_id)]
