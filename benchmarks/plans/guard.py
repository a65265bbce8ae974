"""`make bench-plans-guard`: plants faults into good plans; exit 1 where one is missed, or a clean plan does not pass."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks.plans.athletes import SEED, BenchAthlete, bench_athletes
from benchmarks.plans.disguises import DISGUISES
from benchmarks.plans.faults import FAULTS, Fault, Good
from benchmarks.plans.measuring import plan_or_refusal
from benchmarks.plans.planners import OURS, PLANNERS
from db.seed.catalogue import read_catalogue
from domain.exercise import Catalogue
from domain.plan import PlanQuality, RuleOutcome
from services.checking.check import RULES, broken_rules, check_plan

PLACES = 5
"""Plans into which each fault is planted."""
WEEKS = 8


@dataclass
class Guarded:
    """What a run found. `missed` are faults that the checker did not see, with the athlete's number."""

    planted: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    missed: list[str] = field(default_factory=list)
    unclean: list[str] = field(default_factory=list)
    deceived: list[str] = field(default_factory=list)
    clean: int = 0

    @property
    def unplanted(self) -> list[str]:
        return [fault.name for fault in FAULTS if not self.planted[fault.name]]

    @property
    def unguarded(self) -> list[str]:
        """Rules for which there is no fault at all."""
        guarded = {(fault.rule, fault.is_hard) for fault in FAULTS}
        rules = [(rule.id, rule.is_hard) for rule in RULES]
        return [f"{rule} {'hard' if is_hard else 'soft'}" for rule, is_hard in rules if (rule, is_hard) not in guarded]

    @property
    def is_sound(self) -> bool:
        return not (self.missed or self.unclean or self.deceived or self.unplanted or self.unguarded)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plans.guard", description=__doc__)
    parser.add_argument("--places", type=int, default=PLACES, help="plans into which each fault is planted")
    places = parser.parse_args().places
    catalogue = read_catalogue()
    athletes = bench_athletes(catalogue, weeks=WEEKS, seed=SEED)
    with Progress(console=Console(stderr=True)) as progress:
        found = guard(progress.track(athletes, description="Planting"), catalogue, places=places)
    show(found, Console())
    sys.exit(0 if found.is_sound else 1)


def guard(athletes: Iterable[BenchAthlete], catalogue: Catalogue, *, places: int = PLACES) -> Guarded:
    """Plants every fault into the plans of the first athletes for whom it can be planted."""
    found = Guarded()
    for athlete in athletes:
        due = [fault for fault in FAULTS if found.planted[fault.name] < places]
        if not due:
            break
        for good in _good_plan(athlete, catalogue, found):
            for fault in due:
                _plant(found, fault, good, athlete.number)
    return found


def _good_plan(athlete: BenchAthlete, catalogue: Catalogue, found: Guarded) -> Iterator[Good]:
    """The athlete's plan, if there is one; it must pass as it is told, and in every disguise."""
    document, _ = plan_or_refusal(PLANNERS[OURS], athlete, catalogue)
    if document is None:
        return
    good = Good(athlete.basis, document, catalogue)
    quality = check_plan(athlete.basis, document, catalogue)
    plain = check_plan(athlete.basis, good.document, catalogue)
    if broken_rules(quality) or broken_rules(plain):
        found.unclean.append(f"athlete {athlete.number}: {', '.join(it.rule for it in broken_rules(quality))}")
        return
    found.clean += 1
    for disguise in DISGUISES:
        if changed := _changed(plain, disguise.judged(good), except_for=disguise.rules_that_read_it):
            found.deceived.append(f"athlete {athlete.number}, {disguise.name}: {', '.join(changed)}")
    yield good


def _plant(found: Guarded, fault: Fault, good: Good, number: int) -> None:
    planted = fault.plant(good)
    if planted is None:
        return
    found.planted[fault.name] += 1
    before = check_plan(good.basis, good.told if fault.rule == "R48" else good.document, good.catalogue)
    after = check_plan(planted.basis, planted.document, good.catalogue)
    if not is_worse(_outcome(before, fault), _outcome(after, fault)):
        found.missed.append(f"{fault.name}, athlete {number}")


def _outcome(quality: PlanQuality, fault: Fault) -> RuleOutcome | None:
    return next((it for it in quality.rules if (it.rule, it.is_hard) == (fault.rule, fault.is_hard)), None)


def is_worse(before: RuleOutcome | None, after: RuleOutcome | None) -> bool:
    """Whether a rule says less good of the second plan; one that did not apply before said nothing bad."""
    return after is not None and after.score < (before.score if before is not None else 1.0)


def _changed(plain: PlanQuality, disguised: PlanQuality, *, except_for: frozenset[str]) -> list[str]:
    """The rules whose outcome is another."""

    def scores(quality: PlanQuality) -> dict[tuple[str, bool], float]:
        return {(it.rule, it.is_hard): it.score for it in quality.rules if it.rule not in except_for}

    one, other = scores(plain), scores(disguised)
    return sorted({rule for rule, is_hard in one | other if one.get((rule, is_hard)) != other.get((rule, is_hard))})


def show(found: Guarded, console: Console) -> None:
    table = Table(title=f"Faults planted into {found.clean} good plans")
    table.add_column("fault")
    table.add_column("planted", justify="right")
    table.add_column("caught", justify="right")
    for fault in FAULTS:
        missed = sum(1 for name in found.missed if name.startswith(f"{fault.name},"))
        planted = found.planted[fault.name]
        table.add_row(fault.name, str(planted), str(planted - missed), style="red" if missed or not planted else None)
    console.print(table)
    _list(console, "Missed", found.missed)
    _list(console, "Never planted", found.unplanted)
    _list(console, "Rules without a fault", found.unguarded)
    _list(console, "Good plans that did not pass", found.unclean)
    _list(console, "Verdicts that names or the plan's own claims changed", found.deceived)
    console.print("Every fault was caught, and clean plans passed." if found.is_sound else "The guard does not hold.")


def _list(console: Console, title: str, lines: Sequence[str]) -> None:
    for line in lines:
        console.print(f"{title}: {line}", style="red", highlight=False)


if __name__ == "__main__":
    main()
