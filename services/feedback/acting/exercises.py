"""Ways to carry out wishes about exercises and sports."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from domain.exercise import Exercise
from domain.ids import DayId, ExerciseId
from domain.operations import AddEndurance, AddExercise, PlanOperation, RemoveActivity, SwapExercise
from domain.plan import Day, EnduranceActivity, Interval, IntervalKind, StrengthActivity
from domain.terms import Equipment, Sport
from services.feedback.acting.situation import Operations, Situation, Step
from services.feedback.wishes import Add, AddSport, Avoid, Beyond, Remove, Scope, Swap, SwapSport
from services.planning.catalogue import LEVEL_RANK

ALTERNATIVES_TRIED = 6
ADDED_SETS = (3, 2)
SPORT_MINUTES = (5, 300)
USUAL_MINUTES = (30, 20, 15)
EASY_ZONE = 2


def swap(wish: Swap, situation: Situation) -> list[Step]:
    """One step for each exercise; where the coach is to choose, the best alternatives one after another."""
    return [
        Step(ways=_swaps(situation, exercise_id, wish.new, wish.scope))
        for exercise_id in wish.exercises
        if _is_there(situation, exercise_id, wish.scope)
    ]


def ease(wish: Beyond, situation: Situation) -> list[Step]:
    """What cannot be done yet makes room for what leads there: a pull-up for one that is let down slowly."""
    return [
        Step(ways=_swaps(situation, one, None, Scope(), is_easier=True))
        for one in wish.exercises
        if _is_there(situation, one, Scope())
    ]


def _on_the_way_to(old: Exercise, fitting: Sequence[Exercise]) -> list[Exercise]:
    """Those for a lower level; where it is at the lowest, those that are no harder, and rather without a barbell."""
    lower = [one for one in fitting if LEVEL_RANK[one.level] < LEVEL_RANK[old.level]]
    alike = [one for one in fitting if one.level is old.level]
    return lower or [one for one in alike if Equipment.BARBELL not in one.equipment] or alike


def remove(wish: Remove, situation: Situation) -> list[Step]:
    if wish.exercises:
        found = [lift.id for _, lift, exercise in situation.lifts(wish.scope) if exercise.id in wish.exercises]
    else:
        found = [bout.id for _, bout in situation.bouts(wish.scope) if wish.sport in (None, bout.sport)]
    return [Step(ways=[tuple(RemoveActivity(activity_id=one) for one in found)])] if found else []


def avoid(wish: Avoid, situation: Situation) -> list[Step]:
    """What is disliked makes room for what is like it; where nothing is, it goes."""
    if wish.sport is not None:
        return _without_sport(wish.sport, situation)
    disliked = {
        exercise.id: exercise
        for _, _, exercise in situation.lifts()
        if exercise.id in wish.exercises or (wish.pattern is not None and exercise.pattern is wish.pattern)
    }
    if not disliked:
        return []
    namesakes = {other.id for other in situation.catalogue for one in disliked.values() if one.name in other.name}
    return [Step(ways=ways_out(situation, tuple(disliked.values()), Scope(), shunned=namesakes))]


def _without_sport(sport: Sport, situation: Situation) -> list[Step]:
    """Another sport that nothing speaks against, else walks, else nothing in its place."""
    bouts = [bout for _, bout in situation.bouts() if bout.sport is sport]
    if not bouts:
        return []
    others = dict.fromkeys((situation.kind_sport(instead_of=sport), Sport.WALKING))
    swaps = (the_same_in(SwapSport(old=sport, new=new, scope=Scope()), situation) for new in others if new is not sport)
    return [Step(ways=(*swaps, tuple(RemoveActivity(activity_id=bout.id) for bout in bouts)))]


def ways_out(
    situation: Situation, going: Sequence[Exercise], scope: Scope, *, shunned: Collection[ExerciseId] = ()
) -> Iterator[Operations]:
    """Exercises that have to go, all at once: each swapped for what serves the same, the likest first; in the end removed.

    What is `shunned` takes no place: who is tired of deadlifts would not thank for sumo deadlifts.
    """
    for skipped in range(ALTERNATIVES_TRIED):
        yield _assigned(situation, going, scope, _Choice(skipped, frozenset(shunned)))
    identities = {exercise.id for exercise in going}
    yield tuple(
        RemoveActivity(activity_id=lift.id) for _, lift, other in situation.lifts(scope) if other.id in identities
    )


class _Choice(NamedTuple):
    """How many of the likest to pass over, and what not to take at all."""

    skipped: int
    shunned: frozenset[ExerciseId]


def _assigned(situation: Situation, going: Sequence[Exercise], scope: Scope, choice: _Choice) -> Operations:
    """One alternative for each exercise, none twice on a day; what has none is removed."""
    operations: list[PlanOperation] = []
    taken: dict[DayId, set[ExerciseId]] = {day.id: _exercises(day) for day in situation.open_days(scope)}
    for old in going:
        places = [(day, lift) for day, lift, exercise in situation.lifts(scope) if exercise.id == old.id]
        used = choice.shunned.union(*(taken[day.id] for day, _ in places))
        found = situation.alternatives(old, used)
        new = found[min(choice.skipped, len(found) - 1)] if found else None
        for day, lift in places:
            if new is None:
                operations.append(RemoveActivity(activity_id=lift.id))
            else:
                operations.append(SwapExercise(activity_id=lift.id, exercise_id=new.id))
                taken[day.id].add(new.id)
    return tuple(operations)


def swap_sport(wish: SwapSport, situation: Situation) -> list[Step]:
    operations = the_same_in(wish, situation)
    return [Step(ways=[operations])] if operations else []


def the_same_in(wish: SwapSport, situation: Situation) -> Operations:
    """The same minutes at the same effort in another sport, on each day as one session; what was hard begins easy."""
    leaving: dict[DayId, list[EnduranceActivity]] = {}
    for day, bout in situation.bouts(wish.scope):
        if wish.old in (None, bout.sport) and bout.sport is not wish.new:
            leaving.setdefault(day.id, []).append(bout)
    operations: list[PlanOperation] = []
    for day_id, bouts in leaving.items():
        operations += (RemoveActivity(activity_id=bout.id) for bout in bouts)
        operations.append(_like(bouts, wish.new, day_id))
    return tuple(operations)


def add(wish: Add, situation: Situation) -> list[Step]:
    """On the days that were named; else on the weekday of a strength session, week after week."""
    return [Step(ways=_additions(wish, situation))]


def add_sport(wish: AddSport, situation: Situation) -> list[Step]:
    """An easy session of the minutes that were said; else of those that are usual, or as many as there may be."""
    minutes = USUAL_MINUTES if wish.minutes is None else (min(SPORT_MINUTES[1], max(SPORT_MINUTES[0], wish.minutes)),)
    return [Step(ways=(way for number in minutes for way in _sessions(wish, number, situation)))]


def _sessions(wish: AddSport, minutes: int, situation: Situation) -> Iterator[Operations]:
    def on(*days: Day) -> Operations:
        return tuple(AddEndurance(day_id=day.id, sport=wish.sport, minutes=minutes, zone=EASY_ZONE) for day in days)

    if wish.scope.is_said:
        yield on(*situation.open_days(wish.scope))
        return
    days = [day for day in situation.open_days() if day.weekday in situation.basis.constraints.training_days][:7]
    yield from (on(day) for day in sorted(days, key=lambda day: (day.estimated_minutes, day.date)))


def _is_there(situation: Situation, exercise_id: ExerciseId, scope: Scope) -> bool:
    return any(exercise.id == exercise_id for _, _, exercise in situation.lifts(scope))


def _swaps(
    situation: Situation, exercise_id: ExerciseId, new: ExerciseId | None, scope: Scope, *, is_easier: bool = False
) -> Iterator[Operations]:
    found = [(day, lift) for day, lift, exercise in situation.lifts(scope) if exercise.id == exercise_id]
    if new is not None:
        yield tuple(SwapExercise(activity_id=lift.id, exercise_id=new) for _, lift in found)
        return
    old = situation.catalogue[exercise_id]
    taken = {other.exercise_id for day, _ in found for other in day.activities if isinstance(other, StrengthActivity)}
    fitting = situation.alternatives(old, taken)
    if is_easier:
        fitting = _on_the_way_to(old, fitting)
    for alternative in fitting[:ALTERNATIVES_TRIED]:
        yield tuple(SwapExercise(activity_id=lift.id, exercise_id=alternative.id) for _, lift in found)


def _like(bouts: Sequence[EnduranceActivity], sport: Sport, day_id: DayId) -> AddEndurance:
    work: list[Interval] = [one for bout in bouts for one in bout.intervals if one.kind is IntervalKind.STEADY]
    zone = work[0].zone if work else EASY_ZONE
    total = round(sum(bout.total_minutes for bout in bouts))
    minutes = min(SPORT_MINUTES[1], max(SPORT_MINUTES[0], total))
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
