"""`make bench-lessons`: what it costs to tell what each lesson did, and whether what is told is so.

Beside each claim stands the plan that the planner makes without the lesson when it starts from nothing: a comparison is a plan
near the real one, so that the two may differ.
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks.lessons.drawing import basis_with, drawn_lessons
from benchmarks.plans.athletes import SEED, BenchAthlete, bench_athletes
from benchmarks.plans.baselines.writing import PLAN_ID, new_ids
from benchmarks.plans.results import percentile
from db.seed.catalogue import read_catalogue
from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.generations import ImpossiblePlan
from domain.lessons import Lesson
from domain.plan import Activity, LessonUse, PlanDocument, StrengthActivity
from services.checking.check import check_plan
from services.checking.lessons import lesson_uses
from services.planning.build import Draft, build_plan, draft_plan
from services.planning.otherwise import Otherwise

ATHLETES, WEEKS = 40, 4
COUNTS = (0, 3, 10, 20)
SAME, TOOK_OUT = "This plan would be the same", "Took out "
TELLING = (SAME, TOOK_OUT, "Brought in ", " instead of ", "; without it ")


@dataclass
class Tally:
    """Of plans with one number of lessons: seconds of the processor, and what was told."""

    alone: list[float] = field(default_factory=list)
    compared: list[float] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)
    claims: Counter[tuple[str, bool]] = field(default_factory=Counter)
    uses: list[tuple[Lesson, LessonUse]] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lessons", description=__doc__)
    parser.add_argument("--athletes", type=int, default=ATHLETES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS, help="numbers of lessons")
    parser.add_argument(
        "--true-up-to", type=int, default=3, help="lessons, up to which claims are held against full plans"
    )
    parser.add_argument("--read", type=int, default=0, help="print so many explanations of each number of lessons")
    options = parser.parse_args()
    catalogue, console = read_catalogue(), Console()
    athletes = bench_athletes(catalogue, count=options.athletes + 1, seed=options.seed, weeks=WEEKS)
    _planned(athletes[0].basis, catalogue)  # the first plan of a process loads the solver
    tallies = {count: Tally() for count in options.counts}
    with Progress(console=Console(stderr=True)) as progress:
        for athlete in progress.track(athletes[1:]):
            _measure(athlete, catalogue, tallies, seed=options.seed, true_up_to=options.true_up_to)
    console.print(_costs(tallies), _claims(tallies))
    for tally in tallies.values():
        for lesson, use in tally.uses[: options.read]:
            console.print(f"{_rule(lesson)} | {use.effect} | {use.explanation}", highlight=False, markup=False)


def _measure(
    athlete: BenchAthlete, catalogue: Catalogue, tallies: dict[int, Tally], *, seed: int, true_up_to: int
) -> None:
    before = _planned(basis_with(athlete, ()), catalogue)
    if before is None:
        return
    for count, tally in tallies.items():
        lessons = drawn_lessons(before.document, catalogue, count, seed=seed * 1000 + athlete.number)
        basis = basis_with(athlete, lessons)
        began = time.process_time()
        draft = _planned(basis, catalogue)
        if draft is None:
            continue
        check_plan(basis, draft.document, catalogue)
        made = time.process_time() - began
        began = time.process_time()
        lesson_uses(basis, draft.document, catalogue)
        tally.alone.append(made + time.process_time() - began)
        began = time.process_time()
        otherwise = Otherwise(draft.document, draft.outline, catalogue)
        uses = lesson_uses(basis, draft.document, catalogue, without=otherwise.without)
        tally.compared.append(made + time.process_time() - began)
        _note(tally, basis, uses)
        if count <= true_up_to:
            _hold(tally, basis, draft.document, catalogue)


def _planned(basis: PlanBasis, catalogue: Catalogue) -> Draft | None:
    try:
        return draft_plan(basis, catalogue, plan_id=PLAN_ID, new_activity_id=new_ids())
    except ImpossiblePlan:
        return None


def _note(tally: Tally, basis: PlanBasis, uses: Sequence[LessonUse]) -> None:
    lessons = {lesson.id: lesson for lesson in basis.lessons}
    for use in uses:
        tally.uses.append((lessons[use.lesson_id], use))
        how = next((phrase for phrase in TELLING if phrase in use.explanation), "from the plan alone")
        tally.told["nothing to tell" if use.effect.value == "NOT_APPLICABLE" else how.strip(" ;")] += 1


def _hold(tally: Tally, basis: PlanBasis, document: PlanDocument, catalogue: Catalogue) -> None:
    """The claims that a full plan can confirm, of the lessons noted last."""
    for lesson, use in tally.uses[-len(basis.lessons) :] if basis.lessons else ():
        claim = next((phrase for phrase in (SAME, TOOK_OUT) if use.explanation.startswith(phrase)), None)
        if claim is None:
            continue
        try:
            full = build_plan(basis.without(lesson), catalogue, plan_id=PLAN_ID, new_activity_id=new_ids())
        except ImpossiblePlan:
            continue
        is_so = _days(full) == _days(document) if claim == SAME else _has_named(full, use.explanation, catalogue)
        tally.claims[claim, is_so] += 1


def _days(plan: PlanDocument) -> list[tuple[Activity, ...]]:
    """All activities; their ids are counted from the first one on, so that the same have the same."""
    return [day.activities for week in plan.weeks for day in week.days]


def _has_named(full: PlanDocument, explanation: str, catalogue: Catalogue) -> bool:
    """Whether the full plan has one of the exercises that are said to be taken out."""
    named = explanation.removeprefix(TOOK_OUT).split(";")[0].split(". ")[0]
    activities = (activity for week in full.weeks for day in week.days for activity in day.activities)
    return any(catalogue[one.exercise_id].name in named for one in activities if isinstance(one, StrengthActivity))


def _rule(lesson: Lesson) -> str:
    rule = lesson.rule
    of = rule.exercise_id or rule.pattern or rule.limitation or rule.muscle or rule.sport
    said = [rule.kind, of, *(rule.weekdays or ()), None if rule.amount is None else f"{rule.amount:g}"]
    return " ".join(str(part) for part in said if part)


def _costs(tallies: dict[int, Tally]) -> Table:
    table = Table(
        "lessons", "plans", "alone: median, p95 ms", "compared: median, p95 ms", "told", title="CPU of a plan"
    )
    for count, tally in tallies.items():
        spans = [
            f"{1000 * percentile(spans, 0.5):.0f}, {1000 * percentile(spans, 0.95):.0f}" if spans else ""
            for spans in (tally.alone, tally.compared)
        ]
        told = ", ".join(f"{how}: {many}" for how, many in tally.told.most_common())
        table.add_row(str(count), str(len(tally.alone)), *spans, told)
    return table


def _claims(tallies: dict[int, Tally]) -> Table:
    table = Table("claim", "so in a full plan", "not so", title="Held against full plans")
    for claim in (SAME, TOOK_OUT):
        so, not_so = (sum(tally.claims[claim, is_so] for tally in tallies.values()) for is_so in (True, False))
        table.add_row(claim, str(so), str(not_so))
    return table


if __name__ == "__main__":
    main()
