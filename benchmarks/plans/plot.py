"""The result as a picture: how the scores spread, and where ours differ from a greedy choice's."""

from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from benchmarks.plans.planners import OURS
from benchmarks.plans.results import BenchResult, PlannerResult

COLOURS = {OURS: "#0b6e4f", "greedy": "#e08e45", "template": "#6c757d", "random": "#b0b7bd"}
BESIDE = "greedy"


def draw(result: BenchResult, path: Path) -> None:
    """Writes a PNG: on the left the share of athletes up to each score, on the right the mean by rule."""
    longest = max(found.weeks for found in result.planners)
    planners = [found for found in result.planners if found.weeks == longest]
    figure = Figure(figsize=(12, 6), layout="constrained")
    FigureCanvasAgg(figure)
    spread, rules = figure.subplots(1, 2)
    for found in planners:
        scores = sorted(found.scores.values())
        shares = [(place + 1) / len(scores) for place in range(len(scores))]
        spread.step(scores, shares, where="post", label=_label(found), color=COLOURS.get(found.planner), linewidth=2)
    spread.set(xlabel="score (0 where a rule that must hold is broken)", ylabel="share of athletes up to this score")
    spread.set_title(f"{result.athletes} athletes, {longest} weeks each")
    spread.legend(loc="upper left")
    spread.grid(alpha=0.3)
    named = sorted({rule for found in planners for rule in found.rules}, reverse=True)
    for found in (one for one in planners if one.planner in (OURS, BESIDE)):
        places = [place for place, rule in enumerate(named) if rule in found.rules]
        scores = [found.rules[named[place]] for place in places]
        rules.scatter(scores, places, label=found.planner, color=COLOURS[found.planner])
    rules.set_yticks(range(len(named)), named)
    rules.set(xlabel="mean score of the rule", xlim=(0, 1.02))
    rules.set_title("By soft rule")
    rules.legend(loc="lower left")
    rules.grid(alpha=0.3)
    figure.savefig(path, dpi=110, metadata={"Software": None})


def _label(found: PlannerResult) -> str:
    return f"{found.planner}: mean {found.mean:.1f}, 5th percentile {found.fifth_percentile:.1f}"
