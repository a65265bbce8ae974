"""Profiles and questions, as they are stored and read again."""

import datetime

import pytest
from sqlalchemy import text

from db.database import Database
from db.queries.onboarding import facts
from domain.clock import Clock
from domain.constraints import Constraints, GivenConstraints
from domain.errors import FaultCode, InvalidInput
from domain.exercise import Catalogue
from domain.profile import Gender, OnboardingStage, Profile, Viewer
from domain.questions import QuestionSet
from domain.terms import Author, ExperienceLevel, TrainingFocus, Weekday
from services.onboarding.basis import PlannedTime, load_basis, refresh_fingerprint
from services.onboarding.profiles import Profiles
from tests.conftest import NOW, CountStatements, viewer_called
from tests.unit.onboarding.making import draft


@pytest.fixture
def profiles(database: Database, clock: Clock, catalogue: Catalogue) -> Profiles:
    return Profiles(database, clock, catalogue)


async def profile_of(profiles: Profiles, viewer: Viewer) -> Profile:
    found = await profiles.profile(viewer.athlete_id)
    assert found is not None
    return found


async def questions_of(profiles: Profiles, viewer: Viewer) -> QuestionSet:
    found = await profiles.questions(viewer.athlete_id)
    assert found is not None
    return found


async def fingerprint(database: Database, viewer: Viewer) -> str:
    async with database.transaction(viewer.athlete_id) as session:
        stored = (await session.execute(text("select basis_fingerprint from athlete"))).scalar_one()
    return str(stored)


async def revision(database: Database, viewer: Viewer) -> int:
    async with database.transaction(viewer.athlete_id) as session:
        return int((await session.execute(text("select revision from athlete"))).scalar_one())


async def test_nothing_is_there_before_a_profile_is_saved(
    profiles: Profiles, database: Database, viewer: Viewer, catalogue: Catalogue
) -> None:
    assert await profiles.profile(viewer.athlete_id) is None
    assert await profiles.questions(viewer.athlete_id) is None
    onboarding = await profiles.onboarding(viewer.athlete_id)
    assert (onboarding.stage, onboarding.questions) == (OnboardingStage.PROFILE, None)
    async with database.transaction(viewer.athlete_id) as session:
        today = datetime.date(2026, 11, 23)
        assert await load_basis(session, viewer.athlete_id, catalogue, PlannedTime(today, 4, NOW)) is None
        assert await refresh_fingerprint(session, viewer.athlete_id) == ""


async def test_a_saved_profile_is_read_as_it_was_given(profiles: Profiles, viewer: Viewer) -> None:
    given = GivenConstraints(focus=TrainingFocus.MUSCLE, session_minutes=60)

    await profiles.save(viewer, draft(given=given, gender=Gender.FEMALE, height_cm=170.5))

    profile = await profile_of(profiles, viewer)
    assert profile.id == viewer.athlete_id.replace("athlete_", "profile_")
    assert (profile.display_name, profile.birth_year, profile.gender) == ("Ann", 1990, Gender.FEMALE)
    assert (profile.height_cm, profile.weight_kg, profile.time_zone) == (170.5, 65.0, "Europe/Amsterdam")
    assert (profile.goal, profile.experience) == ("Feel strong and run 10 km.", ExperienceLevel.NOVICE)
    assert profile.constraints == Constraints(focus=TrainingFocus.MUSCLE, session_minutes=60)
    assert profile.updated_at.tzinfo is not None


async def test_the_account_is_made_with_the_first_profile(profiles: Profiles, database: Database) -> None:
    newcomer = viewer_called("carol")
    await profiles.save(newcomer, draft())
    assert (await profile_of(profiles, newcomer)).display_name == "Ann"


async def test_questions_are_written_with_the_profile(profiles: Profiles, viewer: Viewer) -> None:
    await profiles.save(viewer, draft())

    onboarding = await profiles.onboarding(viewer.athlete_id)

    assert onboarding.stage is OnboardingStage.QUESTIONS
    assert onboarding.questions is not None
    assert onboarding.questions.author is Author.RULES
    assert len(onboarding.questions.questions) == 19
    assert onboarding.questions.answers == ()
    assert onboarding.questions.estimated_minutes == 7
    assert onboarding.questions == await profiles.questions(viewer.athlete_id)


async def test_all_faults_come_back_at_once_and_nothing_is_written(
    profiles: Profiles, database: Database, viewer: Viewer
) -> None:
    before = await revision(database, viewer)

    with pytest.raises(InvalidInput) as refused:
        await profiles.save(viewer, draft(display_name="", given=GivenConstraints(session_minutes=5)))

    assert [(fault.path, fault.code) for fault in refused.value.faults] == [
        (("displayName",), FaultCode.TOO_SHORT),
        (("constraints", "sessionMinutes"), FaultCode.TOO_SMALL),
    ]
    assert await profiles.profile(viewer.athlete_id) is None
    assert await revision(database, viewer) == before


async def test_heart_rates_are_held_beside_what_was_given_before(profiles: Profiles, viewer: Viewer) -> None:
    await profiles.save(viewer, draft(given=GivenConstraints(maximum_heart_rate=100)))

    with pytest.raises(InvalidInput) as refused:
        await profiles.save(viewer, draft(given=GivenConstraints(resting_heart_rate=110)))

    assert [fault.path for fault in refused.value.faults] == [("constraints", "restingHeartRate")]


async def test_the_same_profile_again_changes_nothing(profiles: Profiles, database: Database, viewer: Viewer) -> None:
    given = GivenConstraints(session_minutes=60)
    await profiles.save(viewer, draft(given=given))
    before = await profile_of(profiles, viewer), await questions_of(profiles, viewer), await revision(database, viewer)

    await profiles.save(viewer, draft(given=given))

    after = await profile_of(profiles, viewer), await questions_of(profiles, viewer), await revision(database, viewer)
    assert after == before


@pytest.mark.parametrize("change", [{"goal": "Run a marathon next year."}, {"experience": ExperienceLevel.ADVANCED}])
async def test_another_goal_or_experience_makes_new_questions(
    change: dict[str, object], profiles: Profiles, viewer: Viewer
) -> None:
    await profiles.save(viewer, draft())
    before = await questions_of(profiles, viewer)

    await profiles.save(viewer, draft(**change))

    after = await questions_of(profiles, viewer)
    assert after.id != before.id
    assert [one.id for one in after.questions] == [one.id for one in before.questions]


async def test_another_weight_makes_no_new_questions(profiles: Profiles, viewer: Viewer) -> None:
    await profiles.save(viewer, draft())
    before = await questions_of(profiles, viewer)

    await profiles.save(viewer, draft(weight_kg=70.0))

    assert await questions_of(profiles, viewer) == before


async def test_what_is_given_later_is_no_longer_asked_and_asked_again_when_forgotten(
    profiles: Profiles, viewer: Viewer
) -> None:
    await profiles.save(viewer, draft())
    await profiles.save(viewer, draft(given=GivenConstraints(focus=TrainingFocus.STRENGTH)))
    assert "focus" not in [one.id for one in (await questions_of(profiles, viewer)).questions]

    await profiles.save(viewer, draft(forgotten=frozenset({"focus"})))

    assert (await questions_of(profiles, viewer)).questions[0].id == "focus"
    assert (await profile_of(profiles, viewer)).constraints == Constraints()


async def test_a_profile_that_gives_all_that_is_required_needs_no_answers(profiles: Profiles, viewer: Viewer) -> None:
    given = GivenConstraints(
        focus=TrainingFocus.STRENGTH,
        training_days=(Weekday.MONDAY,),
        session_minutes=60,
        equipment=(),
        limitations=(),
    )
    await profiles.save(viewer, draft(given=given))
    assert (await profiles.onboarding(viewer.athlete_id)).stage is OnboardingStage.PLAN


async def test_fingerprints_follow_what_bears_on_plans(profiles: Profiles, database: Database, viewer: Viewer) -> None:
    await profiles.save(viewer, draft())
    first = await fingerprint(database, viewer)

    await profiles.save(viewer, draft(display_name="Anna"))
    assert await fingerprint(database, viewer) == first

    await profiles.save(viewer, draft(weight_kg=70.0))
    assert await fingerprint(database, viewer) != first


async def test_the_basis_is_read_in_two_statements_what_was_said_and_what_was_trained(
    profiles: Profiles, database: Database, viewer: Viewer, catalogue: Catalogue, count_statements: CountStatements
) -> None:
    await profiles.save(viewer, draft(given=GivenConstraints(session_minutes=60)))
    start = datetime.date(2026, 11, 30)

    async with database.transaction(viewer.athlete_id) as session:
        with count_statements() as statements:
            basis = await load_basis(session, viewer.athlete_id, catalogue, PlannedTime(start, 4, NOW))

    assert len(statements) == 2
    assert basis is not None
    assert (basis.age, basis.constraints.session_minutes, basis.week_count) == (36, 60, 4)


@pytest.mark.parametrize(("read", "statements"), [("profile", 2), ("questions", 3), ("onboarding", 4)])
async def test_reading_takes_a_known_number_of_statements(
    read: str, statements: int, profiles: Profiles, viewer: Viewer, count_statements: CountStatements
) -> None:
    await profiles.save(viewer, draft())
    with count_statements() as seen:
        await getattr(profiles, read)(viewer.athlete_id)
    assert len(seen) == statements


async def test_a_stranger_sees_nothing_of_a_profile(
    profiles: Profiles, database: Database, viewer: Viewer, other_viewer: Viewer
) -> None:
    await profiles.save(viewer, draft())

    assert await profiles.profile(other_viewer.athlete_id) is None
    assert await profiles.questions(other_viewer.athlete_id) is None
    async with database.transaction(other_viewer.athlete_id) as session:
        assert await facts(session, viewer.athlete_id) is None
