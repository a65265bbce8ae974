"""Whether an edit took work out of a week."""

from collections import Counter

from domain.exercise import Catalogue
from domain.plan import SetKind, SetTarget, StrengthActivity, Week
from domain.terms import Muscle

SECONDS_A_REPETITION = 4


def is_lighter(new: Week, old: Week, catalogue: Catalogue) -> bool:
    """Whether some muscle does less in the new week, in repetitions or in kilograms."""
    now, before = _work(new, catalogue), _work(old, catalogue)
    return any(now[key] < amount for key, amount in before.items())


def _work(week: Week, catalogue: Catalogue) -> Counter[tuple[Muscle, str]]:
    """Repetitions and tonnage of the working sets, by primary muscle."""
    work: Counter[tuple[Muscle, str]] = Counter()
    for lift in (
        activity for day in week.days for activity in day.activities if isinstance(activity, StrengthActivity)
    ):
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
