"""A week made once more to compare with: what was asked for differently may come, go and grow, and the rest stays or makes room."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.lessons import LessonRuleKind
from domain.terms import MovementPattern, Muscle
from services.planning.candidates import Candidate
from services.planning.progression import Phase
from services.planning.strength.choose import Chosen, choose, choose_near
from services.planning.strength.prescription import StrengthStyle
from services.planning.strength.session import Slot
from services.planning.strength.task import Near, Task, strength_task
from services.planning.wishes import Wishes

_ALIKE = {MovementPattern.LUNGE: MovementPattern.SQUAT, MovementPattern.CARRY: MovementPattern.CORE}
"""Patterns that stand in for each other."""
MOST_PLACES = 60
"""Of exercises in sessions that may be weighed again for one plan, so that small weeks are compared with more others than large
ones: each place takes most of a millisecond. One other week may be as large as it is."""
_SAME_RATIO = 0.02
"""Targets whose changes differ by less than that only share out the time anew."""


class NotComparable(Exception):
    """The week is too different a one, or nothing was found in the little time there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a week of strength work is to be made of."""

    slots: tuple[Slot, ...]
    candidates: tuple[Candidate, ...]
    phases: Sequence[Phase]
    style: StrengthStyle
    kept: Mapping[tuple[int, ExerciseId], int]

    def task(self) -> Task:
        """What the solver is asked for it."""
        return replace(strength_task(self.slots, self.candidates, self.phases, style=self.style), kept=self.kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A week, what was asked of the solver for it, and what it chose."""

    week: Wanted
    task: Task
    chosen: Chosen

    def sets(self) -> dict[tuple[int, ExerciseId], int]:
        """Working sets by the day's offset and the exercise."""
        return {
            (slot.offset, choice.exercise.id): choice.sets
            for slot, choices in zip(self.task.slots, self.chosen.sessions, strict=True)
            for choice in choices
        }


@dataclass(slots=True)
class Comparison:
    """The week to stay close to, None where there is no strength work, and how much may still be looked for."""

    solved: Solved | None
    places_left: int = MOST_PLACES

    def searched(self, task: Task) -> Chosen:
        """Raises NotComparable where enough was looked for already, or nothing is found."""
        places = len(task.slots) * len(task.candidates)
        if places > self.places_left < MOST_PLACES:
            raise NotComparable
        self.places_left -= places
        chosen = choose_near(task)
        if chosen is None:
            raise NotComparable
        return chosen


def solved(week: Wanted) -> Solved:
    task = week.task()
    return Solved(week=week, task=task, chosen=choose(task))


def solved_near(week: Wanted, comparison: Comparison) -> Solved:
    """The best week that differs from the other one only where it is asked for differently; the very same where nothing is.

    Raises NotComparable.
    """
    real = comparison.solved
    if real is None or real.week.slots != week.slots:
        raise NotComparable
    if _asks_the_same(week, real):
        return real
    near = _near(week, real)
    closest = _reduced(week, near)
    if not near.open and not near.grows:
        return Solved(week=week, task=closest, chosen=real.chosen)
    return Solved(week=week, task=closest, chosen=comparison.searched(closest))


def _reduced(week: Wanted, near: Near) -> Task:
    """The task with what the other week has and what is open alone: a fraction of the candidates, and of the time.

    Nothing counts for having been there before, as if what is asked for had always been so.
    """
    there = {exercise_id for _, exercise_id in near.sets} | near.open
    few = tuple(candidate for candidate in week.candidates if candidate.exercise.id in there)
    can_train = frozenset(muscle for one in week.candidates for muscle in one.exercise.primary_muscles)
    task = strength_task(week.slots, few, week.phases, style=week.style, can_train=can_train)
    return replace(task, near=near)


def _asks_the_same(week: Wanted, real: Solved) -> bool:
    """Whether the solver would be asked the very same, and so would answer the same."""
    if (week.candidates, week.phases, week.kept) != (real.week.candidates, real.week.phases, real.week.kept):
        return False
    return _bounds(week.style) == _bounds(real.week.style) or week.task() == real.task


def _bounds(style: StrengthStyle) -> tuple[object, ...]:
    """All of a style that counts beside the candidates."""
    wishes = style.wishes
    return replace(style, wishes=Wishes(scalings=wishes.scalings)), wishes.stressed_muscles, wishes.spared_muscles


def _near(week: Wanted, real: Solved) -> Near:
    """What may differ: what is asked for differently, and what could change places with that. Where amounts are, all of them."""
    sets = real.sets()
    if _aims(week.style) != _aims(real.week.style):
        return Near(sets, _training(week.candidates, _shifted(week, real)), grows=True)
    used = frozenset(exercise_id for _, exercise_id in sets)
    return Near(sets, _kindred(week.candidates, _touched(real.week.candidates, week.candidates, used)))


def _aims(style: StrengthStyle) -> tuple[object, ...]:
    """What is asked of the amounts of strength work, as opposed to the exercises."""
    wishes = style.wishes
    volumes = tuple(rule for rule in wishes.scalings if rule.kind is LessonRuleKind.VOLUME and rule.sport is None)
    return wishes.stressed_muscles, wishes.spared_muscles, volumes


def _shifted(week: Wanted, real: Solved) -> frozenset[Muscle]:
    """Muscles whose share of the work is another one, rather than the amount of all work."""
    before, after = real.task.targets, _reduced(week, Near({}, frozenset())).targets
    ratios = {muscle: after[muscle] / before[muscle] for muscle in before.keys() & after.keys() if before[muscle]}
    usual = median(ratios.values()) if ratios else 1.0
    return frozenset(muscle for muscle, ratio in ratios.items() if abs(ratio - usual) > _SAME_RATIO)


def _training(candidates: Iterable[Candidate], muscles: frozenset[Muscle]) -> frozenset[ExerciseId]:
    return frozenset(c.exercise.id for c in candidates if not muscles.isdisjoint(c.exercise.primary_muscles))


def _touched(before: Iterable[Candidate], after: Sequence[Candidate], used: frozenset[ExerciseId]) -> list[Exercise]:
    """What is more appealing than it was or was not there; and of what the week has, all that is less so or gone."""
    old = {candidate.exercise.id: candidate for candidate in before}
    new = {candidate.exercise.id: candidate for candidate in after}
    better = [one.exercise for key, one in new.items() if key not in old or one.appeal > old[key].appeal]
    worse = [
        old[key].exercise
        for key in sorted(used)
        if key in old and (key not in new or new[key].appeal < old[key].appeal)
    ]
    return [*better, *worse]


def _kindred(candidates: Iterable[Candidate], touched: Iterable[Exercise]) -> frozenset[ExerciseId]:
    """The candidates that could change places with them."""
    kinds = {kind for exercise in touched for kind in _kinds(exercise)}
    return frozenset(one.exercise.id for one in candidates if not kinds.isdisjoint(_kinds(one.exercise)))


def _kinds(exercise: Exercise) -> frozenset[MovementPattern | Muscle]:
    if exercise.pattern is MovementPattern.ISOLATION:
        return frozenset(exercise.primary_muscles[:1])
    return frozenset({_ALIKE.get(exercise.pattern, exercise.pattern), *exercise.primary_muscles[:1]})
