"""What was learned, said to the athlete."""

import pytest

from domain.lessons import (
    LessonOperation,
    LessonRule,
    LessonRuleKind,
)
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from services.feedback.learning import Learning
from services.feedback.remembering import known, remembered
from tests.unit.feedback.replying import ATHLETE, lesson_change
from tests.unit.feedback.sample import catalogue, exercise, read


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


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("I have no pull-up bar and no barbell", "Has no barbell or pull-up bar."),
        ("I bought bands and a trx", "Has bands and a suspension trainer."),
        ("more running please", "Asked for more running."),
        ("the squats are too heavy", "Asked for Back Squat to be easier."),
        ("make it harder", "Asked for harder work."),
        ("the sessions are too long", "Asked for less to do in a session."),
        ("never give me jumps", "Never wants jump exercises."),
        ("I can't train on Mondays and Fridays", "Cannot train on Mondays and Fridays."),
    ],
)
def test_a_lesson_in_the_playbook_reads_well(message: str, text: str) -> None:
    drafts = Learning(ATHLETE, catalogue()).from_wishes(read(message).wishes, message)
    assert drafts[0].text == text
