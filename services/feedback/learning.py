"""What a message teaches: lesson drafts from wishes, with the athlete's own words as evidence."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.lessons import LessonDraft, LessonRule, LessonSource
from domain.lessons import LessonRuleKind as Kind
from domain.terms import WEEKDAYS, LimitationKind, Weekday
from services.feedback.acting.sparing import missing_kit
from services.feedback.nouns import bare_kit, either, kit, plain_name, weekday_words
from services.feedback.remembering import CANNOT_DO
from services.feedback.wishes import (
    Add,
    AddSport,
    Alarm,
    Available,
    Avoid,
    Beyond,
    Kit,
    LimitMinutes,
    Move,
    Prefer,
    Remember,
    Remove,
    Scale,
    Scope,
    Spare,
    Stress,
    Swap,
    Unavailable,
    Wish,
)
from services.feedback.words import area_name
from services.planning.explain.words import listed
from services.playbook.confidence import PRIORS

EASIER_AMOUNT, HARDER_AMOUNT = 0.9, 1.1
FEWER_AMOUNT, MORE_AMOUNT = 0.85, 1.15


@dataclass(frozen=True, slots=True)
class _Taught:
    """A lesson before it has its evidence."""

    text: str
    rule: LessonRule
    is_hard: bool = False
    confidence: float = PRIORS.said
    last_date: datetime.date | None = None
    """What holds for a while: until the end of this date."""


class Learning:
    """Drafts lessons for one athlete; `basis` is as it was before the message."""

    def __init__(self, basis: PlanBasis, catalogue: Catalogue) -> None:
        self._basis = basis
        self._catalogue = catalogue

    def from_wishes(self, wishes: Sequence[Wish], evidence: str) -> tuple[LessonDraft, ...]:
        return tuple(_draft(taught, evidence) for wish in wishes for taught in self._taught(wish))

    def from_alarms(self, alarms: Iterable[Alarm], evidence: str) -> tuple[LessonDraft, ...]:
        found = (alarm.limitation for alarm in alarms if alarm.limitation is not None)
        return tuple(_draft(_spared(kind), evidence) for kind in found)

    def _taught(self, wish: Wish) -> Iterator[_Taught]:
        match wish:
            case Spare():
                yield _spared(wish.limitation)
            case Avoid():
                yield from self._avoided(wish)
            case Beyond():
                yield from self._beyond(wish)
            case Prefer():
                yield from self._preferred(wish)
            case Remember():
                yield _Taught(wish.text, LessonRule(kind=Kind.NOTE))
            case Swap() | Remove():
                yield from self._left_out(wish)
            case Scale() | Stress() | LimitMinutes():
                yield from self._dosed(wish)
            case _:
                yield from self._arranged(wish)

    def _arranged(self, wish: Wish) -> Iterator[_Taught]:
        """Days and equipment."""
        match wish:
            case Unavailable(scope=scope) if scope.is_lasting and scope.weekdays:
                yield _resting_on(scope.weekdays)
            case Available():
                yield _training_on(wish.weekdays)
                if wish.alone and (others := tuple(day for day in WEEKDAYS if day not in wish.weekdays)):
                    yield _resting_on(others)
            case Move():
                yield from self._moved(wish)
            case AddSport(scope=scope) | Add(scope=scope):
                yield from self._also_on(scope)
            case Kit():
                yield from self._equipped(wish)
            case _:
                return

    def _moved(self, wish: Move) -> Iterator[_Taught]:
        if wish.is_lasting and wish.target.weekdays:
            yield _training_on(wish.target.weekdays)
            if wish.source.weekdays:
                yield _resting_on(wish.source.weekdays)
            return
        yield from self._also_on(wish.target)

    def _also_on(self, scope: Scope) -> Iterator[_Taught]:
        """A day that the athlete names for training is one on which they can train, for once or for good."""
        if not scope.is_said or (scope.is_lasting and not scope.weekdays):
            return
        named = scope.weekdays or tuple({WEEKDAYS[date.weekday()] for date in scope.dates or ()})
        new = tuple(day for day in WEEKDAYS if day in named and day not in self._basis.constraints.training_days)
        if not new:
            return
        last = None if scope.is_lasting else max(scope.dates or (), default=None)
        if scope.is_lasting or last is not None:
            yield _training_on(
                new, last_date=None if last is None else last + datetime.timedelta(days=7 - 1 - last.weekday())
            )

    def _equipped(self, wish: Kit) -> Iterator[_Taught]:
        if wish.scope.is_said and not wish.scope.is_lasting:
            return
        owned = self._basis.constraints.equipment
        if wish.is_there and (new := tuple(one for one in wish.equipment if one not in owned)):
            rule = LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=new)
            yield _Taught(f"Has {listed([kit(one) for one in new])}.", rule)
        if missing := tuple(sorted(missing_kit(wish, owned))):
            rule = LessonRule(kind=Kind.EQUIPMENT_MISSING, equipment=missing)
            yield _Taught(f"Has no {either([bare_kit(one) for one in missing])}.", rule)

    def _avoided(self, wish: Avoid) -> Iterator[_Taught]:
        word = "Never wants" if wish.is_firm else "Does not like"
        for one in wish.exercises:
            rule = LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=one)
            yield _Taught(f"{word} {self._name(one)}.", rule, is_hard=wish.is_firm)
        if wish.pattern is not None:
            rule = LessonRule(kind=Kind.AVOID_PATTERN, pattern=wish.pattern)
            yield _Taught(f"{word} {plain_name(wish.pattern)} exercises.", rule, is_hard=wish.is_firm)
        if wish.sport is not None:
            rule = LessonRule(kind=Kind.AVOID_SPORT, sport=wish.sport)
            yield _Taught(f"{word} {plain_name(wish.sport)}.", rule, is_hard=wish.is_firm)

    def _beyond(self, wish: Beyond) -> Iterator[_Taught]:
        """No dislike, and nothing for ever: a soft lesson, which “I like pull-ups” lifts."""
        for one in wish.exercises:
            name = self._name(one)
            yield _Taught(f"{CANNOT_DO} {name} yet.", LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=one))

    def _preferred(self, wish: Prefer) -> Iterator[_Taught]:
        if wish.exercise is not None:
            rule = LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=wish.exercise)
            yield _Taught(f"Likes {self._name(wish.exercise)}.", rule)
        if wish.sport is not None:
            yield _Taught(f"Likes {plain_name(wish.sport)}.", LessonRule(kind=Kind.PREFER_SPORT, sport=wish.sport))

    def _left_out(self, wish: Swap | Remove) -> Iterator[_Taught]:
        """Who wants an exercise out of the whole plan would hardly want it back in the next one: inferred, so lightly."""
        if not wish.scope.is_lasting:
            return
        for one in wish.exercises:
            rule = LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=one)
            yield _Taught(f"Wanted {self._name(one)} out of the plan.", rule, confidence=PRIORS.inferred)

    def _dosed(self, wish: Scale | Stress | LimitMinutes) -> Iterator[_Taught]:
        if not wish.scope.is_lasting:
            return
        if isinstance(wish, LimitMinutes):
            yield _minutes(wish)
        elif isinstance(wish, Stress):
            kind = Kind.EMPHASISE_MUSCLE if wish.is_more else Kind.REDUCE_MUSCLE
            for muscle in wish.muscles:
                text = f"Wants {'more' if wish.is_more else 'less'} work for {plain_name(muscle)}."
                yield _Taught(text, LessonRule(kind=kind, muscle=muscle))
        else:
            yield from self._scaled(wish)

    def _scaled(self, wish: Scale) -> Iterator[_Taught]:
        if wish.endurance_alone and wish.sport is None:
            return
        if wish.is_volume:
            kind, amount = Kind.VOLUME, MORE_AMOUNT if wish.is_more else FEWER_AMOUNT
            how = "more" if wish.is_more else "less"
        else:
            kind, amount = Kind.INTENSITY, HARDER_AMOUNT if wish.is_more else EASIER_AMOUNT
            how = "harder" if wish.is_more else "easier"
        aims: Sequence[ExerciseId | None] = wish.exercises or (None,)
        for one in aims:
            aim = self._name(one) if one is not None else plain_name(wish.sport) if wish.sport is not None else ""
            rule = LessonRule(kind=kind, exercise_id=one, sport=wish.sport, amount=amount)
            if wish.is_volume:
                yield _Taught(f"Asked for {how} {aim or 'to do in a session'}.", rule)
            else:
                yield _Taught(f"Asked for {f'{aim} to be {how}' if aim else f'{how} work'}.", rule)

    def _name(self, one: ExerciseId) -> str:
        exercise = self._catalogue.get(one)
        return exercise.name if exercise else "an exercise"


def _spared(kind: LimitationKind) -> _Taught:
    rule = LessonRule(kind=Kind.LIMITATION, limitation=kind)
    if kind is LimitationKind.CARDIAC_WARNING:
        return _Taught(
            "A warning sign of the heart was reported: no training until a doctor has cleared it.", rule, is_hard=True
        )
    return _Taught(f"Spare or mind: {area_name(kind)}.", rule, is_hard=True)


def _training_on(weekdays: tuple[Weekday, ...], *, last_date: datetime.date | None = None) -> _Taught:
    rule = LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=weekdays)
    return _Taught(f"Can train on {listed(weekday_words(weekdays))}.", rule, last_date=last_date)


def _resting_on(weekdays: tuple[Weekday, ...]) -> _Taught:
    return _Taught(
        f"Cannot train on {listed(weekday_words(weekdays))}.", LessonRule(kind=Kind.REST_ON_DAYS, weekdays=weekdays)
    )


def _minutes(wish: LimitMinutes) -> _Taught:
    weekdays = wish.scope.weekdays or None
    rule = LessonRule(kind=Kind.SESSION_MINUTES, amount=float(wish.minutes), weekdays=weekdays)
    on = f" on {listed(weekday_words(weekdays))}" if weekdays else ""
    return _Taught(f"Has {wish.minutes} minutes for a session{on}.", rule)


def _draft(taught: _Taught, evidence: str) -> LessonDraft:
    midnight = datetime.time(tzinfo=datetime.UTC)
    expires_at = None
    if taught.last_date is not None:
        # A day of grace, because the date ends later west of Greenwich.
        expires_at = datetime.datetime.combine(taught.last_date + datetime.timedelta(days=2), midnight)
    return LessonDraft(
        text=taught.text,
        rule=taught.rule,
        evidence=evidence,
        source=LessonSource.FEEDBACK,
        confidence=taught.confidence,
        is_hard=taught.is_hard,
        tags=("feedback",),
        expires_at=expires_at,
    )
