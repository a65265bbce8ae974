"""Ways to make things easier, harder, shorter or longer, and to do more or less of a muscle."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import reduce

from domain.exercise import Catalogue
from domain.operations import AddExercise, PlanOperation, RemoveActivity, ScaleIntensity, ScaleTarget, ScaleVolume
from domain.plan import Day, SetKind, StrengthActivity
from services.feedback.acting.days import NOTHING_WORSE_THAN
from services.feedback.acting.situation import Operations, Situation, Step
from services.feedback.wishes import LimitMinutes, Scale, Scope, Stress
from services.planning.edits.scaling import with_volume_scaled
from services.planning.limits import limits_of
from services.planning.minutes import estimated_minutes

EASIER = (0.9, 0.93, 0.95, 0.85, 0.8)
HARDER = (1.1, 1.07, 1.05, 1.03)
SHORTER = (0.75, 0.7, 0.8, 0.6, 0.5)
LONGER = (1.25, 1.34, 1.2, 1.15, 1.1, 1.5)
MINUTE_FACTORS = (0.9, 0.8, 0.7, 0.6, 0.5)
_ONCE: tuple[tuple[float, ...], ...] = ((), *((factor,) for factor in MINUTE_FACTORS))
_AGAIN = tuple((*halves, factor) for halves in ((0.5,), (0.5, 0.5)) for factor in MINUTE_FACTORS)
"""What is left alone on its day, such as a long ride, may need more than its half."""
FIRST_DAYS = 7
MOST_SETS = 8


def scale(wish: Scale, situation: Situation) -> list[Step]:
    """Gentler factors follow where the first one would break a rule; harder spares the first week in the last resort."""
    targets = _targets(wish, situation)
    if not targets:
        return []
    later = _later(wish, situation) if wish.is_more else []
    tolerated = frozenset() if wish.is_more else NOTHING_WORSE_THAN
    return [Step(ways=_scalings(wish, targets, later), tolerated=tolerated)]


def stress(wish: Stress, situation: Situation) -> list[Step]:
    """One set more or less wherever the muscle is trained; where it is not, an exercise for it."""
    trained = [
        (day, lift)
        for day, lift, exercise in situation.lifts(wish.scope)
        if set(exercise.primary_muscles) & set(wish.muscles)
    ]
    if not trained:
        return [Step(ways=_new_exercises(wish, situation))] if wish.is_more else []
    first_of_days = list({day.id: lift for day, lift in reversed(trained)}.values())
    return [
        Step(
            ways=[
                _one_set([lift for _, lift in trained], is_more=wish.is_more),
                _one_set(first_of_days, is_more=wish.is_more),
            ],
            tolerated=frozenset() if wish.is_more else NOTHING_WORSE_THAN,
        )
    ]


def limit_minutes(wish: LimitMinutes, situation: Situation) -> list[Step]:
    """Fewer sets, then fewer exercises, until each day fits."""
    long = [day for day in situation.open_days(wish.scope) if day.estimated_minutes > wish.minutes]
    operations = tuple(one for day in long for one in _cut(day, wish.minutes, situation.catalogue))
    return [Step(ways=[operations], tolerated=NOTHING_WORSE_THAN)] if operations else []


def _scalings(wish: Scale, targets: list[ScaleTarget], later: list[ScaleTarget]) -> Iterator[Operations]:
    kind: Callable[..., PlanOperation] = ScaleVolume if wish.is_volume else ScaleIntensity
    factors = {
        (False, False): EASIER,
        (False, True): HARDER,
        (True, False): SHORTER,
        (True, True): LONGER,
    }[wish.is_volume, wish.is_more]
    for some in (targets, later):
        for factor in factors if some else ():
            yield tuple(kind(target=target, factor=factor) for target in some)


def _targets(wish: Scale, situation: Situation) -> list[ScaleTarget]:
    if wish.exercises:
        lifts = [lift.id for _, lift, exercise in situation.lifts(wish.scope) if exercise.id in wish.exercises]
        return [ScaleTarget(activity_id=one) for one in lifts]
    if wish.endurance_alone:
        bouts = [bout.id for _, bout in situation.bouts(wish.scope) if wish.sport in (None, bout.sport)]
        return [ScaleTarget(activity_id=one) for one in bouts]
    return _whole_weeks_and_days([day for day in situation.open_days(wish.scope) if day.activities], situation)


def _whole_weeks_and_days(days: list[Day], situation: Situation) -> list[ScaleTarget]:
    """A week where all of its open sessions are meant, so that it is told as one change; else day by day."""
    targets: list[ScaleTarget] = []
    for week in situation.document.weeks:
        open_here = [day for day in week.days if day.date in situation.editable and day.activities]
        meant = [day for day in open_here if day in days]
        if meant and len(meant) == len(open_here) and len(meant) > 1:
            targets.append(ScaleTarget(week_number=week.number))
        else:
            targets.extend(ScaleTarget(day_id=day.id) for day in meant)
    return targets


def _later(wish: Scale, situation: Situation) -> list[ScaleTarget]:
    """The same without the first week of the plan, in which effort and minutes are held back (R20, R34)."""
    start = situation.document.start_date
    days = [day.date for day in situation.open_days(wish.scope) if (day.date - start).days >= FIRST_DAYS]
    return _targets(replace(wish, scope=Scope(dates=frozenset(days))), situation)


def _one_set(lifts: list[StrengthActivity], *, is_more: bool) -> Operations:
    operations: list[PlanOperation] = []
    for lift in lifts:
        number = sum(one.kind is SetKind.WORKING for one in lift.sets)
        wanted = number + 1 if is_more else number - 1
        if 1 <= wanted <= MOST_SETS:
            factor = max(0.5, min(1.5, wanted / number))
            operations.append(ScaleVolume(target=ScaleTarget(activity_id=lift.id), factor=factor))
    return tuple(operations)


def _new_exercises(wish: Stress, situation: Situation) -> Iterator[Operations]:
    limits = limits_of(situation.basis)
    fit = [
        exercise
        for exercise in situation.catalogue
        if exercise.usefulness > 1 and set(exercise.primary_muscles) & set(wish.muscles) and limits.allow(exercise)
    ]
    days = [
        day
        for day in situation.open_days(wish.scope)
        if any(isinstance(one, StrengthActivity) for one in day.activities)
    ]
    for exercise in sorted(fit, key=lambda one: (-one.usefulness, one.name))[:3]:
        for weekday in dict.fromkeys(day.weekday for day in days):
            yield tuple(
                AddExercise(day_id=day.id, exercise_id=exercise.id, sets=2) for day in days if day.weekday is weekday
            )


def _cut(day: Day, minutes: int, catalogue: Catalogue) -> Operations:
    """The least that brings a day within the minutes; as much as there is to take where that does not."""
    least: Operations = ()
    for removed in range(len(day.activities)):
        kept = day.activities[: len(day.activities) - removed]
        removals = tuple(RemoveActivity(activity_id=one.id) for one in day.activities[len(kept) :])
        for factors in _ONCE if len(kept) > 1 else (*_ONCE, *_AGAIN):
            scaled = tuple(reduce(with_volume_scaled, factors, one) for one in kept)
            least = (*removals, *(_volume(day, factor) for factor in factors))
            if estimated_minutes(scaled, catalogue) <= minutes:
                return least
    return least


def _volume(day: Day, factor: float) -> PlanOperation:
    return ScaleVolume(target=ScaleTarget(day_id=day.id), factor=factor)
