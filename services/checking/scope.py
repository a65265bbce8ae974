"""What a text speaks of: the sessions of a day, a week or the plan, and the amounts in them that it may name."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from domain.exercise import Exercise
from domain.plan import Interval, IntervalKind, SetTarget, Week
from services.checking.reading import Bout, Lift, Reading, Session


class Scope:
    """The sessions that a text is about. `before` is what a comparison in it compares with: the week before, or none."""

    def __init__(self, reading: Reading, sessions: Sequence[Session], *, before: "Scope | None" = None) -> None:
        self.reading = reading
        self.sessions = tuple(sessions)
        self.before = before

    @cached_property
    def lifts(self) -> tuple[Lift, ...]:
        return tuple(lift for session in self.sessions for lift in session.lifts)

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        return tuple(bout for session in self.sessions for bout in session.bouts)

    @property
    def intervals(self) -> Iterator[Interval]:
        return (interval for bout in self.bouts for interval in bout.activity.intervals)

    @property
    def work_intervals(self) -> Iterator[Interval]:
        return (interval for interval in self.intervals if interval.kind is IntervalKind.WORK)

    @property
    def working(self) -> Iterator[SetTarget]:
        return (target for lift in self.lifts for target in lift.working)

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        return {lift.exercise.id: lift.exercise for lift in self.lifts}

    @cached_property
    def set_count(self) -> int:
        return sum(len(lift.working) for lift in self.lifts)

    @cached_property
    def set_counts(self) -> frozenset[float]:
        """Numbers of working sets that are there: in all, in a session, of an exercise."""
        by_session = {sum(len(lift.working) for lift in session.lifts) for session in self.sessions}
        return frozenset({self.set_count} | by_session | {len(lift.working) for lift in self.lifts})

    @cached_property
    def endurance_minutes(self) -> float:
        return sum(bout.minutes for bout in self.bouts)

    @cached_property
    def day_minutes(self) -> tuple[int, ...]:
        return tuple(session.minutes for session in self.sessions)

    @cached_property
    def minutes(self) -> frozenset[float]:
        """Minutes that are there: of days (as claimed and as worked out), of endurance, of intervals, and those stated."""
        found: set[float] = {float(self.reading.constraints.session_minutes), self.endurance_minutes}
        found.update(self.day_minutes)
        found.update(session.day.estimated_minutes for session in self.sessions)
        found.update(bout.minutes for bout in self.bouts)
        found.update(interval.minutes for interval in self.intervals)
        return frozenset(found)

    @cached_property
    def efforts(self) -> frozenset[float]:
        sets = {target.rpe for target in self.working if target.rpe is not None}
        return frozenset(sets | {interval.rpe for interval in self.intervals})

    @cached_property
    def set_efforts(self) -> frozenset[float]:
        return frozenset(target.rpe for target in self.working if target.rpe is not None)

    @cached_property
    def zones(self) -> frozenset[float]:
        return frozenset(float(interval.zone) for interval in self.intervals)

    @cached_property
    def kilometres(self) -> frozenset[float]:
        found = {bout.activity.total_km for bout in self.bouts} | {interval.distance_km for interval in self.intervals}
        event = self.reading.constraints.event
        return frozenset(km for km in (*found, event.distance_km if event else None) if km is not None)

    @property
    def training_days(self) -> int:
        return len(self.sessions)

    @property
    def strength_days(self) -> int:
        return sum(1 for session in self.sessions if session.has_strength)

    @property
    def endurance_days(self) -> int:
        return sum(1 for session in self.sessions if session.bouts)


def plan_scope(reading: Reading) -> Scope:
    return Scope(reading, reading.sessions)


def week_scopes(reading: Reading) -> list[tuple[Week, Scope]]:
    """Each week with its scope, the one before it to compare with."""
    scopes: list[tuple[Week, Scope]] = []
    before: Scope | None = None
    for week, sessions in reading.sessions_of_weeks:
        before = Scope(reading, sessions, before=before)
        scopes.append((week, before))
    return scopes
