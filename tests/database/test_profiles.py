"""Profiles, questions and answers, as they are stored and read again."""

import datetime

import pytest

from db.database import Database
from domain.clock import Clock
from domain.constraints import Constraints, GivenConstraints, Limitation
from domain.errors import FaultCode, InvalidInput, ProfileMissing
from domain.exercise import Catalogue
from domain.profile import OnboardingStage, ProfileDraft, Viewer
from domain.questions import Answer, Confirmation
from domain.terms import Equipment, ExperienceLevel, LimitationKind, TrainingFocus, Weekday
from services.onboarding.profiles import Profiles


@pytest.fixture
def profiles(database: Database, clock: Clock, catalogue: Catalogue) -> Profiles:
    return Profiles(database, clock, catalogue)


def draft(**changes: object) -> ProfileDraft:
    values: dict[str, object] = {
        "display_name": "Ann",
        "birth_year": 1990,
        "height_cm": 170.0,
        "weight_kg": 65.0,
        "time_zone": "Europe/Amsterdam",
        "goal": "Feel strong and run 10 km.",
        "experience": ExperienceLevel.NOVICE,
    }
    return ProfileDraft(**{**values, **changes})  # type: ignore[arg-type]  # each test names the fields it is about


async def test_nothing_is_there_before_a_profile_is_saved(profiles: Profiles, viewer: Viewer) -> None:
    assert await profiles.profile(viewer.athlete_id) is None
    assert await profiles.questions(viewer.athlete_id) is None
    onboarding = await profiles.onboarding(viewer.athlete_id)
    assert (onboarding.stage, onboarding.questions) == (OnboardingStage.PROFILE, None)


async def test_a_saved_profile_is_read_as_it_was_given(profiles: Profiles, viewer: Viewer) -> None:
    await profiles.save(viewer, draft(given=GivenConstraints(focus=TrainingFocus.MUSCLE, session_minutes=60)))

    profile = await profiles.profile(viewer.athlete_id)

    assert profile is not None
    assert (profile.display_name, profile.birth_year, profile.height_cm) == ("Ann", 1990, 170.0)
    assert profile.constraints == Constraints(focus=TrainingFocus.MUSCLE, session_minutes=60)
