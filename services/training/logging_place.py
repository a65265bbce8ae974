"""Where a log goes: the athlete's plan and day, and what the draft becomes there."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import plan_history
from db.queries import plans as plan_queries
from db.queries.training import StoredLog
from domain.clock import today_in
from domain.errors import FaultCode, NotFound
from domain.exercise import Catalogue
from domain.faults import Faults
from domain.ids import AthleteId, PlanId, new_workout_log_id
from domain.plan import Day, Plan, PlanDocument
from domain.text import normalised
from domain.training import PainReport, WorkoutDraft, WorkoutLog
from services.training.bounds import check_draft
from services.training.content import activities_of, activity_ids_in, logged_endurance, logged_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggingPlace:
    """A day of an own plan, as the plan is now."""

    athlete_id: AthleteId
    plan: Plan
    day: Day
    time_zone: str
    now: datetime.datetime

    @property
    def today(self) -> datetime.date:
        return today_in(self.time_zone, self.now)

    def date_of(self, instant: datetime.datetime) -> datetime.date:
        return instant.astimezone(ZoneInfo(self.time_zone)).date()

    def end_of(self, date: datetime.date) -> datetime.datetime:
        """The instant at which this date is over for the athlete."""
        next_day = date + datetime.timedelta(days=1)
        return datetime.datetime.combine(next_day, datetime.time(), ZoneInfo(self.time_zone))


async def logging_place(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, date: datetime.date, *, now: datetime.datetime
) -> LoggingPlace:
    """Raises NotFound where the day is not the athlete's."""
    found = await plan_queries.plan_in_time_zone(session, athlete_id, plan_id, now=now)
    day = day_on(found[0], date) if found is not None else None
    if found is None or day is None:
        raise NotFound(plan_id)
    plan, time_zone = found
    return LoggingPlace(athlete_id=athlete_id, plan=plan, day=day, time_zone=time_zone, now=now)


async def read_draft(
    session: AsyncSession, draft: WorkoutDraft, place: LoggingPlace, *, stored: StoredLog | None, catalogue: Catalogue
) -> WorkoutLog:
    """The log that the draft makes, in the place of what is stored of it. Raises InvalidInput with everything that is wrong."""
    faults = Faults()
    check_draft(faults, draft, now=place.now)
    if place.day.date > place.today:
        faults.add(["dayId"], FaultCode.TOO_LARGE, "This day lies ahead. It can be logged once it has come.")
    if draft.performed_at is not None and place.date_of(draft.performed_at) < place.plan.start_date:
        faults.add(["performedAt"], FaultCode.TOO_SMALL, "Must not lie before the plan.")
    planned = activities_of(place.plan)
    gone = sorted(activity_ids_in(draft) - planned.keys())
    if gone:
        planned |= await plan_history.activities_ever(session, place.athlete_id, place.plan.id, gone)
    sets = logged_sets(faults, draft.sets, planned, catalogue)
    endurance = logged_endurance(faults, draft.endurance, planned)
    faults.raise_if_any()
    before = stored.log if stored is not None and not stored.is_deleted else None
    kept_time = before.performed_at if before is not None else place.now
    return WorkoutLog(
        id=stored.log.id if stored is not None else new_workout_log_id(),
        client_id=draft.client_id,
        revision=draft.revision,
        plan_id=place.plan.id,
        date=place.day.date,
        completion=draft.completion,
        sets=sets,
        endurance=endurance,
        session_rpe=draft.session_rpe,
        minutes=draft.minutes,
        enjoyment=draft.enjoyment,
        energy=draft.energy,
        soreness=draft.soreness,
        pain=_tidied(draft.pain),
        note=_text(draft.note),
        performed_at=draft.performed_at or kept_time,
        logged_at=stored.log.logged_at if stored is not None else place.now,
    )


async def day_as_trained(
    session: AsyncSession, place: LoggingPlace, log: WorkoutLog
) -> tuple[PlanDocument, Day | None]:
    """The plan's version by which the day was trained, and the day in it: later versions had no say in it.

    The same whenever the log arrives, so that credit does not depend on the order of logs.
    """
    at = min(log.performed_at, place.end_of(log.date))
    document: PlanDocument | None = place.plan
    if place.plan.version > 1 and place.plan.updated_at > at:
        document = await plan_history.document_at(session, place.athlete_id, place.plan.id, at)
    assert document is not None  # a plan has a first version
    return document, day_on(document, log.date)


def day_on(document: PlanDocument, date: datetime.date) -> Day | None:
    offset = (date - document.start_date).days
    if not 0 <= offset < 7 * len(document.weeks):
        return None
    return document.weeks[offset // 7].days[offset % 7]


def _tidied(pain: PainReport | None) -> PainReport | None:
    return None if pain is None else PainReport(area=pain.area, severity=pain.severity, note=_text(pain.note))


def _text(text: str | None) -> str | None:
    return None if text is None else normalised(text) or None
