"""The guard of the measure, small: each fault once, and the guard itself sees what it is there for."""

import pytest

from benchmarks.plans.athletes import bench_athletes
from benchmarks.plans.faults import FAULTS, Fault, Good, Planted
from benchmarks.plans.guard import Guarded, guard, is_worse
from benchmarks.plans.planners import OURS, PLANNERS
from domain.exercise import Catalogue
from domain.plan import RuleOutcome
from services.checking.check import RULES

MANY_FAULTS = (11, 46, 52, 4, 57, 1, 9, 10, 13, 14, 16)
"""Athletes into whose plans all faults can be planted between them; the others stand by."""


def test_every_fault_is_caught_once_and_clean_plans_pass(catalogue: Catalogue) -> None:
    everybody = bench_athletes(catalogue, weeks=8)
    first = [everybody[number] for number in MANY_FAULTS]
    found = guard([*first, *(it for it in everybody if it not in first)], catalogue, places=1)
    assert (found.missed, found.unclean, found.deceived, found.unplanted) == ([], [], [], [])
    assert found.is_sound


def test_there_is_a_fault_for_every_rule_hard_and_soft() -> None:
    assert {(fault.rule, fault.is_hard) for fault in FAULTS} == {(rule.id, rule.is_hard) for rule in RULES}
    assert Guarded().unguarded == []


def test_a_fault_that_changes_nothing_is_missed(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing_at_all(good: Good) -> Planted:
        return Planted(good.basis, good.document)

    harmless = Fault("R01", True, nothing_at_all)
    monkeypatch.setattr("benchmarks.plans.guard.FAULTS", (harmless,))
    found = guard(bench_athletes(catalogue, count=1, weeks=4), catalogue, places=1)
    assert found.missed == ["R01 hard: nothing at all, athlete 0"]
    assert not found.is_sound


def test_an_athlete_without_a_plan_is_passed_over(catalogue: Catalogue) -> None:
    warned = bench_athletes(catalogue, weeks=4)[-1:]
    found = guard(warned, catalogue, places=1)
    assert (found.clean, found.unclean) == (0, [])
    assert not found.is_sound


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(1.0, 0.5, True), (0.5, 0.5, False), (0.5, 0.9, False), (None, 0.9, True), (None, 1.0, False), (1.0, None, False)],
)
def test_worse_is_a_lower_score(before: float | None, after: float | None, expected: bool) -> None:
    assert is_worse(_outcome(before), _outcome(after)) is expected


def _outcome(score: float | None) -> RuleOutcome | None:
    if score is None:
        return None
    return RuleOutcome(rule="R01", description="", is_hard=True, score=score, finding="", source="")


def test_planting_leaves_the_good_plan_as_it_was(catalogue: Catalogue) -> None:
    athlete = bench_athletes(catalogue, count=12, weeks=8)[11]
    made = PLANNERS[OURS](athlete.basis, catalogue, 11)
    good = Good(athlete.basis, made, catalogue)
    for fault in FAULTS:
        fault.plant(good)
    assert good.told == PLANNERS[OURS](athlete.basis, catalogue, 11)
