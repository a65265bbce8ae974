"""An athlete who is ready for a plan, and an engine that makes one of rest days."""

import datetime
from dataclasses import dataclass

import msgspec
import pytest

from db.database import Database
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.clock import Clock
from domain.constraints import GivenConstraints
from domain.exercise import Catalogue
from domain.ids import PlanId, day_id_of
from domain.plan import Day, DayKind, LessonUse, PlanChange, PlanDocument, PlanQuality, RuleOutcome, Week
from domain.profile import ProfileDraft, Viewer
from domain.terms import WEEKDAYS, Author, Equipment, ExperienceLevel, TrainingFocus, Weekday
from services.generation.adapting import PlanToAdapt
from services.generation.generations import Generations
from services.onboarding.profiles import Profiles

PROFILE = ProfileDraft(
    display_name="Ann",
    birth_year=1990,
    height_cm=170,
    weight_kg=60,
    time_zone="UTC",
    goal="I want to get stronger",
    experience=ExperienceLevel.NOVICE,
    given=GivenConstraints(
        focus=TrainingFocus.STRENGTH,
        training_days=(Weekday.MONDAY, Weekday.THURSDAY),
        session_minutes=45,
        equipment=(Equipment.DUMBBELL,),
        limitations=(),
    ),
)
"""Enough for a plan, with no question left open."""


@dataclass(frozen=True)
class Allowances:
    free_generations: int = 3
    premium_generations: int = 5


class RestEngine:
    """Makes plans of rest days, or does what it is told."""

    catalogue = Catalogue((), version="empty")

    def __init__(self) -> None:
        self.builds = 0
        self.error: Exception | None = None
        self.broken: tuple[RuleOutcome, ...] = ()
        self.uses: tuple[LessonUse, ...] = ()

    def build(self, basis: PlanBasis, *, plan_id: PlanId, brief: Brief) -> PlanDocument:
        self.builds += 1
        if self.error is not None:
            raise self.error
        weeks = tuple(_week(number, basis.start_date, plan_id) for number in range(1, basis.week_count + 1))
        return PlanDocument(
            title="Rest",
            summary="Rest",
            rationale="Rest",
            author=Author.RULES,
            start_date=basis.start_date,
            weeks=weeks,
            applied_lessons=self.uses,
        )

    def adapt(
        self, _basis: PlanBasis, plan: PlanToAdapt, *, brief: Brief
    ) -> tuple[PlanDocument, tuple[PlanChange, ...]]:
        """The same with another title."""
        self.builds += 1
        if self.error is not None:
            raise self.error
        return msgspec.structs.replace(plan.document, title="Adapted"), (PlanChange(description="Another title."),)

    def checked(self, _basis: PlanBasis, document: PlanDocument) -> tuple[PlanDocument, tuple[RuleOutcome, ...]]:
        quality = PlanQuality(score=91.5, rules=())
        return msgspec.structs.replace(document, quality=quality), self.broken


def _week(number: int, first: datetime.date, plan_id: PlanId) -> Week:
    start = first + datetime.timedelta(weeks=number - 1)
    days = [start + datetime.timedelta(days=offset) for offset in range(7)]
    return Week(
        number=number,
        start_date=start,
        focus="Rest",
        goal="Rest",
        progression="None",
        is_deload=False,
        days=tuple(
            Day(
                id=day_id_of(plan_id, date),
                title="Rest",
                date=date,
                weekday=WEEKDAYS[date.weekday()],
                kind=DayKind.REST,
                rationale="Rest",
                estimated_minutes=0,
            )
            for date in days
        ),
    )


@pytest.fixture
def engine() -> RestEngine:
    return RestEngine()


@pytest.fixture
def profiles(database: Database, clock: Clock, catalogue: Catalogue) -> Profiles:
    return Profiles(database, clock, catalogue)


@pytest.fixture
def generations(database: Database, clock: Clock) -> Generations:
    return Generations(database, clock, Allowances())


@pytest.fixture
async def athlete(viewer: Viewer, profiles: Profiles) -> Viewer:
    """Has a profile that leaves no question open."""
    await profiles.save(viewer, PROFILE)
    return viewer
