"""What each use makes of a sensible answer."""

from domain.brief import Brief
from domain.conversation import FeedbackIntent
from domain.exercise import Catalogue
from domain.ids import ActivityId, ExerciseId
from domain.lessons import LessonRule, LessonRuleKind
from domain.operations import SwapExercise
from domain.questions import QuestionTopic
from domain.terms import Author, LimitationKind, Muscle
from services.llm.model import LanguageModel
from services.llm.readings import Saying
from tests.llm import uses
from tests.llm.conftest import Purse
from tests.llm.openai_server import OpenAIServer

BURPEE = ExerciseId("exercise_burpee")


async def test_questions_keep_ids_and_order_and_get_new_words_and_a_few_more(
    model: LanguageModel, purse: Purse
) -> None:
    written = await uses.questions(model, purse)
    bank, extra = written[: len(uses.QUESTIONS)], written[len(uses.QUESTIONS) :]
    assert [question.id for question in bank] == [question.id for question in uses.QUESTIONS]
    assert bank[0].text == "With your goal in mind: what should your training do for you first?"
    assert bank[0].help_text == uses.QUESTIONS[0].help_text
    assert [question.text for question in extra] == [
        "What kept you from training before?",
        "Where do you like to train best?",
    ]


async def test_questions_on_health_and_pain_keep_the_words_of_the_bank(model: LanguageModel, purse: Purse) -> None:
    fixed = {QuestionTopic.HEALTH, QuestionTopic.LIMITATIONS}
    written = {question.id: question for question in await uses.questions(model, purse)}
    safety = [question for question in uses.QUESTIONS if question.topic in fixed]
    assert len(safety) == 3
    assert [written[question.id] for question in safety] == safety


async def test_a_brief_has_a_theme_for_each_week_and_exercises_of_the_catalogue(
    model: LanguageModel, purse: Purse, catalogue: Catalogue
) -> None:
    brief = await uses.brief(model, purse)
    assert brief.author is Author.MODEL
    assert brief.title == "A calm way to your goal"
    assert brief.themes == ("Find your rhythm", "Build on it", "Make it yours", "Let it sink in")
    assert len(brief.favoured_exercises) == 3
    assert all(exercise in catalogue for exercise in brief.favoured_exercises)
    assert (brief.stressed_muscles, brief.endurance_share) == ((Muscle.GLUTES,), 0.3)


async def test_a_message_becomes_operations_on_the_plan_and_lessons(model: LanguageModel, purse: Purse) -> None:
    read = await uses.message(model, purse)
    assert read.intent is FeedbackIntent.CHANGE
    assert read.operations == (
        SwapExercise(activity_id=ActivityId("activity_back-squat-1"), exercise_id=ExerciseId("exercise_goblet-squat")),
    )
    assert [lesson.rule for lesson in read.lessons] == [
        LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=BURPEE)
    ]
    assert read.lessons[0].evidence == "I hate burpees"
    assert read.reply is None


async def test_a_question_is_answered_and_changes_nothing(model: LanguageModel, purse: Purse) -> None:
    read = await model.messages.read("Why do I train early in the week?", uses.SITUATION, allowance=purse)
    assert read.intent is FeedbackIntent.QUESTION
    assert read.operations == ()
    assert read.reply is not None
    assert read.reply.startswith("The first session of your plan")


async def test_answers_become_lessons_that_quote_them(model: LanguageModel, purse: Purse) -> None:
    drafts = await uses.lessons(model, purse)
    assert [(draft.rule, draft.is_hard) for draft in drafts] == [
        (LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=BURPEE), False),
        (LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.KNEE), True),
    ]
    asked = "Is there anything you would rather not do?"
    assert [draft.evidence for draft in drafts] == [
        f'{asked} "I dislike burpees"',
        f'{asked} "My knee hurts when I run"',
    ]


async def test_where_nothing_was_written_the_model_is_not_asked(
    model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    said = [Saying(about="Anything else?", text="  ")]
    assert await model.reflector.reflect(said, known=(), allowance=purse) == ()
    assert server.requests == []


async def test_names_that_nothing_in_the_catalogue_is_like_are_dropped(
    model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    server.answer = {
        "title": "A calm way to your goal",
        "summary": "It builds what you need.",
        "rationale": "It fits you.",
        "themes": ["One"],
        "favoured_exercises": ["Zorbian Gravity Whirl", "goblet squats"],
        "stressed_muscles": [],
        "endurance_share": 7.0,
    }
    brief = await uses.brief(model, purse)
    assert brief == Brief(
        author=Author.MODEL,
        title="A calm way to your goal",
        summary="It builds what you need.",
        rationale="It fits you.",
        favoured_exercises=(ExerciseId("exercise_goblet-squat"),),
    )
