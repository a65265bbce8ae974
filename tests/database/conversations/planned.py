"""An athlete with a saved profile and a plan that the planner built once for all tests."""

import datetime
from functools import cache

import msgspec

from db.database import Database
from db.queries.athletes import athlete_for_update
from db.queries.plans import save_new_plan
from db.seed.catalogue import read_catalogue
from domain.basis import PlanBasis
from domain.clock import Clock
from domain.constraints import GivenConstraints, KnownLift
from domain.exercise import Catalogue
from domain.ids import ExerciseId, PlanId, new_activity_id
from domain.plan import PlanDocument
from domain.profile import ProfileDraft, Viewer
from domain.terms import Equipment, ExperienceLevel, Sport, TrainingFocus, Weekday
from services.checking.check import check_plan
from services.onboarding.basis import PlannedTime, load_basis
from services.onboarding.profiles import Profiles
from services.planning.build import build_plan
from tests.conftest import NOW

MONDAY = datetime.date(2026, 11, 23)
PLAN_ID = PlanId("plan_" + "3" * 32)
OTHER_PLAN_ID = PlanId("plan_" + "4" * 32)
WEEK_COUNT = 3

PROFILE = ProfileDraft(
    display_name="Ann",
    birth_year=1990,
    height_cm=170,
    weight_kg=65,
    time_zone="UTC",
    goal="I want to get stronger and run a little",
    experience=ExperienceLevel.INTERMEDIATE,
    given=GivenConstraints(
        focus=TrainingFocus.MIXED,
        training_days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY, Weekday.SATURDAY),
        session_minutes=60,
        equipment=(Equipment.BARBELL, Equipment.RACK, Equipment.BENCH, Equipment.DUMBBELL, Equipment.PULL_UP_BAR),
        sports=(Sport.RUNNING, Sport.CYCLING),
        limitations=(),
        known_lifts=(KnownLift(exercise_id=ExerciseId("exercise_back-squat"), weight_kg=100, reps=5),),
    ),
)
"""Enough for a plan, with no question left open but the health screen."""


async def save_profile(database: Database, viewer: Viewer, clock: Clock, catalogue: Catalogue) -> None:
    await Profiles(database, clock, catalogue).save(viewer, PROFILE)


async def put_in_review(database: Database, viewer: Viewer, plan_id: PlanId = PLAN_ID) -> PlanDocument:
    """Save the plan as a generation would; one that was in review before is archived."""
    async with database.transaction(viewer.athlete_id) as session:
        account = await athlete_for_update(session, viewer.athlete_id)
        assert account is not None
        basis = await load_basis(session, viewer.athlete_id, read_catalogue(), PlannedTime(MONDAY, WEEK_COUNT, NOW))
        assert basis is not None
        document = _document(msgspec.json.encode(basis), plan_id)
        fingerprint = account.basis_fingerprint
        await save_new_plan(session, viewer.athlete_id, plan_id, document, fingerprint=fingerprint)
    return document


@cache
def _document(encoded: bytes, plan_id: PlanId) -> PlanDocument:
    """Built once for each basis, because the solver takes its time."""
    basis = msgspec.json.decode(encoded, type=PlanBasis)
    catalogue = read_catalogue()
    built = build_plan(basis, catalogue, plan_id=plan_id, new_activity_id=new_activity_id)
    return msgspec.structs.replace(built, quality=check_plan(basis, built, catalogue))
