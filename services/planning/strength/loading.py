"""The sets of an exercise in a week, with the loads that suit what somebody can lift."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.plan import SetTarget
from domain.profile import UnitSystem
from domain.terms import ExperienceLevel
from services.planning.loads import IMPERIAL_STEP_KG, load_for, load_step, loadable, reps_with
from services.planning.progression import Phase
from services.planning.strength.prescription import MAXIMUM_REPS, Dose, StrengthStyle, dose
from services.planning.strength.session import Choice
from services.planning.strength.warmups import warm_up_sets

WEEKLY_GAIN: dict[ExperienceLevel, float] = {
    ExperienceLevel.NOVICE: 0.01,
    ExperienceLevel.INTERMEDIATE: 0.005,
    ExperienceLevel.ADVANCED: 0.0025,
}
"""How much stronger a week makes, in shares of the maximum: careful guesses (convention)."""
FINE_STEP = 0.03
"""Of the maximum: a coarser step would be a jump of several repetitions."""
LEAST_COARSE_REPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """What loads depend on. `maxima` in kilograms, at the start of the week with the number `first_week`.

    `held_back` are the steps by which an exercise lags behind its phase, negative where it is ahead.
    """

    style: StrengthStyle
    maxima: Mapping[ExerciseId, float]
    units: UnitSystem
    first_week: int = 1
    held_back: Mapping[ExerciseId, int] = field(default_factory=dict)

    def phase_of(self, exercise: Exercise, phase: Phase) -> Phase:
        """The phase in which this exercise is: no progress on what was missed."""
        return replace(phase, step=max(0, phase.step - self.held_back.get(exercise.id, 0)))

    def grown(self, maximum_kg: float, phase: Phase) -> float:
        """The maximum in this week, in kilograms."""
        gain = WEEKLY_GAIN[self.style.limits.level]
        return maximum_kg * (1 + gain * max(0, phase.number - self.first_week))


def set_targets(
    loading: Loading, choice: Choice, phase: Phase, *, is_first: bool, is_light: bool
) -> tuple[SetTarget, ...]:
    """Warm-up sets, then the working sets of this week."""
    exercise = choice.exercise
    item, load = _dose_and_load(loading, exercise, phase, is_light=is_light)
    working = SetTarget(
        reps=item.reps,
        duration_seconds=item.duration_seconds,
        load_kg=load,
        rpe=item.rpe,
        rest_seconds=item.rest_seconds,
    )
    warm_up = warm_up_sets(exercise, loading.style, is_first=is_first, load_kg=load, units=loading.units)
    return warm_up + (working,) * choice.sets


def _dose_and_load(loading: Loading, exercise: Exercise, phase: Phase, *, is_light: bool) -> tuple[Dose, float | None]:
    """Kilograms for this week's sets, where the maximum is known; it is taken to grow a little from week to week.

    Where the steps on the rack are coarse, a block keeps its load and grows by effort, and by the repetitions that go with
    it: a lighter load in mid-block would ask for so many more that they grow faster than a body does (R35).
    """
    style, maximum = loading.style, loading.maxima.get(exercise.id)
    item = dose(exercise, loading.phase_of(exercise, phase), style, is_light=is_light)
    if maximum is None or item.reps is None:
        return item, None
    grown = loading.grown(maximum, phase)
    if exercise.id in style.known:
        return item, loadable(load_for(grown, reps=item.reps, rpe=item.rpe), exercise, loading.units)
    load = _fitting_load(item, grown, exercise, loading) if is_light else _block_load(loading, exercise, phase)
    if load is None:
        return item, None
    return replace(item, reps=min(_whole_reps(load, grown, item), MAXIMUM_REPS)), load


def _block_load(loading: Loading, exercise: Exercise, phase: Phase) -> float | None:
    """The load that suits the first week of this week's block, at the effort with which plans begin. As the maximum only
    grows, none is lighter than the one of the block before."""
    begun = replace(phase, number=phase.number - phase.step, step=0)
    first = dose(exercise, replace(begun, block=0), loading.style, is_light=False)
    return _fitting_load(first, loading.grown(loading.maxima[exercise.id], begun), exercise, loading)


def _fitting_load(item: Dose, maximum_kg: float, exercise: Exercise, loading: Loading) -> float | None:
    """The load there is with which the effort allows a number of repetitions as near as can be to what is meant. None where
    the rack has nothing that suits: then effort alone says what to take."""
    assert item.reps is not None  # what is timed has no load
    nearest = loadable(load_for(maximum_kg, reps=item.reps, rpe=item.rpe), exercise, loading.units)
    if nearest is None:
        return None
    least = max(LEAST_COARSE_REPS, loading.style.limits.minimum_reps)
    fitting = [
        (abs(reps - item.reps), load)
        for load in _loads_around(nearest, exercise, loading.units)
        if least <= (reps := _whole_reps(load, maximum_kg, item)) <= MAXIMUM_REPS
    ]
    return min(fitting)[1] if fitting else None


def _whole_reps(load_kg: float, maximum_kg: float, item: Dose) -> int:
    return round(reps_with(load_kg, maximum_kg=maximum_kg, rpe=item.rpe))


def _loads_around(load_kg: float, exercise: Exercise, units: UnitSystem) -> tuple[float, ...]:
    """This load, the one below it where there is one, and the one above."""
    step = IMPERIAL_STEP_KG if units is UnitSystem.IMPERIAL else load_step(exercise) or 0.0
    found = (loadable(load_kg + change * step, exercise, units) for change in (-1, 0, 1))
    return tuple(dict.fromkeys(load for load in found if load is not None))


def finely_loaded(exercise: Exercise, maximum_kg: float, units: UnitSystem) -> bool:
    """Whether the next load is near enough to the last for loads to rise from week to week."""
    step = IMPERIAL_STEP_KG if units is UnitSystem.IMPERIAL else load_step(exercise)
    return step is not None and step <= FINE_STEP * maximum_kg
