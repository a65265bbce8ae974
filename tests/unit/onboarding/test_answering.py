"""Answers against their questions."""

import math

import pytest

from domain.errors import FaultCode, InvalidInput
from domain.questions import Answer, Confirmation
from services.onboarding.answering import accepted
from services.onboarding.asking import BY_ID


def faults(*answers: Answer) -> list[tuple[str, FaultCode]]:
    with pytest.raises(InvalidInput) as refused:
        accepted(answers, BY_ID)
    return [(".".join(fault.path), fault.code) for fault in refused.value.faults]


def picked(question_id: str, *choices: str) -> Answer:
    return Answer(question_id=question_id, choices=choices)


@pytest.mark.parametrize(
    "answer",
    [
        picked("focus", "STRENGTH"),
        picked("training_days", "MONDAY", "FRIDAY"),
        picked("equipment", "FULL_GYM", "POOL"),
        picked("limitations", "NONE"),
        Answer(question_id="session_minutes", number=10),
        Answer(question_id="session_minutes", number=180),
        Answer(question_id="session_minutes", number=45.0000000001),
        Answer(question_id="squat", number=0),
        Answer(question_id="squat", number=102.5),
        Answer(question_id="fitness", number=1),
        Answer(question_id="dislikes", text=""),
        Answer(question_id="dislikes", text="x" * 500),
        Answer(question_id="health_screen", confirmation=Confirmation(is_confirmed=False)),
        Answer(question_id="health_screen", confirmation=Confirmation(is_confirmed=True, details="x" * 500)),
    ],
    ids=lambda answer: answer.question_id,
)
def test_a_good_answer_is_taken_as_it_is(answer: Answer) -> None:
    assert accepted([answer], BY_ID) == (answer,)


@pytest.mark.parametrize(
    ("answer", "path", "code"),
    [
        (picked("colour", "RED"), "questionId", FaultCode.UNKNOWN),
        (picked("focus", "FAME"), "value.choices.0", FaultCode.UNKNOWN),
        (picked("focus"), "value.choices", FaultCode.TOO_SHORT),
        (picked("focus", "STRENGTH", "MUSCLE"), "value.choices", FaultCode.TOO_LONG),
        (picked("training_days", "MONDAY", "MONDAY"), "value.choices.1", FaultCode.CONFLICTING),
        (picked("limitations", "KNEE", "NONE"), "value.choices.1", FaultCode.CONFLICTING),
        (Answer(question_id="session_minutes", number=5), "value.number", FaultCode.TOO_SMALL),
        (Answer(question_id="session_minutes", number=185), "value.number", FaultCode.TOO_LARGE),
        (Answer(question_id="session_minutes", number=42), "value.number", FaultCode.INVALID),
        (Answer(question_id="session_minutes", number=math.nan), "value.number", FaultCode.TOO_SMALL),
        (Answer(question_id="session_minutes", number=math.inf), "value.number", FaultCode.TOO_LARGE),
        (Answer(question_id="fitness", number=0), "value.number", FaultCode.TOO_SMALL),
        (Answer(question_id="fitness", number=6), "value.number", FaultCode.TOO_LARGE),
        (Answer(question_id="fitness", number=2.5), "value.number", FaultCode.INVALID),
        (Answer(question_id="dislikes", text="x" * 501), "value.text", FaultCode.TOO_LONG),
        (
            Answer(question_id="health_screen", confirmation=Confirmation(is_confirmed=True, details="x" * 501)),
            "value.confirmation.details",
            FaultCode.TOO_LONG,
        ),
        (Answer(question_id="focus", number=1), "value", FaultCode.INVALID),
        (Answer(question_id="session_minutes", text="45"), "value", FaultCode.INVALID),
        (Answer(question_id="dislikes", choices=("NONE",)), "value", FaultCode.INVALID),
        (Answer(question_id="health_screen", text="no"), "value", FaultCode.INVALID),
        (Answer(question_id="dislikes"), "value", FaultCode.INVALID),
        (Answer(question_id="dislikes", text="a", number=1), "value", FaultCode.INVALID),
    ],
)
def test_a_bad_answer_is_named_with_its_path(answer: Answer, path: str, code: FaultCode) -> None:
    assert faults(answer) == [(f"answers.0.{path}", code)]


def test_all_faults_come_back_at_once() -> None:
    found = faults(
        picked("focus", "STRENGTH"),
        picked("focus", "MUSCLE"),
        picked("nothing", "A"),
        Answer(question_id="session_minutes", number=1000),
    )
    assert found == [
        ("answers.1.questionId", FaultCode.CONFLICTING),
        ("answers.2.questionId", FaultCode.UNKNOWN),
        ("answers.3.value.number", FaultCode.TOO_LARGE),
    ]


def test_there_are_twenty_answers_at_most() -> None:
    found = faults(*(picked(f"unknown-{place}", "A") for place in range(21)))
    assert found[0] == ("answers", FaultCode.TOO_LONG)
    assert len(found) == 21


def test_texts_are_stored_normalised() -> None:
    confirmation = Confirmation(is_confirmed=True, details=" \u0000 ")
    taken = accepted(
        [
            Answer(question_id="dislikes", text=" Cafe\u0301\u0007 "),
            Answer(question_id="health_screen", confirmation=confirmation),
        ],
        BY_ID,
    )
    assert taken == (
        Answer(question_id="dislikes", text="Café"),
        Answer(question_id="health_screen", confirmation=Confirmation(is_confirmed=True, details=None)),
    )
