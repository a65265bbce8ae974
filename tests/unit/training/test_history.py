"""The history that plans go on from: what the plans in force had for each date, beside what was logged of it."""

import datetime

import msgspec

from db.queries.training_history import PlanWithLogs, ToldDay
from db.tables import PlanRow
from domain.history import DoneEndurance, DoneSet, TrainingDay
from domain.ids import ActivityId, AthleteId, ExerciseId, PlanId
from domain.plan import IntervalKind, PlanState, SetKind
from domain.terms import Sport
from domain.training import Completion, LoggedEndurance, LoggedSet
from services.training.history import history_of, weeks_before
from tests.unit.checking.sample import MONDAY, bout, interval, lift, plan, sets, warm_up, week

ACCEPTED = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)
THURSDAY = MONDAY + datetime.timedelta(days=3)
BENCH = ExerciseId("exercise_barbell-bench-press")
DOCUMENT = plan(
    week(
        1,
        {
            0: (lift("barbell-bench-press", warm_up(), *sets(2, 8, rpe=7, load=60)),),
            3: (bout(interval(IntervalKind.STEADY, 30)),),
        },
    )
)


def with_logs(*logs: ToldDay, accepted: datetime.datetime | None = ACCEPTED, number: int = 1) -> PlanWithLogs:
    row = PlanRow(
        id=PlanId(f"plan_{number:032x}"),
        athlete_id=AthleteId("athlete_" + "a" * 32),
        state=PlanState.ACCEPTED if accepted else PlanState.IN_REVIEW,
        version=1,
        start_date=DOCUMENT.start_date,
        end_date=DOCUMENT.last_date,
        basis_fingerprint="",
        accepted_at=accepted,
    )
    return PlanWithLogs(row, DOCUMENT, "Europe/Amsterdam", logs)


def told(date: datetime.date = MONDAY, **said: object) -> ToldDay:
    nothing = ToldDay(
        date=date,
        completion=Completion.DONE,
        sets=(),
        endurance=(),
        session_rpe=None,
        energy=None,
        soreness=None,
    )
    return msgspec.structs.replace(nothing, **said)


def test_sets_stand_beside_what_was_meant_for_them_and_warm_ups_do_not_count() -> None:
    def logged(number: int, kind: SetKind, exercise: ExerciseId = BENCH) -> LoggedSet:
        return LoggedSet(
            activity_id=ActivityId("activity_barbell-bench-press"),
            exercise_id=exercise,
            set_number=number,
            reps=9,
            load_kg=62.5,
            rpe=8,
            kind=kind,
        )

    swapped = logged(3, SetKind.WORKING, ExerciseId("exercise_push-up"))
    log = told(sets=(logged(1, SetKind.WARM_UP), logged(2, SetKind.WORKING), swapped))

    (day,) = history_of([with_logs(log)], today=MONDAY).days

    done = DoneSet(exercise_id=BENCH, reps=9, load_kg=62.5, rpe=8)
    assert day.sets == (
        msgspec.structs.replace(done, planned_reps=8, planned_load_kg=60, planned_rpe=7),
        msgspec.structs.replace(done, exercise_id=ExerciseId("exercise_push-up")),
    )
    assert (day.is_planned, day.planned, day.was_trained) == (True, frozenset({BENCH}), True)


def test_planned_days_without_a_log_are_there_up_to_today_and_rest_days_are_not() -> None:
    history = history_of([with_logs()], today=THURSDAY)

    assert history.days == (
        TrainingDay(date=MONDAY, is_planned=True, planned=frozenset({BENCH})),
        TrainingDay(date=THURSDAY, is_planned=True),
    )
    assert not history.tells
    assert history_of([with_logs()], today=MONDAY).days == history.days[:1]


def test_logs_of_one_date_count_together_whatever_plans_they_are_of() -> None:
    run = LoggedEndurance(sport=Sport.RUNNING, minutes=25)
    first = with_logs(told(THURSDAY, completion=Completion.SKIPPED, soreness=2, session_rpe=5))
    second = with_logs(told(THURSDAY, endurance=(run,), energy=3, soreness=4), accepted=None, number=2)

    day = history_of([first, second], today=THURSDAY).days[-1]

    assert (day.is_planned, day.completion) == (True, Completion.DONE)
    assert (day.session_rpe, day.energy, day.soreness) == (5, 3, 4)
    assert day.endurance == (DoneEndurance(sport=Sport.RUNNING, minutes=25),)


def test_endurance_without_minutes_took_the_planned_ones() -> None:
    run = LoggedEndurance(activity_id=ActivityId("activity_bout"), sport=Sport.RUNNING, distance_km=9)
    unknown = LoggedEndurance(sport=Sport.CYCLING, distance_km=20)

    day = history_of([with_logs(told(THURSDAY, endurance=(run, unknown)))], today=THURSDAY).days[-1]

    assert day.endurance == (DoneEndurance(sport=Sport.RUNNING, minutes=30),)


def test_what_is_only_in_review_was_not_due() -> None:
    assert history_of([with_logs(accepted=None)], today=THURSDAY).days == ()


def test_minutes_and_kilometres_told_together_are_a_pace() -> None:
    ride = LoggedEndurance(sport=Sport.CYCLING, minutes=60, distance_km=20)

    day = history_of([with_logs(told(THURSDAY, endurance=(ride,)))], today=THURSDAY).days[-1]

    assert day.endurance == (DoneEndurance(sport=Sport.CYCLING, minutes=60, distance_km=20),)


def two_weeks_from(start: datetime.date, *, number: int, archived: datetime.datetime | None = None) -> PlanWithLogs:
    """A plan that was accepted three days before its first day."""
    document = plan(week(1, {0: ()}, start=start), week(2, {0: ()}, start=start))
    found = with_logs(number=number, accepted=ACCEPTED + (start - MONDAY))
    found.row.archived_at = archived
    found.row.start_date, found.row.end_date = document.start_date, document.last_date
    return found._replace(document=document)


def test_a_new_plan_follows_the_begun_weeks_of_the_last_one_that_was_trained_by() -> None:
    later = MONDAY + datetime.timedelta(weeks=3)
    plans = [two_weeks_from(MONDAY, number=1), two_weeks_from(later, number=2)]
    in_review = with_logs(accepted=None, number=3)

    def starts(day: datetime.date) -> list[datetime.date]:
        return [week.start_date for week in weeks_before([*plans, in_review], day)]

    assert starts(MONDAY) == []
    assert starts(MONDAY + datetime.timedelta(days=5)) == [MONDAY]
    assert starts(later) == [MONDAY, MONDAY + datetime.timedelta(weeks=1)]
    assert starts(later + datetime.timedelta(weeks=9)) == [later, later + datetime.timedelta(weeks=1)]


def test_weeks_after_a_plan_was_put_away_were_not_trained_by_it() -> None:
    put_away = two_weeks_from(MONDAY, number=1, archived=ACCEPTED + datetime.timedelta(days=6))
    weeks = weeks_before([put_away], MONDAY + datetime.timedelta(weeks=5))
    assert [week.start_date for week in weeks] == [MONDAY]
