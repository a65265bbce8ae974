"""The rules on how fast lifting may grow, and on starting without a known maximum (R34, R35)."""

import itertools
from collections.abc import Iterator

from domain.terms import Muscle
from services.checking.amounts import Amount, WeekAmounts, full_weeks_before, weekly_amounts
from services.checking.reading import Lift, Reading
from services.checking.rules import Group, Rule, Verdict, hard, must_hold, share_kept
from services.checking.wording import bounded, number, words

FIRST_DAYS = 7
FIRST_RPE = 7.0
MOST_A_WEEK = 1.2
SMALL_SETS = 6
"""With so few sets in a week one more is over a fifth: one set's worth is let through."""
LOAD_RISE = (1.02, 1.10)
SMALLEST_STEP_KG = 5.0
"""A rise by no more than the next weight on the rack counts as small enough."""


def unknown_maximum(reading: Reading) -> Verdict | None:
    """R34: in the first seven days effort instead of load, at most RPE 7, where no known lift justifies more."""
    end = reading.document.start_date.toordinal() + FIRST_DAYS
    known = {lift.exercise_id for lift in reading.constraints.known_lifts}
    first = [lift for lift in reading.lifts if lift.day.date.toordinal() < end and lift.exercise.id not in known]
    if not first:
        return None
    faults = [fault for lift in first if not _has_related_lift(reading, lift) for fault in _bold_start(lift)]
    return must_hold(faults, kept="Where no maximum is known, week one goes by effort, at most RPE 7.")


def _has_related_lift(reading: Reading, lift: Lift) -> bool:
    """Whether a known lift moves the same way with a primary muscle in common, so that a load can be derived."""
    for known in reading.constraints.known_lifts:
        exercise = reading.catalogue.get(known.exercise_id)
        if exercise is None or exercise.pattern is not lift.exercise.pattern:
            continue
        if not set(exercise.primary_muscles).isdisjoint(lift.exercise.primary_muscles):
            return True
    return False


def _bold_start(lift: Lift) -> Iterator[str]:
    loads = [target.load_kg for target in lift.activity.sets if target.load_kg is not None]
    efforts = [target.rpe for target in lift.working if target.rpe is not None]
    if loads:
        yield f"{lift.where} has {number(loads[0])} kg, and no maximum is known"
    if efforts and max(efforts) > FIRST_RPE:
        yield f"{lift.where} is at RPE {number(max(efforts))} in the first week, and no maximum is known"


def tonnage(reading: Reading) -> Verdict | None:
    """R35, hard: what a muscle does rises by at most a fifth a week (Ratamess 2009)."""
    amounts = weekly_amounts(reading)
    weeks = [found.week for found in amounts]
    faults = []
    for index, found in enumerate(amounts):
        earlier = [amounts[position] for position in full_weeks_before(reading, index)]
        # A week that was lightened by hand is stepped over, and with it the rise that it stood for.
        rise = MOST_A_WEEK**2 if index and weeks[index - 1].is_lightened else MOST_A_WEEK
        faults += [fault for muscle in found.muscles for fault in _steep(found, earlier, muscle, rise=rise)]
    return must_hold(faults, kept="No muscle does more than a fifth more than in the weeks before.")


def _steep(found: WeekAmounts, earlier: list[WeekAmounts], muscle: Muscle, *, rise: float) -> Iterator[str]:
    before = [week for week in earlier if muscle in week.muscles]
    if not before:
        return
    now = found.muscles[muscle]
    loaded = not now.unloaded and not any(week.muscles[muscle].unloaded for week in before)
    unit = "kg" if loaded else "repetitions"
    reference, sets = max((_reference(week, found, muscle, loaded=loaded) for week in before), key=lambda pair: pair[0])
    slack = (now.most_tonnage if loaded else now.most_reps) if sets <= SMALL_SETS else 0.0
    amount = _measure(now, loaded=loaded)
    if reference > 0 and amount > reference * rise + slack + 1e-6:
        yield (f"{words(muscle)} goes from {number(reference)} to {number(amount)} {unit} in week {found.week.number}")


def _reference(week: WeekAmounts, found: WeekAmounts, muscle: Muscle, *, loaded: bool) -> tuple[float, int]:
    """What an earlier week did, and in how many sets. Where a day of that week fell out, what is left of it is no measure:
    then it counts as if the muscle had had as many sessions as now, each like those that there were."""
    then = week.muscles[muscle]
    share = 1.0
    if week.strength_days < found.strength_days:
        share = max(1.0, found.muscles[muscle].sessions / then.sessions)
    return share * _measure(then, loaded=loaded), then.sets


def _measure(amount: Amount, *, loaded: bool) -> float:
    return amount.tonnage if loaded else amount.reps


def load_steps(reading: Reading) -> Verdict | None:
    """R35, soft: where a load rises from one week to the next, it rises by 2 to 10 %, or by the smallest step."""
    top = _top_loads(reading)
    rises = [
        (name, week, before, after)
        for (name, loads) in top.values()
        for (_, before), (week, after) in itertools.pairwise(loads)
        if after > before
    ]
    if not rises:
        return None
    faults = [
        f"{name} goes from {number(before)} to {number(after)} kg in week {week}"
        for name, week, before, after in rises
        if not _is_good_step(before, after)
    ]
    return share_kept(len(rises) - len(faults), len(rises), faults, kept="Loads rise in steps of 2 to 10 %.")


def _is_good_step(before: float, after: float) -> bool:
    if before <= 0:
        return True
    return LOAD_RISE[0] - 1e-6 <= after / before <= LOAD_RISE[1] + 1e-6 or after - before <= SMALLEST_STEP_KG


def _top_loads(reading: Reading) -> dict[str, tuple[str, list[tuple[int, float]]]]:
    """For each exercise its name, and by week without deloads the heaviest working load."""
    found: dict[str, tuple[str, dict[int, float]]] = {}
    for lift in reading.lifts:
        loads = [bounded(target.load_kg) for target in lift.working if target.load_kg is not None]
        if not loads or reading.is_light(lift.week):
            continue
        _, weeks = found.setdefault(lift.exercise.id, (lift.exercise.name, {}))
        weeks[lift.week.number] = max(max(loads), weeks.get(lift.week.number, 0.0))
    return {key: (name, sorted(weeks.items())) for key, (name, weeks) in found.items()}


_RISE = "Loads rise 2 to 10 % at a time, and what a muscle does in a week by at most 20 %."

RULES: tuple[Rule, ...] = (
    hard(
        "R34",
        "With no known maximum sets go by effort instead of load, with RPE at most 7 in week one.",
        bound="all",
        source="product",
        judge=unknown_maximum,
    ),
    hard("R35", _RISE, bound="at most 20 % a week for a muscle", source="Ratamess 2009", judge=tonnage),
    Rule(
        id="R35",
        description=_RISE,
        bound="2 to 10 % a step",
        source="Ratamess 2009",
        group=Group.PROGRESSION,
        judge=load_steps,
    ),
)
