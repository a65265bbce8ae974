"""Ways to make things easier, harder, shorter or longer, and to do more or less of a muscle."""

from collections.abc import Callable, Iterator

from domain.ids import ActivityId
from domain.operations import AddExercise, PlanOperation, RemoveActivity, ScaleIntensity, ScaleTarget, ScaleVolume
from domain.plan import Day, SetKind, StrengthActivity
from services.feedback.acting.days import NOTHING_WORSE_THAN
from services.feedback.acting.situation import Operations, Situation, Step
from services.feedback.wishes import LimitMinutes, Scale, Stress
from services.planning.limits import limits_of

EASIER = (0.9, 0.93, 0.95, 0.85, 0.8)
HARDER = (1.1, 1.07, 1.05, 1.03)
SHORTER = (0.75, 0.7, 0.8, 0.6, 0.5)
LONGER = (1.25, 1.34, 1.2, 1.5)
MINUTE_FACTORS = (0.9, 0.8, 0.7, 0.6, 0.5)
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
    """Fewer sets, then fewer exercises, until a day fits."""
    long = [day for day in situation.open_days(wish.scope) if day.estimated_minutes > wish.minutes]
    return [Step(ways=_fittings(day, wish.minutes, situation), tolerated=NOTHING_WORSE_THAN) for day in long]


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
    """The same without the first week of the plan, in which effort is held back (R34)."""
    if wish.exercises or wish.endurance_alone:
        return []
    start = situation.document.start_date
    days = [day for day in situation.open_days(wish.scope) if day.activities and (day.date - start).days >= FIRST_DAYS]
    return _whole_weeks_and_days(days, situation)


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


def _fittings(day: Day, minutes: int, situation: Situation) -> Iterator[Operations]:
    """Found by trying: the minutes of a day follow from what is in it."""
    for operations in _cuts(day):
        edited = situation.edited(operations)
        after = next(one for week in edited.document.weeks for one in week.days if one.date == day.date)
        if 0 < after.estimated_minutes <= minutes:
            yield operations


def _cuts(day: Day) -> Iterator[Operations]:
    whole = ScaleTarget(day_id=day.id)
    for factor in MINUTE_FACTORS:
        yield (ScaleVolume(target=whole, factor=factor),)
    last_first: list[ActivityId] = [activity.id for activity in reversed(day.activities)]
    for number in range(1, len(last_first)):
        removals = tuple(RemoveActivity(activity_id=one) for one in last_first[:number])
        yield removals
        for factor in (0.7, 0.5):
            yield (*removals, ScaleVolume(target=whole, factor=factor))
    yield (ScaleVolume(target=whole, factor=0.5), ScaleVolume(target=whole, factor=0.5))
