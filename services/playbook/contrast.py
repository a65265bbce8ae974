"""How two rules stand to each other: the same, one inside the other, against each other, or about different things."""

import msgspec

from domain.lessons import LessonRule
from domain.lessons import LessonRuleKind as Kind

_OPPOSITES = {
    Kind.AVOID_EXERCISE: Kind.PREFER_EXERCISE,
    Kind.EMPHASISE_MUSCLE: Kind.REDUCE_MUSCLE,
    Kind.EQUIPMENT_AVAILABLE: Kind.EQUIPMENT_MISSING,
    Kind.TRAIN_ON_DAYS: Kind.REST_ON_DAYS,
    Kind.PREFER_SPORT: Kind.AVOID_SPORT,
}
_OPPOSITES |= {right: left for left, right in _OPPOSITES.items()}

_LISTS = {
    Kind.EQUIPMENT_AVAILABLE: "equipment",
    Kind.EQUIPMENT_MISSING: "equipment",
    Kind.TRAIN_ON_DAYS: "weekdays",
    Kind.REST_ON_DAYS: "weekdays",
}
"""The kinds that name several things at once, and the field in which they do."""


def members(rule: LessonRule) -> frozenset[str]:
    """The single things that a rule of a listing kind names; empty for other kinds."""
    field = _LISTS.get(rule.kind)
    return frozenset(getattr(rule, field) or ()) if field else frozenset()


def covers(wide: LessonRule, narrow: LessonRule) -> bool:
    """Whether whoever keeps the first keeps the second as well."""
    if wide.kind is not narrow.kind:
        return False
    return members(wide) >= members(narrow) if wide.kind in _LISTS else wide == narrow


def overlap(one: LessonRule, other: LessonRule) -> bool:
    """Whether both list the same kind of thing, and some of it in common."""
    return one.kind is other.kind and bool(members(one) & members(other))


def contradict(one: LessonRule, other: LessonRule) -> bool:
    """Whether they cannot both be kept: another amount for the same thing, or the opposite of it."""
    if one.kind is other.kind:
        return one.amount != other.amount and one.scope() == other.scope()
    if _OPPOSITES.get(one.kind) is not other.kind:
        return False
    if one.kind in _LISTS:
        return bool(members(one) & members(other))
    return msgspec.structs.replace(one.scope(), kind=other.kind) == other.scope()


def without(rule: LessonRule, other: LessonRule) -> LessonRule | None:
    """What is left of the rule beside one that contradicts it; None where nothing is."""
    field = _LISTS.get(rule.kind)
    if field is None:
        return None
    left = tuple(word for word in getattr(rule, field) if word not in members(other))
    return msgspec.structs.replace(rule, **{field: left}) if left else None


def united(one: LessonRule, other: LessonRule) -> LessonRule:
    """Both of a listing kind in one, in the order of the first."""
    field = _LISTS[one.kind]
    both = dict.fromkeys((*getattr(one, field), *getattr(other, field)))
    return msgspec.structs.replace(one, **{field: tuple(both)})
