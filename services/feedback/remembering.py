"""What a message taught, said to the athlete: `I keep in mind that you cannot train on Wednesdays.`"""

from collections.abc import Iterable

from domain.exercise import Catalogue
from domain.lessons import Lesson, LessonChange, LessonOperation, LessonRule
from domain.lessons import LessonRuleKind as Kind
from domain.terms import LimitationKind
from services.feedback.nouns import bare_kit, either, kit, plain_name, weekday_words
from services.feedback.words import area_name
from services.planning.explain.words import listed

_NEW = frozenset({LessonOperation.ADD, LessonOperation.UPDATE, LessonOperation.MERGE})
_CONDITIONS: dict[LimitationKind, str] = {
    LimitationKind.PREGNANCY: "you are pregnant",
    LimitationKind.POSTPARTUM: "you are recovering from a birth",
    LimitationKind.HYPERTENSION: "you have high blood pressure",
    LimitationKind.BETA_BLOCKER: "you take beta blockers",
    LimitationKind.ASTHMA: "you have asthma",
    LimitationKind.CARDIAC_WARNING: "your heart gave a warning sign",
}
CANNOT_DO = "Cannot do"
"""How the text of a lesson begins that says what somebody cannot do yet; by its rule it is like a dislike."""


def remembered(changes: Iterable[LessonChange], catalogue: Catalogue) -> list[str]:
    """Sentences on what was learned; none where nothing was."""
    lessons = [change.lesson for change in changes if change.operation in _NEW]
    clauses = [f"that {clause}" for clause in _clauses(lessons, catalogue)]
    spared = _spared(lessons)
    return [
        *([f"I spare {spared} until a doctor has cleared it."] if spared else []),
        *([f"I keep in mind {listed(clauses)}."] if clauses else []),
        *_quoted(lessons),
    ]


def known(changes: Iterable[LessonChange], catalogue: Catalogue) -> list[str]:
    """Sentences on what was known and is so still."""
    lessons = [change.lesson for change in changes if change.operation is LessonOperation.CONFIRM]
    clauses = _clauses(lessons, catalogue)
    if spared := _spared(lessons):
        clauses.append(f"{spared} must be spared")
    return [f"I know already that {listed(clauses)}."] if clauses else []


def is_condition(kind: LimitationKind) -> bool:
    """Whether it concerns the whole body and is no part of it that hurts."""
    return kind in _CONDITIONS


def _spared(lessons: Iterable[Lesson]) -> str:
    """Parts of the body that hurt: `your knee`."""
    kinds = [lesson.rule.limitation for lesson in lessons if lesson.rule.kind is Kind.LIMITATION]
    areas = [f"your {area_name(kind)}" for kind in kinds if kind is not None and not is_condition(kind)]
    return listed(list(dict.fromkeys(areas)))


def _quoted(lessons: Iterable[Lesson]) -> list[str]:
    notes = [f"“{lesson.text.rstrip('.')}”" for lesson in lessons if lesson.rule.kind is Kind.NOTE]
    return [f"I have noted {listed(list(dict.fromkeys(notes)))}."] if notes else []


def _clauses(lessons: Iterable[Lesson], catalogue: Catalogue) -> list[str]:
    """What holds of the athlete; of things alike in one clause: `you would rather go without Back Squat and Deadlift`."""
    alike: dict[tuple[str, str], list[str]] = {}
    for lesson in lessons:
        lead, thing, end = _clause(lesson, catalogue)
        if lead:
            alike.setdefault((lead, end), []).append(thing)
    return [
        " ".join(part for part in (lead, listed(list(dict.fromkeys(things))), end) if part)
        for (lead, end), things in alike.items()
    ]


def _clause(lesson: Lesson, catalogue: Catalogue) -> tuple[str, str, str]:
    """How it begins, what it is about, and how it ends; nothing for what is quoted instead."""
    rule = lesson.rule
    match rule.kind:
        case Kind.LIMITATION if rule.limitation in _CONDITIONS:
            return _CONDITIONS[rule.limitation], "", ""
        case Kind.AVOID_EXERCISE | Kind.AVOID_PATTERN | Kind.AVOID_SPORT if lesson.is_hard:
            return "you want no", _thing(rule, catalogue), "in your training"
        case Kind.AVOID_EXERCISE if lesson.text.startswith(CANNOT_DO):
            return "you cannot do", _thing(rule, catalogue), "yet"
        case Kind.AVOID_EXERCISE | Kind.AVOID_PATTERN | Kind.AVOID_SPORT:
            return "you would rather go without", _thing(rule, catalogue), ""
        case Kind.PREFER_EXERCISE | Kind.PREFER_SPORT:
            return "you like", _thing(rule, catalogue), ""
        case Kind.EMPHASISE_MUSCLE | Kind.REDUCE_MUSCLE if rule.muscle is not None:
            how = "more" if rule.kind is Kind.EMPHASISE_MUSCLE else "less"
            return f"you want {how} work for your", plain_name(rule.muscle), ""
        case Kind.INTENSITY | Kind.VOLUME:
            return _dose(rule, catalogue)
        case _:
            return _arrangement(lesson) or "", "", ""


def _arrangement(lesson: Lesson) -> str | None:
    """Days, minutes and kit."""
    rule = lesson.rule
    match rule.kind:
        case Kind.TRAIN_ON_DAYS if lesson.expires_at is not None:
            return f"you can train on {listed([day.value.capitalize() for day in rule.weekdays or ()])} for this once"
        case Kind.TRAIN_ON_DAYS:
            return f"you can train on {listed(weekday_words(rule.weekdays or ()))}"
        case Kind.REST_ON_DAYS:
            return f"you cannot train on {listed(weekday_words(rule.weekdays or ()))}"
        case Kind.SESSION_MINUTES:
            on = f" on {listed(weekday_words(rule.weekdays))}" if rule.weekdays else ""
            return f"you have {rule.amount:g} minutes for a session{on}"
        case Kind.EQUIPMENT_AVAILABLE:
            return f"you have {listed([kit(item) for item in rule.equipment or ()])}"
        case Kind.EQUIPMENT_MISSING:
            return f"you have no {either([bare_kit(item) for item in rule.equipment or ()])}"
        case _:
            return None


def _dose(rule: LessonRule, catalogue: Catalogue) -> tuple[str, str, str]:
    is_more = (rule.amount or 1) > 1
    thing = _thing(rule, catalogue)
    if rule.kind is Kind.INTENSITY:
        return "you want", thing or "your training", "harder" if is_more else "easier"
    return f"you want {'more' if is_more else 'less'}", thing or "to do in a session", ""


def _thing(rule: LessonRule, catalogue: Catalogue) -> str:
    """The exercise, the sport, the kind of exercises or the muscle that a rule is about; empty where it is about everything."""
    if rule.exercise_id is not None:
        exercise = catalogue.get(rule.exercise_id)
        return exercise.name if exercise else "an exercise"
    if rule.pattern is not None:
        return f"{plain_name(rule.pattern)} exercises"
    if rule.muscle is not None:
        return f"work for your {plain_name(rule.muscle)}"
    return plain_name(rule.sport) if rule.sport is not None else ""
