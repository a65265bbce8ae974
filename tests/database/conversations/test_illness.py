"""An illness that is told of: the next three days are lighter or free, the others as they were, and nothing is learned for good."""

from domain.conversation import FeedbackIntent
from domain.plan import Day, DayKind, PlanDocument
from tests.database.conversations.talking import Talk


def days_of(plan: PlanDocument) -> list[Day]:
    return [day for week in plan.weeks for day in week.days]


async def test_a_fever_makes_the_next_three_days_free(talk: Talk, document: PlanDocument) -> None:
    answer = await talk("I've got a fever")

    before, after = days_of(document), [day for week in answer.plan.weeks for day in week.days]
    assert answer.intent is FeedbackIntent.CHANGE
    assert [day.kind for day in after[:3]] == [DayKind.REST] * 3
    assert any(day.activities for day in before[:3])
    assert [day.activities for day in after[3:]] == [day.activities for day in before[3:]]
    assert answer.lesson_changes == ()


async def test_a_cold_makes_the_next_three_days_easier(talk: Talk, document: PlanDocument) -> None:
    answer = await talk("I've come down with a cold")

    before, after = days_of(document), [day for week in answer.plan.weeks for day in week.days]
    assert [day.kind for day in after] == [day.kind for day in before]
    assert {change.date for change in answer.changes} <= {None, *(day.date for day in before[:3])}
    assert [day.activities for day in after[:3]] != [day.activities for day in before[:3]]
    assert [day.activities for day in after[3:]] == [day.activities for day in before[3:]]
    assert answer.lesson_changes == ()
