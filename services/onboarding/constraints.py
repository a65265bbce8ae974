"""Folds all that was said and learned into the constraints: hard over soft, said over inferred, later over earlier."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from domain.constraints import Constraints, GivenConstraints, Limitation
from domain.facts import Facts, KeptLesson
from domain.lessons import LessonRule, LessonRuleKind
from domain.terms import Equipment, LimitationKind, Sport, Weekday
from services.onboarding.reading import given_at, given_in
from services.playbook.confidence import in_force, is_firm, is_said

T = TypeVar("T")
Word = TypeVar("Word", Weekday, Equipment, Sport)

SHAPING = frozenset(
    {
        LessonRuleKind.TRAIN_ON_DAYS,
        LessonRuleKind.REST_ON_DAYS,
        LessonRuleKind.SESSION_MINUTES,
        LessonRuleKind.EQUIPMENT_AVAILABLE,
        LessonRuleKind.EQUIPMENT_MISSING,
        LessonRuleKind.PREFER_SPORT,
        LessonRuleKind.AVOID_SPORT,
        LessonRuleKind.LIMITATION,
    }
)
"""The kinds of lessons that have a say in the constraints."""

_LONG_AGO = datetime.datetime.min.replace(tzinfo=datetime.UTC)
_DEFAULTS = Constraints()


class Strength(NamedTuple):
    """How much a fact counts against another; compared from left to right."""

    is_firm: bool
    is_said: bool
    at: datetime.datetime


class _Source(NamedTuple):
    given: GivenConstraints
    at: dict[str, datetime.datetime]


class _Fact(NamedTuple, Generic[T]):
    value: T
    strength: Strength


class _Vote(NamedTuple, Generic[Word]):
    """That these words are in, or out."""

    words: frozenset[Word]
    is_in: bool
    strength: Strength


def constraints_of(facts: Facts, *, on: datetime.date) -> Constraints:
    """What holds on this date: an event that is past by then is gone."""
    sources = _sources(facts)
    lessons = in_force(facts.lessons, facts.now)
    event = _said(sources, "event", lambda given: given.event, None).value
    none_yet = _DEFAULTS.endurance_baselines
    baselines = _said(sources, "endurance_baselines", lambda given: given.endurance_baselines, none_yet)
    return Constraints(
        focus=_said(sources, "focus", lambda given: given.focus, _DEFAULTS.focus).value,
        training_days=_training_days(sources, lessons),
        session_minutes=_session_minutes(sources, lessons),
        equipment=_equipment(sources, lessons),
        sports=_sports(sources, lessons),
        limitations=_limitations(facts.cleared, sources, lessons),
        event=event if event is not None and event.date >= on else None,
        known_lifts=_said(sources, "known_lifts", lambda given: given.known_lifts, _DEFAULTS.known_lifts).value,
        endurance_baselines=baselines.value,
        resting_heart_rate=_said(sources, "resting_heart_rate", lambda given: given.resting_heart_rate, None).value,
        maximum_heart_rate=_said(sources, "maximum_heart_rate", lambda given: given.maximum_heart_rate, None).value,
    )


def _sources(facts: Facts) -> tuple[_Source, ...]:
    answered = _Source(given_in(facts.answers, facts.profile.time_zone), given_at(facts.answers))
    return _Source(facts.profile.given, facts.profile.given_at), answered


def _said(sources: Iterable[_Source], field: str, pick: Callable[[GivenConstraints], T | None], default: T) -> _Fact[T]:
    """The latest value of this field that any source gave."""
    found = [_Fact(default, Strength(is_firm=False, is_said=False, at=_LONG_AGO))]
    for source in sources:
        value = pick(source.given)
        if value is not None:
            found.append(_Fact(value, Strength(is_firm=False, is_said=True, at=source.at.get(field, _LONG_AGO))))
    return max(found, key=lambda fact: fact.strength)


def _strength(kept: KeptLesson) -> Strength:
    lesson = kept.lesson
    return Strength(is_firm=is_firm(lesson), is_said=is_said(lesson.source, lesson.confidence), at=kept.changed_at)


def _session_minutes(sources: Iterable[_Source], lessons: Iterable[KeptLesson]) -> int:
    facts = [_said(sources, "session_minutes", lambda given: given.session_minutes, _DEFAULTS.session_minutes)]
    for kept in lessons:
        rule = kept.lesson.rule
        # Minutes for some weekdays alone are the planner's to mind; these are for all.
        if rule.kind is LessonRuleKind.SESSION_MINUTES and rule.weekdays is None and rule.amount is not None:
            facts.append(_Fact(round(rule.amount), _strength(kept)))
    return max(facts, key=lambda fact: fact.strength).value


def _training_days(sources: Iterable[_Source], lessons: Iterable[KeptLesson]) -> tuple[Weekday, ...]:
    said = _said(sources, "training_days", lambda given: given.training_days, _DEFAULTS.training_days)
    kinds = (LessonRuleKind.TRAIN_ON_DAYS, LessonRuleKind.REST_ON_DAYS)
    votes = _votes(lessons, kinds, lambda rule: rule.weekdays or ())
    return tuple(day for day in Weekday if _is_in(day, said, votes))


def _equipment(sources: Iterable[_Source], lessons: Iterable[KeptLesson]) -> tuple[Equipment, ...]:
    said = _said(sources, "equipment", lambda given: given.equipment, _DEFAULTS.equipment)
    kinds = (LessonRuleKind.EQUIPMENT_AVAILABLE, LessonRuleKind.EQUIPMENT_MISSING)
    votes = _votes(lessons, kinds, lambda rule: rule.equipment or ())
    return tuple(one for one in Equipment if one is Equipment.BODY_WEIGHT or _is_in(one, said, votes))


def _sports(sources: Iterable[_Source], lessons: Iterable[KeptLesson]) -> tuple[Sport, ...]:
    """In the order in which they were said, then those that were learned."""
    said = _said(sources, "sports", lambda given: given.sports, _DEFAULTS.sports)
    kinds = (LessonRuleKind.PREFER_SPORT, LessonRuleKind.AVOID_SPORT)
    votes = _votes(lessons, kinds, lambda rule: (rule.sport,) if rule.sport else ())
    in_order = dict.fromkeys((*said.value, *Sport))
    return tuple(sport for sport in in_order if _is_in(sport, said, votes))


def _votes(
    lessons: Iterable[KeptLesson],
    kinds: tuple[LessonRuleKind, LessonRuleKind],
    words: Callable[[LessonRule], Iterable[Word]],
) -> list[_Vote[Word]]:
    """What the lessons of the first kind put in and those of the second take out."""
    put_in, _ = kinds
    return [
        _Vote(frozenset(words(kept.lesson.rule)), kept.lesson.rule.kind is put_in, _strength(kept))
        for kept in lessons
        if kept.lesson.rule.kind in kinds
    ]


def _is_in(word: Word, said: _Fact[tuple[Word, ...]], votes: Iterable[_Vote[Word]]) -> bool:
    """What the strongest fact on this word says; between equals, that it is out."""
    heard = [(said.strength, word not in said.value)]
    heard.extend((vote.strength, not vote.is_in) for vote in votes if word in vote.words)
    _, is_out = max(heard)
    return not is_out


def _limitations(
    cleared: frozenset[LimitationKind], sources: Sequence[_Source], lessons: Iterable[KeptLesson]
) -> tuple[Limitation, ...]:
    """All of them, whoever said so, but those said by form or answer that a doctor has cleared since."""
    found: dict[LimitationKind, Limitation] = {}
    for source in sources:
        for limitation in source.given.limitations or ():
            if limitation.kind not in cleared:
                found[limitation.kind] = _merged(found.get(limitation.kind), limitation)
    for kept in lessons:
        rule = kept.lesson.rule
        if rule.kind is LessonRuleKind.LIMITATION and rule.limitation is not None:
            learned = Limitation(kind=rule.limitation, note=kept.lesson.evidence)
            found[rule.limitation] = _merged(found.get(rule.limitation), learned)
    return tuple(found[kind] for kind in LimitationKind if kind in found)


def _merged(known: Limitation | None, other: Limitation) -> Limitation:
    """Both in one: what the first leaves open, the other tells."""
    if known is None:
        return other
    return Limitation(kind=known.kind, date=known.date or other.date, note=known.note or other.note)
