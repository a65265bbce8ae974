"""How much is done in each week: tonnage or repetitions for a muscle, and which earlier week to compare with (R35)."""

from collections import defaultdict
from dataclasses import dataclass, field

from domain.plan import SetTarget, Week
from domain.terms import Muscle
from services.checking.reading import Reading, Session
from services.checking.wording import bounded

SECONDS_A_REPETITION = 4
WEEKS_BACK = 2
"""A week after a deload, or after one that fell out, is compared with the higher of the last two full weeks."""


@dataclass(slots=True)
class Amount:
    """What one muscle does in one week. Tonnage counts where every set has a load, else repetitions do."""

    sessions: int = 0
    sets: int = 0
    reps: float = 0.0
    tonnage: float = 0.0
    unloaded: int = 0
    most_reps: float = 0.0
    most_tonnage: float = 0.0

    def add(self, target: SetTarget) -> None:
        reps = repetitions(target)
        self.sets += 1
        self.reps += reps
        self.most_reps = max(self.most_reps, reps)
        if target.load_kg is None:
            self.unloaded += 1
            return
        tonnage = reps * bounded(target.load_kg)
        self.tonnage += tonnage
        self.most_tonnage = max(self.most_tonnage, tonnage)


@dataclass(slots=True)
class WeekAmounts:
    week: Week
    strength_days: int
    muscles: dict[Muscle, Amount] = field(default_factory=dict)


def repetitions(target: SetTarget) -> float:
    """Repetitions of a set; a held set counts one for every four seconds."""
    if target.reps is not None:
        return bounded(target.reps)
    return bounded(target.duration_seconds) / SECONDS_A_REPETITION


def weekly_amounts(reading: Reading) -> list[WeekAmounts]:
    """For each week what the primary muscles do in working sets; mobility work is no load to count."""
    found = []
    for week, sessions in reading.sessions_of_weeks:
        amounts: dict[Muscle, Amount] = defaultdict(Amount)
        for session in sessions:
            _add_session(amounts, session)
        days = sum(1 for session in sessions if session.has_strength)
        found.append(WeekAmounts(week, days, dict(amounts)))
    return found


def _add_session(amounts: dict[Muscle, Amount], session: Session) -> None:
    worked: set[Muscle] = set()
    for lift in session.lifts:
        if not lift.hard_sets:
            continue
        worked.update(lift.exercise.primary_muscles)
        for muscle in lift.exercise.primary_muscles:
            for target in lift.working:
                amounts[muscle].add(target)
    for muscle in worked:
        amounts[muscle].sessions += 1


def full_weeks_before(reading: Reading, index: int) -> list[int]:
    """Positions of the last two weeks before this one that are whole: no deloads, and with nothing taken out by hand.

    Empty at the start of the plan.
    """
    weeks = reading.document.weeks[:index]
    full = [place for place, week in enumerate(weeks) if not (reading.is_light(week) or week.is_lightened)]
    return full[-WEEKS_BACK:]
