"""Services that answer from memory, and a way to ask the schema: for tests of what the schema itself does."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from domain.errors import AccountDeleted, CoachbookError
from domain.exercise import Catalogue, Exercise
from domain.generations import Generation, GenerationKind, GenerationStage, GenerationStatus
from domain.ids import (
    ActivityId,
    AthleteId,
    ExerciseId,
    GenerationId,
    LessonId,
    PlanId,
    day_id_of,
    sibling_id,
)
from domain.lessons import Lesson, LessonRule, LessonRuleKind, LessonSource, LessonState, Playbook
from domain.pages import Edge, Page
from domain.plan import Day, DayKind, LessonEffect, LessonUse, Plan, PlanState, SetTarget, StrengthActivity, Week
from domain.profile import Tier, Viewer
from domain.service import ServiceFacts
from domain.terms import WEEKDAYS, Author, Equipment, ExperienceLevel, Mechanic, MovementPattern, Muscle
from services.planning.catalogue import CatalogueSearch
from tests import asking
from tests.asking import Asked

if TYPE_CHECKING:
    from services.composition import Services

NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
ATHLETE = AthleteId("athlete_" + "a" * 32)
PLAN = PlanId("plan_" + "1" * 32)
LESSON = LessonId("lesson_" + "2" * 32)
GENERATION = GenerationId("generation_" + "3" * 32)
VIEWER = Viewer(athlete_id=ATHLETE, subject="ann", issuer="https://issuer.test", tier=Tier.FREE, expires_at=NOW)
SERVICE = Viewer(
    athlete_id=AthleteId("athlete_" + "f" * 32),
    subject="robot",
    issuer="https://issuer.test",
    tier=Tier.FREE,
    expires_at=NOW,
    is_service=True,
)
DELETED = Viewer(
    athlete_id=AthleteId("athlete_" + "d" * 32),
    subject="zoe",
    issuer="https://issuer.test",
    tier=Tier.FREE,
    expires_at=NOW,
)


def exercise(
    name: str, pattern: MovementPattern = MovementPattern.SQUAT, muscle: Muscle = Muscle.QUADRICEPS
) -> Exercise:
    return Exercise(
        id=ExerciseId("exercise_" + name.lower().replace(" ", "-")),
        name=name,
        primary_muscles=(muscle,),
        equipment=(Equipment.BODY_WEIGHT,),
        pattern=pattern,
        mechanic=Mechanic.COMPOUND,
        level=ExperienceLevel.NOVICE,
    )


CATALOGUE = Catalogue(
    [
        exercise("Air squat"),
        exercise("Box squat"),
        exercise("Split squat", MovementPattern.LUNGE),
        exercise("Plank", MovementPattern.CORE, Muscle.ABDOMINALS),
    ],
    version="v1",
)
START = datetime.date(2026, 11, 23)


def _day(offset: int) -> Day:
    date = START + datetime.timedelta(days=offset)
    squat = StrengthActivity(
        id=ActivityId("activity_" + "4" * 32),
        exercise_id=ExerciseId("exercise_air-squat"),
        sets=(SetTarget(reps=8, rpe=7, rest_seconds=90),),
    )
    return Day(
        id=day_id_of(PLAN, date),
        title="Rest" if offset else "Lower body",
        date=date,
        weekday=WEEKDAYS[date.weekday()],
        kind=DayKind.REST if offset else DayKind.STRENGTH,
        rationale="Because.",
        estimated_minutes=0 if offset else 30,
        activities=() if offset else (squat,),
    )


LESSON_ON_SQUATS = Lesson(
    id=LESSON,
    text="Likes air squats.",
    rule=LessonRule(kind=LessonRuleKind.PREFER_EXERCISE, exercise_id=ExerciseId("exercise_air-squat")),
    is_hard=False,
    is_pinned=False,
    state=LessonState.ACTIVE,
    source=LessonSource.FEEDBACK,
    evidence="More air squats!",
    confidence=0.8,
    created_at=NOW,
)
A_PLAN = Plan(
    id=PLAN,
    version=3,
    state=PlanState.ACCEPTED,
    is_outdated=False,
    created_at=NOW,
    updated_at=NOW,
    title="One week",
    summary="A week.",
    rationale="To begin with.",
    author=Author.RULES,
    start_date=START,
    weeks=(
        Week(
            number=1,
            start_date=START,
            focus="Begin",
            goal="Begin.",
            progression="None yet.",
            is_deload=False,
            days=tuple(_day(offset) for offset in range(7)),
        ),
    ),
    applied_lessons=(LessonUse(lesson_id=LESSON, effect=LessonEffect.APPLIED, explanation="Chosen."),),
)
A_GENERATION = Generation(
    id=GENERATION,
    athlete_id=ATHLETE,
    kind=GenerationKind.NEW_PLAN,
    status=GenerationStatus.RUNNING,
    stage=GenerationStage.BUILDING,
    progress=0.5,
    version=4,
    requested_at=NOW,
)


class FakePlans:
    """One plan of one athlete, and a count of what was asked."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    async def plan(self, athlete_id: AthleteId, plan_id: PlanId) -> Plan | None:
        self.asked["plan"] += 1
        return A_PLAN if (athlete_id, plan_id) == (ATHLETE, PLAN) else None

    async def plans_by_id(self, athlete_id: AthleteId, plan_ids: Sequence[PlanId]) -> dict[PlanId, Plan]:
        self.asked["plans_by_id"] += 1
        return {PLAN: A_PLAN} if athlete_id == ATHLETE and PLAN in plan_ids else {}

    async def plan_to_train_by(self, athlete_id: AthleteId) -> Plan | None:
        self.asked["plan_to_train_by"] += 1
        return A_PLAN

    async def editable_dates(self, athlete_id: AthleteId, plan_id: PlanId) -> frozenset[datetime.date]:
        self.asked["editable_dates"] += 1
        return frozenset({START + datetime.timedelta(days=1)})

    async def page(self, athlete_id: AthleteId, *, first: int, after: str | None) -> Page[Plan]:
        self.asked[f"page first={first} after={after}"] += 1
        return Page(edges=(Edge("here", A_PLAN),), has_next_page=True, has_previous_page=False)

    async def accept(self, athlete_id: AthleteId, plan_id: PlanId, *, expected_version: int) -> Plan:
        self.asked[f"accept {plan_id} {expected_version}"] += 1
        return A_PLAN


class FakePlaybooks:
    """One playbook of one lesson, and a count of what was asked."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    async def playbook(self, athlete_id: AthleteId) -> Playbook:
        self.asked["playbook"] += 1
        return Playbook(
            id=sibling_id("playbook", athlete_id),
            athlete_id=athlete_id,
            lessons=(LESSON_ON_SQUATS,),
            version=1,
            updated_at=NOW,
        )

    async def playbook_of(self, viewer: Viewer, athlete_id: AthleteId) -> Playbook | None:
        return await self.playbook(athlete_id)

    async def lessons_by_id(self, athlete_id: AthleteId, ids: Sequence[LessonId]) -> dict[LessonId, Lesson]:
        self.asked["lessons_by_id"] += 1
        return {LESSON: LESSON_ON_SQUATS} if LESSON in ids else {}

    async def pin(self, athlete_id: AthleteId, lesson_id: LessonId, *, is_pinned: bool) -> Lesson:
        return LESSON_ON_SQUATS


class FakeDeletedAccounts:
    """There is one."""

    def refuse(self, viewer: Viewer) -> None:
        if viewer is DELETED:
            raise AccountDeleted


class Raising:
    """A service whose every method raises one error."""

    def __init__(self, error: CoachbookError | Exception) -> None:
        self._error = error

    def __getattr__(self, name: str) -> object:
        async def raise_error(*_arguments: object, **_named: object) -> None:
            raise self._error

        return raise_error


def services(**replaced: object) -> "Services":
    info = ServiceFacts(version="1.2.3", is_premium_enabled=True, catalogue_version="v1")
    ours = {
        "info": info,
        "catalogue": CATALOGUE,
        "exercises": CatalogueSearch(CATALOGUE),
        "plans": FakePlans(),
        "playbooks": FakePlaybooks(),
        "contexts": SimpleNamespace(is_enabled=False),
        "deleted_accounts": FakeDeletedAccounts(),
    }
    return cast("Services", SimpleNamespace(**{**ours, **replaced}))


def all_raising(error: Exception) -> "Services":
    """Every service raises this."""
    raising = Raising(error)
    names = (
        "profiles",
        "playbooks",
        "teaching",
        "plans",
        "plan_changes",
        "generations",
        "conversations",
        "workouts",
        "looking_back",
        "accounts",
    )
    return services(**dict.fromkeys(names, raising))


async def ask(
    document: str,
    *,
    viewer: Viewer | None = VIEWER,
    of: "Services | None" = None,
    variables: Mapping[str, object] | None = None,
) -> Asked:
    """The schema's answer. Without `of`, from the fakes above."""
    return await asking.ask(document, services=of or services(), viewer=viewer, variables=variables)


async def follow(document: str, *, viewer: Viewer | None = VIEWER, of: "Services | None" = None) -> list[Asked]:
    """All that a subscription gives, until its end."""
    return [asked async for asked in asking.follow(document, services=of or services(), viewer=viewer)]
