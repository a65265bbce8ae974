"""The frame of a plan: who it is for, what its days are for, how its weeks go; everything but exercises and minutes."""

import datetime
from dataclasses import dataclass

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.terms import Sport
from services.planning.calendar import DayTask
from services.planning.course import Course
from services.planning.endurance.season import Season, season_on
from services.planning.limits import Limits
from services.planning.progression import WEEK_DAYS, EventWindow, Phase, PhaseKind
from services.planning.wishes import Wishes


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The same tasks on the same weekdays in every week; phases say how they grow. `sports` is empty without endurance."""

    basis: PlanBasis
    brief: Brief
    limits: Limits
    wishes: Wishes
    window: EventWindow | None
    phases: tuple[Phase, ...]
    tasks: tuple[DayTask, ...]
    sports: tuple[Sport, ...]
    course: Course | None = None
    """Where weeks have begun already: the basis starts with the first one after them."""

    def week_start(self, phase: Phase) -> datetime.date:
        return self.basis.start_date + datetime.timedelta(days=WEEK_DAYS * (phase.number - self.first_week))

    @property
    def first_week(self) -> int:
        """The number of the week with which the basis starts."""
        return self.phases[0].number

    @property
    def leads_to_event(self) -> bool:
        """Whether the plan ends with its event or before it, but for the week that recovers from it."""
        last = self.basis.start_date + datetime.timedelta(days=WEEK_DAYS * len(self.phases) - 1)
        return self.window is not None and last <= self.window.recovery_end

    def season(self, phase: Phase) -> Season | None:
        """What the week is for on the way to an event in endurance."""
        return season_on(self.week_start(phase), self.basis.constraints.event, self.window)

    def is_event(self, day: datetime.date) -> bool:
        return self.window is not None and self.window.event == day

    def is_light(self, phase: Phase, day: datetime.date) -> bool:
        """Whether this day is easier than usual: in a deload, before an event or after it."""
        if self.window is not None and self.window.lightens(day):
            return True
        return phase.kind is PhaseKind.DELOAD

    def is_deload(self, phase: Phase) -> bool:
        """Whether the week holds less than a usual one: a single training day that is lighter or falls out makes it so."""
        start = self.week_start(phase)
        days = [start + datetime.timedelta(days=task.offset) for task in self.tasks]
        return any(self.is_light(phase, day) or self.is_event(day) or not self.lifts_on(day) for day in days)

    def lifts_on(self, day: datetime.date) -> bool:
        """Whether strength work may be on this date: not on an event's day nor on the day before it."""
        if self.window is None:
            return True
        return not datetime.timedelta(0) <= self.window.event - day <= datetime.timedelta(days=1)
