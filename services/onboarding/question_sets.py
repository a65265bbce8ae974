"""The questions written for an athlete: stored when a profile is saved, read with their answers."""

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import onboarding as queries
from domain.facts import Facts, SavedProfile
from domain.ids import AthleteId, new_question_set_id
from domain.questions import Question, QuestionSet
from domain.terms import Author
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
) -> None:
    """A new set where goal or experience changed, or where the profile now answers more or less by itself."""
    wanted = asking.questions_for(profile.given, profile.gender)
    if before is None or (before.goal, before.experience) != (profile.goal, profile.experience):
        await queries.add_question_set(session, athlete_id, _by_rules(profile, wanted))
        return
    stored = await queries.newest_question_set(session, athlete_id)
    questions = asking.refreshed(stored.questions if stored is not None else (), wanted)
    if stored is None or questions != stored.questions:
        await queries.add_question_set(session, athlete_id, _by_rules(profile, questions))


def _by_rules(profile: SavedProfile, questions: tuple[Question, ...]) -> QuestionSet:
    return QuestionSet(
        id=new_question_set_id(),
        questions=questions,
        message=asking.opening(profile.display_name, questions),
        author=Author.RULES,
        estimated_minutes=asking.estimated_minutes(questions),
    )
