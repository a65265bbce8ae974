"""Questions in the model's words: written after the profile was saved, and kept only where they still fit it."""

from dataclasses import dataclass, replace
from typing import Any, cast

import msgspec
import pytest
from sqlalchemy import text

from db.database import Database
from domain.clock import Clock
from domain.constraints import GivenConstraints
from domain.exercise import Catalogue
from domain.profile import ProfileDraft, Viewer
from domain.questions import MAXIMUM_QUESTIONS, Answer, Question, QuestionSet
from domain.terms import Author, ExperienceLevel
from services.composition import Services
from services.llm.access import ModelAccess
from services.llm.daily_allowance import DailyLimits
from services.onboarding.asking import BY_ID, QUESTIONS
from services.onboarding.profiles import Profiles
from tests.database.conversations.planned import PROFILE
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer

FORGETTING = msgspec.structs.replace(
    PROFILE, given=GivenConstraints(), forgotten=frozenset(GivenConstraints.__struct_fields__)
)
"""The same athlete, of whom the whole bank is to be asked."""
ELSEWHERE = msgspec.structs.replace(PROFILE, goal="I want to swim across the lake")
BY_RULES = (Author.RULES, ["RULES"])


async def questions_of(services: Services, viewer: Viewer) -> QuestionSet:
    found = await services.profiles.questions(viewer.athlete_id)
    assert found is not None
    return found


async def stored(database: Database) -> list[str]:
    """Who wrote each set, oldest first."""
    async with database.engine.connect() as connection:
        return list(await connection.scalars(text("select author from question_set order by id")))


async def outcome(services: Services, database: Database, viewer: Viewer) -> tuple[Author, list[str]]:
    return (await questions_of(services, viewer)).author, await stored(database)


async def test_premium_questions_are_in_the_models_words_under_the_banks_ids(
    services: Services, premium: Viewer, server: OpenAIServer, database: Database
) -> None:
    await services.profiles.save(premium, PROFILE)

    questions = (await questions_of(services, premium)).questions
    bank = [question for question in questions if question.id in BY_ID]
    assert await outcome(services, database, premium) == (Author.MODEL, ["RULES", "MODEL"])
    assert list(questions[: len(bank)]) == bank
    assert len(questions) > len(bank)
    assert all(type(question) is type(BY_ID[question.id]) for question in bank)
    assert any(question.text != BY_ID[question.id].text for question in bank)
    assert len(server.requests) == 1


async def test_questions_of_the_models_own_can_be_answered(services: Services, premium: Viewer) -> None:
    await services.profiles.save(premium, PROFILE)
    extra = next(one for one in (await questions_of(services, premium)).questions if one.id not in BY_ID)
    answer = Answer(question_id=extra.id, text="My work")

    await services.profiles.save_answers(premium, [answer])

    assert (await questions_of(services, premium)).answers == (answer,)


async def test_what_the_profile_no_longer_answers_is_asked_beside_the_models_words(
    services: Services, premium: Viewer, server: OpenAIServer
) -> None:
    await services.profiles.save(premium, PROFILE)
    before = {question.id: question.text for question in (await questions_of(services, premium)).questions}

    await services.profiles.save(premium, FORGETTING)

    after = await questions_of(services, premium)
    words = {question.id: question.text for question in after.questions}
    assert after.author is Author.MODEL
    assert list(words)[: len(QUESTIONS)] == [question.id for question in QUESTIONS]
    assert len(words) == MAXIMUM_QUESTIONS
    assert all(said == before[question_id] for question_id, said in words.items() if question_id in before)
    assert len(server.requests) == 1


async def test_another_goal_is_worded_anew(
    services: Services, premium: Viewer, server: OpenAIServer, database: Database
) -> None:
    await services.profiles.save(premium, PROFILE)
    await services.profiles.save(premium, ELSEWHERE)

    assert await outcome(services, database, premium) == (Author.MODEL, ["RULES", "MODEL", "RULES", "MODEL"])
    assert len(server.requests) == 2


async def test_in_the_free_tier_nothing_is_asked_of_the_model(
    services: Services, viewer: Viewer, server: OpenAIServer, database: Database
) -> None:
    await services.profiles.save(viewer, PROFILE)

    assert await outcome(services, database, viewer) == BY_RULES
    assert server.requests == []


@pytest.mark.parametrize("limits", [DailyLimits(calls=0, microdollars=1), DailyLimits(calls=1, microdollars=0)])
async def test_a_spent_allowance_leaves_the_banks_words(
    services: Services, premium: Viewer, server: OpenAIServer, database: Database
) -> None:
    await services.profiles.save(premium, PROFILE)

    assert await outcome(services, database, premium) == BY_RULES
    assert server.requests == []


@pytest.mark.parametrize(
    ("fault", "calls"),
    [(Fault.SERVER_ERROR, 2), (Fault.HTML, 2), (Fault.QUOTA, 1), (Fault.REFUSAL, 1), (Fault.SCHEMA_FAR_OFF, 2)],
)
async def test_a_model_that_fails_leaves_the_banks_words(
    services: Services, premium: Viewer, server: OpenAIServer, database: Database, fault: Fault, calls: int
) -> None:
    server.fault = fault
    await services.profiles.save(premium, PROFILE)

    assert await outcome(services, database, premium) == BY_RULES
    questions = (await questions_of(services, premium)).questions
    assert [question.text for question in questions] == [BY_ID[question.id].text for question in questions]
    assert len(server.requests) == calls


@dataclass
class Slow:
    """A model that takes so long that the athlete saves the profile once more meanwhile."""

    profiles: Profiles
    viewer: Viewer
    draft: ProfileDraft

    async def write(self, questions: tuple[Question, ...], **_rest: object) -> tuple[Question, ...]:
        await self.profiles.save(self.viewer, self.draft)
        return tuple(msgspec.structs.replace(question, text="In other words?") for question in questions)


@pytest.mark.parametrize(
    "meanwhile",
    [ELSEWHERE, msgspec.structs.replace(PROFILE, experience=ExperienceLevel.ADVANCED)],
    ids=["goal", "experience"],
)
async def test_words_for_what_the_athlete_no_longer_wants_are_not_kept(
    services: Services,
    viewer: Viewer,
    premium: Viewer,
    access: ModelAccess,
    database: Database,
    clock: Clock,
    catalogue: Catalogue,
    meanwhile: ProfileDraft,
) -> None:
    slow = replace(access.model, questions=cast("Any", Slow(services.profiles, viewer, meanwhile)))  # fakes one method
    await Profiles(database, clock, catalogue, model=replace(access, model=slow)).save(premium, PROFILE)

    assert await outcome(services, database, premium) == (Author.RULES, ["RULES", "RULES"])


async def test_words_follow_what_the_profile_answers_by_itself_meanwhile(
    services: Services,
    viewer: Viewer,
    premium: Viewer,
    access: ModelAccess,
    database: Database,
    clock: Clock,
    catalogue: Catalogue,
) -> None:
    slow = replace(access.model, questions=cast("Any", Slow(services.profiles, viewer, FORGETTING)))  # fakes one method
    await Profiles(database, clock, catalogue, model=replace(access, model=slow)).save(premium, PROFILE)

    questions = await questions_of(services, premium)
    assert questions.author is Author.MODEL
    assert [question.id for question in questions.questions] == [question.id for question in QUESTIONS]
    assert {question.text for question in questions.questions} > {"In other words?", BY_ID["equipment"].text}
