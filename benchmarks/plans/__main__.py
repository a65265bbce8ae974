"""`make bench-plans`: all planners on all athletes; prints tables, writes benchmarks/results/plans.json and plans.png."""

import argparse
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from benchmarks.plans.athletes import ATHLETES, SEED, BenchAthlete, bench_athletes
from benchmarks.plans.measuring import measured, plan_or_refusal
from benchmarks.plans.planners import OURS, PLANNERS
from benchmarks.plans.report import show
from benchmarks.plans.results import BenchResult, PlannerResult, encoded
from db.seed.catalogue import read_catalogue
from domain.exercise import Catalogue

RESULTS = Path(__file__).parents[1] / "results"
WEEKS, SHORT_WEEKS = 8, 4


def main() -> None:
    options = _options(sys.argv[1:])
    result = run(read_catalogue(), athletes=options.athletes, seed=options.seed)
    show(result, Console(width=options.width))
    if options.athletes == ATHLETES and options.seed == SEED:
        # Drawing needs a library that only this measure has, in a group of its own.
        from benchmarks.plans.plot import draw

        (RESULTS / "plans.json").write_bytes(encoded(result))
        draw(result, RESULTS / "plans.png")


def run(catalogue: Catalogue, *, athletes: int = ATHLETES, seed: int = SEED) -> BenchResult:
    """Every planner for eight weeks, and ours for four as well."""
    long = bench_athletes(catalogue, count=athletes, seed=seed, weeks=WEEKS)
    short = bench_athletes(catalogue, count=athletes, seed=seed, weeks=SHORT_WEEKS)
    # The first plan of a process loads the solver, half a second that no later one pays.
    plan_or_refusal(PLANNERS[OURS], long[0], catalogue)
    jobs = [(name, long) for name in PLANNERS] + [(OURS, short)]
    with Progress(console=Console(stderr=True)) as progress:
        results = tuple(_measured(progress, name, group, catalogue) for name, group in jobs)
    return BenchResult(
        seed=seed,
        athletes=athletes,
        catalogue=catalogue.version,
        python=platform.python_version(),
        solver=f"ortools {version('ortools')}",
        machine=f"{platform.system()} {platform.machine()}",
        planners=results,
    )


def _measured(progress: Progress, name: str, athletes: Sequence[BenchAthlete], catalogue: Catalogue) -> PlannerResult:
    task = progress.add_task(name, total=len(athletes))
    return measured(name, PLANNERS[name], athletes, catalogue, after_each=lambda: progress.advance(task))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plans", description=__doc__)
    parser.add_argument("--athletes", type=int, default=ATHLETES, help="only the first so many; writes no files")
    parser.add_argument("--seed", type=int, default=SEED, help="other athletes; writes no files")
    parser.add_argument("--width", type=int, default=None, help="of the tables, in characters")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
