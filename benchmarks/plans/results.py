"""What is kept of a run: figures that fit on a screen, and the scores behind them."""

import math
from collections.abc import Sequence

import msgspec


class Seconds(msgspec.Struct, frozen=True):
    """Of building, explaining and checking one plan, by the process's own clock (`cpu`, one core) and by the wall's."""

    cpu_p50: float
    cpu_p95: float
    wall_p50: float
    wall_p95: float


class Gaps(msgspec.Struct, frozen=True):
    """By how much the solver's choices may fall short of the best ones, as shares of their worth; over plans with strength
    work. `proved` is the share of plans where the gap is within what the solver stops at."""

    proved: float
    p50: float
    p95: float
    most: float


class Refused(msgspec.Struct, frozen=True):
    """An athlete who got no plan, and the rules that were named for it; empty where something else went wrong."""

    athlete: int
    rules: tuple[str, ...]
    message: str


class PlannerResult(msgspec.Struct, frozen=True, kw_only=True):
    """One planner on all athletes. Scores are 0 where a rule that must hold is broken; `soft_mean` leaves that out."""

    planner: str
    weeks: int
    plans: int
    unbroken: int
    hard_violations: dict[str, int]
    """Plans that break the rule."""
    mean: float
    fifth_percentile: float
    soft_mean: float
    rules: dict[str, float]
    """Mean score of each soft rule over the plans to which it applies."""
    refusals: tuple[Refused, ...]
    seconds: Seconds
    gaps: Gaps | None
    """None of a planner without a solver."""
    digest: str
    """SHA-256 of all plans, so that a second run can be seen to make the very same."""
    scores: dict[str, float]
    """By athlete."""


class BenchResult(msgspec.Struct, frozen=True, kw_only=True):
    """A whole run, and on what it ran."""

    seed: int
    athletes: int
    catalogue: str
    python: str
    solver: str
    machine: str
    planners: tuple[PlannerResult, ...]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of all values does not exceed; 0 of nothing."""
    ordered = sorted(values)
    if not ordered:
        return 0.0
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def encoded(result: BenchResult) -> bytes:
    """As it is committed: indented, so that a change can be read."""
    return msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n"
