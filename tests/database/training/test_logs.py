"""Logs on a real database: once is once, the highest revision wins, a deleted log stays deleted until it is made anew."""

import asyncio
import datetime

import pytest

from db.database import Database
from domain.errors import DayAlreadyLogged, InvalidInput, NotFound
from domain.ids import ExerciseId, day_id_of
from domain.plan import EnduranceActivity, PlanDocument
from domain.profile import Viewer
from domain.terms import BodyArea, Sport
from domain.training import (
    Completion,
    EnduranceDraft,
    LoggedEndurance,
    LoggedSet,
    PainReport,
    SetDraft,
    WorkoutLog,
)
from services.plans.plans import Plans
from services.training.logs import Workouts
from tests.database.conversations.planned import MONDAY, PLAN_ID
from tests.database.training.drafts import LATER, TODAY, as_planned, asked, day, draft, lifts_on

pytestmark = pytest.mark.usefixtures("document")


async def logs(workouts: Workouts, viewer: Viewer) -> dict[datetime.date, WorkoutLog]:
    return await workouts.logs_of_plan(viewer.athlete_id, PLAN_ID)


async def test_a_log_is_kept_with_what_was_really_done(
    workouts: Workouts, viewer: Viewer, document: PlanDocument
) -> None:
    first, second = lifts_on(document, 0)[:2]
    swapped = SetDraft(activity_id=second.id, exercise_id="exercise_plank", set_number=1, duration_seconds=45)
    extra = SetDraft(exercise_id="exercise_push-up", set_number=1, reps=12)
    wanted = draft(0, sets=(*as_planned(first), swapped, extra), session_rpe=7.5, minutes=50, note=" Good\x00 day ")

    answer = await workouts.log(viewer, wanted)

    assert (answer.day.id, answer.plan.id, answer.plan.version) == (day(0), PLAN_ID, 1)
    assert (answer.changes, answer.lesson_changes, answer.notices) == ((), (), ())
    (log,) = (await logs(workouts, viewer)).values()
    assert (log.client_id, log.revision, log.date) == ("client-0000", 1, MONDAY)
    assert (log.session_rpe, log.minutes, log.enjoyment, log.note) == (7.5, 50, 4, "Good day")
    assert log.performed_at == LATER
    assert log.sets[: len(first.sets)] == tuple(
        LoggedSet(
            activity_id=first.id,
            exercise_id=first.exercise_id,
            set_number=place,
            reps=one.reps,
            duration_seconds=one.duration_seconds,
            load_kg=one.load_kg,
            rpe=one.rpe,
            kind=one.kind,
        )
        for place, one in enumerate(first.sets, start=1)
    )
    plank = LoggedSet(
        activity_id=second.id,
        exercise_id=ExerciseId("exercise_plank"),
        set_number=1,
        duration_seconds=45,
        kind=second.sets[0].kind,
    )
    push_up = LoggedSet(exercise_id=ExerciseId("exercise_push-up"), set_number=1, reps=12)
    assert log.sets[len(first.sets) :] == (plank, push_up)


async def test_the_same_log_again_changes_nothing(workouts: Workouts, viewer: Viewer, database: Database) -> None:
    first = await workouts.log(viewer, draft(0))
    before = await asked(database, viewer, "select revision from athlete")

    assert await workouts.log(viewer, draft(0)) == first
    assert await workouts.log(viewer, draft(0, completion=Completion.SKIPPED)) == first
    assert await asked(database, viewer, "select revision from athlete") == before
    assert (await logs(workouts, viewer))[MONDAY].completion is Completion.DONE


async def test_a_higher_revision_takes_the_place_of_a_lower_one(workouts: Workouts, viewer: Viewer) -> None:
    await workouts.log(viewer, draft(0, note="Fine"))
    first = (await logs(workouts, viewer))[MONDAY]
    await workouts.log(viewer, draft(0, revision=3, completion=Completion.PARTIAL, enjoyment=None))
    await workouts.log(viewer, draft(0, revision=2, note="Late"))

    (log,) = (await logs(workouts, viewer)).values()
    assert (log.id, log.logged_at) == (first.id, first.logged_at)
    assert (log.revision, log.completion, log.enjoyment, log.note) == (3, Completion.PARTIAL, None, None)


async def test_a_higher_revision_may_move_a_log_to_another_day(workouts: Workouts, viewer: Viewer) -> None:
    await workouts.log(viewer, draft(0, client_id="client-one"))
    await workouts.log(viewer, draft(2, client_id="client-one", revision=2))
    stale = await workouts.log(viewer, draft(0, client_id="client-one"))

    assert list(await logs(workouts, viewer)) == [MONDAY + datetime.timedelta(days=2)]
    assert stale.day.id == day(2)


async def test_a_day_has_one_log_and_a_second_device_is_told_of_it(
    workouts: Workouts, viewer: Viewer, database: Database
) -> None:
    await workouts.log(viewer, draft(0))
    before = await asked(database, viewer, "select revision from athlete")

    with pytest.raises(DayAlreadyLogged) as refused:
        await workouts.log(viewer, draft(0, client_id="another-device", revision=9))

    assert refused.value.log == (await logs(workouts, viewer))[MONDAY]
    assert await asked(database, viewer, "select revision from athlete") == before


async def test_a_deleted_log_frees_its_day(workouts: Workouts, viewer: Viewer, plans: Plans) -> None:
    await workouts.log(viewer, draft(TODAY))
    assert MONDAY + datetime.timedelta(days=TODAY) not in await plans.editable_dates(viewer.athlete_id, PLAN_ID)

    freed = await workouts.delete(viewer.athlete_id, f"client-{TODAY:04}")
    again = await workouts.delete(viewer.athlete_id, f"client-{TODAY:04}")

    assert freed.id == day(TODAY)
    assert again == freed
    assert await logs(workouts, viewer) == {}
    assert MONDAY + datetime.timedelta(days=TODAY) in await plans.editable_dates(viewer.athlete_id, PLAN_ID)
    await workouts.log(viewer, draft(TODAY, client_id="another-device"))


async def test_what_is_left_of_a_deleted_log_says_nothing(
    workouts: Workouts, viewer: Viewer, database: Database, document: PlanDocument
) -> None:
    pain = PainReport(area=BodyArea.WRIST, severity=2)
    sets = as_planned(lifts_on(document, 0)[0])
    await workouts.log(viewer, draft(0, note="Secret", sets=sets, pain=pain, session_rpe=7, minutes=40))
    await workouts.delete(viewer.athlete_id, "client-0000")

    columns = "note, pain, sets, exercise_ids, session_rpe, minutes, enjoyment, credits"
    left = await asked(database, viewer, f"select {columns} from workout_log")
    assert left == [(None, None, "[]", [], None, None, None, "[]")]


async def test_an_older_revision_does_not_bring_a_deleted_log_back_and_a_higher_one_does(
    workouts: Workouts, viewer: Viewer
) -> None:
    await workouts.log(viewer, draft(0, revision=4))
    await workouts.delete(viewer.athlete_id, "client-0000")

    for late in (3, 4):
        answer = await workouts.log(viewer, draft(0, revision=late))
        assert answer.day.id == day(0)
        assert await logs(workouts, viewer) == {}
    await workouts.log(viewer, draft(0, revision=5))
    assert (await logs(workouts, viewer))[MONDAY].revision == 5


async def test_what_was_never_logged_cannot_be_deleted(
    workouts: Workouts, viewer: Viewer, other_viewer: Viewer
) -> None:
    await workouts.log(viewer, draft(0))

    for somebody, client_id in ((other_viewer, "client-0000"), (viewer, "client-0001"), (viewer, "x\x00")):
        with pytest.raises(NotFound):
            await workouts.delete(somebody.athlete_id, client_id)
    assert list(await logs(workouts, viewer)) == [MONDAY]


async def test_a_strangers_day_is_not_found_and_their_client_ids_do_not_meet(
    workouts: Workouts, viewer: Viewer, other_viewer: Viewer
) -> None:
    await workouts.log(viewer, draft(0))
    mine = (await logs(workouts, viewer))[MONDAY]

    for revision in (1, 2):
        with pytest.raises(NotFound):
            await workouts.log(other_viewer, draft(0, revision=revision))
    assert await logs(workouts, other_viewer) == {}
    assert await workouts.logs_by_id(other_viewer.athlete_id, [mine.id]) == {}
    assert await workouts.logs_by_id(viewer.athlete_id, [mine.id]) == {mine.id: mine}
    assert (await workouts.page(other_viewer.athlete_id, first=20, after=None)).edges == ()


async def test_a_day_beyond_the_plan_is_not_found(workouts: Workouts, viewer: Viewer) -> None:
    for offset in (-1, 21):
        wanted = day_id_of(PLAN_ID, MONDAY + datetime.timedelta(days=offset))
        with pytest.raises(NotFound):
            await workouts.log(viewer, draft(0, day_id=wanted))


async def test_everything_that_is_wrong_comes_back_at_once_and_nothing_is_written(
    workouts: Workouts, viewer: Viewer, database: Database, document: PlanDocument
) -> None:
    lift = lifts_on(document, 0)[0]
    wrong = draft(
        TODAY + 1,
        client_id="short",
        session_rpe=11,
        sets=(
            SetDraft(activity_id=lift.id, set_number=1, reps=201),
            SetDraft(activity_id="activity_" + "9" * 32, set_number=1),
            SetDraft(exercise_id="exercise_nonsense", set_number=1),
            SetDraft(set_number=1),
        ),
        performed_at=datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC),
    )

    with pytest.raises(InvalidInput) as refused:
        await workouts.log(viewer, wrong)

    assert sorted(".".join(fault.path) for fault in refused.value.faults) == [
        "clientId",
        "dayId",
        "performedAt",
        "sessionRpe",
        "sets.0.reps",
        "sets.1.activityId",
        "sets.2.exerciseId",
        "sets.3.exerciseId",
    ]
    assert await asked(database, viewer, "select count(*) from workout_log") == [(0,)]


async def test_many_at_once_with_one_clients_id_are_one_log(workouts: Workouts, viewer: Viewer) -> None:
    answers = await asyncio.gather(*(workouts.log(viewer, draft(0)) for _ in range(8)))

    assert all(answer == answers[0] for answer in answers)
    assert len(await logs(workouts, viewer)) == 1


async def test_many_devices_at_once_leave_one_log(workouts: Workouts, viewer: Viewer) -> None:
    drafts = [draft(0, client_id=f"device-{number}") for number in range(6)]
    outcomes = await asyncio.gather(*(workouts.log(viewer, one) for one in drafts), return_exceptions=True)

    assert sum(isinstance(one, DayAlreadyLogged) for one in outcomes) == 5
    assert len(await logs(workouts, viewer)) == 1


async def test_logs_come_in_pages_the_latest_day_first(workouts: Workouts, viewer: Viewer) -> None:
    for offset in (4, 0, 7, 2, 9):
        await workouts.log(viewer, draft(offset))
    await workouts.delete(viewer.athlete_id, "client-0002")

    first = await workouts.page(viewer.athlete_id, first=3, after=None)
    rest = await workouts.page(viewer.athlete_id, first=3, after=first.end_cursor)

    offsets = [[(edge.node.date - MONDAY).days for edge in page.edges] for page in (first, rest)]
    assert offsets == [[9, 7, 4], [0]]
    assert [(page.has_next_page, page.has_previous_page) for page in (first, rest)] == [(True, False), (False, True)]


async def test_endurance_is_logged_planned_or_not(workouts: Workouts, viewer: Viewer, document: PlanDocument) -> None:
    offset, run = next(
        (7 * (week.number - 1) + place, activity)
        for week in document.weeks
        for place, one in enumerate(week.days)
        for activity in one.activities
        if isinstance(activity, EnduranceActivity)
    )
    bouts = (EnduranceDraft(activity_id=run.id, minutes=30), EnduranceDraft(sport=Sport.SWIMMING, distance_km=1.5))
    await workouts.log(viewer, draft(offset, endurance=bouts))

    (log,) = (await logs(workouts, viewer)).values()
    assert log.endurance == (
        LoggedEndurance(activity_id=run.id, sport=run.sport, minutes=30),
        LoggedEndurance(sport=Sport.SWIMMING, distance_km=1.5),
    )
