"""The rules on rests, order, loads that fit their effort, and warming up (R29, R30, R32, R45)."""

from domain.plan import IntervalKind, SetKind, SetTarget
from domain.terms import Mechanic, MovementPattern
from services.checking.formulas import RELIABLE_REPS, best_maximum, reps_to_failure
from services.checking.persistence import MAIN_PATTERNS
from services.checking.reading import Lift, Reading, Session
from services.checking.rules import Group, Rule, Verdict, share_kept
from services.checking.wording import bounded, number, on

HEAVY_REPS = 6
HEAVY_REST = 120
OTHER_REST = 60
INVERSIONS = 0.1
WORST_INVERSIONS = 0.5
REPS_OF_ERROR = 1.5
WORST_ERROR = 4.0
WEEKLY_GAIN = 1.02
"""By how much a maximum may grow a week while a load still agrees with it."""
MOST_WEEKS = 52
_FREE_ORDER = frozenset({MovementPattern.CORE, MovementPattern.CARRY, MovementPattern.MOBILITY})


def rests(reading: Reading) -> Verdict | None:
    """R29: the share of hard sets with 120 s of rest or more on heavy compounds, 60 s or more elsewhere.

    A rest in which another exercise is done is one, unless that works the same muscle (Iversen 2021).
    """
    counted = kept = 0
    faults = []
    crowded = _crowded(reading)
    for lift in reading.lifts:
        if not lift.hard_sets:
            continue
        short = [t for t in lift.working if id(lift) in crowded or t.rest_seconds < _least_rest(lift, t)]
        counted += len(lift.working)
        kept += len(lift.working) - len(short)
        if short:
            where = f"{lift.where} rests {number(short[0].rest_seconds)} seconds"
            faults.append(f"{where}, in which the same muscle works on" if id(lift) in crowded else where)
    if not counted:
        return None
    return share_kept(kept, counted, faults, kept="Rests are long enough everywhere.")


def _crowded(reading: Reading) -> set[int]:
    """Exercises that are done in turn with one for the same muscle, which has no rest then."""
    return {
        id(lift)
        for session in reading.sessions
        for pair in session.pairs
        if not set(pair[0].exercise.primary_muscles).isdisjoint(pair[1].exercise.primary_muscles)
        for lift in pair
    }


def _least_rest(lift: Lift, target: SetTarget) -> int:
    is_main = lift.exercise.mechanic is Mechanic.COMPOUND and lift.exercise.pattern in MAIN_PATTERNS
    is_heavy = target.reps is not None and target.reps <= HEAVY_REPS and (target.rpe is None or target.rpe >= 7)
    return HEAVY_REST if is_main and is_heavy else OTHER_REST


def order(reading: Reading) -> Verdict | None:
    """R30: of all pairs of ranked exercises in a session at most a tenth stand the wrong way round; core may stand anywhere."""
    pairs = inversions = 0
    faults = []
    for session in reading.strength_sessions:
        ranks = [_rank(lift) for lift in session.lifts if lift.exercise.pattern not in _FREE_ORDER]
        wrong = sum(1 for index, rank in enumerate(ranks) for later in ranks[index + 1 :] if later < rank)
        pairs += len(ranks) * (len(ranks) - 1) // 2
        inversions += wrong
        if wrong:
            faults.append(on(session.day.date))
    if not pairs:
        return None
    share = inversions / pairs
    score = min(1.0, max(0.0, 1 - (share - INVERSIONS) / (WORST_INVERSIONS - INVERSIONS)))
    finding = "Jumps and compounds come before isolation."
    return Verdict(
        score, finding if not faults else f"{inversions} of {pairs} pairs stand the wrong way round: {faults[0]}."
    )


def _rank(lift: Lift) -> int:
    if lift.exercise.pattern in (MovementPattern.JUMP, MovementPattern.OLYMPIC):
        return 0
    return 1 if lift.exercise.mechanic is Mechanic.COMPOUND else 2


def agreement(reading: Reading) -> Verdict | None:
    """R32: where the maximum is known, load, repetitions and RPE agree within 1.5 repetitions (Zourdos 2016; Helms 2016).

    The maximum (R33) may have grown by 2 % for each week of the plan. Sets of more than ten repetitions to failure are
    left out, because the formulas part there.
    """
    scores: list[float] = []
    faults = []
    for lift in reading.lifts:
        maximum = best_maximum(reading.constraints.known_lifts, lift.exercise.id)
        if maximum is None:
            continue
        errors = [error for target in lift.working if (error := _error(target, maximum, lift)) is not None]
        scores += [1.0 if e <= REPS_OF_ERROR else max(0.0, 1 - (e - REPS_OF_ERROR) / WORST_ERROR) for e in errors]
        if errors and max(errors) > REPS_OF_ERROR:
            faults.append(f"{lift.where} is {number(max(errors))} repetitions off")
    if not scores:
        return None
    return Verdict(
        sum(scores) / len(scores), "Loads fit repetitions and effort." if not faults else f"{'; '.join(faults[:3])}."
    )


def _error(target: SetTarget, maximum: float, lift: Lift) -> float | None:
    """How many repetitions a set is away from what its load allows; None where it says too little."""
    if target.reps is None or target.rpe is None or target.load_kg is None or not bounded(target.load_kg) > 0:
        return None
    wanted = bounded(target.reps) + 10 - bounded(target.rpe)
    if wanted > RELIABLE_REPS + 2:
        return None
    weeks = max(
        0,
        min(
            52, (lift.day.date.toordinal() - lift.week.start_date.toordinal()) // 7 + int(bounded(lift.week.number)) - 1
        ),
    )
    fresh = reps_to_failure(maximum, bounded(target.load_kg))
    grown = reps_to_failure(maximum * WEEKLY_GAIN**weeks, bounded(target.load_kg))
    return max(0.0, fresh - wanted, wanted - grown)


def warm_ups(reading: Reading) -> Verdict | None:
    """R45: the share of sessions that begin with warming up (Garber 2011)."""
    if not reading.sessions:
        return None
    faults = [f"{on(session.day.date)} begins cold" for session in reading.sessions if not _warms_up(session)]
    total = len(reading.sessions)
    return share_kept(total - len(faults), total, faults, kept="Every session begins with a warm-up.")


def _warms_up(session: Session) -> bool:
    """Whether the first activity warms up: by a warm-up set, as mobility work, or by an easy interval."""
    first = session.day.activities[0]
    for bout in session.bouts:
        if bout.activity is first:
            return bool(bout.activity.intervals) and bout.activity.intervals[0].kind is IntervalKind.WARM_UP
    for lift in session.lifts:
        if lift.activity is first:
            return lift.is_mobility or any(target.kind is SetKind.WARM_UP for target in lift.activity.sets)
    return False


RULES: tuple[Rule, ...] = (
    Rule(
        id="R29",
        description="Rests are long enough.",
        bound="120 seconds on heavy compounds, 60 elsewhere",
        source="Singer 2024; Ratamess 2009",
        group=Group.EFFORT,
        judge=rests,
    ),
    Rule(
        id="R30",
        description="Jumps and compounds come before isolation.",
        bound="at most 10 % the wrong way round",
        source="Ratamess 2009",
        group=Group.EFFORT,
        judge=order,
    ),
    Rule(
        id="R32",
        description="Load, repetitions and RPE agree where the maximum is known (mean of Epley and Brzycki, R33).",
        bound="within 1.5 repetitions",
        source="Zourdos 2016; Helms 2016",
        group=Group.EFFORT,
        judge=agreement,
    ),
    Rule(
        id="R45",
        description="Every session begins with a warm-up.",
        bound="all",
        source="Garber 2011",
        group=Group.EFFORT,
        judge=warm_ups,
    ),
)
