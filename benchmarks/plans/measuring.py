"""Runs one planner over the athletes and has the checker judge what it makes."""

import hashlib
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec

from benchmarks.plans.athletes import BenchAthlete
from benchmarks.plans.planners import Planner
from benchmarks.plans.results import Gaps, PlannerResult, Refused, Seconds, percentile
from domain.exercise import Catalogue
from domain.generations import ImpossiblePlan
from domain.plan import PlanDocument, PlanQuality
from services.checking.check import RULES, broken_rules, check_plan, soft_score
from services.checking.rules import Verdict
from services.planning.strength.choose import RELATIVE_GAP

FIFTH = 0.05
NOT_PLANNED = "crashed"
BY_ID = {(rule.id, rule.is_hard): rule for rule in RULES}
Notice = Callable[[], None]
"""Called after each athlete, for a progress bar."""


@dataclass
class Tally:
    """What adds up while athletes are gone through."""

    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    qualities: dict[int, PlanQuality] = field(default_factory=dict)
    refusals: list[Refused] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)


def measured(
    name: str,
    planner: Planner,
    athletes: Sequence[BenchAthlete],
    catalogue: Catalogue,
    *,
    after_each: Notice = lambda: None,
) -> PlannerResult:
    """Plans for all athletes with their scores. A planner that crashes on somebody is counted, not excused."""
    tally = Tally()
    for athlete in athletes:
        _measure(tally, planner, athlete, catalogue)
        after_each()
    return _result(name, athletes[0].basis.week_count if athletes else 0, tally)


def _measure(tally: Tally, planner: Planner, athlete: BenchAthlete, catalogue: Catalogue) -> None:
    cpu, wall = time.process_time(), time.perf_counter()
    document, refused = plan_or_refusal(planner, athlete, catalogue)
    if document is None:
        assert refused is not None
        tally.refusals.append(refused)
        return
    tally.qualities[athlete.number] = check_plan(athlete.basis, document, catalogue)
    tally.cpu.append(time.process_time() - cpu)
    tally.wall.append(time.perf_counter() - wall)
    if document.solver_gap is not None:
        tally.gaps.append(document.solver_gap)
    tally.digest.update(msgspec.json.encode(document))


def plan_or_refusal(
    planner: Planner, athlete: BenchAthlete, catalogue: Catalogue
) -> tuple[PlanDocument | None, Refused | None]:
    """The plan, or why there is none; exactly one of them."""
    try:
        return planner(athlete.basis, catalogue, athlete.number), None
    except ImpossiblePlan as refusal:
        rules = tuple(rule.rule for rule in refusal.rules)
        return None, Refused(athlete.number, rules, str(refusal))
    except Exception as crash:  # noqa: BLE001 - a crash is a finding of this measure, and the others go on
        return None, Refused(athlete.number, (), f"{NOT_PLANNED}: {crash!r}")


def _result(name: str, weeks: int, tally: Tally) -> PlannerResult:
    qualities = tally.qualities.values()
    scores = [quality.score for quality in qualities]
    soft = [soft_part(quality) for quality in qualities]
    broken = Counter(outcome.rule for quality in qualities for outcome in broken_rules(quality))
    return PlannerResult(
        planner=name,
        weeks=weeks,
        plans=len(scores),
        unbroken=sum(1 for quality in qualities if not broken_rules(quality)),
        hard_violations=dict(sorted(broken.items())),
        mean=round(_mean(scores), 2),
        fifth_percentile=round(percentile(scores, FIFTH), 2),
        soft_mean=round(_mean(soft), 2),
        rules=_rule_means(tally.qualities),
        refusals=tuple(tally.refusals),
        seconds=_seconds(tally),
        gaps=gaps_of(tally.gaps),
        digest=tally.digest.hexdigest(),
        scores={str(number): quality.score for number, quality in tally.qualities.items()},
    )


def soft_part(quality: PlanQuality) -> float:
    """The score as it would be if no rule that must hold were broken."""
    outcomes = [outcome for outcome in quality.rules if not outcome.is_hard]
    return soft_score([(BY_ID[o.rule, False], Verdict(o.score, o.finding)) for o in outcomes])


def _rule_means(qualities: dict[int, PlanQuality]) -> dict[str, float]:
    scores: dict[str, list[float]] = defaultdict(list)
    for quality in qualities.values():
        for outcome in quality.rules:
            if not outcome.is_hard:
                scores[outcome.rule].append(outcome.score)
    return {rule: round(_mean(found), 4) for rule, found in sorted(scores.items())}


def _seconds(tally: Tally) -> Seconds:
    spans = [percentile(times, share) for times in (tally.cpu, tally.wall) for share in (0.5, 0.95)]
    return Seconds(*(round(span, 4) for span in spans))


def gaps_of(gaps: Sequence[float]) -> Gaps | None:
    if not gaps:
        return None
    proved = sum(1 for gap in gaps if gap <= RELATIVE_GAP) / len(gaps)
    return Gaps(round(proved, 4), percentile(gaps, 0.5), percentile(gaps, 0.95), max(gaps))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
