"""What the benchmark says of a planner: scores, broken rules, refusals, and the same bytes every time."""

import msgspec
import pytest

from benchmarks.plans.athletes import ATHLETES, BenchAthlete, bench_athletes
from benchmarks.plans.measuring import gaps_of, measured, soft_part
from benchmarks.plans.planners import OURS, PLANNERS
from benchmarks.plans.results import BenchResult, Gaps, Seconds, encoded, percentile
from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from services.checking.check import check_plan
from services.planning.strength.choose import RELATIVE_GAP

FEW = (3, 8, 21)


@pytest.fixture(scope="module")
def athletes(catalogue: Catalogue) -> list[BenchAthlete]:
    everybody = bench_athletes(catalogue, weeks=4)
    return [everybody[number] for number in FEW]


@pytest.mark.parametrize("name", PLANNERS)
def test_every_planner_makes_plans_that_the_checker_can_judge(
    name: str, athletes: list[BenchAthlete], catalogue: Catalogue
) -> None:
    result = measured(name, PLANNERS[name], athletes, catalogue)
    assert (result.plans, result.refusals) == (len(FEW), ())
    assert set(result.scores) == {str(number) for number in FEW}
    assert 0 <= result.fifth_percentile <= result.mean <= result.soft_mean <= 100


def test_ours_breaks_nothing_and_is_the_best(athletes: list[BenchAthlete], catalogue: Catalogue) -> None:
    results = {name: measured(name, planner, athletes, catalogue) for name, planner in PLANNERS.items()}
    ours = results.pop(OURS)
    assert ours.hard_violations == {}
    assert ours.fifth_percentile >= 80
    assert all(ours.soft_mean > other.soft_mean for other in results.values())


@pytest.mark.parametrize("name", PLANNERS)
def test_the_same_athletes_get_the_same_bytes(name: str, athletes: list[BenchAthlete], catalogue: Catalogue) -> None:
    first, second = (measured(name, PLANNERS[name], athletes[:2], catalogue).digest for _ in range(2))
    assert first == second
    assert measured(name, PLANNERS[name], athletes[1:2], catalogue).digest != first


def test_a_refusal_is_told_with_its_rules(catalogue: Catalogue) -> None:
    warned = bench_athletes(catalogue, weeks=4)[-1:]
    result = measured(OURS, PLANNERS[OURS], warned, catalogue)
    assert result.plans == 0
    assert [(refused.athlete, refused.rules) for refused in result.refusals] == [(ATHLETES - 1, ("R06",))]


def test_a_crash_is_counted_and_the_others_go_on(athletes: list[BenchAthlete], catalogue: Catalogue) -> None:
    def fragile(basis: PlanBasis, catalogue: Catalogue, number: int) -> PlanDocument:
        if number == FEW[0]:
            raise ValueError("no")
        return PLANNERS["template"](basis, catalogue, number)

    result = measured("fragile", fragile, athletes, catalogue)
    assert result.plans == len(FEW) - 1
    assert [(refused.athlete, refused.message) for refused in result.refusals] == [
        (FEW[0], "crashed: ValueError('no')")
    ]


def test_without_a_broken_rule_the_soft_part_is_the_score(athletes: list[BenchAthlete], catalogue: Catalogue) -> None:
    of = athletes[0]
    quality = check_plan(of.basis, PLANNERS[OURS](of.basis, catalogue, of.number), catalogue)
    assert soft_part(quality) == pytest.approx(quality.score, abs=0.02)


def test_gaps_are_told_of_a_planner_that_has_a_solver(athletes: list[BenchAthlete], catalogue: Catalogue) -> None:
    ours = measured(OURS, PLANNERS[OURS], athletes[:1], catalogue).gaps
    assert ours is not None
    assert 0 <= ours.p50 == ours.p95 == ours.most < 0.5
    assert measured("template", PLANNERS["template"], athletes[:1], catalogue).gaps is None


def test_the_share_of_proved_choices_counts_gaps_within_the_tolerance() -> None:
    assert gaps_of([0.0, RELATIVE_GAP, 0.02, 0.3]) == Gaps(proved=0.5, p50=RELATIVE_GAP, p95=0.3, most=0.3)
    assert gaps_of([]) is None


def test_percentiles_are_values_that_are_there() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert [percentile(values, share) for share in (0.05, 0.5, 0.95, 1.0)] == [5, 50, 95, 100]
    assert percentile([], 0.5) == 0


def test_results_can_be_read_back(athletes: list[BenchAthlete], catalogue: Catalogue) -> None:
    found = measured("template", PLANNERS["template"], athletes, catalogue)
    result = BenchResult(seed=1, athletes=3, catalogue="c", python="3", solver="s", machine="m", planners=(found,))
    assert msgspec.json.decode(encoded(result), type=BenchResult) == result
    assert isinstance(found.seconds, Seconds)
