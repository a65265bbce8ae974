"""What a message teaches beyond the day: what cannot be done yet, and a day that is free once; and questions beside wishes."""

from domain.conversation import FeedbackIntent
from domain.exercise import Catalogue
from domain.lessons import LessonOperation, LessonRuleKind
from domain.plan import DayKind, PlanDocument
from domain.terms import Weekday
from tests.database.conversations.talking import Talk, names, sound


async def test_what_cannot_be_done_yet_makes_room_for_something_easier_until_it_can(
    talk: Talk, document: PlanDocument, catalogue: Catalogue
) -> None:
    before = {name for offset in range(21) for name in names(document, catalogue, offset)}
    assert {"Chin-Up", "Negative Pull-Up"} & before == {"Chin-Up"}

    answer = await talk("I can't do chin-ups")

    after = {name for offset in range(21) for name in names(answer.plan, catalogue, offset)}
    assert {"Chin-Up", "Negative Pull-Up"} & after == {"Negative Pull-Up"}
    (change,) = answer.lesson_changes
    assert (change.lesson.text, change.lesson.rule.kind) == ("Cannot do Chin-Up yet.", LessonRuleKind.AVOID_EXERCISE)
    assert not change.lesson.is_hard
    assert "you cannot do Chin-Up yet. Once you can, say “I like Chin-Up”." in answer.reply.text
    assert sound(answer.plan)

    later = await talk("I like Chin-Up")

    assert {change.operation for change in later.lesson_changes} == {LessonOperation.ADD, LessonOperation.SUPERSEDE}


async def test_a_day_that_is_busy_once_is_free_once_and_teaches_nothing(talk: Talk, document: PlanDocument) -> None:
    answer = await talk("busy on Wednesday")

    wednesdays = [day for week in answer.plan.weeks for day in week.days if day.weekday is Weekday.WEDNESDAY]
    assert [day.kind is DayKind.REST for day in wednesdays] == [True, False, False]
    assert answer.lesson_changes == ()


async def test_a_question_beside_a_wish_is_answered_after_it(talk: Talk) -> None:
    answer = await talk("make Friday shorter. What is RPE?")

    assert answer.intent is FeedbackIntent.CHANGE
    assert answer.reply.text.startswith("Done. ")
    assert "at RPE 7 you could do three more repetitions" in answer.reply.text
