"""Warning signs: from the moment they are said until a doctor has cleared them."""

from collections.abc import Sequence

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from domain.clock import Clock
from domain.constraints import GivenConstraints, Limitation
from domain.errors import ClearanceRequired, FaultCode, InvalidInput, NotFound
from domain.exercise import Catalogue
from domain.ids import AthleteId
from domain.lessons import (
    LessonChange,
    LessonDraft,
    LessonOperation,
    LessonRule,
    LessonRuleKind,
    LessonSource,
    LessonState,
)
from domain.profile import OnboardingStage, Viewer
from domain.questions import Answer, Confirmation
from domain.terms import LimitationKind
from services.feedback.safeguard import Safeguard
from services.onboarding.profiles import Profiles
from services.playbook.ledger import learn
from services.playbook.playbooks import Playbooks
from services.playbook.teaching import Teaching
from tests.unit.onboarding.making import REQUIRED, draft

HEART, KNEE = LimitationKind.CARDIAC_WARNING, LimitationKind.KNEE
YES = Answer(question_id="health_screen", confirmation=Confirmation(is_confirmed=True, details="Fainted in May."))
NO = Answer(question_id="health_screen", confirmation=Confirmation(is_confirmed=False))
GIVEN_HEART = GivenConstraints(limitations=(Limitation(kind=HEART),))


class Heard:
    """Takes the place of what makes days ahead safe: notes what it is called with."""

    def __init__(self) -> None:
        self.limitations: list[LimitationKind] = []

    async def __call__(self, session: AsyncSession, athlete_id: AthleteId, limitation: LimitationKind) -> None:
        self.limitations.append(limitation)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def profiles(database: Database, clock: Clock, catalogue: Catalogue, heard: Heard) -> Profiles:
    return Profiles(database, clock, catalogue, heard)


@pytest.fixture
def playbooks(database: Database, clock: Clock) -> Playbooks:
    return Playbooks(database, clock)


@pytest.fixture
def teaching(database: Database, catalogue: Catalogue, clock: Clock) -> Teaching:
    return Teaching(database, catalogue, Safeguard(catalogue, clock))


@pytest.fixture
async def athlete(profiles: Profiles, viewer: Viewer) -> Viewer:
    """With a profile and all required answers, none of them a worry."""
    await profiles.save(viewer, draft())
    await profiles.save_answers(viewer, REQUIRED)
    return viewer


async def stage(profiles: Profiles, viewer: Viewer) -> OnboardingStage:
    return (await profiles.onboarding(viewer.athlete_id)).stage


async def limitations(profiles: Profiles, viewer: Viewer) -> set[LimitationKind]:
    profile = await profiles.profile(viewer.athlete_id)
    assert profile is not None
    return {limitation.kind for limitation in profile.constraints.limitations}


async def clear(playbooks: Playbooks, viewer: Viewer, kind: LimitationKind = HEART) -> Sequence[LessonChange]:
    return await playbooks.confirm_clearance(viewer, limitation=kind, is_cleared_by_doctor=True, note="All fine.")


async def test_a_yes_in_the_health_screen_becomes_a_hard_lesson_at_once(
    profiles: Profiles, playbooks: Playbooks, athlete: Viewer, heard: Heard
) -> None:
    await profiles.save_answers(athlete, [YES])

    (lesson,) = (await playbooks.playbook(athlete.athlete_id)).lessons
    assert lesson.rule == LessonRule(kind=LessonRuleKind.LIMITATION, limitation=HEART)
    assert (lesson.is_hard, lesson.source, lesson.evidence) == (True, LessonSource.ONBOARDING, "Fainted in May.")
    assert await stage(profiles, athlete) is OnboardingStage.CLEARANCE
    assert heard.limitations == [HEART]


async def test_a_warning_sign_in_a_form_counts_as_much(profiles: Profiles, athlete: Viewer) -> None:
    await profiles.save(athlete, draft(given=GIVEN_HEART))
    assert await stage(profiles, athlete) is OnboardingStage.CLEARANCE


async def test_leaving_a_warning_sign_out_does_not_lift_it(
    profiles: Profiles, playbooks: Playbooks, athlete: Viewer
) -> None:
    await profiles.save(athlete, draft(given=GIVEN_HEART))
    await profiles.save(athlete, draft(given=GivenConstraints(limitations=())))
    await profiles.save(athlete, draft(forgotten=frozenset({"limitations"})))
    await profiles.save_answers(athlete, [YES])
    await profiles.save_answers(athlete, [NO])

    assert await limitations(profiles, athlete) == {HEART}
    assert await stage(profiles, athlete) is OnboardingStage.CLEARANCE
    (lesson,) = (await playbooks.playbook(athlete.athlete_id)).lessons
    with pytest.raises(ClearanceRequired):
        await playbooks.retire(athlete.athlete_id, lesson.id)


async def test_another_limitation_goes_when_the_form_leaves_it_out(profiles: Profiles, athlete: Viewer) -> None:
    await profiles.save(athlete, draft(given=GivenConstraints(limitations=(Limitation(kind=KNEE),))))
    assert await limitations(profiles, athlete) == {KNEE}
    await profiles.save(athlete, draft(given=GivenConstraints(limitations=())))
    assert await limitations(profiles, athlete) == set()


async def test_a_clearance_lifts_lesson_form_and_answer_together(
    profiles: Profiles, playbooks: Playbooks, teaching: Teaching, athlete: Viewer
) -> None:
    await profiles.save(athlete, draft(given=GIVEN_HEART))
    await profiles.save_answers(athlete, [YES])

    changes = await clear(playbooks, athlete)

    assert [(change.operation, change.lesson.state) for change in changes] == [
        (LessonOperation.SUPERSEDE, LessonState.SUPERSEDED)
    ]
    assert await limitations(profiles, athlete) == set()
    assert await stage(profiles, athlete) is OnboardingStage.PLAN
    with pytest.raises(NotFound):
        await teaching.restore(athlete.athlete_id, changes[0].lesson.id)


async def test_a_clearance_that_was_confirmed_already_succeeds_again(
    profiles: Profiles, playbooks: Playbooks, athlete: Viewer
) -> None:
    await profiles.save_answers(athlete, [YES])
    await clear(playbooks, athlete)
    before = await playbooks.playbook(athlete.athlete_id)

    assert await clear(playbooks, athlete) == ()

    assert await playbooks.playbook(athlete.athlete_id) == before


async def test_there_must_be_something_to_clear(playbooks: Playbooks, athlete: Viewer) -> None:
    with pytest.raises(NotFound):
        await clear(playbooks, athlete)


async def test_only_a_doctors_word_clears(profiles: Profiles, playbooks: Playbooks, athlete: Viewer) -> None:
    await profiles.save_answers(athlete, [YES])

    with pytest.raises(InvalidInput) as refused:
        await playbooks.confirm_clearance(athlete, limitation=HEART, is_cleared_by_doctor=False, note="x" * 501)

    assert [(fault.path, fault.code) for fault in refused.value.faults] == [
        (("note",), FaultCode.TOO_LONG),
        (("isClearedByDoctor",), FaultCode.INVALID),
    ]
    assert await limitations(profiles, athlete) == {HEART}


async def test_the_same_form_again_does_not_bring_back_what_was_cleared(
    profiles: Profiles, playbooks: Playbooks, athlete: Viewer
) -> None:
    await profiles.save(athlete, draft(given=GIVEN_HEART))
    await profiles.save_answers(athlete, [YES])
    await clear(playbooks, athlete)

    await profiles.save(athlete, draft(given=GIVEN_HEART, weight_kg=66.0))
    await profiles.save_answers(athlete, [*REQUIRED[:4], YES])

    assert await limitations(profiles, athlete) == set()


async def test_a_new_yes_after_a_no_brings_it_back(profiles: Profiles, playbooks: Playbooks, athlete: Viewer) -> None:
    await profiles.save_answers(athlete, [YES])
    await clear(playbooks, athlete)

    await profiles.save_answers(athlete, [NO])
    await profiles.save_answers(athlete, [YES])

    assert await limitations(profiles, athlete) == {HEART}
    assert await stage(profiles, athlete) is OnboardingStage.CLEARANCE


async def test_another_pain_beside_a_cleared_one_leaves_it_cleared(
    profiles: Profiles, playbooks: Playbooks, athlete: Viewer, heard: Heard
) -> None:
    await profiles.save_answers(athlete, [Answer(question_id="limitations", choices=("KNEE",))])
    assert await clear(playbooks, athlete, KNEE) == ()

    await profiles.save_answers(athlete, [Answer(question_id="limitations", choices=("KNEE", "HIP"))])

    assert await limitations(profiles, athlete) == {LimitationKind.HIP}
    assert heard.limitations == [KNEE, LimitationKind.HIP]


async def test_a_limitation_that_is_in_force_already_is_nothing_new(
    profiles: Profiles, athlete: Viewer, heard: Heard
) -> None:
    await profiles.save_answers(athlete, [Answer(question_id="limitations", choices=("KNEE",))])
    await profiles.save(athlete, draft(given=GivenConstraints(limitations=(Limitation(kind=KNEE),))))
    assert heard.limitations == [KNEE]


async def test_pain_after_a_clearance_is_firm_at_once(
    profiles: Profiles, playbooks: Playbooks, database: Database, athlete: Viewer
) -> None:
    rule = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=KNEE)
    hurts = LessonDraft(
        text="The knee hurts.",
        rule=rule,
        evidence="My knee hurts again.",
        source=LessonSource.FEEDBACK,
        confidence=0.9,
        is_hard=True,
    )
    async with database.transaction(athlete.athlete_id) as session:
        await learn(session, athlete.athlete_id, [hurts])
    await clear(playbooks, athlete, KNEE)
    assert await limitations(profiles, athlete) == set()

    async with database.transaction(athlete.athlete_id) as session:
        changes = await learn(session, athlete.athlete_id, [hurts])

    assert [(change.operation, change.lesson.is_hard) for change in changes] == [(LessonOperation.ADD, True)]
    assert await limitations(profiles, athlete) == {KNEE}
