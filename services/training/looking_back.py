"""Insights for an athlete: read in one go, computed in one pass, and kept until something of the athlete's changes."""

import datetime
from collections import OrderedDict

from db.database import Database
from db.queries import onboarding as onboarding_queries
from db.queries import plans as plan_queries
from db.queries import training as queries
from db.queries.athletes import revision_and_time_zone
from domain.clock import Clock, today_in
from domain.errors import BadUserInput
from domain.exercise import Catalogue
from domain.ids import AthleteId
from domain.training import INSIGHT_WEEKS, Insights
from services.onboarding.basis import basis_of
from services.plans.calendar import days_trained_by, trained_plan
from services.training.insights import History, first_day, insights_of
from services.training.targets import set_targets

MAXIMUM_KEPT = 256
"""Answers that one process keeps; the ones that were not asked for longest go."""
_Key = tuple[AthleteId, int, int, datetime.date]


class LookingBack:
    """What an athlete's logged workouts show."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        self._database = database
        self._clock = clock
        self._catalogue = catalogue
        self._kept: OrderedDict[_Key, Insights] = OrderedDict()

    async def insights(self, athlete_id: AthleteId, *, week_count: int) -> Insights:
        """Of the last so many weeks, the running one included. Raises BadUserInput for a number outside 1 to 52."""
        fewest, most = INSIGHT_WEEKS
        if not fewest <= week_count <= most:
            raise BadUserInput(f"`weeks` must be from {fewest} to {most}.")
        async with self._database.reading(athlete_id) as session:
            # The revision is read first: whatever changes meanwhile is kept under a number that nobody asks for again.
            revision, time_zone = await revision_and_time_zone(session, athlete_id)
            today = today_in(time_zone, self._clock())
            key = (athlete_id, revision, week_count, today)
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            start, end = first_day(today, week_count), first_day(today, 1) + datetime.timedelta(days=6)
            logs = await queries.logs_between(session, athlete_id, start=start, end=end)
            plans = await plan_queries.trained_plans(session, athlete_id, start=start, end=end)
            trained_weeks = await queries.training_weeks(session, athlete_id)
            facts = await onboarding_queries.facts(session, athlete_id)
        days = days_trained_by([trained_plan(*plan) for plan in plans], start=start, end=end)
        basis = basis_of(facts, start_date=today, week_count=1) if facts is not None else None
        planned = [day.date for day in days if day.activities]
        found = insights_of(
            History(logs=logs, planned=planned, trained_weeks=trained_weeks),
            targets=set_targets(basis, self._catalogue) if basis is not None else {},
            week_count=week_count,
            today=today,
            catalogue=self._catalogue,
        )
        self._keep(key, found)
        return found

    def _keep(self, key: _Key, found: Insights) -> None:
        self._kept[key] = found
        while len(self._kept) > MAXIMUM_KEPT:
            self._kept.popitem(last=False)
