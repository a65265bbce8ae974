"""The question bank, and who is asked what."""

import re

import msgspec
import pytest

from domain.constraints import EnduranceBaseline, GivenConstraints, KnownLift, Limitation, TargetEvent
from domain.ids import ExerciseId
from domain.profile import Gender
from domain.questions import (
    MAXIMUM_QUESTIONS,
    ChoiceQuestion,
    ConfirmationQuestion,
    Question,
    QuestionTopic,
    RatingQuestion,
    SliderQuestion,
    TextQuestion,
)
from domain.terms import Equipment, LimitationKind, Sport, TrainingFocus, Weekday
from services.onboarding.asking import QUESTIONS, estimated_minutes, opening, questions_for, refreshed
from tests.unit.onboarding.making import TODAY

NOTHING_GIVEN = GivenConstraints()
EVERYTHING_GIVEN = GivenConstraints(
    focus=TrainingFocus.STRENGTH,
    training_days=(Weekday.MONDAY,),
    session_minutes=60,
    equipment=(Equipment.BARBELL,),
    sports=(),
    limitations=(),
    event=TargetEvent(name="Race", date=TODAY),
    known_lifts=(KnownLift(exercise_id=ExerciseId("exercise_back-squat"), weight_kg=80, reps=5),),
    endurance_baselines=(EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=60, longest_minutes=30),),
    resting_heart_rate=60,
)


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


def test_the_ids_of_the_bank_are_these_for_ever() -> None:
    assert ids(QUESTIONS) == [
        "focus",
        "training_days",
        "session_minutes",
        "equipment",
        "health_screen",
        "health_conditions",
        "limitations",
        "sports",
        "event",
        "event_weeks",
        "endurance_sport",
        "endurance_minutes",
        "endurance_longest",
        "squat",
        "bench_press",
        "deadlift",
        "resting_heart_rate",
        "fitness",
        "dislikes",
    ]


def test_the_bank_covers_every_topic_with_all_five_types_of_question() -> None:
    assert {question.topic for question in QUESTIONS} == set(QuestionTopic)
    kinds = {ChoiceQuestion, SliderQuestion, RatingQuestion, TextQuestion, ConfirmationQuestion}
    assert {type(question) for question in QUESTIONS} == kinds
    assert len(QUESTIONS) <= MAXIMUM_QUESTIONS


def test_few_questions_are_required_and_they_come_first() -> None:
    required = [question.is_required for question in QUESTIONS]
    assert required == [True] * 7 + [False] * 12


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_nothing_is_asked_that_is_the_coachs_to_know_or_nobodys_business(question: Question) -> None:
    words = msgspec.json.encode(question).decode().lower()
    assert not re.search(r"\bsplit|periodi|volume|\bfood|\bdiet|calorie|\beat\b", words)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_texts_are_short_and_end_as_questions_do(question: Question) -> None:
    assert len(question.text) <= 130
    assert question.text.endswith("?")
    assert question.help_text is None or len(question.help_text) <= 110


def test_what_is_given_is_not_asked_again() -> None:
    assert ids(questions_for(EVERYTHING_GIVEN, Gender.FEMALE)) == ["health_screen", "fitness", "dislikes"]
    only_focus = GivenConstraints(focus=TrainingFocus.MUSCLE)
    assert set(ids(QUESTIONS)) - set(ids(questions_for(only_focus, Gender.FEMALE))) == {"focus"}


def test_a_form_with_limitations_leaves_the_health_screen_open_but_not_required() -> None:
    (screen,) = (one for one in questions_for(EVERYTHING_GIVEN, Gender.FEMALE) if one.id == "health_screen")
    assert screen.is_required is False


def test_a_warning_sign_that_was_given_is_not_asked_for() -> None:
    given = GivenConstraints(limitations=(Limitation(kind=LimitationKind.CARDIAC_WARNING),))
    assert "health_screen" not in ids(questions_for(given, Gender.FEMALE))


@pytest.mark.parametrize(("gender", "is_asked"), [(Gender.MALE, False), (Gender.FEMALE, True), (Gender.OTHER, True)])
def test_men_are_not_asked_for_a_pregnancy(gender: Gender, is_asked: bool) -> None:
    (conditions,) = (one for one in questions_for(NOTHING_GIVEN, gender) if one.id == "health_conditions")
    assert isinstance(conditions, ChoiceQuestion)
    values = {option.value for option in conditions.options}
    assert ({"PREGNANCY", "POSTPARTUM"} <= values) is is_asked
    assert {"NONE", "HYPERTENSION", "BETA_BLOCKER", "ASTHMA"} <= values


def test_a_set_is_refreshed_in_its_own_words() -> None:
    stored = tuple(msgspec.structs.replace(one, text=f"{one.text} Really?") for one in QUESTIONS)
    of_the_model = TextQuestion(id="shoes", text="Which shoes?", topic=QuestionTopic.OTHER, maximum_length=100)

    fresh = refreshed((*stored, of_the_model), questions_for(GivenConstraints(session_minutes=30), Gender.FEMALE))

    assert ids(fresh) == [one.id for one in QUESTIONS if one.id != "session_minutes"] + ["shoes"]
    assert fresh[0].text == "What should your training do for you first? Really?"


def test_a_set_that_is_up_to_date_stays_as_it_is() -> None:
    questions = questions_for(NOTHING_GIVEN, Gender.FEMALE)
    assert refreshed(questions, questions) == questions


def test_a_question_takes_about_twenty_seconds() -> None:
    assert estimated_minutes(QUESTIONS) == 7
    assert estimated_minutes(QUESTIONS[:3]) == 1
    assert estimated_minutes(()) == 0


@pytest.mark.parametrize(
    ("count", "says"), [(0, "Nothing more is needed"), (1, "One question is needed"), (7, "7 questions are needed")]
)
def test_the_coach_opens_with_how_much_is_needed(count: int, says: str) -> None:
    message = opening("Ann", QUESTIONS[:count])
    assert message.startswith("Hi Ann!")
    assert says in message
