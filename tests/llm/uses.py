"""The four uses of the model, each with an athlete for whom it has something to do."""

from collections.abc import Awaitable, Callable

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.constraints import Constraints, GivenConstraints
from domain.lessons import LessonDraft, LessonSource
from domain.profile import Gender, UnitSystem
from domain.questions import Question
from domain.terms import Equipment, ExperienceLevel, Sport, TrainingFocus
from services.llm.allowance import Allowance
from services.llm.model import LanguageModel
from services.llm.readings import ReadMessage, Saying, Situation
from services.onboarding.asking import questions_for
from tests.unit.feedback.sample import DOCUMENT, MONDAY

GOAL = "I want to carry my kids up a mountain next summer."
MESSAGE = "Please swap the first exercise on Monday. I hate burpees."
WORDS = "I dislike burpees. My knee hurts when I run."
BASIS = PlanBasis(
    age=35,
    gender=Gender.UNSPECIFIED,
    height_cm=175,
    weight_kg=75,
    unit_system=UnitSystem.METRIC,
    experience=ExperienceLevel.INTERMEDIATE,
    goal=GOAL,
    constraints=Constraints(
        focus=TrainingFocus.MIXED,
        equipment=(Equipment.BODY_WEIGHT, Equipment.DUMBBELL, Equipment.BENCH),
        sports=(Sport.HIKING,),
    ),
    start_date=MONDAY,
    week_count=4,
)
QUESTIONS = questions_for(GivenConstraints(equipment=(Equipment.DUMBBELL,), known_lifts=()), Gender.FEMALE)
SITUATION = Situation(
    document=DOCUMENT,
    editable=frozenset(day.date for week in DOCUMENT.weeks for day in week.days),
    today=MONDAY,
    goal=GOAL,
)
Result = tuple[Question, ...] | Brief | ReadMessage | tuple[LessonDraft, ...]
Use = Callable[[LanguageModel, Allowance], Awaitable[Result]]


async def questions(model: LanguageModel, allowance: Allowance) -> tuple[Question, ...]:
    return await model.questions.write(
        QUESTIONS, goal=GOAL, experience=ExperienceLevel.INTERMEDIATE, allowance=allowance
    )


async def brief(model: LanguageModel, allowance: Allowance) -> Brief:
    return await model.brief.write(BASIS, allowance=allowance)


async def message(model: LanguageModel, allowance: Allowance) -> ReadMessage:
    return await model.messages.read(MESSAGE, SITUATION, allowance=allowance)


async def lessons(model: LanguageModel, allowance: Allowance) -> tuple[LessonDraft, ...]:
    said = [Saying(about="Is there anything you would rather not do?", text=WORDS, source=LessonSource.ONBOARDING)]
    found = await model.reflector.reflect(said, known=(), allowance=allowance)
    return tuple(one.draft for one in found)


USES: dict[str, Use] = {"questions": questions, "brief": brief, "message": message, "lessons": lessons}
