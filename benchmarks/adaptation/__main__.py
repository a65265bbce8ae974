"""`make bench-adaptation`: athletes whose true maxima nobody knows train for weeks; prints how well loads come to suit them."""

import sys
from statistics import mean

from benchmarks.adaptation.course import CLOSE, FROM_WEEK, Outcome, followed, outcome
from benchmarks.adaptation.lifting import Felt
from benchmarks.drills.house import told, whole
from db.seed.catalogue import read_catalogue

ATHLETES = whole("ATHLETES", 24)
WEEKS = whole("WEEKS", 8)
MOST_RPE_ERROR = 0.7


def main() -> int:
    catalogue = read_catalogue()
    outcomes: list[Outcome] = []
    felt: list[Felt] = []
    for number in range(ATHLETES):
        lifter = followed(number, catalogue, weeks=WEEKS)
        outcomes.append(outcome(number, lifter.felt))
        felt += lifter.felt
        print(f"athlete {number}: {_figures(outcomes[-1])}", flush=True)
    return told(_summary(outcomes, felt), failed=_failures(outcomes))


def _figures(found: Outcome) -> str:
    return (
        f"{found.sets} sets, {found.rpe_error:.2f} RPE off, loads {found.load_error:.1%} off, "
        f"{found.close:.1%} within {CLOSE:.1%}"
    )


def _summary(outcomes: list[Outcome], felt: list[Felt]) -> dict[str, object]:
    weeks = sorted({one.week for one in felt})
    by_week = {
        f"week {week}": f"{mean(abs(one.felt - one.intended) for one in felt if one.week == week):.2f} RPE off"
        for week in weeks
    }
    errors = [found.rpe_error for found in outcomes]
    return {
        **by_week,
        f"from week {FROM_WEEK} on, mean of {len(errors)} athletes": f"{mean(errors):.2f} RPE off",
        "the worst of them": f"{max(errors):.2f} RPE off",
        f"athletes above {MOST_RPE_ERROR}": sum(error > MOST_RPE_ERROR for error in errors),
        "loads, mean distance from the ideal": f"{mean(found.load_error for found in outcomes):.1%}",
        f"loads within {CLOSE:.1%} of the ideal": f"{mean(found.close for found in outcomes):.1%}",
    }


def _failures(outcomes: list[Outcome]) -> list[str]:
    failed = []
    if mean(found.rpe_error for found in outcomes) > MOST_RPE_ERROR:
        failed.append("loads do not feel as intended")
    if max(found.load_error for found in outcomes) > CLOSE:
        failed.append("loads are far from the ideal")
    return failed


if __name__ == "__main__":
    sys.exit(main())
