"""Athletes of flesh and numbers: they have true maxima that the system does not know, feel effort with some error, and log."""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from domain.basis import PlanBasis
from domain.exercise import Catalogue, Exercise
from domain.history import DoneEndurance, DoneSet, TrainingDay, TrainingHistory
from domain.ids import ExerciseId
from domain.plan import Day, EnduranceActivity, PlanDocument, SetKind, SetTarget, StrengthActivity
from domain.terms import MovementPattern
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
WEEKLY_GAIN = 1.005
GUESS_ERROR = 0.10
EFFORT_ERROR = 0.4


@dataclass(frozen=True)
class Felt:
    """One loaded working set: week, intended and felt effort, the load and the one that would have been right."""

    exercise: Exercise
    week: int
    intended: float
    felt: float
    load: float
    ideal: float


@dataclass
class Simulated:
    """Trains by a plan. Repetitions to failure follow Epley with a constant of their own, which the system knows nothing of."""

    basis: PlanBasis
    catalogue: Catalogue
    seed: int
    days: list[TrainingDay] = field(default_factory=list)
    felt: list[Felt] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._endurance = self._chance.uniform(27, 33)
        self._talent = self._chance.uniform(0.6, 1.2)
        self._maxima: dict[ExerciseId, float] = {}

    @property
    def history(self) -> TrainingHistory:
        return TrainingHistory(days=tuple(self.days))

    def train(self, document: PlanDocument, number: int) -> None:
        """The week with this number, as it is planned."""
        for day in document.weeks[number - 1].days:
            if day.activities:
                self.days.append(self.trained(day, number))

    def trained(self, day: Day, week: int) -> TrainingDay:
        lifts = [activity for activity in day.activities if isinstance(activity, StrengthActivity)]
        bouts = [activity for activity in day.activities if isinstance(activity, EnduranceActivity)]
        return TrainingDay(
            date=day.date,
            is_planned=True,
            completion=Completion.DONE,
            planned=frozenset(lift.exercise_id for lift in lifts),
            sets=tuple(done for lift in lifts for done in self._lifted(lift, week)),
            endurance=tuple(DoneEndurance(sport=bout.sport, minutes=bout.total_minutes) for bout in bouts),
            session_rpe=7.0,
        )

    def _lifted(self, lift: StrengthActivity, week: int) -> Iterator[DoneSet]:
        exercise = self.catalogue[lift.exercise_id]
        for target in lift.sets:
            if target.kind is SetKind.WORKING and target.reps is not None and target.rpe is not None:
                yield self._set(exercise, target, week)

    def _set(self, exercise: Exercise, target: SetTarget, week: int) -> DoneSet:
        assert target.reps is not None
        assert target.rpe is not None
        if load_step(exercise) is None:
            return DoneSet(
                exercise_id=exercise.id,
                reps=target.reps,
                rpe=target.rpe,
                planned_reps=target.reps,
                planned_rpe=target.rpe,
            )
        maximum = self._maximum(exercise) * WEEKLY_GAIN ** (week - 1)
        ideal = maximum / (1 + (target.reps + 10 - target.rpe) / self._endurance)
        load = target.load_kg or loadable(
            ideal * (1 + self._chance.gauss(0, GUESS_ERROR)), exercise, self.basis.unit_system
        )
        assert load is not None
        to_failure = (maximum / load - 1) * self._endurance
        reps = max(1, min(target.reps, int(to_failure)))
        felt = min(10.0, max(1.0, 10 - (to_failure - reps) + self._chance.gauss(0, EFFORT_ERROR)))
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

    def _maximum(self, exercise: Exercise) -> float:
        if exercise.id not in self._maxima:
            share = STRENGTH.get(exercise.pattern, 0.35) * self._chance.uniform(0.85, 1.15)
            hands = 0.5 if "DUMBBELL" in {item.value for item in exercise.equipment} else 1.0
            self._maxima[exercise.id] = self.basis.weight_kg * self._talent * share * hands
        return self._maxima[exercise.id]


def last_day(document: PlanDocument, number: int) -> datetime.date:
    return document.weeks[number - 1].days[-1].date
