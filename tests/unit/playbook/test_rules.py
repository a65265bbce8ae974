"""What a lesson's rule takes."""

import math

import pytest

from domain.errors import Fault, FaultCode
from domain.ids import ExerciseId
from domain.lessons import LessonRule
from domain.lessons import LessonRuleKind as Kind
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from services.playbook.rules import rule_faults

SQUAT = ExerciseId("exercise_back-squat")


def codes(rule: LessonRule) -> list[tuple[str, FaultCode]]:
    return [(".".join(fault.path), fault.code) for fault in rule_faults(rule, ("rule",))]


SOUND = [
    LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=SQUAT),
    LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=SQUAT),
    LessonRule(kind=Kind.AVOID_PATTERN, pattern=MovementPattern.JUMP),
    LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.KNEE),
    LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=Muscle.CHEST),
    LessonRule(kind=Kind.REDUCE_MUSCLE, muscle=Muscle.CHEST),
    LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=(Equipment.BANDS,)),
    LessonRule(kind=Kind.EQUIPMENT_MISSING, equipment=(Equipment.BANDS,)),
    LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=(Weekday.MONDAY,)),
    LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(Weekday.MONDAY,)),
    LessonRule(kind=Kind.SESSION_MINUTES, amount=10),
    LessonRule(kind=Kind.SESSION_MINUTES, amount=180, weekdays=(Weekday.MONDAY,)),
    LessonRule(kind=Kind.PREFER_SPORT, sport=Sport.ROWING),
    LessonRule(kind=Kind.AVOID_SPORT, sport=Sport.ROWING),
    LessonRule(kind=Kind.INTENSITY, amount=0.5),
    LessonRule(kind=Kind.INTENSITY, amount=1.5, exercise_id=SQUAT),
    LessonRule(kind=Kind.VOLUME, amount=1.2, muscle=Muscle.CHEST),
    LessonRule(kind=Kind.VOLUME, amount=1.2, sport=Sport.RUNNING),
    LessonRule(kind=Kind.VOLUME, amount=1.2, pattern=MovementPattern.SQUAT),
    LessonRule(kind=Kind.NOTE),
]


@pytest.mark.parametrize("rule", SOUND, ids=lambda rule: f"{rule.kind}")
def test_a_rule_with_what_its_kind_needs_is_sound(rule: LessonRule) -> None:
    assert rule_faults(rule, ()) == ()


def test_every_kind_has_a_sound_rule_here() -> None:
    assert {rule.kind for rule in SOUND} == set(Kind)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.NOTE])
def test_each_kind_but_the_note_misses_its_field(kind: Kind) -> None:
    (fault,) = rule_faults(LessonRule(kind=kind), ("rule",))
    assert fault.code is FaultCode.MISSING
    assert fault.path[0] == "rule"


def test_the_path_of_an_exercise_is_as_clients_write_it() -> None:
    assert codes(LessonRule(kind=Kind.AVOID_EXERCISE)) == [("rule.exerciseId", FaultCode.MISSING)]


def test_all_faults_come_back_at_once() -> None:
    rule = LessonRule(kind=Kind.AVOID_PATTERN, exercise_id=SQUAT, amount=2.0)
    assert rule_faults(rule, ()) == (
        Fault(("pattern",), FaultCode.MISSING, "A lesson of this kind needs it."),
        Fault(("exerciseId",), FaultCode.CONFLICTING, "Does not go with a lesson of this kind."),
        Fault(("amount",), FaultCode.CONFLICTING, "Does not go with a lesson of this kind."),
    )


@pytest.mark.parametrize(
    ("kind", "amount", "code"),
    [
        (Kind.SESSION_MINUTES, 9, FaultCode.TOO_SMALL),
        (Kind.SESSION_MINUTES, 181, FaultCode.TOO_LARGE),
        (Kind.INTENSITY, 0.49, FaultCode.TOO_SMALL),
        (Kind.VOLUME, 1.51, FaultCode.TOO_LARGE),
        (Kind.VOLUME, math.nan, FaultCode.TOO_SMALL),
        (Kind.VOLUME, math.inf, FaultCode.TOO_LARGE),
    ],
)
def test_amounts_have_bounds(kind: Kind, amount: float, code: FaultCode) -> None:
    assert codes(LessonRule(kind=kind, amount=amount)) == [("rule.amount", code)]


def test_an_amount_is_for_one_thing_at_most() -> None:
    rule = LessonRule(kind=Kind.VOLUME, amount=1.0, muscle=Muscle.CHEST, sport=Sport.RUNNING)
    assert codes(rule) == [("rule.sport", FaultCode.CONFLICTING)]


def test_lists_name_at_least_one_and_each_once() -> None:
    twice = (Weekday.MONDAY, Weekday.MONDAY)
    assert codes(LessonRule(kind=Kind.REST_ON_DAYS, weekdays=())) == [("rule.weekdays", FaultCode.TOO_SHORT)]
    assert codes(LessonRule(kind=Kind.REST_ON_DAYS, weekdays=twice)) == [("rule.weekdays", FaultCode.CONFLICTING)]


def test_a_note_takes_nothing() -> None:
    assert codes(LessonRule(kind=Kind.NOTE, muscle=Muscle.CHEST)) == [("rule.muscle", FaultCode.CONFLICTING)]
