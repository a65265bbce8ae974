"""The questions written for an athlete: stored when a profile is saved, read with their answers."""

from collections.abc import Sequence

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import onboarding as queries
from domain.facts import Facts, SavedProfile
from domain.ids import AthleteId, new_question_set_id
from domain.questions import Question, QuestionSet
from domain.terms import Author, ExperienceLevel
from services.onboarding import asking


async def question_set(session: AsyncSession, athlete_id: AthleteId, facts: Facts) -> QuestionSet:
    """The questions that count, with what was answered of them, in their order."""
    questions = await queries.newest_question_set(session, athlete_id)
    assert questions is not None, "questions are written with the profile"
    by_id = {answered.answer.question_id: answered.answer for answered in facts.answers}
    answers = tuple(by_id[question.id] for question in questions.questions if question.id in by_id)
    return msgspec.structs.replace(questions, answers=answers)


async def write_questions(
    session: AsyncSession, athlete_id: AthleteId, profile: SavedProfile, *, before: SavedProfile | None
) -> tuple[Question, ...] | None:
    """A new set where goal or experience changed, or where the profile now answers more or less by itself.

    Gives the questions that were written for another goal or experience than before, in the bank's words; else None.
    """
    wanted = asking.questions_for(profile.given, profile.gender)
    if before is None or _aim(before) != _aim(profile):
        await queries.add_question_set(session, athlete_id, _written(profile, wanted, Author.RULES))
        return wanted
    stored = await queries.newest_question_set(session, athlete_id)
    assert stored is not None, "questions are written with the profile"
    questions = asking.refreshed(stored.questions, wanted)
    if questions != stored.questions:
        await queries.add_question_set(session, athlete_id, _written(profile, questions, stored.author))
    return None


async def replace_with_worded(
    session: AsyncSession, athlete_id: AthleteId, worded: Sequence[Question], *, written_for: SavedProfile
) -> None:
    """The model's set in the place of the rules', unless goal, experience or author are others by now.

    What the profile answers by itself may have changed meanwhile: what is asked follows the profile as it is.
    """
    facts = await queries.facts(session, athlete_id)
    stored = await queries.newest_question_set(session, athlete_id)
    if facts is None or stored is None or stored.author is not Author.RULES or _aim(facts.profile) != _aim(written_for):
        return
    wanted = asking.questions_for(facts.profile.given, facts.profile.gender)
    questions = asking.refreshed(worded, wanted)
    await queries.add_question_set(session, athlete_id, _written(facts.profile, questions, Author.MODEL))


def _aim(profile: SavedProfile) -> tuple[str, ExperienceLevel]:
    """What questions are worded for."""
    return profile.goal, profile.experience


def _written(profile: SavedProfile, questions: tuple[Question, ...], author: Author) -> QuestionSet:
    return QuestionSet(
        id=new_question_set_id(),
        questions=questions,
        message=asking.opening(profile.display_name, questions),
        author=author,
        estimated_minutes=asking.estimated_minutes(questions),
    )
