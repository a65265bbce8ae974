"""The strength part of the weeks: the task for the solver, and what its answer becomes on a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.exercise import Exercise
from domain.ids import ActivityId, ExerciseId
from domain.lessons import LessonRuleKind
from domain.plan import Activity, StrengthActivity
from domain.profile import UnitSystem
from domain.terms import ExperienceLevel, LimitationKind, MovementPattern, Muscle, TrainingFocus
from services.planning.calendar import MOST_MINUTES, DayTask
from services.planning.candidates import Candidate
from services.planning.frame import Frame
from services.planning.minutes import CHANGE_SECONDS, WARM_UP_SECONDS, sets_seconds, work_seconds
from services.planning.pairs import can_pair, exercise_note, settled
from services.planning.progression import Phase
from services.planning.strength.blocks import Blocks, Sessions, sessions_by_week
from services.planning.strength.choose import choose
from services.planning.strength.loading import Loading, finely_loaded, set_targets
from services.planning.strength.pairing import SPARED, Cost, in_turn, least_saving, rivals
from services.planning.strength.prescription import Role, StrengthStyle, dose, role_of
from services.planning.strength.session import Choice, Slot, in_order
from services.planning.strength.targets import (
    enough_sets,
    share_that_fits,
    wanted_sets,
    weekly_floors,
    weekly_targets,
)
from services.planning.strength.task import Task
from services.planning.strength.warmups import warm_up_sets

LEAN_SESSION_MINUTES = 50
SHORT_SESSION_MINUTES = 30
"""Below, rests shrink to a minute and warm-up sets to one."""
TINY_SESSION_MINUTES = 20
"""Below, the five minutes of general warm-up must nearly do."""
BALANCE_SESSIONS = 3
MOST_SETS: dict[ExperienceLevel, int] = {
    ExperienceLevel.NOVICE: 3,
    ExperienceLevel.INTERMEDIATE: 4,
    ExperienceLevel.ADVANCED: 5,
}
MOST_SESSION_SETS: dict[ExperienceLevel, int] = {
    ExperienceLevel.NOVICE: 18,
    ExperienceLevel.INTERMEDIATE: 22,
    ExperienceLevel.ADVANCED: 26,
}
"""More working sets than that in a session add fatigue and little else (convention)."""
SHORT_SHARE = 0.9
"""Of the wanted sets: where there is time for fewer, exercises are done in turn."""
LEAST_PAIR_SECONDS = 300
"""Two exercises with two sets each, done in turn, with the ways to them."""
BALANCE_SECONDS = 160
IN_TURN_GAIN = 1.4
"""So many more sets fit where they are, as changes and warm-up sets take their time as before."""
LIGHT_SETS = {1: 1, 2: 1, 3: 2, 4: 2, 5: 3}
LEAST_COMPOUNDS = 2
LIGHT_SHARE = 0.67
"""A light week has a third to half less volume (Bell 2023)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthPlan:
    """The chosen exercises of each strength day, in order, by the day's offset; empty where nothing fits.

    `changed` are the sessions of those weeks, by number, that have other accessories.
    """

    loading: Loading
    sessions: Sessions
    gap: float | None
    """As of `Chosen`; None where there is nothing to choose."""
    changed: Mapping[int, Sessions] = field(default_factory=dict)
    volumes: Mapping[int, float] = field(default_factory=dict)
    """Shares of the usual sets, by the number of weeks that have fewer."""

    def choices(self, offset: int, phase: Phase) -> tuple[Choice, ...]:
        return self.changed.get(phase.number, self.sessions).get(offset, ())


def plan_strength(
    frame: Frame,
    candidates: tuple[Candidate, ...],
    *,
    maxima: dict[ExerciseId, float],
    spares: tuple[Candidate, ...] = (),
) -> StrengthPlan:
    """Chooses exercises and sets for the strength days of every week. `maxima` in kilograms, of what is known.

    `spares` are what accessories may change to from block to block, the most appealing first.
    """
    course = frame.course
    style = _style(frame, candidates, maxima)
    slots = tuple(_slot(task, style) for task in frame.tasks if task.strength is not None)
    sessions: Sessions = {}
    gap = None
    if slots and candidates:
        task = strength_task(slots, candidates, frame.phases, style=style)
        chosen = choose(task if course is None else replace(task, kept=course.kept))
        gap = chosen.gap
        costs = {one.exercise.id: cost for one, cost in zip(candidates, task.costs, strict=True)}
        for slot, choices in zip(slots, chosen.sessions, strict=True):
            ordered = in_order(choices, known=frozenset(maxima))
            if task.pair_saving:
                ordered = in_turn(ordered, seconds=slot.seconds, costs=costs, style=style)
            sessions[slot.offset] = ordered
    loading = Loading(
        style=style,
        maxima=maxima,
        units=frame.basis.unit_system,
        first_week=frame.first_week,
        held_back=course.held_back if course is not None else {},
    )
    blocks = Blocks(style=style, spares=spares, planned=course.planned if course is not None else {})
    return StrengthPlan(
        loading=loading,
        sessions=sessions,
        gap=gap,
        changed=sessions_by_week(sessions, frame.phases, blocks),
        volumes=course.volumes if course is not None else {},
    )


def _style(frame: Frame, candidates: Sequence[Candidate], maxima: dict[ExerciseId, float]) -> StrengthStyle:
    shortest = min((task.strength_minutes for task in frame.tasks if task.strength is not None), default=MOST_MINUTES)
    return StrengthStyle(
        focus=frame.basis.constraints.focus,
        limits=frame.limits,
        wishes=frame.wishes,
        known=frozenset(
            candidate.exercise.id
            for candidate in candidates
            if candidate.exercise.id in maxima
            and finely_loaded(candidate.exercise, maxima[candidate.exercise.id], frame.basis.unit_system)
        ),
        is_lean=shortest < LEAN_SESSION_MINUTES,
        is_short=shortest < SHORT_SESSION_MINUTES,
        is_tiny=shortest < TINY_SESSION_MINUTES,
    )


def strength_task(
    slots: tuple[Slot, ...], candidates: tuple[Candidate, ...], phases: Sequence[Phase], *, style: StrengthStyle
) -> Task:
    limits = style.limits
    exercises = [candidate.exercise for candidate in candidates]
    can_train = frozenset(muscle for exercise in exercises for muscle in exercise.primary_muscles)
    seconds = sum(slot.seconds for slot in slots)
    costs = [_cost(exercise, phases, style) for exercise in exercises]
    wanted = wanted_sets(style.focus, limits=limits, wishes=style.wishes, can_train=can_train)
    alternates = _alternates(style, wanted, slots)
    most_sets = min(MOST_SETS[limits.level], 3 if limits.is_older else 5)
    return Task(
        slots=slots,
        candidates=candidates,
        costs=tuple(costs),
        targets=weekly_targets(
            style.focus,
            limits=limits,
            wishes=style.wishes,
            seconds=IN_TURN_GAIN * seconds if alternates else seconds,
            can_train=can_train,
        ),
        pair_saving=least_saving([c for c, e in zip(costs, exercises, strict=True) if can_pair(e)])
        if alternates
        else 0,
        rivals=tuple(rivals(exercises, style)) if alternates else (),
        floors=weekly_floors(style.focus, limits=limits, wishes=style.wishes, seconds=seconds, can_train=can_train),
        enough_sets=enough_sets(limits, style.wishes),
        most_sets=most_sets,
        most_session_sets=16 if limits.is_older else MOST_SESSION_SETS[limits.level],
        repeats_main_lifts=style.focus is TrainingFocus.STRENGTH,
        needs_hinge=LimitationKind.KNEE in limits.held,
        needs_core=LimitationKind.LOWER_BACK in limits.held,
        balance_sessions=BALANCE_SESSIONS if limits.is_older else 0,
        is_youth=limits.is_youth,
    )


def strength_activities(
    plan: StrengthPlan, offset: int, phase: Phase, *, is_light: bool, new_activity_id: Callable[[], ActivityId]
) -> tuple[Activity, ...]:
    """One day's exercises with all their sets, in order."""
    choices = plan.choices(offset, phase)
    if is_light:
        choices = lightened(choices, needed=_needed(plan.loading.style))
    else:
        choices = thinned(choices, plan.volumes.get(phase.number, 1.0))
    activities = tuple(
        StrengthActivity(
            id=new_activity_id(),
            exercise_id=choice.exercise.id,
            sets=set_targets(plan.loading, choice, phase, is_first=place == 0, is_light=is_light),
            note=exercise_note(choice.exercise),
            pair=choice.pair,
        )
        for place, choice in enumerate(choices)
    )
    return settled(activities, {choice.exercise.id: choice.exercise for choice in choices})


def lightened(choices: Sequence[Choice], *, needed: frozenset[MovementPattern] = frozenset()) -> tuple[Choice, ...]:
    """A third to half of the sets less: fewer of each, then accessories go from the end, then what is third and, where two
    are left, second. Balance work and what is needed stay, and the last core exercise as long as anything else can go."""
    fewer = [choice if _is_drill(choice) else replace(choice, sets=LIGHT_SETS[choice.sets]) for choice in choices]
    full = sum(choice.sets for choice in choices if not _is_drill(choice))
    while sum(choice.sets for choice in fewer if not _is_drill(choice)) > LIGHT_SHARE * full:
        spare = [place for place, choice in enumerate(fewer) if _can_go(choice, fewer)]
        spare = spare or [place for place in range(LEAST_COMPOUNDS, len(fewer)) if _is_third_compound(fewer[place])]
        spare = spare or _second_of_single_sets(fewer, needed)
        if not spare:
            break
        del fewer[spare[-1]]
    return tuple(fewer)


def thinned(choices: Sequence[Choice], share: float) -> tuple[Choice, ...]:
    """So many of the sets, taken one by one from what has most, the later in the session the sooner; nothing goes altogether."""
    fewer = list(choices)
    most = share * sum(choice.sets for choice in choices)
    while sum(choice.sets for choice in fewer) > most + 1e-9:
        place = max(range(len(fewer)), key=lambda place: (fewer[place].sets, place))
        if fewer[place].sets == 1:
            break
        fewer[place] = replace(fewer[place], sets=fewer[place].sets - 1)
    return tuple(fewer)


def _can_go(choice: Choice, choices: Sequence[Choice]) -> bool:
    exercise = choice.exercise
    if exercise.is_balance or exercise.pattern is MovementPattern.HINGE:
        return False
    if role_of(exercise) is Role.CORE:
        return sum(1 for other in choices if role_of(other.exercise) is Role.CORE) > 1
    return role_of(exercise) is Role.ISOLATION


def _is_third_compound(choice: Choice) -> bool:
    """Whether it may go as a last resort, where sessions have single sets: not what a limitation asks for."""
    exercise = choice.exercise
    is_needed = exercise.is_balance or exercise.pattern is MovementPattern.HINGE or role_of(exercise) is Role.CORE
    return not is_needed and not _is_drill(choice)


def _second_of_single_sets(choices: Sequence[Choice], needed: frozenset[MovementPattern]) -> list[int]:
    """What may go where a session is so short that there is hardly anything to leave out; one exercise stays."""
    trained = [
        place for place, choice in enumerate(choices) if not _is_drill(choice) and not choice.exercise.is_balance
    ]
    return [place for place in trained[1:] if choices[place].exercise.pattern not in needed]


def _needed(style: StrengthStyle) -> frozenset[MovementPattern]:
    """What a limitation asks for in every week (R07, R08)."""
    asked = {LimitationKind.KNEE: MovementPattern.HINGE, LimitationKind.LOWER_BACK: MovementPattern.CORE}
    return frozenset(pattern for kind, pattern in asked.items() if kind in style.limits.held)


def _is_drill(choice: Choice) -> bool:
    return role_of(choice.exercise) is Role.DRILL


def _slot(task: DayTask, style: StrengthStyle) -> Slot:
    assert task.strength is not None
    # The first exercise needs no change to it, but its warm-up sets take about a minute and a half.
    first = 40 if style.is_tiny else 55 if style.is_short else 100
    return Slot(task.offset, task.strength, 60 * task.strength_minutes - WARM_UP_SECONDS + CHANGE_SECONDS - first)


def _cost(exercise: Exercise, phases: Sequence[Phase], style: StrengthStyle) -> Cost:
    """What it costs in the week in which a working set takes longest."""
    doses = (dose(exercise, phase, style, is_light=False) for phase in phases)
    work, rest = max(
        (
            (work_seconds(exercise, reps=item.reps, duration_seconds=item.duration_seconds), item.rest_seconds)
            for item in doses
        ),
        key=sum,
    )
    warm_up = warm_up_sets(exercise, style, is_first=False, load_kg=None, units=UnitSystem.METRIC)
    return Cost(work, rest, CHANGE_SECONDS + sets_seconds(exercise, warm_up))


def _alternates(style: StrengthStyle, wanted: Mapping[Muscle, float], slots: Sequence[Slot]) -> bool:
    """Whether time is so short that sets are done in turn, yet not too short for a pair, and nothing speaks against it."""
    if SPARED & style.limits.held or style.wishes.strength_factor(LessonRuleKind.VOLUME) < 1:
        return False
    seconds = [slot.seconds for slot in slots]
    least = LEAST_PAIR_SECONDS + (BALANCE_SECONDS if style.limits.is_older else 0)
    return max(seconds) >= least and share_that_fits(wanted, sum(seconds)) < SHORT_SHARE
