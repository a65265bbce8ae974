"""One fault for each rule that must hold, planted into a clean plan: that rule finds it, and no other."""

from collections.abc import Callable

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.constraints import Constraints
from domain.plan import Day, IntervalKind, IntRange, PlanDocument, StrengthActivity
from domain.terms import Equipment, ExperienceLevel, LimitationKind
from services.checking.check import RULES, broken_rules, check_plan
from tests.unit.checking.exercises import CATALOGUE, exercise_id
from tests.unit.checking.sample import (
    avoid,
    basis_with,
    bout,
    clean_basis,
    clean_plan,
    easy_run,
    hard_run,
    hold,
    interval,
    lesson,
    lift,
    limited,
    plan,
    sets,
    strength,
    week,
    with_activities,
    with_added,
    with_day,
)

replace = msgspec.structs.replace
Case = tuple[PlanBasis, PlanDocument, PlanDocument]
"""Basis, a plan that keeps every rule for it, and the same with one fault."""


def _unknown_exercise() -> Case:
    added = lift("moon-walk", *sets(2))
    return clean_basis(), clean_plan(), with_added(clean_plan(), 0, added)


def _no_bands() -> Case:
    def without_jump_box(it: Constraints) -> Constraints:
        return replace(it, equipment=tuple(item for item in it.equipment if item is not Equipment.PULL_UP_BAR))

    return basis_with(without_jump_box), clean_plan(), with_added(clean_plan(), 0, lift("pull-up", *sets(1)))


def _wrong_day() -> Case:
    moved = with_activities(with_activities(clean_plan(), 0), 2, *strength())
    return clean_basis(), clean_plan(), moved


def _too_long() -> Case:
    return clean_basis(), clean_plan(), with_added(clean_plan(), 21, lift("biceps-curl", *sets(6, rest=240)))


def _avoided() -> Case:
    basis = basis_with(lessons=(lesson(avoid("biceps-curl"), is_hard=True),))
    return basis, clean_plan(), with_added(clean_plan(), 0, lift("biceps-curl", *sets(1, 10)))


def _warning_sign() -> Case:
    rest = plan(*(week(number, {}) for number in range(1, 5)))
    return limited(LimitationKind.CARDIAC_WARNING), rest, with_activities(rest, 0, easy_run(20))


def _gentle(*, without: str = "", hinge: str = "cable-pull-through") -> PlanDocument:
    """Two weeks of strength that no limitation stands against, at RPE 7."""
    session = [
        lift("chest-press", *sets(2)),
        lift(hinge, *sets(2)),
        lift("dumbbell-row", *sets(2)),
        lift("plank", *hold(2, 30)),
    ]
    kept = [activity for activity in session if activity.exercise_id != exercise_id(without)]
    return plan(*(week(number, {0: kept, 3: kept}) for number in (1, 2)))


def _knee() -> Case:
    return limited(LimitationKind.KNEE), _gentle(), with_added(_gentle(), 0, lift("walking-lunge", *sets(1)))


def _knee_without_hinge() -> Case:
    return limited(LimitationKind.KNEE), _gentle(), _gentle(without="cable-pull-through")


def _lower_back() -> Case:
    basis = limited(LimitationKind.LOWER_BACK)
    return basis, _gentle(), _gentle(hinge="deadlift")


def _lower_back_without_core() -> Case:
    return limited(LimitationKind.LOWER_BACK), _gentle(), _gentle(without="plank")


def _shoulder() -> Case:
    return limited(LimitationKind.SHOULDER), _gentle(), with_added(_gentle(), 0, lift("shoulder-press", *sets(1)))


def _pregnancy() -> Case:
    basis = limited(LimitationKind.PREGNANCY)
    return basis, _gentle(), with_added(_gentle(), 0, lift("glute-bridge", *sets(1)))


def _postpartum() -> Case:
    basis = limited(LimitationKind.POSTPARTUM)
    return basis, _gentle(), with_added(_gentle(), 0, lift("sit-up", *sets(1)))


def _hypertension() -> Case:
    basis = limited(LimitationKind.HYPERTENSION)
    return basis, _gentle(), with_added(_gentle(), 0, lift("deadlift", *sets(1)))


def _youth() -> Case:
    basis = basis_with(age=15)
    return basis, _gentle(), with_added(_gentle(), 0, lift("biceps-curl", *sets(1, 5)))


def _older_novice() -> Case:
    basis = basis_with(age=70, experience=ExperienceLevel.NOVICE)
    return basis, _gentle(), with_added(_gentle(), 0, lift("box-jump", *sets(1)))


def _too_many_sets() -> Case:
    return clean_basis(), _gentle(), with_added(_gentle(), 0, lift("biceps-curl", *sets(9, rest=20)))


def _no_rest_day() -> Case:
    def every_day(it: Constraints) -> Constraints:
        return replace(it, training_days=tuple(type(it.training_days[0])))

    six = plan(week(1, {offset: (easy_run(20),) for offset in range(6)}))
    return basis_with(every_day), six, with_activities(six, 6, easy_run(20))


def _expert() -> Case:
    basis = basis_with(experience=ExperienceLevel.NOVICE)
    return basis, _gentle(), with_added(_gentle(), 0, lift("power-clean", *sets(1)))


def _near_failure() -> Case:
    basis = basis_with(experience=ExperienceLevel.NOVICE)
    return basis, _gentle(), with_added(_gentle(), 7, lift("biceps-curl", *sets(1, rpe=9.5)))


def _long_run() -> Case:
    def without_baseline(it: Constraints) -> Constraints:
        return replace(it, endurance_baselines=())

    runs = plan(week(1, {1: (easy_run(20),), 5: (easy_run(22),)}))
    return basis_with(without_baseline), runs, with_activities(runs, 5, easy_run(27))


def _bold_load() -> Case:
    loaded = lift("biceps-curl", *sets(1, load=10))
    return clean_basis(), _gentle(), with_added(_gentle(), 0, loaded)


def _steep_week() -> Case:
    press, more = lift("chest-press", *sets(7)), lift("chest-press", *sets(8, 10))
    steady = plan(week(1, {0: (press,)}), week(2, {0: (press,)}))
    return clean_basis(), steady, with_activities(steady, 7, more)


def _hard_days_in_a_row() -> Case:
    basis = basis_with(experience=ExperienceLevel.NOVICE)
    runs = plan(week(1, {0: (hard_run(),), 1: (easy_run(30),), 3: (hard_run(),)}))
    return basis, runs, with_activities(runs, 1, hard_run())


def _with_beats(low: int, high: int) -> PlanDocument:
    steady = replace(interval(IntervalKind.STEADY, 20, 2), heart_rate=IntRange(low, high))
    return plan(week(1, {0: (bout(steady),)}))


def _wrong_heart_rate() -> Case:
    return clean_basis(), _with_beats(112, 131), _with_beats(131, 150)


def _beta_blocker() -> Case:
    without = plan(week(1, {0: (bout(interval(IntervalKind.STEADY, 20, 2)),)}))
    return limited(LimitationKind.BETA_BLOCKER), without, _with_beats(112, 131)


def _twice() -> Case:
    return clean_basis(), _gentle(), with_added(_gentle(), 0, lift("plank", *hold(1, 30)))


def _false_minutes() -> Case:
    def longer(it: Day) -> Day:
        return replace(it, estimated_minutes=it.estimated_minutes + 2)

    return clean_basis(), clean_plan(), with_day(clean_plan(), 0, longer)


def _odd_load() -> Case:
    warm, *rest = strength(4)
    assert isinstance(rest[0], StrengthActivity)
    odd = replace(rest[0], sets=tuple(replace(it, load_kg=86.0) if it.load_kg else it for it in rest[0].sets))
    return clean_basis(), clean_plan(), with_activities(clean_plan(), 21, warm, odd, *rest[1:])


FAULTS: tuple[tuple[str, Callable[[], Case]], ...] = (
    ("R01", _unknown_exercise),
    ("R02", _no_bands),
    ("R03", _wrong_day),
    ("R04", _too_long),
    ("R05", _avoided),
    ("R06", _warning_sign),
    ("R07", _knee),
    ("R07", _knee_without_hinge),
    ("R08", _lower_back),
    ("R08", _lower_back_without_core),
    ("R09", _shoulder),
    ("R10", _pregnancy),
    ("R11", _postpartum),
    ("R12", _hypertension),
    ("R13", _youth),
    ("R14", _older_novice),
    ("R15", _too_many_sets),
    ("R16", _no_rest_day),
    ("R18", _expert),
    ("R19", _near_failure),
    ("R20", _long_run),
    ("R34", _bold_load),
    ("R35", _steep_week),
    ("R38", _hard_days_in_a_row),
    ("R39", _wrong_heart_rate),
    ("R40", _beta_blocker),
    ("R46", _twice),
    ("R48", _false_minutes),
    ("R50", _odd_load),
)


@pytest.mark.parametrize(("rule", "case"), FAULTS, ids=[f"{rule}{case.__name__}" for rule, case in FAULTS])
def test_a_planted_fault_is_found_by_its_rule_and_by_no_other(rule: str, case: Callable[[], Case]) -> None:
    basis, clean, faulty = case()
    assert [outcome.finding for outcome in broken_rules(check_plan(basis, clean, CATALOGUE))] == []
    broken = broken_rules(check_plan(basis, faulty, CATALOGUE))
    assert [outcome.rule for outcome in broken] == [rule], [outcome.finding for outcome in broken]
    assert check_plan(basis, faulty, CATALOGUE).score == 0


def test_there_is_a_fault_for_each_rule_that_must_hold() -> None:
    assert {rule for rule, _ in FAULTS} == {rule.id for rule in RULES if rule.is_hard}


def test_the_clean_plan_keeps_every_rule_fully() -> None:
    quality = check_plan(clean_basis(), clean_plan(), CATALOGUE)
    assert [(outcome.rule, outcome.finding) for outcome in quality.rules if outcome.score < 1] == []
    assert quality.score == 100
