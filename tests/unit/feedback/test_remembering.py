"""What was learned, said to the athlete."""

import pytest

from domain.lessons import (
    LessonOperation,
    LessonRule,
    LessonRuleKind,
)
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from services.feedback.remembering import known, remembered
from tests.unit.feedback.replying import lesson_change
from tests.unit.feedback.sample import catalogue, exercise


@pytest.mark.parametrize(
    ("rule", "is_hard", "said"),
    [
        (LessonRule(kind=LessonRuleKind.PREFER_SPORT, sport=Sport.CYCLING), False, "you like cycling"),
        (
            LessonRule(kind=LessonRuleKind.AVOID_PATTERN, pattern=MovementPattern.JUMP),
            True,
            "you want no jump exercises in your training",
        ),
        (LessonRule(kind=LessonRuleKind.VOLUME, sport=Sport.RUNNING, amount=1.15), False, "you want more running"),
        (LessonRule(kind=LessonRuleKind.VOLUME, amount=0.85), False, "you want less to do in a session"),
        (
            LessonRule(kind=LessonRuleKind.INTENSITY, exercise_id=exercise("back-squat"), amount=0.9),
            False,
            "you want Back Squat easier",
        ),
        (
            LessonRule(kind=LessonRuleKind.SESSION_MINUTES, amount=30, weekdays=(Weekday.MONDAY, Weekday.FRIDAY)),
            False,
            "you have 30 minutes for a session on Mondays and Fridays",
        ),
        (
            LessonRule(
                kind=LessonRuleKind.EQUIPMENT_MISSING, equipment=(Equipment.BARBELL, Equipment.EZ_BAR, Equipment.BANDS)
            ),
            False,
            "you have no barbell, EZ bar or bands",
        ),
        (LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.PREGNANCY), True, "you are pregnant"),
        (
            LessonRule(kind=LessonRuleKind.EMPHASISE_MUSCLE, muscle=Muscle.CHEST),
            False,
            "you want more work for your chest",
        ),
    ],
)
def test_lessons_are_told_to_the_athlete(rule: LessonRule, is_hard: bool, said: str) -> None:
    learned = lesson_change(rule, is_hard=is_hard)
    assert remembered([learned], catalogue()) == [f"I keep in mind that {said}."]
    assert known([learned], catalogue()) == []
    confirmed = lesson_change(rule, LessonOperation.CONFIRM, is_hard=is_hard)
    assert remembered([confirmed], catalogue()) == []
    assert known([confirmed], catalogue()) == [f"I know already that {said}."]


def test_lessons_alike_are_one_clause() -> None:
    learned = [
        lesson_change(LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=exercise("back-squat"))),
        lesson_change(LessonRule(kind=LessonRuleKind.REST_ON_DAYS, weekdays=(Weekday.SUNDAY,))),
        lesson_change(LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=exercise("deadlift"))),
        lesson_change(LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.ELBOW), is_hard=True),
        lesson_change(LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.LOWER_LEG), is_hard=True),
    ]
    assert remembered(learned, catalogue()) == [
        "I spare your elbow and your lower leg until a doctor has cleared it.",
        "I keep in mind that you would rather go without Back Squat and Deadlift and that you cannot train on Sundays.",
    ]


def test_a_part_of_the_body_that_is_spared_already_is_known() -> None:
    knee = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.KNEE)
    assert known([lesson_change(knee, LessonOperation.CONFIRM, is_hard=True)], catalogue()) == [
        "I know already that your knee must be spared."
    ]


def test_what_no_rule_can_be_made_of_is_noted_in_its_own_words() -> None:
    note = lesson_change(LessonRule(kind=LessonRuleKind.NOTE))
    assert remembered([note], catalogue()) == ["I have noted “Sleeps badly”."]


def test_what_is_no_longer_so_is_not_said() -> None:
    gone = lesson_change(LessonRule(kind=LessonRuleKind.PREFER_SPORT, sport=Sport.CYCLING), LessonOperation.SUPERSEDE)
    assert remembered([gone], catalogue()) + known([gone], catalogue()) == []
