"""The constraint model of one week of strength work. Imported only when a plan is built, because it loads the solver."""

from collections import defaultdict

from ortools.sat.python import cp_model

from domain.terms import MovementPattern, Muscle
from services.planning.pairs import can_pair
from services.planning.strength import worths
from services.planning.strength.prescription import Role, role_of
from services.planning.strength.session import belongs
from services.planning.strength.targets import MOST_SETS_IN_SESSION
from services.planning.strength.task import Task
from services.planning.strength.variables import WeekModel
from services.planning.strength.wants import (
    COVERED_TWICE,
    add_balance_of_push_and_pull,
    add_coverage,
    add_heavy_work,
    add_musts,
    add_neighbours,
    add_repeats,
    add_volume,
)

LONG_SESSION_SECONDS = 50 * 60
MOST_EXERCISES = 8


def week_model(task: Task) -> WeekModel:
    """Variables, constraints and objective for one week; leaving everything out is always allowed."""
    week = WeekModel(task)
    for slot in range(len(task.slots)):
        _add_slot(week, slot)
    for patterns in COVERED_TWICE:
        add_coverage(week, patterns)
    for muscle in Muscle:
        add_volume(week, muscle)
    add_neighbours(week)
    add_musts(week)
    add_balance_of_push_and_pull(week)
    add_heavy_work(week)
    add_repeats(week)
    week.model.maximize(sum(week.worth))
    return week


def _add_slot(week: WeekModel, slot: int) -> None:
    """One session: what fits it, in the time and number it has; nothing twice over (R46)."""
    task, model = week.task, week.model
    here = [c for c in range(len(task.candidates)) if _is_open(week, slot, c)]
    for c in here:
        used = model.new_bool_var("")
        sets = model.new_int_var(0, task.most_sets, "")
        model.add(sets >= task.slots[slot].least_sets * used)
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
    if not before or week.task.candidates[candidate].appeal < 0:  # what is disliked by now is not kept for its own sake
        week.worth.append(-worths.NEW_COST * used)
    else:
        difference = week.model.new_int_var(0, week.task.most_sets + before, "")
        week.model.add(difference >= sets - before * used)
        week.model.add(difference >= before * used - sets)
        week.worth.append(worths.KEPT_WORTH * used - worths.KEPT_SETS_WORTH * difference)


def _is_open(week: WeekModel, slot: int, candidate: int) -> bool:
    """Whether the exercise fits a session by its kind and its time."""
    is_fitting = belongs(week.exercise(candidate), week.task.slots[slot].kind)
    return is_fitting and _most_sets(week.task, slot, candidate) >= week.task.slots[slot].least_sets


def _most_sets(task: Task, slot: int, candidate: int) -> int:
    """As many as are sensible and as the session has time for, be they done in turn or not: that helps the search."""
    cost = task.costs[candidate]
    most = {Role.DRILL: 2, Role.ISOLATION: 3, Role.CORE: 3}.get(
        role_of(task.candidates[candidate].exercise), task.most_sets
    )
    most = min(task.most_sets, most, (task.slots[slot].seconds - cost.opening) // cost.a_set)
    exercise_id = task.candidates[candidate].exercise.id
    if task.near is None or exercise_id in task.near.open:
        return most
    before = task.near.sets.get((task.slots[slot].offset, exercise_id), 0)
    return most if before and task.near.grows else min(most, before)


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
