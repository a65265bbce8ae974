"""What questions are answered with, from the plan and the catalogue; and what is said to who asks for nothing."""

import pytest

from services.feedback.answers import Answers
from tests.unit.feedback.sample import catalogue, exercise, outlook, read
from tests.unit.planning.making import basis


@pytest.mark.parametrize("question", ["how do i do a back squat", "How do I breathe when doing back squats?"])
def test_how_an_exercise_is_done_is_answered_with_its_cues(question: str) -> None:
    topic = read(question).topic
    assert topic is not None

    answer = Answers(outlook(), basis()).answer(topic, question)

    cues = " ".join(catalogue()[exercise("back-squat")].cues)
    assert answer == f"Back Squat: {cues} It is next on Monday 23 November."


def test_who_swears_at_the_coach_is_asked_what_is_wrong_with_the_plan() -> None:
    assert read("you're a useless robot").remark == (
        "I am sorry that I am no help so far. Tell me what is wrong with the plan, and I try to put it right."
    )
