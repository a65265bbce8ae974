"""An athlete of numbers: true maxima that the system does not know, days that differ, and logs that are not always right."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from domain.basis import PlanBasis
from domain.exercise import Catalogue, Exercise
from domain.history import DoneEndurance, DoneSet, TrainingDay, TrainingHistory
from domain.ids import ExerciseId
from domain.plan import Day, EnduranceActivity, SetKind, SetTarget, StrengthActivity
from domain.terms import Equipment, ExperienceLevel, MovementPattern
from domain.training import Completion
from services.planning.loads import load_step, loadable

STRENGTH: dict[MovementPattern, float] = {
    MovementPattern.SQUAT: 1.3,
    MovementPattern.HINGE: 1.5,
    MovementPattern.HORIZONTAL_PUSH: 0.9,
    MovementPattern.HORIZONTAL_PULL: 0.9,
    MovementPattern.VERTICAL_PUSH: 0.6,
    MovementPattern.VERTICAL_PULL: 0.9,
    MovementPattern.LUNGE: 0.8,
}
"""True maxima in shares of the body weight; half of it where each hand has its own weight."""
OTHER_STRENGTH = 0.35
TALENT: dict[ExperienceLevel, tuple[float, float]] = {
    ExperienceLevel.NOVICE: (0.5, 0.8),
    ExperienceLevel.INTERMEDIATE: (0.7, 1.05),
    ExperienceLevel.ADVANCED: (0.9, 1.25),
}
MOST_WEEKLY_GAIN: dict[ExperienceLevel, float] = {
    ExperienceLevel.NOVICE: 0.015,
    ExperienceLevel.INTERMEDIATE: 0.008,
    ExperienceLevel.ADVANCED: 0.004,
}
"""Somebody's true gain is anything from nothing to this."""
GUESS_ERROR, CORRECTED_ERROR = 0.10, 0.04
"""How far off a load is that somebody chooses by effort alone: at first, and once they have felt a set."""
EFFORT_ERROR = 0.5
"""In points of RPE, from set to set."""
FORM_ERROR = 0.0075
"""Of the maximum, from day to day."""
UNTOLD_EFFORTS = 0.1
TYPOS = 0.02
MISSED = 0.1


@dataclass(frozen=True, slots=True)
class Felt:
    """One working set with a planned load: intended and felt effort, the load and the one that would have been right."""

    exercise: Exercise
    week: int
    intended: float
    felt: float
    load: float
    ideal: float


@dataclass
class Lifter:
    """Trains by a plan. Repetitions to failure follow Epley with a constant of their own, which the system knows nothing of."""

    basis: PlanBasis
    catalogue: Catalogue
    seed: int
    effort_error: float = EFFORT_ERROR
    days: list[TrainingDay] = field(default_factory=list)
    felt: list[Felt] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._endurance = self._chance.uniform(27, 33)
        self._talent = self._chance.uniform(*TALENT[self.basis.experience])
        self._gain = 1 + self._chance.uniform(0, MOST_WEEKLY_GAIN[self.basis.experience])
        self._maxima: dict[ExerciseId, float] = {}
        self._form = 1.0

    @property
    def history(self) -> TrainingHistory:
        return TrainingHistory(days=tuple(self.days))

    def train(self, day: Day, *, week: int) -> None:
        """This day of this week, or not at all; what was done is in the history."""
        if day.activities:
            self.days.append(self._skipped(day) if self._chance.random() < MISSED else self._trained(day, week))

    def _skipped(self, day: Day) -> TrainingDay:
        return TrainingDay(date=day.date, is_planned=True, planned=frozenset(one.exercise_id for one in _lifts(day)))

    def _trained(self, day: Day, week: int) -> TrainingDay:
        self._form = 1 + self._chance.gauss(0, FORM_ERROR)
        bouts = [activity for activity in day.activities if isinstance(activity, EnduranceActivity)]
        return TrainingDay(
            date=day.date,
            is_planned=True,
            completion=Completion.DONE,
            planned=frozenset(one.exercise_id for one in _lifts(day)),
            sets=tuple(done for lift in _lifts(day) for done in self._lifted(lift, week)),
            endurance=tuple(DoneEndurance(sport=bout.sport, minutes=bout.total_minutes) for bout in bouts),
        )

    def _lifted(self, lift: StrengthActivity, week: int) -> Iterator[DoneSet]:
        exercise = self.catalogue[lift.exercise_id]
        error = GUESS_ERROR
        for target in lift.sets:
            if target.kind is not SetKind.WORKING or target.reps is None or target.rpe is None:
                continue
            if load_step(exercise) is None:
                yield _as_meant(exercise, target)
                continue
            ideal = self._ideal(exercise, target.reps, target.rpe, week)
            load = target.load_kg or self._guess(exercise, ideal, error)
            error = CORRECTED_ERROR
            yield self._logged(self._set(exercise, target, week, load=load, ideal=ideal))

    def _guess(self, exercise: Exercise, ideal: float, error: float) -> float:
        guess = loadable(ideal * (1 + self._chance.gauss(0, error)), exercise, self.basis.unit_system)
        assert guess is not None  # only what is loaded is guessed
        return guess

    def _set(self, exercise: Exercise, target: SetTarget, week: int, *, load: float, ideal: float) -> DoneSet:
        assert target.reps is not None
        assert target.rpe is not None
        to_failure = max(1.0, (self._maximum(exercise, week) * self._form / load - 1) * self._endurance)
        reps = max(1, min(target.reps, int(to_failure)))
        felt = min(10.0, max(1.0, 10 - (to_failure - reps) + self._chance.gauss(0, self.effort_error)))
        if target.load_kg is not None:
            self.felt.append(Felt(exercise, week, target.rpe, felt, load, ideal))
        return DoneSet(
            exercise_id=exercise.id,
            reps=reps,
            load_kg=load,
            rpe=round(2 * felt) / 2,
            planned_reps=target.reps,
            planned_load_kg=target.load_kg,
            planned_rpe=target.rpe,
        )

    def _logged(self, done: DoneSet) -> DoneSet:
        """As it is typed in: now and then without the effort, and now and then wrong."""
        rpe = None if self._chance.random() < UNTOLD_EFFORTS else done.rpe
        load, reps = done.load_kg, done.reps
        assert load is not None
        assert reps is not None
        if self._chance.random() < TYPOS:
            load, reps = self._chance.choice(((10 * load, reps), (load / 10, reps), (load, reps + 10), (load, 1)))
        return DoneSet(
            exercise_id=done.exercise_id,
            reps=reps,
            load_kg=load,
            rpe=rpe,
            planned_reps=done.planned_reps,
            planned_load_kg=done.planned_load_kg,
            planned_rpe=done.planned_rpe,
        )

    def _ideal(self, exercise: Exercise, reps: int, rpe: float, week: int) -> float:
        """The load that would feel as intended on an average day."""
        return self._maximum(exercise, week) / (1 + (reps + 10 - rpe) / self._endurance)

    def _maximum(self, exercise: Exercise, week: int) -> float:
        if exercise.id not in self._maxima:
            share = STRENGTH.get(exercise.pattern, OTHER_STRENGTH) * self._chance.uniform(0.85, 1.15)
            hands = 0.5 if Equipment.DUMBBELL in exercise.equipment else 1.0
            self._maxima[exercise.id] = self.basis.weight_kg * self._talent * share * hands
        return self._maxima[exercise.id] * self._gain ** (week - 1)


def _lifts(day: Day) -> list[StrengthActivity]:
    return [activity for activity in day.activities if isinstance(activity, StrengthActivity)]


def _as_meant(exercise: Exercise, target: SetTarget) -> DoneSet:
    return DoneSet(
        exercise_id=exercise.id,
        reps=target.reps,
        rpe=target.rpe,
        planned_reps=target.reps,
        planned_rpe=target.rpe,
    )
