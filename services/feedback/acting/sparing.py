"""Ways to spare what hurts, and to do without what is missing: the days ahead are cleared of it, come what may."""

from collections.abc import Iterator, Sequence

import msgspec

from domain.exercise import Exercise
from domain.ids import ActivityId, ExerciseId
from domain.operations import PlanOperation, RemoveActivity, ScaleIntensity, ScaleTarget, SetTargets
from domain.plan import EnduranceActivity, SetKind, StrengthActivity
from domain.terms import Equipment
from services.feedback.acting.exercises import the_same_in, ways_out
from services.feedback.acting.situation import Operations, Situation, Step
from services.feedback.wishes import Kit, Scope, Spare, SwapSport
from services.planning.catalogue import is_doable
from services.planning.heart_rate import ZONE_RPE
from services.planning.limits import Limits, limits_of

LOAD_FOR_ONE_RPE = 0.03
"""About a thirtieth of the load makes one point of effort (Zourdos 2016)."""
LOWEST_FACTOR = 0.5


def spare(_wish: Spare, situation: Situation) -> list[Step]:
    """All that the limits of the athlete, as they are by now, no longer allow on the days ahead: at once, because a day
    that is cleared in part cannot say yet that it spares anything.
    """
    limits = limits_of(situation.basis)
    going = {exercise.id: exercise for _, _, exercise in situation.lifts() if not limits.allow(exercise)}
    others = (*_kinder_sports(situation, limits), *_milder(situation, limits, frozenset(going)))
    if not going and not others:
        return []
    return [Step(ways=_ways_to_spare(situation, tuple(going.values()), others), is_due=True)]


def _ways_to_spare(situation: Situation, going: Sequence[Exercise], others: Operations) -> Iterator[Operations]:
    """In the very end everything that is concerned is taken out, which nothing can stand against."""
    for way in ways_out(situation, going, Scope()):
        yield (*way, *others)
    leaving = {exercise.id for exercise in going}
    removals = [lift.id for _, lift, exercise in situation.lifts() if exercise.id in leaving]
    for one in others:
        removals += _concerned(one)
    yield tuple(RemoveActivity(activity_id=one) for one in dict.fromkeys(removals))


def _concerned(operation: PlanOperation) -> list[ActivityId]:
    """The activity that an operation is about, where it is about one."""
    if isinstance(operation, RemoveActivity | SetTargets):
        return [operation.activity_id]
    if isinstance(operation, ScaleIntensity) and operation.target.activity_id is not None:
        return [operation.target.activity_id]
    return []


def do_without(wish: Kit, situation: Situation) -> list[Step]:
    """Exercises that need what is missing make room. Kit that is there again changes no day by itself.

    What is missing for good is out of the basis already; what is missing for some days is taken out here.
    """
    owned = situation.basis.constraints.equipment
    bare = situation.without(missing_kit(wish, owned)) if wish.scope.is_said else situation
    left = bare.basis.constraints.equipment
    needing = {exercise.id: exercise for _, _, exercise in bare.lifts(wish.scope) if not is_doable(exercise, left)}
    return [Step(ways=ways_out(bare, tuple(needing.values()), wish.scope), is_due=True)] if needing else []


def missing_kit(wish: Kit, owned: tuple[Equipment, ...]) -> frozenset[Equipment]:
    """What of their own the athlete does without by this wish; `alone` leaves nothing but what was named."""
    if not wish.is_there:
        return frozenset(wish.equipment)
    return frozenset(owned) - {Equipment.BODY_WEIGHT, *wish.equipment} if wish.alone else frozenset()


def _kinder_sports(situation: Situation, limits: Limits) -> Operations:
    """Endurance in a sport that hurts goes on in one that does not."""
    unkind = limits.sports_out | limits.sports_unkind
    operations: list[PlanOperation] = []
    for sport in dict.fromkeys(bout.sport for _, bout in situation.bouts() if bout.sport in unkind):
        new = situation.kind_sport(instead_of=sport)
        if new not in unkind:
            operations += the_same_in(SwapSport(old=sport, new=new, scope=Scope()), situation)
    return tuple(operations)


def _milder(situation: Situation, limits: Limits, leaving: frozenset[ExerciseId]) -> Operations:
    """Sets and intervals above the effort that is still allowed."""
    operations: list[PlanOperation] = []
    for _, lift, exercise in situation.lifts():
        if exercise.id not in leaving and (milder := _capped(lift, limits.maximum_rpe)) is not None:
            operations.append(milder)
    for _, bout in situation.bouts():
        if bout.sport not in limits.sports_out | limits.sports_unkind:
            operations += _within_zone(bout, limits.maximum_zone)
    return tuple(operations)


def _capped(lift: StrengthActivity, highest: float) -> SetTargets | None:
    if not any(one.rpe is not None and one.rpe > highest for one in lift.sets):
        return None
    sets = tuple(
        one
        if one.kind is SetKind.WARM_UP or one.rpe is None or one.rpe <= highest
        else msgspec.structs.replace(
            one,
            rpe=highest,
            load_kg=None if one.load_kg is None else one.load_kg * (1 - LOAD_FOR_ONE_RPE * (one.rpe - highest)),
        )
        for one in lift.sets
    )
    return SetTargets(activity_id=lift.id, sets=sets)


def _within_zone(bout: EnduranceActivity, highest: int) -> list[PlanOperation]:
    hardest = max((one.rpe for one in bout.intervals if one.zone > highest), default=None)
    if hardest is None:
        return []
    factor = max(LOWEST_FACTOR, ZONE_RPE[highest] / hardest)
    return [ScaleIntensity(target=ScaleTarget(activity_id=bout.id), factor=factor)]
