"""The constraint model of one week of strength work. Imported only when a plan is built, because it loads the solver."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from domain.exercise import Exercise
from domain.terms import MovementPattern, Muscle
from services.planning.pairs import can_pair
from services.planning.strength import worths
from services.planning.strength.prescription import Role, role_of
from services.planning.strength.session import PULL_PATTERNS, PUSH_PATTERNS, belongs
from services.planning.strength.targets import MOST_SETS, MOST_SETS_IN_SESSION
from services.planning.strength.task import Task

COVERED_TWICE: tuple[tuple[MovementPattern, ...], ...] = (
    (MovementPattern.SQUAT, MovementPattern.LUNGE),
    (MovementPattern.HINGE,),
    (MovementPattern.HORIZONTAL_PUSH,),
    (MovementPattern.VERTICAL_PUSH,),
    (MovementPattern.HORIZONTAL_PULL,),
    (MovementPattern.VERTICAL_PULL,),
    (MovementPattern.CORE, MovementPattern.CARRY),
)
LONG_SESSION_SECONDS = 50 * 60
MOST_EXERCISES = 8


@dataclass
class WeekModel:
    """The model with its variables: by slot and candidate whether it is used, and with how many sets."""

    task: Task
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    used: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    sets: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    worth: list[cp_model.LinearExprT] = field(default_factory=list)

    def exercise(self, candidate: int) -> Exercise:
        return self.task.candidates[candidate].exercise

    def used_in(self, slot: int, patterns: Iterable[MovementPattern]) -> list[cp_model.IntVar]:
        wanted = frozenset(patterns)
        return [var for (s, c), var in self.used.items() if s == slot and self.exercise(c).pattern in wanted]

    def half_sets(self, muscle: Muscle, slot: int | None = None) -> list[cp_model.LinearExprT]:
        """Sets for a muscle in a slot or (None) the week, counted in halves: two for a direct one, one for an indirect one."""
        terms: list[cp_model.LinearExprT] = []
        for (s, c), sets in self.sets.items():
            exercise = self.exercise(c)
            if slot not in {None, s} or role_of(exercise) is Role.DRILL:
                continue
            if muscle in exercise.primary_muscles:
                terms.append(2 * sets)
            elif muscle in exercise.secondary_muscles:
                terms.append(sets)
        return terms

    def reward(self, worth: int, condition: list[cp_model.IntVar]) -> None:
        """Adds so much where at least one of these is used."""
        if not condition:
            return
        holds = self.model.new_bool_var("")
        self.model.add(sum(condition) >= holds)
        self.worth.append(worth * holds)


def week_model(task: Task) -> WeekModel:
    """Variables, constraints and objective for one week; leaving everything out is always allowed."""
    week = WeekModel(task)
    for slot in range(len(task.slots)):
        _add_slot(week, slot)
    for patterns in COVERED_TWICE:
        _add_coverage(week, patterns)
    for muscle in Muscle:
        _add_volume(week, muscle)
    _add_neighbours(week)
    _add_musts(week)
    _add_balance_of_push_and_pull(week)
    _add_repeats(week)
    week.model.maximize(sum(week.worth))
    return week


def _add_slot(week: WeekModel, slot: int) -> None:
    """One session: what fits it, in the time and number it has; nothing twice over (R46)."""
    task, model = week.task, week.model
    here = [c for c in range(len(task.candidates)) if _is_open(week, slot, c)]
    for c in here:
        used = model.new_bool_var("")
        sets = model.new_int_var(0, task.most_sets, "")
        model.add(sets >= task.least_sets * used)
        model.add(sets <= _most_sets(task, slot, c) * used)
        week.used[slot, c], week.sets[slot, c] = used, sets
        week.worth.append((week.task.candidates[c].appeal - _place_cost(week, slot, c)) * used)
        if role_of(week.exercise(c)) in {Role.HEAVY, Role.COMPOUND} and task.most_sets >= worths.MAIN_SETS:
            three = model.new_bool_var("")
            model.add(sets >= worths.MAIN_SETS * three)
            week.worth.append(worths.MAIN_SETS_WORTH * three)
        _keep(week, slot, c)
    seconds: list[cp_model.LinearExprT] = [
        task.costs[c].a_set * week.sets[slot, c] + task.costs[c].opening * week.used[slot, c] for c in here
    ]
    if task.pair_saving:
        seconds.append(-task.pair_saving * _sets_in_turn(week, slot, here))
    model.add(sum(seconds) <= task.slots[slot].seconds)
    model.add(sum(week.sets[slot, c] for c in here) <= task.most_session_sets)
    model.add(sum(week.used[slot, c] for c in here) <= MOST_EXERCISES)
    week.reward(worths.OPEN_SESSION_WORTH, [week.used[slot, c] for c in here])
    for group in _alike(week, here).values():
        if len(group) > 1:
            model.add(sum(week.used[slot, c] for c in group) <= 1)
    is_long = task.slots[slot].seconds > LONG_SESSION_SECONDS
    for pattern in MovementPattern:
        if pattern is not MovementPattern.ISOLATION and (variables := week.used_in(slot, [pattern])):
            model.add(sum(variables) <= (2 if is_long or task.slots[slot].kind.value != "FULL_BODY" else 1))
    for muscle in Muscle:
        if terms := week.half_sets(muscle, slot):
            model.add(sum(terms) <= 2 * MOST_SETS_IN_SESSION)


def _sets_in_turn(week: WeekModel, slot: int, here: list[int]) -> cp_model.IntVar:
    """How often a set can be done in the rest of another: each needs one of another kind."""
    task = week.task
    places = [c for c in here if can_pair(week.exercise(c))]
    turns = week.model.new_int_var(0, task.most_session_sets // 2, "")
    every = sum(week.sets[slot, c] for c in places)
    week.model.add(2 * turns <= every)
    for group in task.rivals:
        if sum(c in group for c in places) > 1:
            week.model.add(turns <= sum(week.sets[slot, c] for c in places if c not in group))
    return turns


def _place_cost(week: WeekModel, slot: int, candidate: int) -> int:
    cost = worths.LONG_PLACE_COST if week.task.slots[slot].seconds > LONG_SESSION_SECONDS else worths.PLACE_COST
    exercise = week.exercise(candidate)
    is_aside = role_of(exercise) is Role.ISOLATION and exercise.primary_muscles[0] not in week.task.targets
    return cost + (worths.ASIDE_COST if is_aside else 0)


def _keep(week: WeekModel, slot: int, candidate: int) -> None:
    """What was done on this day before is wanted again, with as many sets; the search begins there."""
    if not week.task.kept:
        return
    used, sets = week.used[slot, candidate], week.sets[slot, candidate]
    before = week.task.kept.get((week.task.slots[slot].offset, week.exercise(candidate).id), 0)
    week.model.add_hint(used, int(before > 0))
    week.model.add_hint(sets, min(before, week.task.most_sets))
    if before:
        difference = week.model.new_int_var(0, week.task.most_sets + before, "")
        week.model.add(difference >= sets - before * used)
        week.model.add(difference >= before * used - sets)
        week.worth.append(worths.KEPT_WORTH * used - worths.KEPT_SETS_WORTH * difference)


def _is_open(week: WeekModel, slot: int, candidate: int) -> bool:
    """Whether the exercise fits a session by its kind and its time."""
    is_fitting = belongs(week.exercise(candidate), week.task.slots[slot].kind)
    return is_fitting and _most_sets(week.task, slot, candidate) >= week.task.least_sets


def _most_sets(task: Task, slot: int, candidate: int) -> int:
    """As many as are sensible and as the session has time for, be they done in turn or not: that helps the search."""
    cost = task.costs[candidate]
    most = {Role.DRILL: 2, Role.ISOLATION: 3, Role.CORE: 3}.get(
        role_of(task.candidates[candidate].exercise), task.most_sets
    )
    return min(task.most_sets, most, (task.slots[slot].seconds - cost.opening) // cost.a_set)


def _alike(week: WeekModel, candidates: list[int]) -> dict[object, list[int]]:
    """Exercises that would train the very same twice in one session."""
    groups: dict[object, list[int]] = defaultdict(list)
    for c in candidates:
        exercise = week.exercise(c)
        role = role_of(exercise)
        if role is Role.ISOLATION:
            groups[exercise.primary_muscles[0]].append(c)
        elif role is Role.DRILL:
            groups[role].append(c)
        else:
            groups[exercise.pattern, exercise.primary_muscles[0], exercise.is_unilateral].append(c)
    return groups


def _add_coverage(week: WeekModel, patterns: tuple[MovementPattern, ...]) -> None:
    """A main pattern is wanted in two sessions of the week (R24)."""
    covered: list[cp_model.IntVar] = []
    for slot in range(len(week.task.slots)):
        if variables := week.used_in(slot, patterns):
            holds = week.model.new_bool_var("")
            week.model.add(sum(variables) >= holds)
            covered.append(holds)
    if covered:
        count = week.model.new_int_var(0, 2, "")
        week.model.add(count <= sum(covered))
        week.worth.append(worths.COVER_WORTH * count)
        if worths.NEEDED_MOST.intersection(patterns):
            once = week.model.new_bool_var("")
            week.model.add(once <= sum(covered))
            week.worth.append(worths.FIRST_WORTH * once)


def _add_volume(week: WeekModel, muscle: Muscle) -> None:
    """As near to the weekly target as can be, and never above twenty sets (R25)."""
    terms = week.half_sets(muscle)
    if not terms:
        return
    week.model.add(sum(terms) <= 2 * MOST_SETS)
    target = round(2 * week.task.targets.get(muscle, 0.0))
    if target:
        short = week.model.new_int_var(0, target, "")
        week.model.add(short >= target - sum(terms))
        week.worth.append(-max(6, worths.SHORTAGE_WORTH // target) * short)
    over = week.model.new_int_var(0, 2 * MOST_SETS, "")
    week.model.add(over >= sum(terms) - max(round(1.3 * target), 8))
    week.worth.append(-worths.EXCESS_WORTH * over)


def _add_neighbours(week: WeekModel) -> None:
    """Sessions on days in a row: not much of one muscle in both (R17); under 18 no muscle directly in both (R13)."""
    for one, first in enumerate(week.task.slots):
        for other, second in enumerate(week.task.slots):
            if (first.offset + 1) % 7 != second.offset % 7:
                continue
            for muscle in Muscle:
                _spread(week, muscle, one, other)
                if week.task.is_youth:
                    _keep_apart(week, muscle, one, other)


def _spread(week: WeekModel, muscle: Muscle, one: int, other: int) -> None:
    flags = []
    for slot in (one, other):
        terms = week.half_sets(muscle, slot)
        if len(terms) == 0:
            return
        many = week.model.new_bool_var("")
        week.model.add(sum(terms) <= worths.CLOSE_HALF_SETS - 1 + 2 * MOST_SETS_IN_SESSION * many)
        flags.append(many)
    clash = week.model.new_bool_var("")
    week.model.add(clash >= sum(flags) - 1)
    week.worth.append(-worths.CLOSE_WORTH * clash)


def _keep_apart(week: WeekModel, muscle: Muscle, one: int, other: int) -> None:
    flag = week.model.new_bool_var("")
    for slot, is_first in ((one, True), (other, False)):
        for (s, c), used in week.used.items():
            exercise = week.exercise(c)
            if s == slot and muscle in exercise.primary_muscles and role_of(exercise) is not Role.DRILL:
                week.model.add(used <= (flag if is_first else 1 - flag))


def _add_musts(week: WeekModel) -> None:
    """A hinge stays with a bad knee (R07), core work with a bad back (R08), balance from 65 on (R14)."""
    slots = range(len(week.task.slots))
    musts = [MovementPattern.HINGE] * week.task.needs_hinge + [MovementPattern.CORE] * week.task.needs_core
    for pattern in musts:
        week.reward(worths.MUST_WORTH, [var for s in slots for var in week.used_in(s, [pattern])])
        # In every session where it can be: one of them may fall out around an event.
        for slot in slots:
            week.reward(worths.MUST_WORTH // 3, week.used_in(slot, [pattern]))
    for slot in slots if week.task.balance_sessions else ():
        week.reward(
            worths.BALANCE_WORTH, [v for (s, c), v in week.used.items() if s == slot and week.exercise(c).is_balance]
        )


def _add_balance_of_push_and_pull(week: WeekModel) -> None:
    """Push to pull between 0.67 and 1.5 (R31)."""
    pushes = [sets for (_, c), sets in week.sets.items() if week.exercise(c).pattern in PUSH_PATTERNS]
    pulls = [sets for (_, c), sets in week.sets.items() if week.exercise(c).pattern in PULL_PATTERNS]
    if not pushes or not pulls:
        return
    uneven = week.model.new_int_var(0, 400, "")
    week.model.add(uneven >= 2 * sum(pushes) - 3 * sum(pulls))
    week.model.add(uneven >= 2 * sum(pulls) - 3 * sum(pushes))
    week.worth.append(-worths.UNBALANCED_WORTH * uneven)


def _add_repeats(week: WeekModel) -> None:
    """Not the same three times a week where there is a choice; for strength, main lifts are wanted twice (R26)."""
    patterns = Counter(candidate.exercise.pattern for candidate in week.task.candidates)
    for c in range(len(week.task.candidates)):
        uses = [week.used[s, c] for s in range(len(week.task.slots)) if (s, c) in week.used]
        others = sum(patterns[pattern] for pattern in _kin(week.exercise(c).pattern)) - 1
        if len(uses) > worths.MOST_USES and others and not week.exercise(c).is_balance:
            week.model.add(sum(uses) <= worths.MOST_USES)
        role = role_of(week.exercise(c))
        if len(uses) > 1 and role is Role.HEAVY and week.task.repeats_main_lifts:
            again = week.model.new_bool_var("")
            week.model.add(sum(uses) >= 2 * again)
            week.worth.append(worths.REPEAT_WORTH * again)
        if len(uses) > 1 and role in {Role.ISOLATION, Role.CORE}:
            twice = week.model.new_bool_var("")
            week.model.add(len(uses) * twice >= sum(uses) - 1)
            week.worth.append(-worths.VARIETY_WORTH * twice)


def _kin(pattern: MovementPattern) -> tuple[MovementPattern, ...]:
    """Patterns that stand in for each other: carries for core work, lunges for squats."""
    return next((patterns for patterns in COVERED_TWICE if pattern in patterns), (pattern,))
