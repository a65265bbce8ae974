"""The rules on how much and of what: weekly sets, coverage, balance, spacing (R17, R24, R25, R26, R28, R31)."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from domain.exercise import Exercise
from domain.plan import SetTarget
from domain.terms import Equipment, Mechanic, MovementPattern, Muscle, TrainingFocus
from services.checking.bands import muscle_bands
from services.checking.persistence import MAIN_PATTERNS, is_main
from services.checking.reading import Reading, Session, muscle_sets
from services.checking.rules import LOW_WEIGHT, Group, Rule, Verdict, share_kept, within
from services.checking.wording import bounded, number, on, words

DENSE_SETS = 6
SESSION_SETS = 10
TIMES_A_WEEK = 2
MINUTES_AN_EXERCISE = 8
ADULT_AGE = 18
STRENGTH_REPS = 6
STRENGTH_RPE = 7.0
PUSH_TO_PULL = (0.67, 1.5)
LISTED = 3

_KINDS: tuple[tuple[str, frozenset[MovementPattern]], ...] = (
    ("squat", frozenset({MovementPattern.SQUAT, MovementPattern.LUNGE})),
    ("hinge", frozenset({MovementPattern.HINGE})),
    ("horizontal push", frozenset({MovementPattern.HORIZONTAL_PUSH})),
    ("vertical push", frozenset({MovementPattern.VERTICAL_PUSH})),
    ("horizontal pull", frozenset({MovementPattern.HORIZONTAL_PULL})),
    ("vertical pull", frozenset({MovementPattern.VERTICAL_PULL})),
    ("core", frozenset({MovementPattern.CORE, MovementPattern.CARRY})),
)
_LEGS = _KINDS[0][1] | _KINDS[1][1]
_PUSH = frozenset({MovementPattern.HORIZONTAL_PUSH, MovementPattern.VERTICAL_PUSH})
_PULL = frozenset({MovementPattern.HORIZONTAL_PULL, MovementPattern.VERTICAL_PULL})
_LOADED = frozenset(
    {
        Equipment.BARBELL,
        Equipment.DUMBBELL,
        Equipment.KETTLEBELL,
        Equipment.MACHINE,
        Equipment.SMITH_MACHINE,
        Equipment.CABLE,
    }
)


def spacing(reading: Reading) -> Verdict | None:
    """R17: of the days with six or more hard sets on a muscle, the share not followed by another such day at once."""
    dense: dict[Muscle, set[int]] = defaultdict(set)
    dates = {}
    for session in reading.strength_sessions:
        for muscle, sets in muscle_sets(session.lifts).items():
            if sets >= DENSE_SETS:
                dense[muscle].add(session.day.date.toordinal())
                dates[session.day.date.toordinal()] = session.day.date
    if not reading.strength_sessions:
        return None
    total = sum(len(days) for days in dense.values())
    faults = [
        f"{words(muscle)} on {on(dates[day])} and on the day after"
        for muscle, days in sorted(dense.items())
        for day in sorted(days)
        if day + 1 in days
    ]
    return share_kept(total - len(faults), total, faults, kept="Hard work on a muscle is 48 hours apart.")


def coverage(reading: Reading) -> Verdict | None:
    """R24: each main pattern twice a week where there are two strength days, as far as exercises and time allow it."""
    open_patterns = {exercise.pattern for exercise in reading.candidates}
    kinds = [(name, patterns) for name, patterns in _KINDS if patterns & open_patterns]
    done = wanted = 0
    missing: Counter[str] = Counter()
    for _, sessions in reading.sessions_of_weeks:
        days = [session for session in sessions if session.has_strength]
        times = min(TIMES_A_WEEK, len(days))
        reached = {name: min(times, _days_with(days, patterns)) for name, patterns in kinds}
        # Seven patterns twice are fourteen places; a short week has fewer.
        places = len(days) * max(1, int(bounded(reading.constraints.session_minutes) // MINUTES_AN_EXERCISE))
        target = min(times * len(kinds), places)
        wanted += target
        done += min(sum(reached.values()), target)
        missing.update(name for name, count in reached.items() if count < times)
    if not wanted:
        return None
    rare = ", ".join(name for name, _ in missing.most_common(LISTED))
    finding = f"{done} of {wanted} places for main patterns are filled" + (f"; least often: {rare}." if rare else ".")
    return Verdict(done / wanted, finding)


def _days_with(sessions: Sequence[Session], patterns: frozenset[MovementPattern]) -> int:
    return sum(1 for s in sessions if any(lift.working and lift.exercise.pattern in patterns for lift in s.lifts))


def weekly_sets(reading: Reading) -> Verdict | None:
    """R25: hard sets of each muscle in each full week against the band for focus and level, shrunk to the time there is."""
    bands = muscle_bands(reading)
    scores: list[float] = []
    off: Counter[str] = Counter()
    for week, sets in reading.weekly_sets:
        if reading.is_light(week) or not sets:
            continue
        for muscle, (low, high) in bands.items():
            score = within(sets.get(muscle, 0.0), low, high)
            scores.append(score)
            if score < 1:
                off[
                    f"{words(muscle)} has {number(sets.get(muscle, 0.0))} sets for {number(low)} to {number(high)}"
                ] += 1
    if not scores:
        return None
    finding = "; ".join(text for text, _ in off.most_common(LISTED))
    kept = "Every muscle has the weekly sets that suit focus, level and time."
    return Verdict(sum(scores) / len(scores), f"{finding}." if finding else kept)


def strength_work(reading: Reading) -> Verdict | None:
    """R26: for strength, main lifts twice a week (half), and in each session sets of six or fewer at effort (half).

    Not asked below 18 (R13), nor where nothing that can be loaded is there for a main lift.
    """
    if reading.constraints.focus is not TrainingFocus.STRENGTH or reading.basis.age < ADULT_AGE:
        return None
    if not any(_is_loadable_main(exercise) for exercise in reading.candidates):
        return None
    twice = weeks = heavy = days = 0
    for week, sessions in reading.sessions_of_weeks:
        strength = [session for session in sessions if session.has_strength]
        if reading.is_light(week) or not strength:
            continue
        times = min(TIMES_A_WEEK, len(strength))
        weeks += 3
        twice += sum(1 for patterns in (_LEGS, _PUSH, _PULL) if _main_days(strength, patterns) >= times)
        days += len(strength)
        heavy += sum(1 for session in strength if _has_heavy(session))
    if not weeks:
        return None
    finding = f"Main lifts come twice in {twice} of {weeks} cases; {heavy} of {days} sessions have heavy sets."
    return Verdict((twice / weeks + heavy / days) / 2, finding)


def _is_loadable_main(exercise: Exercise) -> bool:
    """Whether an exercise moves several joints in a main pattern against a load."""
    if not _LOADED.intersection(exercise.equipment):
        return False
    return exercise.mechanic is Mechanic.COMPOUND and exercise.pattern in MAIN_PATTERNS


def _main_days(sessions: Sequence[Session], patterns: frozenset[MovementPattern]) -> int:
    return sum(1 for s in sessions if any(is_main(lift) and lift.exercise.pattern in patterns for lift in s.lifts))


def _has_heavy(session: Session) -> bool:
    return any(is_main(lift) and any(_is_heavy(target) for target in lift.working) for lift in session.lifts)


def _is_heavy(target: SetTarget) -> bool:
    few = target.reps is not None and target.reps <= STRENGTH_REPS
    return few and (target.rpe is None or target.rpe >= STRENGTH_RPE)


def session_sets(reading: Reading) -> Verdict | None:
    """R28: the share of sessions without a muscle of more than ten hard sets, indirect ones counted half."""
    if not reading.strength_sessions:
        return None
    faults = []
    for session in reading.strength_sessions:
        most = max(muscle_sets(session.lifts).items(), key=lambda item: item[1], default=None)
        if most is not None and most[1] > SESSION_SETS:
            faults.append(f"{words(most[0])} has {number(most[1])} hard sets on {on(session.day.date)}")
    total = len(reading.strength_sessions)
    return share_kept(total - len(faults), total, faults, kept="No muscle has more than ten hard sets in a session.")


def push_and_pull(reading: Reading) -> Verdict | None:
    """R31: hard sets that push to hard sets that pull, over the whole plan; where there is something of both to do."""
    open_patterns = {exercise.pattern for exercise in reading.candidates}
    if not (open_patterns & _PUSH and open_patterns & _PULL):
        return None
    push = sum(lift.hard_sets for lift in reading.lifts if lift.exercise.pattern in _PUSH)
    pull = sum(lift.hard_sets for lift in reading.lifts if lift.exercise.pattern in _PULL)
    if not push + pull:
        return None
    finding = f"There are {push} hard sets of pushing to {pull} of pulling."
    if not push or not pull:
        return Verdict(0.0, finding)
    ratio, (low, high) = push / pull, PUSH_TO_PULL
    return Verdict(min(1.0, ratio / low, high / ratio), finding)


RULES: tuple[Rule, ...] = (
    Rule(
        id="R17",
        description="There are 48 hours between six or more hard sets on one muscle.",
        bound="6 hard sets, 48 hours",
        source="convention",
        group=Group.VOLUME,
        judge=spacing,
    ),
    Rule(
        id="R24",
        description="Squat, hinge, push and pull both ways, and core come twice a week where days allow.",
        bound="twice a week",
        source="ACSM 2026",
        group=Group.VOLUME,
        judge=coverage,
    ),
    Rule(
        id="R25",
        description="Each muscle has the weekly hard sets that suit focus, level and time; indirect ones count half.",
        bound="about 10 for muscle, 4 to 8 for novices, no more than 20",
        source="Schoenfeld 2017; Pelland 2025",
        group=Group.VOLUME,
        judge=weekly_sets,
    ),
    Rule(
        id="R26",
        description="For strength, main lifts come twice a week, with sets of six or fewer at effort.",
        bound="twice a week, at most 6 repetitions, RPE 7 or more",
        source="Ratamess 2009; ACSM 2026",
        group=Group.VOLUME,
        judge=strength_work,
    ),
    Rule(
        id="R28",
        description="No muscle has more than ten hard sets in a session.",
        bound="10 hard sets",
        source="convention",
        group=Group.VOLUME,
        judge=session_sets,
    ),
    Rule(
        id="R31",
        description="Pushing and pulling are in balance.",
        bound="0.67 to 1.5",
        source="convention",
        group=Group.VOLUME,
        weight=LOW_WEIGHT,
        judge=push_and_pull,
    ),
)
