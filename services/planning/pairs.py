"""Pairs: two exercises done in turn, each in the rests of the other, so that more fits into little time (Iversen 2021)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from domain.exercise import Catalogue, Exercise
from domain.ids import ExerciseId
from domain.plan import Activity, StrengthActivity
from domain.terms import Equipment, JointStress, Mechanic, MovementPattern, Muscle

Pattern = MovementPattern
FAMILIES: tuple[frozenset[MovementPattern], ...] = (
    frozenset({Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH}),
    frozenset({Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL, Pattern.CARRY, Pattern.HINGE}),
    frozenset({Pattern.SQUAT, Pattern.LUNGE, Pattern.HINGE, Pattern.CORE}),
    frozenset({Pattern.CORE, Pattern.CARRY}),
)
"""Within one, each tires what the next needs: the same push, the grip and the back, legs and trunk."""
UNPAIRED = frozenset({Pattern.JUMP, Pattern.OLYMPIC, Pattern.MOBILITY})
"""Done fresh or slowly, never in a hurry."""
STATIONS = frozenset({Equipment.BARBELL, Equipment.EZ_BAR, Equipment.SMITH_MACHINE, Equipment.CABLE, Equipment.MACHINE})
"""Nobody loads a bar anew between two sets, nor keeps two of these places at once."""


def can_pair(exercise: Exercise) -> bool:
    """Whether it may be part of any pair."""
    return exercise.pattern not in UNPAIRED and not exercise.is_balance


def may_pair(one: Exercise, other: Exercise) -> bool:
    """Whether each can be done in the rests of the other: other muscles, and nothing to set up anew."""
    if not (can_pair(one) and can_pair(other)) or STATIONS & set(one.equipment) & set(other.equipment):
        return False
    if JointStress.SPINE_AXIAL in one.stresses and JointStress.SPINE_AXIAL in other.stresses:
        return False
    if any(one.pattern in family and other.pattern in family for family in FAMILIES):
        return False
    return not _muscles(one, other) & set(other.primary_muscles) and not _muscles(other, one) & set(one.primary_muscles)


def _muscles(one: Exercise, other: Exercise) -> set[Muscle]:
    """What one must leave fresh for the other: an exercise for a single joint suffers from what its muscle helped with."""
    is_compound = one.mechanic is Mechanic.COMPOUND and other.mechanic is Mechanic.COMPOUND
    return set(one.primary_muscles) if is_compound else {*one.primary_muscles, *one.secondary_muscles}


def pairs_of(activities: Sequence[StrengthActivity]) -> Iterator[tuple[StrengthActivity, StrengthActivity]]:
    """The pairs of a day: just two with the same number."""
    numbered: dict[int, list[StrengthActivity]] = defaultdict(list)
    for activity in activities:
        if activity.pair is not None:
            numbered[activity.pair].append(activity)
    return ((found[0], found[1]) for found in numbered.values() if len(found) == 2)


def settled(
    activities: tuple[Activity, ...], exercises: Catalogue | Mapping[ExerciseId, Exercise]
) -> tuple[Activity, ...]:
    """The activities with pairs that are pairs, and notes that say so: what lost its partner, or got one that is in its way,
    stands alone. Where nothing is to be settled they are the very same."""
    lifts = [activity for activity in activities if isinstance(activity, StrengthActivity)]
    partners: dict[str, Exercise] = {}
    for one, other in pairs_of(lifts):
        first, second = exercises.get(one.exercise_id), exercises.get(other.exercise_id)
        if first is not None and second is not None and may_pair(first, second):
            partners[one.id], partners[other.id] = second, first
    found = tuple(_settled(activity, partners.get(activity.id), exercises) for activity in activities)
    return found if found != activities else activities


def _settled(
    activity: Activity, partner: Exercise | None, exercises: Catalogue | Mapping[ExerciseId, Exercise]
) -> Activity:
    if not isinstance(activity, StrengthActivity) or activity.pair is None:
        return activity
    exercise = exercises.get(activity.exercise_id)
    note = exercise_note(exercise, partner) if exercise is not None else None
    pair = activity.pair if partner is not None else None
    if (note, pair) == (activity.note, activity.pair):
        return activity
    return msgspec.structs.replace(activity, note=note, pair=pair)


def exercise_note(exercise: Exercise, partner: Exercise | None = None) -> str | None:
    """What to mind: that sets are for both sides, and with what they are done in turn."""
    parts = []
    if partner is not None:
        parts.append(
            f"In turn with {partner.name}: a set of one, then a set of the other, each while you rest from the other."
        )
    if exercise.is_timed and exercise.is_unilateral:
        parts.append("The time is for both sides together: change sides half-way.")
    elif exercise.is_unilateral:
        parts.append("The repetitions are for each side.")
    return " ".join(parts) or None
