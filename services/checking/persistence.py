"""The rule on what stays the same: main lifts for weeks, and no exercise twice in a session (R46)."""

from collections import Counter, defaultdict

from domain.terms import Mechanic, MovementPattern
from services.checking.reading import Lift, Reading
from services.checking.rules import Group, Rule, Verdict, hard, must_hold

LEAST_WEEKS = 3
MAIN_PATTERNS = frozenset(
    {
        MovementPattern.SQUAT,
        MovementPattern.LUNGE,
        MovementPattern.HINGE,
        MovementPattern.HORIZONTAL_PUSH,
        MovementPattern.VERTICAL_PUSH,
        MovementPattern.HORIZONTAL_PULL,
        MovementPattern.VERTICAL_PULL,
    }
)


def is_main(lift: Lift) -> bool:
    """A main lift: several joints in one of the main patterns, with hard sets."""
    exercise = lift.exercise
    return exercise.mechanic is Mechanic.COMPOUND and exercise.pattern in MAIN_PATTERNS and lift.hard_sets > 0


def main_lifts(reading: Reading) -> tuple[Lift, ...]:
    """The first main lift of each session, and the second: what the session is built on."""
    found = []
    for session in reading.sessions:
        found += [lift for lift in session.lifts if is_main(lift)][:2]
    return tuple(found)


def no_repeats(reading: Reading) -> Verdict | None:
    faults = []
    for session in reading.sessions:
        counts = Counter(lift.exercise.id for lift in session.lifts)
        faults += [lift.where + " is there twice" for lift in session.lifts if counts.pop(lift.exercise.id, 1) > 1]
    return must_hold(faults, kept="No exercise is in a session twice.")


def main_lifts_stay(reading: Reading) -> Verdict | None:
    """R46, soft: the share of main lifts that are done in three weeks in a row, or in all of a shorter plan."""
    weeks: dict[str, set[int]] = defaultdict(set)
    lifts = main_lifts(reading)
    if not lifts or len(reading.document.weeks) < 2:
        return None
    for lift in reading.lifts:
        weeks[lift.exercise.id].add(lift.week.number)
    least = min(LEAST_WEEKS, len(reading.document.weeks))
    staying = {exercise_id for exercise_id, numbers in weeks.items() if _longest_row(numbers) >= least}
    changing = sorted({lift.exercise.name for lift in lifts if lift.exercise.id not in staying})
    stay = sum(1 for lift in lifts if lift.exercise.id in staying)
    kept = f"All main lifts stay for {least} weeks or more."
    return Verdict(stay / len(lifts), kept if not changing else f"These change sooner: {', '.join(changing[:3])}.")


def _longest_row(numbers: set[int]) -> int:
    longest = row = 0
    previous: int | None = None
    for value in sorted(numbers):
        row = row + 1 if previous is not None and value == previous + 1 else 1
        longest, previous = max(longest, row), value
    return longest


_STAY = "Main lifts stay for three weeks or more, and no exercise is in a session twice."

RULES: tuple[Rule, ...] = (
    hard("R46", _STAY, bound="once in a session", source="convention", judge=no_repeats),
    Rule(
        id="R46",
        description=_STAY,
        bound="three weeks or more",
        source="convention",
        group=Group.FIT,
        judge=main_lifts_stay,
    ),
)
