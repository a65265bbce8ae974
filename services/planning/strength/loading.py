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


def set_targets(
    loading: Loading, choice: Choice, phase: Phase, *, is_first: bool, is_light: bool
) -> tuple[SetTarget, ...]:
    """Warm-up sets, then the working sets of this week."""
    exercise = choice.exercise
    item, load = _dose_and_load(loading, exercise, loading.phase_of(exercise, phase), is_light=is_light)
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

    Where the steps on the rack are coarse, a block keeps its first load and grows by repetitions and effort; there, the
    repetitions make up for what the load is off.
    """
    style, maximum = loading.style, loading.maxima.get(exercise.id)
    item = dose(exercise, phase, style, is_light=is_light)
    if maximum is None or item.reps is None:
        return item, None
    grown = maximum * (1 + WEEKLY_GAIN[style.limits.level] * (phase.number - loading.first_week))
    is_fine = exercise.id in style.known
    first = item if is_fine or is_light else dose(exercise, replace(phase, step=0), style, is_light=False)
    assert first.reps is not None  # whether an exercise is timed does not change with the week
    load = loadable(load_for(grown, reps=first.reps, rpe=first.rpe), exercise, loading.units)
    if is_fine or load is None:
        return item, load
    return _fitted(item, load, grown, exercise, loading)


def _fitted(
    item: Dose, nearest_kg: float, maximum_kg: float, exercise: Exercise, loading: Loading
) -> tuple[Dose, float | None]:
    """A load there is, near the right one, with as many repetitions as the effort allows. Where there is none, effort alone
    says what to take."""
    least = max(LEAST_COARSE_REPS, loading.style.limits.minimum_reps)
    fitting = [
        (abs(reps - (item.reps or 0)), load, reps)
        for load in _loads_around(nearest_kg, exercise, loading.units)
        if least <= (reps := round(reps_with(load, maximum_kg=maximum_kg, rpe=item.rpe))) <= MAXIMUM_REPS
    ]
    if not fitting:
        return item, None
    _, load, reps = min(fitting)
    return replace(item, reps=reps), load


def _loads_around(load_kg: float, exercise: Exercise, units: UnitSystem) -> tuple[float, ...]:
    """This load, the one below it where there is one, and the one above."""
    step = IMPERIAL_STEP_KG if units is UnitSystem.IMPERIAL else load_step(exercise) or 0.0
    found = (loadable(load_kg + change * step, exercise, units) for change in (-1, 0, 1))
    return tuple(dict.fromkeys(load for load in found if load is not None))


def finely_loaded(exercise: Exercise, maximum_kg: float, units: UnitSystem) -> bool:
    """Whether the next load is near enough to the last for loads to rise from week to week."""
    step = IMPERIAL_STEP_KG if units is UnitSystem.IMPERIAL else load_step(exercise)
    return step is not None and step <= FINE_STEP * maximum_kg
