"""What is counted over all turns, and how it is told."""

import platform
import statistics
from dataclasses import dataclass, field

import msgspec
from rich.console import Console
from rich.table import Table


@dataclass(slots=True)
class Counts:
    """Of one run."""

    athletes: int = 0
    turns: int = 0
    breaches: list[str] = field(default_factory=list)
    expected: int = 0
    found: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    safety_expected: int = 0
    safety_found: int = 0
    not_ended: list[str] = field(default_factory=list)
    superseded_applied: int = 0
    credits: int = 0
    false_claims: list[str] = field(default_factory=list)
    changed_for_nothing: list[str] = field(default_factory=list)
    differing: int = 0
    with_playbook: list[float] = field(default_factory=list)
    without_playbook: list[float] = field(default_factory=list)
    explanations: list[str] = field(default_factory=list)
    """What the last plans say of their lessons."""

    @property
    def precision(self) -> float:
        return self.found / (self.found + len(self.wrong)) if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.expected if self.expected else 1.0

    @property
    def safety_recall(self) -> float:
        return self.safety_found / self.safety_expected if self.safety_expected else 1.0

    @property
    def is_good(self) -> bool:
        none = (self.breaches, self.false_claims, self.changed_for_nothing, self.not_ended)
        return not any(none) and self.superseded_applied == self.differing == 0 and self._learns_well

    @property
    def _learns_well(self) -> bool:
        return self.precision >= 0.97 and self.recall >= 0.95 and self.safety_recall == 1


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a run."""

    athletes: int
    seed: int
    turns: int
    constraints_broken_later: int
    lessons_expected: int
    precision: float
    recall: float
    safety_recall: float
    lessons_not_ended: int
    superseded_applied: int
    credits: int
    false_claims: int
    lessons_differing: int
    changed_for_nothing: int
    score_with_playbook: float
    score_without_playbook: float
    seconds: float
    machine: str


def result_of(counts: Counts, *, seed: int, seconds: float) -> Result:
    return Result(
        athletes=counts.athletes,
        seed=seed,
        turns=counts.turns,
        constraints_broken_later=len(counts.breaches),
        lessons_expected=counts.expected,
        precision=round(counts.precision, 4),
        recall=round(counts.recall, 4),
        safety_recall=round(counts.safety_recall, 4),
        lessons_not_ended=len(counts.not_ended),
        superseded_applied=counts.superseded_applied,
        credits=counts.credits,
        false_claims=len(counts.false_claims),
        lessons_differing=counts.differing,
        changed_for_nothing=len(counts.changed_for_nothing),
        score_with_playbook=round(_mean(counts.with_playbook), 1),
        score_without_playbook=round(_mean(counts.without_playbook), 1),
        seconds=round(seconds),
        machine=f"{platform.machine()}, Python {platform.python_version()}",
    )


def show(counts: Counts, console: Console, *, seconds: float) -> None:
    table = Table(title=f"{counts.athletes} athletes, {counts.turns} turns, {seconds:.0f} s")
    table.add_column("measure")
    table.add_column("found", justify="right")
    table.add_column("target", justify="right")
    rows = [
        ("stated constraint broken at any later turn", len(counts.breaches), "0"),
        ("lessons expected", counts.expected, ""),
        ("precision of what is learned", f"{counts.precision:.3f}", "≥ 0.97"),
        ("recall of what is learned", f"{counts.recall:.3f}", "≥ 0.95"),
        ("recall of safety", f"{counts.safety_recall:.3f}", "1"),
        ("lessons that should have ended and did not", len(counts.not_ended), "0"),
        ("superseded lessons still applied", counts.superseded_applied, "0"),
        ("workouts that counted for a lesson or against one", counts.credits, ""),
        ("credit claimed and not so", len(counts.false_claims), "0"),
        ("lessons that differ from what was recorded", counts.differing, "0"),
        ("questions and hostile texts that changed something", len(counts.changed_for_nothing), "0"),
        ("score of a new plan with the playbook", f"{_mean(counts.with_playbook):.1f}", ""),
        ("score of one without, held against it", f"{_mean(counts.without_playbook):.1f}", "less"),
    ]
    for name, value, target in rows:
        table.add_row(name, str(value), target)
    console.print(table)
    for title in ("breaches", "wrong", "missed", "not_ended", "false_claims", "changed_for_nothing"):
        for line in sorted(set(getattr(counts, title)))[:12]:
            console.print(f"  {title}: {line}", highlight=False, markup=False)


def _mean(values: list[float]) -> float:
    return statistics.fmean(values) if values else 0.0
