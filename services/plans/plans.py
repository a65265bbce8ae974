"""Reading plans, and accepting one."""

import datetime

from db.database import Database
from db.queries import athletes as athlete_queries
from db.queries import plans as queries
from db.queries.plan_versions import versions_before
from domain.clock import Clock
from domain.errors import BadUserInput, NotFound, VersionConflict
from domain.ids import AthleteId, DayId, PlanId, plan_and_date_of, read_id
from domain.pages import Edge, Page, check_first, decode_cursor, encode_cursor
from domain.plan import Day, Plan, PlanState, PlanVersion
from services.plans.acceptance import accept_in
from services.plans.calendar import days_trained_by, trained_plan
from services.plans.editing import editable_dates_of

MAXIMUM_CALENDAR_DAYS = 42


class Plans:
    """An athlete's plans."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def plan(self, athlete_id: AthleteId, plan_id: PlanId) -> Plan | None:
        async with self._database.reading(athlete_id) as session:
            return await queries.newest_plan(session, athlete_id, plan_id, now=self._clock())

    async def plans_by_id(self, athlete_id: AthleteId, plan_ids: list[PlanId]) -> dict[PlanId, Plan]:
        async with self._database.reading(athlete_id) as session:
            return await queries.plans_by_id(session, athlete_id, plan_ids, now=self._clock())

    async def plan_to_train_by(self, athlete_id: AthleteId) -> Plan | None:
        """The accepted plan, unless its last day is past."""
        plan = await self._in_state(athlete_id, PlanState.ACCEPTED)
        return plan if plan and plan.state is PlanState.ACCEPTED else None

    async def plan_in_review(self, athlete_id: AthleteId) -> Plan | None:
        return await self._in_state(athlete_id, PlanState.IN_REVIEW)

    async def page(self, athlete_id: AthleteId, *, first: int, after: str | None) -> Page[Plan]:
        """All plans, newest first. Raises BadUserInput for a page size or a cursor that cannot be."""
        check_first(first)
        before = PlanId(_read_cursor(after)) if after is not None else None
        async with self._database.reading(athlete_id) as session:
            found = await queries.plans_before(session, athlete_id, before=before, limit=first + 1, now=self._clock())
        edges = tuple(Edge(encode_cursor(plan.id), plan) for plan in found[:first])
        return Page(edges=edges, has_next_page=len(found) > first, has_previous_page=after is not None)

    async def versions(
        self, athlete_id: AthleteId, plan_id: PlanId, *, first: int, after: str | None
    ) -> Page[PlanVersion]:
        """All versions of a plan, newest first. Raises BadUserInput for a page size or a cursor that cannot be."""
        check_first(first)
        before = _read_number(after) if after is not None else None
        async with self._database.reading(athlete_id) as session:
            found = await versions_before(session, athlete_id, plan_id, before=before, limit=first + 1)
        edges = tuple(Edge(encode_cursor(str(version.version)), version) for version in found[:first])
        return Page(edges=edges, has_next_page=len(found) > first, has_previous_page=after is not None)

    async def calendar(self, athlete_id: AthleteId, *, start: datetime.date, end: datetime.date) -> tuple[Day, ...]:
        """The days from `start` to `end` of the plans that were or are trained by."""
        if not 0 <= (end - start).days <= MAXIMUM_CALENDAR_DAYS:
            raise BadUserInput(f"`end` must be from 0 to {MAXIMUM_CALENDAR_DAYS} days after `start`.")
        async with self._database.reading(athlete_id) as session:
            found = await queries.trained_plans(session, athlete_id, start=start, end=end)
        return days_trained_by([trained_plan(*plan) for plan in found], start=start, end=end)

    async def day(self, athlete_id: AthleteId, day_id: DayId) -> Day | None:
        """A day as its plan's newest version has it."""
        plan_id, date = plan_and_date_of(day_id)
        plan = await self.plan(athlete_id, plan_id)
        days = (day for week in plan.weeks for day in week.days) if plan else ()
        return next((day for day in days if day.date == date), None)

    async def editable_dates(self, athlete_id: AthleteId, plan_id: PlanId) -> frozenset[datetime.date]:
        """The dates of the plan that may still be changed; empty where the plan is not the athlete's."""
        async with self._database.reading(athlete_id) as session:
            return await editable_dates_of(session, athlete_id, plan_id, now=self._clock())

    async def revision(self, athlete_id: AthleteId) -> int:
        """Rises at every change to anything under the athlete; 0 before the first."""
        async with self._database.reading(athlete_id) as session:
            athlete = await athlete_queries.athlete(session, athlete_id)
        return 0 if athlete is None else athlete.revision

    async def accept(self, athlete_id: AthleteId, plan_id: PlanId, *, expected_version: int) -> Plan:
        """Take a plan under review as the one to train by. Raises NotFound, PlanNotEditable, VersionConflict."""
        now = self._clock()
        async with self._database.transaction(athlete_id) as session:
            await athlete_queries.athlete_for_update(session, athlete_id)
            plan = await queries.newest_plan(session, athlete_id, plan_id, now=now)
            if plan is None:
                raise NotFound(plan_id)
            if plan.state is PlanState.IN_REVIEW and plan.version != expected_version:
                raise VersionConflict(plan.version)
            return await accept_in(session, athlete_id, plan, now=now)

    async def _in_state(self, athlete_id: AthleteId, state: PlanState) -> Plan | None:
        async with self._database.reading(athlete_id) as session:
            return await queries.plan_in_state(session, athlete_id, state, now=self._clock())


def _read_cursor(cursor: str) -> str:
    (place,) = decode_cursor(cursor, 1)
    try:
        return read_id("plan", place)
    except NotFound:
        raise BadUserInput("`after` is not a cursor of this list.") from None


def _read_number(cursor: str) -> int:
    (number,) = decode_cursor(cursor, 1)
    if not (number.isascii() and number.isdigit() and len(number) <= 9):
        raise BadUserInput("`after` is not a cursor of this list.")
    return int(number)
