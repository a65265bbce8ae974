"""Which of a model's questions may be asked, and which new words still ask the same."""

import msgspec
import pytest

from domain.questions import ChoiceQuestion, ConfirmationQuestion, RatingQuestion, SliderQuestion
from services.llm.question_filter import ExtraQuestion, added, reworded
from services.onboarding import bank

NOTHING = dict.fromkeys(ExtraQuestion.model_fields)


def extra(text: str, **fields: object) -> ExtraQuestion:
    return ExtraQuestion.model_validate(NOTHING | {"type": "TEXT", "topic": "OTHER", "text": text} | fields)


BANNED = [
    "Which training split would you like?",
    "Do you prefer push/pull or upper/lower days?",
    "How much volume can you take in a week?",
    "Do you want linear periodisation?",
    "Which periodization do you like?",
    "How many sets do you want to do?",
    "What do you eat before training?",
    "How many calories do you have a day?",
    "Are you vegan or vegetarian?",
    "Do you take creatine or protein shakes?",
    "How much water do you drink in a day?",
    "Would you like to lose weight?",
    "What is your e-mail address?",
    "What is your password for this app?",
    "Do you have pain in your knees?",
    "What medication do you take?",
]


@pytest.mark.parametrize("text", BANNED)
def test_what_is_never_asked_is_not_asked_by_a_model_either(text: str) -> None:
    assert added([extra(text)], beside=(), most=6) == ()


@pytest.mark.parametrize("text", BANNED[:12])
def test_nor_is_it_in_the_options_of_a_question(text: str) -> None:
    choice = extra("What would you like best?", type="CHOICE", options=["Something else", text.rstrip("?")])
    assert added([choice], beside=(), most=6) == ()


@pytest.mark.parametrize("topic", ["HEALTH", "LIMITATIONS", "SCHEDULE", "SESSION_LENGTH", "EQUIPMENT", "FOCUS"])
def test_what_the_bank_always_covers_is_not_asked_again(topic: str) -> None:
    assert added([extra("What is the time of day you like best?", topic=topic)], beside=(), most=6) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Was hat dich bisher vom Training abgehalten, und wie war das für dich?",
        "Tell me about your weekend.",
        "",
        "x" * 300 + "?",
    ],
)
def test_what_is_no_short_question_in_english_is_not_asked(text: str) -> None:
    assert added([extra(text)], beside=(), most=6) == ()


def test_the_same_is_not_asked_twice_nor_what_the_bank_asks() -> None:
    asked = [extra("What kept you from training before?"), extra("What has kept you from training before?")]
    again = extra("Is there anything that you would rather not do?")
    found = added([*asked, again], beside=(bank.DISLIKES,), most=6)
    assert [question.text for question in found] == ["What kept you from training before?"]


def test_there_are_no_more_than_there_is_room_for() -> None:
    different = ["What music do you like?", "Who do you train with?", "Where do you live when it is cold?"]
    assert len(added([extra(text) for text in different], beside=(), most=2)) == 2


def test_an_id_follows_from_what_is_asked_so_that_no_answer_is_taken_for_another() -> None:
    first = added([extra("What music do you like?")], beside=(), most=6)
    again = added([extra("Who do you train with?"), extra("What music do you like?")], beside=(), most=6)
    assert first[0].id == again[1].id != again[0].id
    assert first[0].id.startswith("extra_")


def test_each_type_becomes_a_question_of_its_type() -> None:
    asked = [
        extra("Where do you like to train?", type="CHOICE", options=["At home", "Outdoors"], allows_multiple=True),
        extra("How far is it to your gym?", type="SLIDER", minimum=0, maximum=60, step=5, unit="MINUTES"),
        extra(
            "How much do you like early mornings?",
            type="RATING",
            minimum=1,
            maximum=5,
            lowest_label="Not at all",
            highest_label="A lot",
        ),
        extra("Have you had a coach before?", type="CONFIRMATION", details_prompt="What did you like about it?"),
    ]
    found = added(asked, beside=(), most=6)
    assert [type(question) for question in found] == [
        ChoiceQuestion,
        SliderQuestion,
        RatingQuestion,
        ConfirmationQuestion,
    ]
    assert not any(question.is_required for question in found)


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "CHOICE", "options": ["One alone"]},
        {"type": "CHOICE", "options": None},
        {"type": "CHOICE", "options": ["Twice", "twice"]},
        {"type": "CHOICE", "options": [str(number) + " times" for number in range(9)]},
        {"type": "SLIDER", "minimum": 5, "maximum": 5, "step": 1, "unit": "DAYS"},
        {"type": "SLIDER", "minimum": 0, "maximum": 10, "step": 3, "unit": "DAYS"},
        {"type": "SLIDER", "minimum": 0, "maximum": 10, "step": 0, "unit": "DAYS"},
        {"type": "SLIDER", "minimum": 0, "maximum": 10, "step": 1, "unit": None},
        {"type": "SLIDER", "minimum": -5, "maximum": 10, "step": 1, "unit": "DAYS"},
        {"type": "RATING", "minimum": 1, "maximum": 100, "lowest_label": "Low", "highest_label": "High"},
        {"type": "RATING", "minimum": 1, "maximum": 5, "lowest_label": None, "highest_label": "High"},
        {"type": "CONFIRMATION", "details_prompt": None},
    ],
)
def test_a_question_that_lacks_what_its_type_needs_is_not_asked(broken: dict[str, object]) -> None:
    assert added([extra("How do you like to train?", **broken)], beside=(), most=6) == ()


def test_new_words_keep_everything_else() -> None:
    question = reworded(bank.SQUAT, "How heavy can you squat for 5 repetitions, with a barbell?", None)
    expected = msgspec.structs.replace(bank.SQUAT, text="How heavy can you squat for 5 repetitions, with a barbell?")
    assert question == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (bank.SQUAT, "What is the most you can squat for 1 repetition?"),
        (bank.SQUAT, "What is the most you can squat?"),
        (bank.SESSION_MINUTES, "How many hours may one session take?"),
        (bank.ENDURANCE_MINUTES, "How many minutes of it do you do in a usual month?"),
        (bank.TRAINING_DAYS, "On which days can you not train?"),
        (bank.TRAINING_DAYS, "On which days can't you train?"),
        (bank.FOCUS, "Which training split should we do first?"),
        (bank.FOCUS, "What is your favourite colour of them all?"),
        (bank.FOCUS, "Tell me what your training should do for you first."),
        (bank.FOCUS, "Was soll dein Training als Erstes für dich tun?"),
        (
            bank.HEALTH_SCREEN,
            "Have you never had chest pain in activity, and never fainted or been told of heart disease?",
        ),
        (bank.LIMITATIONS, "Does anything hurt, or need to be spared these days?"),
    ],
)
def test_words_that_might_ask_something_else_are_not_taken(question: ChoiceQuestion, text: str) -> None:
    assert reworded(question, text, None) == question
