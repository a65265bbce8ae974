"""The result as tables for a terminal."""

from collections import defaultdict

from rich.console import Console
from rich.table import Table

from benchmarks.plans.results import BenchResult, Gaps, PlannerResult
from services.checking.check import RULES

DESCRIPTION_WIDTH = 60
TARGETS = (
    "Targets: no hard violation, mean 90 and 5th percentile 80 or more; "
    "p95 under 0.5 s for 4 weeks and 1 s for 8, on one core."
)


def show(result: BenchResult, console: Console) -> None:
    """Planners side by side, scores by rule, and who was refused."""
    console.print(_planners(result))
    console.print(_rules(result))
    for found in result.planners:
        if found.gaps is not None:
            console.print(f"{_title(found)}: {_gaps(found.gaps)}", highlight=False)
    for found in result.planners:
        for reason, athletes in _refusals(found).items():
            console.print(f"{_title(found)}: {reason} for athletes {athletes}", highlight=False)
    console.print(TARGETS, highlight=False)


def _planners(result: BenchResult) -> Table:
    table = Table(title=f"CoachBench: {result.athletes} athletes, seed {result.seed}")
    table.add_column("planner")
    for heading in (
        "plans",
        "refused",
        "hard rules broken",
        "mean",
        "5th pc",
        "mean*",
        "cpu p50",
        "cpu p95",
        "wall p95",
    ):
        table.add_column(heading, justify="right")
    for found in result.planners:
        broken = ", ".join(f"{rule} {count}" for rule, count in found.hard_violations.items())
        table.add_row(
            _title(found),
            str(found.plans),
            str(len(found.refusals)),
            broken or "0",
            f"{found.mean:.1f}",
            f"{found.fifth_percentile:.1f}",
            f"{found.soft_mean:.1f}",
            *(f"{seconds:.3f} s" for seconds in (found.seconds.cpu_p50, found.seconds.cpu_p95, found.seconds.wall_p95)),
        )
    table.caption = (
        "mean*: as if no rule that must hold were broken. Seconds: building, explaining and checking one plan."
    )
    return table


def _rules(result: BenchResult) -> Table:
    table = Table(title="Mean score by soft rule")
    table.add_column("rule")
    for found in result.planners:
        table.add_column(_title(found).replace(", ", "\n"), justify="right", no_wrap=True)
    table.add_column("what it asks", no_wrap=True, overflow="ellipsis", max_width=DESCRIPTION_WIDTH)
    for rule in RULES:
        if rule.is_hard:
            continue
        scores = (found.rules.get(rule.id) for found in result.planners)
        table.add_row(rule.id, *("" if score is None else f"{score:.3f}" for score in scores), rule.description)
    return table


def _gaps(gaps: Gaps) -> str:
    """How near to the best choice that there is the solver's choices are known to be."""
    return (
        f"{gaps.proved:.0%} of the choices are proved best within the solver's tolerance; a choice falls short of the proved "
        f"bound by {gaps.p50:.1%} at most in half of the plans, {gaps.p95:.1%} in 95 %, {gaps.most:.1%} in all"
    )


def _title(found: PlannerResult) -> str:
    return f"{found.planner}, {found.weeks} weeks"


def _refusals(found: PlannerResult) -> dict[str, str]:
    """For each reason the athletes who have no plan for it."""
    athletes: dict[str, list[str]] = defaultdict(list)
    for refused in found.refusals:
        named = ", ".join(refused.rules) or "no rule named"
        athletes[f"no plan ({named}: {refused.message})"].append(str(refused.athlete))
    return {reason: ", ".join(numbers) for reason, numbers in athletes.items()}
