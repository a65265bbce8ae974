"""How the checker reads a plan: sessions, lifts and bouts with their exercises, by date, all worked out here."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import msgspec

from domain.basis import PlanBasis
from domain.exercise import Catalogue, Exercise
from domain.lessons import Lesson
from domain.plan import (
    Day,
    DayKind,
    EnduranceActivity,
    Interval,
    PlanDocument,
    SetKind,
    SetTarget,
    StrengthActivity,
    Week,
)
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle
from services.checking.candidates import open_exercises
from services.checking.durations import Sets, session_minutes
from services.checking.lightness import light_weeks
from services.checking.limits import active_lessons, limitations_of
from services.checking.wording import bounded, on

EASIEST_HARD_RPE = 6.0
"""A working set below this effort is practice, not a hard set (R17, R25, R28)."""


@dataclass(frozen=True, slots=True)
class Lift:
    """One exercise on one day. `order` is its place among the day's activities."""

    week: Week
    day: Day
    order: int
    activity: StrengthActivity
    exercise: Exercise
    working: tuple[SetTarget, ...]

    @property
    def where(self) -> str:
        return f"{self.exercise.name} on {on(self.day.date)}"

    @property
    def is_mobility(self) -> bool:
        return self.exercise.pattern is MovementPattern.MOBILITY

    @property
    def hard_sets(self) -> int:
        """Working sets with effort in them; without a stated effort a set counts as hard."""
        if self.is_mobility:
            return 0
        return sum(1 for target in self.working if target.rpe is None or target.rpe >= EASIEST_HARD_RPE)


@dataclass(frozen=True, slots=True)
class Bout:
    """One endurance activity on one day."""

    week: Week
    day: Day
    activity: EnduranceActivity

    @property
    def where(self) -> str:
        return f"{self.activity.title} on {on(self.day.date)}"

    @property
    def minutes(self) -> float:
        return sum(bounded(interval.minutes) for interval in self.activity.intervals)


@dataclass(frozen=True)
class Session:
    """A day with something to do. `unknown` are activities whose exercise the catalogue does not have."""

    week: Week
    day: Day
    lifts: tuple[Lift, ...]
    bouts: tuple[Bout, ...]
    unknown: tuple[StrengthActivity, ...]

    @property
    def has_strength(self) -> bool:
        return bool(self.lifts or self.unknown)

    @property
    def activity_count(self) -> int:
        return len(self.day.activities)

    @cached_property
    def pairs(self) -> tuple[tuple[Lift, Lift], ...]:
        """Exercises that are done in turn: just two with the same number."""
        numbered: dict[int, list[Lift]] = defaultdict(list)
        for lift in self.lifts:
            if lift.activity.pair is not None:
                numbered[lift.activity.pair].append(lift)
        return tuple((lifts[0], lifts[1]) for lifts in numbered.values() if len(lifts) == 2)

    @cached_property
    def minutes(self) -> int:
        """How long it takes, whatever the day claims."""
        pairs = [(_sets(one), _sets(other)) for one, other in self.pairs]
        paired = {id(lift) for pair in self.pairs for lift in pair}
        alone = [_sets(lift) for lift in self.lifts if id(lift) not in paired]
        alone += [(activity.sets, False) for activity in self.unknown]
        endurance = sum(bout.minutes for bout in self.bouts)
        return session_minutes(alone, endurance, activity_count=self.activity_count, pairs=pairs)


class Reading:
    """One plan held against one basis and one catalogue; each view is worked out once."""

    def __init__(self, basis: PlanBasis, document: PlanDocument, catalogue: Catalogue) -> None:
        self.basis = basis
        self.constraints = basis.constraints
        self.document = document
        self.catalogue = catalogue

    @cached_property
    def ahead(self) -> "Reading":
        """The same plan without what is settled, against which nothing is held that was learned since."""
        settled = self.basis.settled
        if not settled:
            return self
        weeks = tuple(
            msgspec.structs.replace(
                week, days=tuple(_emptied(day) if day.date in settled else day for day in week.days)
            )
            for week in self.document.weeks
        )
        return Reading(self.basis, msgspec.structs.replace(self.document, weeks=weeks), self.catalogue)

    @cached_property
    def dated_days(self) -> tuple[tuple[Week, Day], ...]:
        """Each day with its week, by date."""
        pairs = [(week, day) for week in self.document.weeks for day in week.days]
        return tuple(sorted(pairs, key=lambda pair: pair[1].date))

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(self._session(week, day) for week, day in self.dated_days if day.activities)

    @cached_property
    def lifts(self) -> tuple[Lift, ...]:
        return tuple(lift for session in self.sessions for lift in session.lifts)

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        return tuple(bout for session in self.sessions for bout in session.bouts)

    @cached_property
    def strength_sessions(self) -> tuple[Session, ...]:
        return tuple(session for session in self.sessions if session.has_strength)

    @cached_property
    def sessions_of_weeks(self) -> tuple[tuple[Week, tuple[Session, ...]], ...]:
        """Each week of the plan with its sessions, also the weeks without any."""
        found: dict[int, list[Session]] = defaultdict(list)
        for session in self.sessions:
            found[id(session.week)].append(session)
        return tuple((week, tuple(found[id(week)])) for week in self.document.weeks)

    def is_light(self, week: Week) -> bool:
        """Whether a week of this plan is called a deload and is one."""
        return id(week) in self._light

    @cached_property
    def _light(self) -> frozenset[int]:
        weeks, event = self.document.weeks, self.constraints.event
        positions = light_weeks(weeks, event.date if event is not None else None)
        return frozenset(id(weeks[position]) for position in positions)

    @cached_property
    def trained_exercises(self) -> frozenset[str]:
        return frozenset(lift.exercise.id for lift in self.lifts)

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        return active_lessons(self.basis)

    @cached_property
    def limitations(self) -> frozenset[LimitationKind]:
        return limitations_of(self.basis)

    @cached_property
    def candidates(self) -> tuple[Exercise, ...]:
        """What the athlete could do."""
        return open_exercises(self.basis, self.catalogue)

    @cached_property
    def equipment(self) -> frozenset[Equipment]:
        return frozenset(self.constraints.equipment) | {Equipment.BODY_WEIGHT}

    @cached_property
    def weekly_sets(self) -> tuple[tuple[Week, dict[Muscle, float]], ...]:
        """Hard sets for each muscle in each week, indirect ones counted half (Schoenfeld 2017; Pelland 2025)."""
        return tuple((week, muscle_sets(_lifts(sessions))) for week, sessions in self.sessions_of_weeks)

    def _session(self, week: Week, day: Day) -> Session:
        lifts: list[Lift] = []
        bouts: list[Bout] = []
        unknown: list[StrengthActivity] = []
        for order, activity in enumerate(day.activities):
            if isinstance(activity, EnduranceActivity):
                bouts.append(Bout(week, day, activity))
            elif (exercise := self.catalogue.get(activity.exercise_id)) is None:
                unknown.append(activity)
            else:
                lifts.append(Lift(week, day, order, activity, exercise, working_sets(activity)))
        return Session(week, day, tuple(lifts), tuple(bouts), tuple(unknown))


def _sets(lift: Lift) -> Sets:
    return lift.activity.sets, lift.exercise.is_unilateral


def _emptied(day: Day) -> Day:
    return msgspec.structs.replace(day, activities=())


def settled_part(document: PlanDocument, settled: frozenset[date]) -> PlanDocument:
    """The plan with nothing but its settled days: the others are rest days, and nothing is said of them."""
    weeks = tuple(
        msgspec.structs.replace(
            week,
            days=tuple(day if day.date in settled else _silent(day) for day in week.days),
            **(
                {}
                if {day.date for day in week.days} <= settled
                else dict.fromkeys(("focus", "goal", "progression"), "")
            ),
        )
        for week in document.weeks
    )
    return msgspec.structs.replace(document, weeks=weeks, title="", summary="", rationale="")


def _silent(day: Day) -> Day:
    return msgspec.structs.replace(_emptied(day), title="", rationale="", kind=DayKind.REST, estimated_minutes=0)


def _lifts(sessions: Sequence[Session]) -> Iterator[Lift]:
    return (lift for session in sessions for lift in session.lifts)


def working_sets(activity: StrengthActivity) -> tuple[SetTarget, ...]:
    return tuple(target for target in activity.sets if target.kind is SetKind.WORKING)


def muscle_sets(lifts: Iterator[Lift] | Sequence[Lift]) -> dict[Muscle, float]:
    """Hard sets for each muscle: a set counts 1 for a primary muscle and 0.5 for a secondary one."""
    found: dict[Muscle, float] = defaultdict(float)
    for lift in lifts:
        count = lift.hard_sets
        if not count:
            continue
        for muscle in lift.exercise.primary_muscles:
            found[muscle] += count
        for muscle in lift.exercise.secondary_muscles:
            found[muscle] += count / 2
    return dict(found)


def hard_intervals(activity: EnduranceActivity) -> tuple[Interval, ...]:
    """The intervals that make a session a hard one: work in zone 4 or 5 (Seiler 2010)."""
    return tuple(interval for interval in activity.intervals if interval.kind == "WORK" and interval.zone >= 4)


def is_hard_bout(bout: Bout) -> bool:
    return bool(hard_intervals(bout.activity))
