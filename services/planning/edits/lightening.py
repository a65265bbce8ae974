"""Whether an edit took work out of a week."""

from collections import Counter

from domain.exercise import Catalogue
from domain.plan import EnduranceActivity, SetKind, SetTarget, StrengthActivity, Week
from domain.terms import Muscle, Sport

SECONDS_A_REPETITION = 4


def is_lighter(new: Week, old: Week, catalogue: Catalogue) -> bool:
    """Whether some muscle does less in the new week, in repetitions or in kilograms, or some sport in minutes or in its longest
    session."""
    now, before = _work(new, catalogue), _work(old, catalogue)
    return any(now[key] < amount for key, amount in before.items())


def _work(week: Week, catalogue: Catalogue) -> Counter[tuple[Muscle | Sport, str]]:
    """Repetitions and tonnage of the working sets, by primary muscle; minutes and the longest session, by sport."""
    work: Counter[tuple[Muscle | Sport, str]] = Counter()
    for activity in (activity for day in week.days for activity in day.activities):
        if isinstance(activity, EnduranceActivity):
            minutes = round(activity.total_minutes)
            work[activity.sport, "minutes"] += minutes
            work[activity.sport, "longest"] = max(minutes, work[activity.sport, "longest"])
        else:
            work.update(_lifted(activity, catalogue))
    return work


def _lifted(lift: StrengthActivity, catalogue: Catalogue) -> Counter[tuple[Muscle | Sport, str]]:
    work: Counter[tuple[Muscle | Sport, str]] = Counter()
    exercise = catalogue.get(lift.exercise_id)
    for muscle in exercise.primary_muscles if exercise else ():
        for target in lift.sets:
            if target.kind is SetKind.WORKING:
                work[muscle, "repetitions"] += _repetitions(target)
                work[muscle, "grams"] += round(1000 * _repetitions(target) * (target.load_kg or 0))
    return work


def _repetitions(target: SetTarget) -> int:
    """A held set counts one for every four seconds."""
    return target.reps if target.reps is not None else (target.duration_seconds or 0) // SECONDS_A_REPETITION
