"""Answers, and what follows from them."""

import datetime

import pytest

from db.database import Database
from domain.clock import Clock
from domain.constraints import GivenConstraints
from domain.errors import FaultCode, InvalidInput, ProfileMissing
from domain.exercise import Catalogue
from domain.lessons import LessonOperation, LessonRule, LessonRuleKind, LessonState
from domain.profile import OnboardingStage, Profile, Viewer
from domain.questions import Answer
from domain.terms import Equipment, LimitationKind, Sport, TrainingFocus, Weekday
from services.onboarding.profiles import Profiles
from services.playbook.playbooks import Playbooks
from tests.unit.onboarding.making import REQUIRED, draft


@pytest.fixture
def profiles(database: Database, clock: Clock, catalogue: Catalogue) -> Profiles:
    return Profiles(database, clock, catalogue)


@pytest.fixture
def playbooks(database: Database, clock: Clock) -> Playbooks:
    return Playbooks(database, clock)


@pytest.fixture
async def athlete(profiles: Profiles, viewer: Viewer) -> Viewer:
    """With a profile, and no answers yet."""
    await profiles.save(viewer, draft())
    return viewer


async def profile_of(profiles: Profiles, viewer: Viewer) -> Profile:
    found = await profiles.profile(viewer.athlete_id)
    assert found is not None
    return found


async def test_answers_need_a_profile(profiles: Profiles, viewer: Viewer) -> None:
    with pytest.raises(ProfileMissing):
        await profiles.save_answers(viewer, REQUIRED)


async def test_onboarding_can_be_broken_off_and_resumed(profiles: Profiles, athlete: Viewer) -> None:
    await profiles.save_answers(athlete, REQUIRED[:3])
    half_way = await profiles.onboarding(athlete.athlete_id)
    assert half_way.stage is OnboardingStage.QUESTIONS
    assert half_way.questions is not None
    assert half_way.questions.answers == REQUIRED[:3]
    assert half_way.questions.open_questions == ("equipment", "health_screen", "health_conditions", "limitations")

    await profiles.save_answers(athlete, REQUIRED[3:])

    done = await profiles.onboarding(athlete.athlete_id)
    assert done.stage is OnboardingStage.PLAN
    assert done.questions is not None
    assert (done.questions.is_complete, done.questions.answers) == (True, REQUIRED)


async def test_answers_become_constraints(profiles: Profiles, athlete: Viewer) -> None:
    await profiles.save_answers(athlete, REQUIRED)

    constraints = (await profile_of(profiles, athlete)).constraints

    assert constraints.focus is TrainingFocus.STRENGTH
    assert constraints.training_days == (Weekday.MONDAY, Weekday.THURSDAY)
    assert constraints.session_minutes == 60
    assert constraints.equipment == (Equipment.BODY_WEIGHT, Equipment.BENCH, Equipment.DUMBBELL)
    assert constraints.limitations == ()


async def test_a_bad_answer_lets_none_be_written(profiles: Profiles, athlete: Viewer) -> None:
    with pytest.raises(InvalidInput) as refused:
        await profiles.save_answers(athlete, [*REQUIRED, Answer(question_id="squat", number=1000)])

    assert [(fault.path, fault.code) for fault in refused.value.faults] == [
        (("answers", "7", "value", "number"), FaultCode.TOO_LARGE)
    ]
    questions = await profiles.questions(athlete.athlete_id)
    assert questions is not None
    assert questions.answers == ()


async def test_answers_survive_a_new_set_of_questions(profiles: Profiles, athlete: Viewer) -> None:
    await profiles.save_answers(athlete, REQUIRED)
    await profiles.save(athlete, draft(goal="Something quite different now."))
    questions = await profiles.questions(athlete.athlete_id)
    assert questions is not None
    assert questions.answers == REQUIRED


async def test_the_later_of_answer_and_form_holds(profiles: Profiles, athlete: Viewer) -> None:
    await profiles.save_answers(athlete, [Answer(question_id="focus", choices=("STRENGTH",))])
    await profiles.save(athlete, draft(given=GivenConstraints(focus=TrainingFocus.MUSCLE)))
    assert (await profile_of(profiles, athlete)).constraints.focus is TrainingFocus.MUSCLE

    await profiles.save_answers(athlete, [Answer(question_id="focus", choices=("ENDURANCE",))])

    assert (await profile_of(profiles, athlete)).constraints.focus is TrainingFocus.ENDURANCE


async def test_an_event_is_dated_from_the_day_of_the_answer(profiles: Profiles, athlete: Viewer) -> None:
    answers = [Answer(question_id="event", choices=("RUN_10K",)), Answer(question_id="event_weeks", number=100)]
    await profiles.save_answers(athlete, answers)
    event = (await profile_of(profiles, athlete)).constraints.event
    assert event is not None
    assert (event.name, event.sport, event.distance_km) == ("A 10 km run", Sport.RUNNING, 10)
    assert event.date > datetime.date(2026, 11, 23)


async def test_the_same_answers_again_change_nothing(profiles: Profiles, playbooks: Playbooks, athlete: Viewer) -> None:
    answers = [*REQUIRED, Answer(question_id="dislikes", text="Running")]
    await profiles.save_answers(athlete, answers)
    before = await playbooks.playbook(athlete.athlete_id)
    await profiles.save_answers(athlete, answers)
    assert await playbooks.playbook(athlete.athlete_id) == before


async def test_a_dislike_is_learned_and_withdrawn_with_its_answer(
    profiles: Profiles, playbooks: Playbooks, athlete: Viewer
) -> None:
    await profiles.save_answers(athlete, [Answer(question_id="dislikes", text="Running, bench press")])
    learned = (await playbooks.playbook(athlete.athlete_id)).lessons
    assert [lesson.rule.kind for lesson in learned] == [LessonRuleKind.AVOID_SPORT, LessonRuleKind.AVOID_EXERCISE]

    await profiles.save_answers(athlete, [Answer(question_id="dislikes", text="Bench press")])

    assert (await playbooks.playbook(athlete.athlete_id)).lessons == learned[1:]
    ended = await playbooks.lesson(athlete.athlete_id, learned[0].id)
    assert ended is not None
    assert ended.state is LessonState.SUPERSEDED


async def test_feeling_unfit_is_learned_as_less_work_to_begin_with(
    profiles: Profiles, playbooks: Playbooks, athlete: Viewer
) -> None:
    await profiles.save_answers(athlete, [Answer(question_id="fitness", number=1)])
    (lesson,) = (await playbooks.playbook(athlete.athlete_id)).lessons
    assert lesson.rule == LessonRule(kind=LessonRuleKind.VOLUME, amount=0.8)
    assert (lesson.is_hard, lesson.confidence) == (False, 0.85)


async def test_pain_in_an_answer_is_a_limitation_but_no_warning(
    profiles: Profiles, playbooks: Playbooks, athlete: Viewer
) -> None:
    await profiles.save_answers(athlete, [*REQUIRED[:6], Answer(question_id="limitations", choices=("KNEE",))])
    assert (await profile_of(profiles, athlete)).constraints.has(LimitationKind.KNEE)
    assert (await playbooks.playbook(athlete.athlete_id)).lessons == ()
    assert (await profiles.onboarding(athlete.athlete_id)).stage is OnboardingStage.PLAN


async def test_history_tells_what_the_answers_taught(profiles: Profiles, playbooks: Playbooks, athlete: Viewer) -> None:
    await profiles.save_answers(athlete, [Answer(question_id="dislikes", text="Running")])
    page = await playbooks.history(athlete.athlete_id, first=20, after=None)
    assert [(edge.node.operation, edge.node.reason) for edge in page.edges] == [
        (LessonOperation.ADD, "Learned from your answers.")
    ]
