"""The strength part of the weeks: the task for the solver, and what its answer becomes on a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.ids import ActivityId, ExerciseId
from domain.plan import Activity, StrengthActivity
from domain.terms import LimitationKind, MovementPattern
from services.planning.calendar import MOST_MINUTES, DayTask
from services.planning.candidates import Candidate
from services.planning.frame import Frame
from services.planning.minutes import CHANGE_SECONDS, WARM_UP_SECONDS
from services.planning.pairs import exercise_note, settled
from services.planning.progression import Phase
from services.planning.strength.blocks import Blocks, Sessions, sessions_by_week
from services.planning.strength.loading import Loading, finely_loaded, set_targets
from services.planning.strength.nearby import Comparison, Solved, Wanted, solved, solved_near
from services.planning.strength.pairing import in_turn
from services.planning.strength.prescription import Role, StrengthStyle, role_of
from services.planning.strength.session import Choice, Slot, in_order

LEAN_SESSION_MINUTES = 50
SHORT_SESSION_MINUTES = 30
"""Below, rests shrink to a minute and warm-up sets to one."""
TINY_SESSION_MINUTES = 20
"""Below, the five minutes of general warm-up must nearly do."""
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
    solved: Solved | None
    """None where there is nothing to choose."""
    changed: Mapping[int, Sessions] = field(default_factory=dict)
    volumes: Mapping[int, float] = field(default_factory=dict)
    """Shares of the usual sets, by the number of weeks that have fewer."""

    @property
    def gap(self) -> float | None:
        """As of `Chosen`."""
        return self.solved.chosen.gap if self.solved is not None else None

    def choices(self, offset: int, phase: Phase) -> tuple[Choice, ...]:
        return self.changed.get(phase.number, self.sessions).get(offset, ())


def plan_strength(
    frame: Frame,
    candidates: tuple[Candidate, ...],
    *,
    maxima: dict[ExerciseId, float],
    spares: tuple[Candidate, ...] = (),
    near: Comparison | None = None,
) -> StrengthPlan:
    """Chooses exercises and sets for the strength days of every week. `maxima` in kilograms, of what is known.

    `spares` are what accessories may change to from block to block, the most appealing first. With `near`, the week stays close
    to another one; then raises NotComparable.
    """
    course = frame.course
    style = _style(frame, candidates, maxima)
    slots = tuple(_slot(task, style) for task in frame.tasks if task.strength is not None)
    sessions: Sessions = {}
    found = None
    if slots and candidates:
        kept = course.kept if course is not None else {}
        week = Wanted(slots=slots, candidates=candidates, phases=frame.phases, style=style, kept=kept)
        found = solved(week) if near is None else solved_near(week, near)
        task = found.task
        costs = {one.exercise.id: cost for one, cost in zip(task.candidates, task.costs, strict=True)}
        for slot, choices in zip(slots, found.chosen.sessions, strict=True):
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
        solved=found,
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
