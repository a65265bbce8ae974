"""Ways to carry out wishes about exercises and sports."""

from collections.abc import Iterator

from domain.exercise import Exercise
from domain.ids import DayId, ExerciseId
from domain.operations import AddEndurance, AddExercise, PlanOperation, RemoveActivity, SwapExercise
from domain.plan import Day, EnduranceActivity, Interval, IntervalKind, StrengthActivity
from domain.terms import Sport
from services.feedback.acting.situation import Operations, Situation, Step
from services.feedback.wishes import Add, AddSport, Avoid, Remove, Scope, Swap, SwapSport

ALTERNATIVES_TRIED = 6
ADDED_SETS = (3, 2)
SPORT_MINUTES = (5, 300)
EASY_ZONE = 2


def swap(wish: Swap, situation: Situation) -> list[Step]:
    """One step for each exercise; where the coach is to choose, the best alternatives one after another."""
    return [
        Step(ways=_swaps(situation, exercise_id, wish.new, wish.scope))
        for exercise_id in wish.exercises
        if _is_there(situation, exercise_id, wish.scope)
    ]


def remove(wish: Remove, situation: Situation) -> list[Step]:
    if wish.exercises:
        found = [lift.id for _, lift, exercise in situation.lifts(wish.scope) if exercise.id in wish.exercises]
    else:
        found = [bout.id for _, bout in situation.bouts(wish.scope) if wish.sport in (None, bout.sport)]
    return [Step(ways=[tuple(RemoveActivity(activity_id=one) for one in found)])] if found else []


def avoid(wish: Avoid, situation: Situation) -> list[Step]:
    """What is disliked makes room for what is like it; where nothing is, it goes."""
    if wish.sport is not None:
        return swap_sport(
            SwapSport(old=wish.sport, new=situation.kind_sport(instead_of=wish.sport), scope=Scope()), situation
        )
    disliked = {
        exercise.id: exercise
        for _, _, exercise in situation.lifts()
        if exercise.id in wish.exercises or (wish.pattern is not None and exercise.pattern is wish.pattern)
    }
    return [out_of_the_way(situation, exercise) for exercise in disliked.values()]


def out_of_the_way(
    situation: Situation, exercise: Exercise, scope: Scope | None = None, *, is_due: bool = False
) -> Step:
    """An exercise that has to go: swapped for what serves the same, else removed."""
    wanted = scope or Scope()

    def ways() -> Iterator[Operations]:
        yield from _swaps(situation, exercise.id, None, wanted)
        yield tuple(
            RemoveActivity(activity_id=lift.id) for _, lift, other in situation.lifts(wanted) if other.id == exercise.id
        )

    return Step(ways=ways(), is_due=is_due)


def swap_sport(wish: SwapSport, situation: Situation) -> list[Step]:
    """The same minutes at the same effort in another sport, easy at first where it was hard."""
    operations: list[PlanOperation] = []
    for day, bout in situation.bouts(wish.scope):
        if wish.old in (None, bout.sport) and bout.sport is not wish.new:
            operations += [RemoveActivity(activity_id=bout.id), _the_same_in(wish.new, bout, day.id)]
    return [Step(ways=[tuple(operations)])] if operations else []


def add(wish: Add, situation: Situation) -> list[Step]:
    """On the days that were named; else on the weekday of a strength session, week after week."""
    return [Step(ways=_additions(wish, situation))]


def add_sport(wish: AddSport, situation: Situation) -> list[Step]:
    minutes = min(SPORT_MINUTES[1], max(SPORT_MINUTES[0], wish.minutes))

    def at(days: list[Day]) -> Operations:
        return tuple(AddEndurance(day_id=day.id, sport=wish.sport, minutes=minutes, zone=EASY_ZONE) for day in days)

    if wish.scope.is_said:
        return [Step(ways=[at(list(situation.open_days(wish.scope)))])]
    days = [day for day in situation.open_days() if day.weekday in situation.basis.constraints.training_days][:7]
    by_ease = sorted(days, key=lambda day: (day.estimated_minutes, day.date))
    return [Step(ways=[at([day]) for day in by_ease])]


def _is_there(situation: Situation, exercise_id: ExerciseId, scope: Scope) -> bool:
    return any(exercise.id == exercise_id for _, _, exercise in situation.lifts(scope))


def _swaps(situation: Situation, exercise_id: ExerciseId, new: ExerciseId | None, scope: Scope) -> Iterator[Operations]:
    found = [(day, lift) for day, lift, exercise in situation.lifts(scope) if exercise.id == exercise_id]
    if new is not None:
        yield tuple(SwapExercise(activity_id=lift.id, exercise_id=new) for _, lift in found)
        return
    old = situation.catalogue[exercise_id]
    taken = {other.exercise_id for day, _ in found for other in day.activities if isinstance(other, StrengthActivity)}
    for alternative in situation.alternatives(old, taken)[:ALTERNATIVES_TRIED]:
        yield tuple(SwapExercise(activity_id=lift.id, exercise_id=alternative.id) for _, lift in found)


def _the_same_in(sport: Sport, bout: EnduranceActivity, day_id: DayId) -> AddEndurance:
    work: list[Interval] = [one for one in bout.intervals if one.kind is IntervalKind.STEADY]
    zone = work[0].zone if work else EASY_ZONE
    minutes = min(SPORT_MINUTES[1], max(SPORT_MINUTES[0], round(bout.total_minutes)))
    return AddEndurance(day_id=day_id, sport=sport, minutes=minutes, zone=zone)


def _additions(wish: Add, situation: Situation) -> Iterator[Operations]:
    days = [day for day in situation.open_days(wish.scope) if wish.exercise not in _exercises(day)]
    if wish.scope.is_said and not wish.scope.is_lasting:
        for sets in ADDED_SETS:
            yield tuple(AddExercise(day_id=day.id, exercise_id=wish.exercise, sets=sets) for day in days)
        return
    with_strength = [day for day in days if _exercises(day)]
    for sets in ADDED_SETS:
        for weekday in dict.fromkeys(day.weekday for day in with_strength):
            yield tuple(
                AddExercise(day_id=day.id, exercise_id=wish.exercise, sets=sets)
                for day in with_strength
                if day.weekday is weekday
            )
    for day in with_strength:
        yield (AddExercise(day_id=day.id, exercise_id=wish.exercise, sets=ADDED_SETS[-1]),)


def _exercises(day: Day) -> set[ExerciseId]:
    return {activity.exercise_id for activity in day.activities if isinstance(activity, StrengthActivity)}
