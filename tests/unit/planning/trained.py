"""Weeks as they were trained: just as planned, but for what a test says."""

import datetime
from collections.abc import Iterable

import msgspec

from domain.history import DoneEndurance, DoneSet, TrainingDay, TrainingHistory
from domain.plan import Day, EnduranceActivity, SetKind, StrengthActivity, Week
from domain.training import Completion


class Feel(msgspec.Struct, frozen=True, kw_only=True):
    """How a workout went: how much harder than meant, with how many times the load, and how sore they were."""

    harder: float = 0.0
    heavier: float = 1.0
    soreness: int | None = None
    energy: int | None = None


AS_MEANT = Feel()


def done(day: Day, feel: Feel = AS_MEANT) -> TrainingDay:
    lifts = [one for one in day.activities if isinstance(one, StrengthActivity)]
    bouts = [one for one in day.activities if isinstance(one, EnduranceActivity)]
    return TrainingDay(
        date=day.date,
        is_planned=True,
        completion=Completion.DONE,
        planned=frozenset(lift.exercise_id for lift in lifts),
        sets=tuple(one for lift in lifts for one in _sets(lift, feel)),
        endurance=tuple(DoneEndurance(sport=bout.sport, minutes=bout.total_minutes) for bout in bouts),
        energy=feel.energy,
        soreness=feel.soreness,
    )


def _sets(lift: StrengthActivity, feel: Feel) -> Iterable[DoneSet]:
    for target in lift.sets:
        if target.kind is SetKind.WORKING:
            yield DoneSet(
                exercise_id=lift.exercise_id,
                reps=target.reps,
                load_kg=target.load_kg and target.load_kg * feel.heavier,
                rpe=None if target.rpe is None else min(10.0, target.rpe + feel.harder),
                planned_reps=target.reps,
                planned_load_kg=target.load_kg,
                planned_rpe=target.rpe,
            )


def missed(day: Day) -> TrainingDay:
    """Nothing was logged of it."""
    return msgspec.structs.replace(done(day), completion=None, sets=(), endurance=())


def workouts_of(*weeks: Week) -> list[Day]:
    return [day for week in weeks for day in week.days if day.activities]


def history(*days: TrainingDay) -> TrainingHistory:
    return TrainingHistory(days=tuple(sorted(days, key=lambda day: day.date)))


def last_day(week: Week) -> datetime.date:
    return week.days[-1].date
