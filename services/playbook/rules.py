"""What a lesson's rule takes, and nothing beside it."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from domain.constraints import SESSION_MINUTES
from domain.errors import Fault
from domain.errors import FaultCode as Code
from domain.faults import Faults
from domain.lessons import LessonRule
from domain.lessons import LessonRuleKind as Kind
from domain.terms import Equipment, Weekday

Word = TypeVar("Word", Equipment, Weekday)

SCALE_AMOUNT = (0.5, 1.5)

_TAKES: dict[Kind, str] = {
    Kind.AVOID_EXERCISE: "exercise_id",
    Kind.PREFER_EXERCISE: "exercise_id",
    Kind.AVOID_PATTERN: "pattern",
    Kind.LIMITATION: "limitation",
    Kind.EMPHASISE_MUSCLE: "muscle",
    Kind.REDUCE_MUSCLE: "muscle",
    Kind.EQUIPMENT_AVAILABLE: "equipment",
    Kind.EQUIPMENT_MISSING: "equipment",
    Kind.TRAIN_ON_DAYS: "weekdays",
    Kind.REST_ON_DAYS: "weekdays",
    Kind.SESSION_MINUTES: "amount",
    Kind.PREFER_SPORT: "sport",
    Kind.AVOID_SPORT: "sport",
    Kind.INTENSITY: "amount",
    Kind.VOLUME: "amount",
}
"""The one field that each kind cannot do without; NOTE has none."""

_SCALED = ("exercise_id", "pattern", "muscle", "sport")
_MAY_TAKE: dict[Kind, tuple[str, ...]] = {
    Kind.SESSION_MINUTES: ("weekdays",),
    Kind.INTENSITY: _SCALED,
    Kind.VOLUME: _SCALED,
}
_AMOUNTS: dict[Kind, tuple[float, float]] = {
    Kind.SESSION_MINUTES: SESSION_MINUTES,
    Kind.INTENSITY: SCALE_AMOUNT,
    Kind.VOLUME: SCALE_AMOUNT,
}
_CAMEL = {"exercise_id": "exerciseId"}


def rule_faults(rule: LessonRule, path: Sequence[str | int]) -> tuple[Fault, ...]:
    """Everything that is wrong with the rule, at the paths in which a client wrote it. Whether the exercise exists is not asked."""
    faults = Faults()
    needed, optional = _TAKES.get(rule.kind), _MAY_TAKE.get(rule.kind, ())
    given = [field for field in LessonRule.__struct_fields__ if field != "kind" and getattr(rule, field) is not None]
    if needed is not None and needed not in given:
        faults.add((*path, _CAMEL.get(needed, needed)), Code.MISSING, "A lesson of this kind needs it.")
    for field in given:
        if field != needed and field not in optional:
            faults.add((*path, _CAMEL.get(field, field)), Code.CONFLICTING, "Does not go with a lesson of this kind.")
    aims = [field for field in given if field in optional]
    for field in aims[1:]:
        faults.add((*path, _CAMEL.get(field, field)), Code.CONFLICTING, "At most one of these can be set.")
    _check_values(faults, rule, path)
    return faults.found


def is_sound(rule: LessonRule) -> bool:
    return not rule_faults(rule, ())


def tidied(rule: LessonRule) -> LessonRule:
    """The same rule with its lists in order, so that equal rules compare equal."""
    return msgspec.structs.replace(
        rule,
        equipment=_in_order(rule.equipment, Equipment),
        weekdays=_in_order(rule.weekdays, Weekday),
    )


def _in_order(words: tuple[Word, ...] | None, kind: Iterable[Word]) -> tuple[Word, ...] | None:
    return None if words is None else tuple(word for word in kind if word in words)


def _check_values(faults: Faults, rule: LessonRule, path: Sequence[str | int]) -> None:
    bounds = _AMOUNTS.get(rule.kind)
    if bounds is not None and rule.amount is not None:
        faults.number((*path, "amount"), rule.amount, bounds)
    for field, words in (("equipment", rule.equipment), ("weekdays", rule.weekdays)):
        if words is not None and not words:
            faults.add((*path, field), Code.TOO_SHORT, "Must name at least one.")
        elif words is not None and len(set(words)) < len(words):
            faults.add((*path, field), Code.CONFLICTING, "Must name each just once.")
