"""Where a plan goes against a limitation, in words."""

from collections.abc import Iterator
from datetime import date

from domain.plan import Interval
from domain.terms import LimitationKind
from services.checking.limits import LIMITS, Limit, exercise_fault
from services.checking.reading import Bout, Lift, Reading
from services.checking.wording import number, on, words

PREGNANCY_DAYS = 280
SUPINE_WEEKS = 16


def is_late_pregnancy(reading: Reading, day: date) -> bool:
    """Whether this date lies after week 16 of the pregnancy (ACOG 804); an unknown due date counts as after."""
    due = [
        limitation.date
        for limitation in reading.constraints.limitations
        if limitation.kind is LimitationKind.PREGNANCY and limitation.date is not None
    ]
    if not due:
        return True
    return day.toordinal() - (due[0].toordinal() - PREGNANCY_DAYS) > SUPINE_WEEKS * 7


def limit_faults(reading: Reading, kind: LimitationKind) -> list[str]:
    """All that this limitation forbids and the days ahead have, in words."""
    ahead = reading.ahead
    if kind is LimitationKind.CARDIAC_WARNING:
        return [f"training on {on(session.day.date)} before a doctor has cleared it" for session in ahead.sessions]
    if kind is LimitationKind.BETA_BLOCKER:
        return [f"{bout.where} names a heart rate" for bout in ahead.bouts if _names_heart_rate(bout)]
    limit = LIMITS.get(kind)
    if limit is None:
        return []
    faults = [fault for lift in ahead.lifts for fault in _lift_faults(reading, limit, lift)]
    return faults + [fault for bout in ahead.bouts for fault in _bout_faults(limit, bout)]


def _names_heart_rate(bout: Bout) -> bool:
    return any(interval.heart_rate is not None for interval in bout.activity.intervals)


def _lift_faults(reading: Reading, limit: Limit, lift: Lift) -> Iterator[str]:
    where = lift.where
    late = limit.supine_late and is_late_pregnancy(reading, lift.day.date)
    fault = exercise_fault(limit, lift.exercise, is_late=late)
    if fault is not None:
        yield f"{where} {fault}"
    efforts = [target.rpe for target in lift.activity.sets if target.rpe is not None]
    if limit.maximum_rpe is not None and efforts and max(efforts) > limit.maximum_rpe:
        yield f"{where} is at RPE {number(max(efforts))}, above {number(limit.maximum_rpe)}"


def _bout_faults(limit: Limit, bout: Bout) -> Iterator[str]:
    where = bout.where
    if bout.activity.sport in limit.sports:
        yield f"{where} is {words(bout.activity.sport)}"
    for interval in bout.activity.intervals:
        if (fault := _interval_fault(limit, interval)) is not None:
            yield f"{where} {fault}"
            return


def _interval_fault(limit: Limit, interval: Interval) -> str | None:
    if limit.maximum_zone is not None and interval.zone > limit.maximum_zone:
        return f"is in zone {interval.zone}, above {limit.maximum_zone}"
    if limit.effort_everywhere and limit.maximum_rpe is not None and interval.rpe > limit.maximum_rpe:
        return f"is at RPE {number(interval.rpe)}, above {number(limit.maximum_rpe)}"
    return None
