"""What logged workouts show: weeks, streak, adherence, trends. Pure; dates are the athlete's own, so no clock change matters."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.plan import SetKind
from domain.terms import MovementPattern, Muscle
from domain.training import (
    MAXIMUM_TRENDS,
    Completion,
    ExerciseTrend,
    Insights,
    LoggedSet,
    MuscleTrend,
    WeekInsight,
    WorkoutLog,
)
from services.planning.loads import estimated_maximum
from services.training.summary import summary_of

EASIEST_HARD_RPE = 6.0
"""A working set below this effort is practice; without a stated effort it counts as hard."""
_WEEK = datetime.timedelta(days=7)


def monday_of(date: datetime.date) -> datetime.date:
    return date - datetime.timedelta(days=date.weekday())


def first_day(today: datetime.date, week_count: int) -> datetime.date:
    """The Monday with which the last so many weeks begin, the running one included."""
    return monday_of(today) - (week_count - 1) * _WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Logs and dates of planned sessions of some weeks, the running one to its end; and the Mondays of all weeks trained in."""

    logs: Sequence[WorkoutLog]
    planned: Collection[datetime.date]
    trained_weeks: Collection[datetime.date]


def insights_of(
    history: History, *, targets: Mapping[Muscle, float], week_count: int, today: datetime.date, catalogue: Catalogue
) -> Insights:
    """Of the last so many weeks. `targets` are hard sets a week for each muscle."""
    done = [log for log in history.logs if log.completion is not Completion.SKIPPED]
    start = first_day(today, week_count)
    weeks = tuple(_week(start + place * _WEEK, done, history.planned) for place in range(week_count))
    found = Insights(
        weeks=weeks,
        streak_weeks=streak_of(history.trained_weeks, today),
        adherence=adherence_of(history.logs, history.planned, today),
        top_exercises=exercise_trends(done),
        weak_points=weak_points(done, targets, today=today, catalogue=catalogue),
        summary="",
    )
    return summary_of(found, catalogue)


def streak_of(trained_weeks: Collection[datetime.date], today: datetime.date) -> int:
    """Weeks in a row with a workout. A running week without one yet does not end it."""
    trained = frozenset(trained_weeks)
    week = monday_of(today)
    if week not in trained:
        week -= _WEEK
    count = 0
    while week in trained:
        count += 1
        week -= _WEEK
    return count


def adherence_of(logs: Iterable[WorkoutLog], planned: Iterable[datetime.date], today: datetime.date) -> float | None:
    """The share of the sessions planned so far that were done, at least in part. Today's counts once something was logged of it."""
    told: dict[datetime.date, bool] = {}
    for log in logs:
        told[log.date] = told.get(log.date, False) or log.completion is not Completion.SKIPPED
    due = [date for date in planned if date < today or (date == today and date in told)]
    return sum(told.get(date, False) for date in due) / len(due) if due else None


def exercise_trends(logs: Iterable[WorkoutLog]) -> tuple[ExerciseTrend, ...]:
    """Estimated maxima (R33) at the first and at the last session of each exercise, the best improvement first."""
    best: dict[ExerciseId, dict[datetime.date, float]] = defaultdict(dict)
    for log in logs:
        for one in log.sets:
            maximum = estimated_maximum(one.load_kg, one.reps) if one.load_kg and one.reps else None
            if maximum is not None:
                by_date = best[one.exercise_id]
                by_date[log.date] = max(maximum, by_date.get(log.date, 0.0))
    trends = [
        ExerciseTrend(
            exercise_id=exercise_id,
            first_estimated_max_kg=round(by_date[min(by_date)], 1),
            last_estimated_max_kg=round(by_date[max(by_date)], 1),
        )
        for exercise_id, by_date in best.items()
    ]
    trends.sort(key=lambda one: (-_improvement(one), -one.last_estimated_max_kg, one.exercise_id))
    return tuple(trends[:MAXIMUM_TRENDS])


def weak_points(
    logs: Sequence[WorkoutLog], targets: Mapping[Muscle, float], *, today: datetime.date, catalogue: Catalogue
) -> tuple[MuscleTrend, ...]:
    """Muscles with fewer hard sets a week than suit the athlete, the least first; none before any set was logged.

    On average over the weeks from the first workout on. The running week counts only where it is the first.
    """
    if not any(log.sets for log in logs):
        return ()
    first, this_week = monday_of(min(log.date for log in logs)), monday_of(today)
    is_first_week = first >= this_week
    week_count = 1 if is_first_week else (this_week - first).days // 7
    sets = hard_sets((log for log in logs if is_first_week or log.date < this_week), catalogue)
    trends = [
        MuscleTrend(
            muscle=muscle, weekly_sets=round(sets.get(muscle, 0.0) / week_count, 1), target_sets=round(target, 1)
        )
        for muscle, target in targets.items()
    ]
    short = [one for one in trends if one.weekly_sets < one.target_sets]
    short.sort(key=lambda one: (one.weekly_sets / one.target_sets, -one.target_sets, one.muscle))
    return tuple(short[:MAXIMUM_TRENDS])


def hard_sets(logs: Iterable[WorkoutLog], catalogue: Catalogue) -> dict[Muscle, float]:
    """Hard sets for each muscle, those that it only helped with counted half (R25)."""
    found: dict[Muscle, float] = defaultdict(float)
    for log in logs:
        for one in log.sets:
            exercise = catalogue.get(one.exercise_id)
            if exercise is None or exercise.pattern is MovementPattern.MOBILITY or not _is_hard(one):
                continue
            for muscle in exercise.primary_muscles:
                found[muscle] += 1.0
            for muscle in exercise.secondary_muscles:
                found[muscle] += 0.5
    return found


def tonnage_of(logs: Iterable[WorkoutLog]) -> float:
    """Kilograms lifted, all repetitions of all sets."""
    return sum((one.load_kg or 0.0) * (one.reps or 0) for log in logs for one in log.sets)


def _week(monday: datetime.date, done: Iterable[WorkoutLog], planned: Iterable[datetime.date]) -> WeekInsight:
    logs = [log for log in done if monday <= log.date < monday + _WEEK]
    efforts = [log.session_rpe for log in logs if log.session_rpe is not None]
    minutes = sum(bout.minutes or 0.0 for log in logs for bout in log.endurance)
    return WeekInsight(
        start_date=monday,
        sessions_done=len(logs),
        sessions_planned=sum(monday <= date < monday + _WEEK for date in planned),
        tonnage_kg=round(tonnage_of(logs), 1),
        endurance_minutes=round(minutes, 1),
        average_session_rpe=round(sum(efforts) / len(efforts), 1) if efforts else None,
    )


def _improvement(trend: ExerciseTrend) -> float:
    return trend.last_estimated_max_kg / trend.first_estimated_max_kg


def _is_hard(one: LoggedSet) -> bool:
    was_done = bool(one.reps) or bool(one.duration_seconds)
    return was_done and one.kind is SetKind.WORKING and (one.rpe is None or one.rpe >= EASIEST_HARD_RPE)
