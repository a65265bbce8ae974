"""What is wanted of a whole week: coverage, volume, days apart, musts, balance, variety. Imported with the solver."""

from collections import Counter

from ortools.sat.python import cp_model

from domain.terms import MovementPattern, Muscle
from services.planning.strength import worths
from services.planning.strength.prescription import Role, role_of
from services.planning.strength.session import PULL_PATTERNS, PUSH_PATTERNS
from services.planning.strength.targets import MOST_SETS, MOST_SETS_IN_SESSION
from services.planning.strength.variables import WeekModel

COVERED_TWICE: tuple[tuple[MovementPattern, ...], ...] = (
    (MovementPattern.SQUAT, MovementPattern.LUNGE),
    (MovementPattern.HINGE,),
    (MovementPattern.HORIZONTAL_PUSH,),
    (MovementPattern.VERTICAL_PUSH,),
    (MovementPattern.HORIZONTAL_PULL,),
    (MovementPattern.VERTICAL_PULL,),
    (MovementPattern.CORE, MovementPattern.CARRY),
)


def add_coverage(week: WeekModel, patterns: tuple[MovementPattern, ...]) -> None:
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


def add_volume(week: WeekModel, muscle: Muscle) -> None:
    """The fewest sets of a good week first, then as near to the target as can be, and never above twenty (R25)."""
    terms = week.half_sets(muscle)
    if not terms:
        return
    week.model.add(sum(terms) <= 2 * MOST_SETS)
    target = round(2 * week.task.targets.get(muscle, 0.0))
    floor = round(2 * week.task.floors.get(muscle, 0.0))
    for least, worth in ((target, worths.SHORTAGE_WORTH), (floor, worths.FLOOR_WORTH)):
        if least:
            short = week.model.new_int_var(0, least, "")
            week.model.add(short >= least - sum(terms))
            week.worth.append(-max(6, worth // least) * short)
    over = week.model.new_int_var(0, 2 * MOST_SETS, "")
    week.model.add(over >= sum(terms) - min(max(round(1.3 * target), 8), int(2 * week.task.enough_sets)))
    week.worth.append(-worths.EXCESS_WORTH * over)


def add_neighbours(week: WeekModel) -> None:
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


def add_musts(week: WeekModel) -> None:
    """A hinge stays with a bad knee (R07), core work with a bad back (R08), balance from 65 on (R14)."""
    slots = range(len(week.task.slots))
    musts = [MovementPattern.HINGE] * week.task.needs_hinge + [MovementPattern.CORE] * week.task.needs_core
    for pattern in musts:
        week.reward(worths.MUST_WORTH, [var for s in slots for var in week.used_in(s, [pattern])])
        # In every session where it can be: one of them may fall out around an event.
        for slot in slots:
            week.reward(worths.MUST_WORTH // 3, week.used_in(slot, [pattern]))
    worth = worths.BALANCE_WORTH * week.task.balance_sessions // max(1, min(len(slots), week.task.balance_sessions))
    for slot in slots if week.task.balance_sessions else ():
        week.reward(worth, [v for (s, c), v in week.used.items() if s == slot and week.exercise(c).is_balance])


def add_heavy_work(week: WeekModel) -> None:
    """For strength, something heavy in every session (R26). Not asked below 18 (R13)."""
    if not week.task.repeats_main_lifts or week.task.is_youth:
        return
    slots = range(len(week.task.slots))
    for slot in slots:
        heavy = [v for (s, c), v in week.used.items() if s == slot and role_of(week.exercise(c)) is Role.HEAVY]
        week.reward(worths.HEAVY_WORTH // len(slots), heavy)


def add_balance_of_push_and_pull(week: WeekModel) -> None:
    """Push to pull between 0.67 and 1.5 (R31)."""
    pushes = [sets for (_, c), sets in week.sets.items() if week.exercise(c).pattern in PUSH_PATTERNS]
    pulls = [sets for (_, c), sets in week.sets.items() if week.exercise(c).pattern in PULL_PATTERNS]
    if not pushes or not pulls:
        return
    both = week.model.new_bool_var("")
    week.model.add(both <= sum(pushes))
    week.model.add(both <= sum(pulls))
    week.worth.append(worths.BOTH_WAYS_WORTH * both)
    uneven = week.model.new_int_var(0, 400, "")
    week.model.add(uneven >= 2 * sum(pushes) - 3 * sum(pulls))
    week.model.add(uneven >= 2 * sum(pulls) - 3 * sum(pushes))
    week.worth.append(-worths.UNBALANCED_WORTH * uneven)


def add_repeats(week: WeekModel) -> None:
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
