"""How the weeks ahead go on from those that have begun: their phases, what stays, what lags behind, how much is done."""

from collections.abc import Iterator, Mapping, Sequence

from domain.basis import PlanBasis
from domain.ids import ExerciseId
from domain.plan import SetKind, StrengthActivity, Week
from services.planning.adaptation.form import BAD_RPE_ERROR, TOO_EASY_RPE_ERROR, Form
from services.planning.course import Course
from services.planning.progression import (
    DELOAD_FROM_WEEKS,
    EventWindow,
    Phase,
    PhaseKind,
    around_event,
    event_window,
    is_deload_due,
)

SORE_VOLUMES = (0.8, 0.9)
AWAY_VOLUMES = (0.85, 0.95)
"""Shares of the usual sets in the first two weeks: back to all of them step by step (R35)."""


def course_of(basis: PlanBasis, weeks: Sequence[Week], begun_count: int, form: Form) -> Course:
    """The course of the weeks after the first `begun_count`. `basis` is the whole plan's."""
    begun, ahead = tuple(weeks[:begun_count]), weeks[begun_count:]
    window = event_window(basis.constraints.event, basis.start_date)
    phases = _phases(begun, ahead, window=window, form=form)
    return Course(
        phases=phases,
        window=window,
        begun=begun,
        kept=_kept(begun, ahead),
        planned={week.number: exercises_of(week) for week in ahead if not week.is_deload},
        held_back=_held_back(begun, form),
        volumes=_volumes(phases, form),
    )


def _phases(
    begun: Sequence[Week], ahead: Sequence[Week], *, window: EventWindow | None, form: Form
) -> tuple[Phase, ...]:
    """Blocks go on; a week that was not trained brings no step, an absence begins the block anew."""
    place = _Place()
    for week in begun:
        place.pass_week(is_light=week.is_deload, is_step=form.was_trained(week))
    if form.days_away:
        place.step = place.builds = 0
    kinds = _kinds(len(begun) + len(ahead), ahead, place.builds, window, is_worn_out=form.is_worn_out(begun))
    phases = []
    for week, kind in zip(ahead, kinds, strict=True):
        phases.append(Phase(number=week.number, kind=kind, block=place.block, step=place.step))
        place.pass_week(is_light=kind is not PhaseKind.BUILD, is_step=True)
    return tuple(phases)


class _Place:
    """Where in its blocks a plan stands: the block, the step in it, and the full weeks since the last easier one."""

    def __init__(self) -> None:
        self.block = self.step = self.builds = 0

    def pass_week(self, *, is_light: bool, is_step: bool) -> None:
        if not is_light:
            self.builds += 1
            self.step += int(is_step)
            return
        if self.step:
            self.block += 1
        self.step = self.builds = 0


def _kinds(
    week_count: int, ahead: Sequence[Week], builds: int, window: EventWindow | None, *, is_worn_out: bool
) -> list[PhaseKind]:
    kinds: list[PhaseKind] = []
    for place, week in enumerate(ahead):
        kind = around_event(week.start_date, window)
        is_due = week_count >= DELOAD_FROM_WEEKS and is_deload_due(week.start_date, builds, window)
        if kind is PhaseKind.BUILD and (is_due or (place == 0 and is_worn_out)):
            kind = PhaseKind.DELOAD
        builds = builds + 1 if kind is PhaseKind.BUILD else 0
        kinds.append(kind)
    return kinds


def _kept(begun: Sequence[Week], ahead: Sequence[Week]) -> Mapping[tuple[int, ExerciseId], int]:
    """The exercises of the fullest week ahead as it was planned; where all are easy ones, of the last full one that has begun."""
    full = [week for week in ahead if not week.is_deload]
    full = full or [week for week in begun if not week.is_deload][-1:] or list(ahead)
    return max((_working_sets(week) for week in full), key=lambda sets: sum(sets.values()))


def exercises_of(week: Week) -> frozenset[ExerciseId]:
    return frozenset(exercise_id for _, exercise_id in _working_sets(week))


def _working_sets(week: Week) -> dict[tuple[int, ExerciseId], int]:
    return {
        (offset, activity.exercise_id): sum(1 for target in activity.sets if target.kind is SetKind.WORKING)
        for offset, day in enumerate(week.days)
        for activity in day.activities
        if isinstance(activity, StrengthActivity)
    }


def _held_back(begun: Sequence[Week], form: Form) -> Mapping[ExerciseId, int]:
    """The steps that each exercise lags behind the block: one for each week in which it was missed though the week was
    trained, and one where it feels harder than meant; one fewer where it feels easier."""
    lags: dict[ExerciseId, int] = {}
    block = list(_running_block(begun))
    for week in block:
        for exercise_id in form.missed_exercises(week) if form.was_trained(week) else ():
            lags[exercise_id] = lags.get(exercise_id, 0) + 1
    for exercise_id, error in form.rpe_errors(block[0]).items() if block else ():
        lag = int(error >= BAD_RPE_ERROR) - int(error <= TOO_EASY_RPE_ERROR)
        lags[exercise_id] = lags.get(exercise_id, 0) + lag
    return lags


def _running_block(begun: Sequence[Week]) -> Iterator[Week]:
    """The begun weeks since the last easier one, the newest first."""
    for week in reversed(begun):
        if week.is_deload:
            return
        yield week


def _volumes(phases: Sequence[Phase], form: Form) -> Mapping[int, float]:
    shares = SORE_VOLUMES if form.is_sore else AWAY_VOLUMES if form.days_away else ()
    full = [phase.number for phase in phases if not phase.is_light]
    return dict(zip(full, shares, strict=False))
