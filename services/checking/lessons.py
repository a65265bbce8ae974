"""What each lesson in force did to a plan, in words, and the rule that soft lessons are kept (R49)."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from domain.basis import PlanBasis
from domain.exercise import Catalogue, Exercise
from domain.lessons import Lesson, LessonRule, LessonRuleKind
from domain.plan import LessonEffect, LessonUse, PlanDocument
from domain.terms import WEEKDAYS, LimitationKind
from services.checking.comparing import PlanWithout, compared
from services.checking.firm_lessons import forbids, lesson_faults
from services.checking.limits import LIMITS
from services.checking.reading import Reading
from services.checking.rules import Group, Rule, Verdict, listed
from services.checking.spoken_of import named, serving, spoken_of, taken_out
from services.checking.wishes import wish_verdict
from services.checking.wording import bounded, joined, number, words

KEPT = 0.8
"""A wish that is kept to this degree counts as applied."""
APPLIED, OVERRIDDEN, NOT_APPLICABLE = LessonEffect


def lesson_uses(
    basis: PlanBasis,
    document: PlanDocument,
    catalogue: Catalogue,
    *,
    before: PlanDocument | None = None,
    previous: PlanDocument | None = None,
    without: PlanWithout | None = None,
) -> tuple[LessonUse, ...]:
    """For each active lesson of the basis what it did to this plan. The effect is worked out from this plan alone, and so is the
    explanation, unless there is another plan: `without` makes the one that there would be without a single lesson, `before`
    is the same plan without what was learned since, and `previous` is the version before, of which the same may have been told.
    """
    reading = Reading(basis, document, catalogue)
    earlier = Reading(basis, before, catalogue) if before is not None else None
    told = _Told(Reading(basis, previous, catalogue)) if previous is not None else None
    return tuple(_use(reading, lesson, earlier, told, without) for lesson in reading.lessons)


@dataclass(frozen=True)
class _Told:
    """The version before, with what was told of it by comparing."""

    reading: Reading

    def again(self, reading: Reading, lesson: Lesson, use: LessonUse) -> LessonUse | None:
        """The same as then, where nothing changed that it tells of; `use` is what there is to say of the new version alone."""
        found = next((one for one in self.reading.document.applied_lessons if one.lesson_id == lesson.id), None)
        if (
            found is None
            or found.compared != lesson.rule
            or _effect(self.reading, lesson) != (use.effect, use.explanation)
        ):
            return None
        is_kept = serving(reading.ahead, lesson.rule) == serving(self.reading.ahead, lesson.rule)
        return found if is_kept else None


def _use(
    reading: Reading, lesson: Lesson, earlier: Reading | None, told: _Told | None, without: PlanWithout | None
) -> LessonUse:
    effect, explanation = _effect(reading, lesson)
    use, is_limit = LessonUse(lesson_id=lesson.id, effect=effect, explanation=explanation), forbids(lesson.rule.kind)
    if effect is NOT_APPLICABLE or (effect is OVERRIDDEN and is_limit):
        return use
    other = taken_out(reading.ahead, earlier.ahead, lesson.rule) if earlier is not None and is_limit else None
    if other is None and without is not None:
        other = compared(reading, lesson, explanation, without=without)
    if other is not None and other != explanation:
        return msgspec.structs.replace(use, explanation=other, compared=lesson.rule)
    return (told.again(reading, lesson, use) if told is not None else None) or use


def _effect(reading: Reading, lesson: Lesson) -> tuple[LessonEffect, str]:
    rule = lesson.rule
    if rule.kind is LessonRuleKind.NOTE:
        return NOT_APPLICABLE, "A note for the coach to read: it moves no sets and no days."
    if not forbids(rule.kind):
        return _wish_effect(reading, lesson)
    faults = lesson_faults(reading, lesson)
    if faults:
        return OVERRIDDEN, f"Not kept everywhere: {listed(faults)}"
    explanation = _kept_free(reading, rule)
    if explanation is None:
        return NOT_APPLICABLE, "Nothing that it speaks of could have been in this plan."
    return APPLIED, explanation


def _wish_effect(reading: Reading, lesson: Lesson) -> tuple[LessonEffect, str]:
    verdict = wish_verdict(reading, lesson)
    if verdict is None:
        return NOT_APPLICABLE, _why_not_told(reading, lesson.rule)
    return (APPLIED if verdict.score >= KEPT else OVERRIDDEN), verdict.finding


def _why_not_told(reading: Reading, rule: LessonRule) -> str:
    sport = next((bout.activity.sport for bout in reading.bouts if bout.activity.sport is rule.sport), None)
    if rule.kind is LessonRuleKind.VOLUME and sport is not None:
        return f"It cannot be told from this plan: how much {words(sport)} was usual is not known."
    return "There is nothing in this plan that it could bear on."


def _kept_free(reading: Reading, rule: LessonRule) -> str | None:
    """What the plan keeps free of, and what serves instead; None where it could not have been there anyway."""
    if rule.kind is LessonRuleKind.REST_ON_DAYS:
        return _rest_days(reading, rule)
    if rule.kind is LessonRuleKind.SESSION_MINUTES:
        return _minutes(reading, rule)
    if rule.kind is LessonRuleKind.AVOID_SPORT:
        return _other_sports(reading, rule)
    return _left_out(reading, rule)


def _rest_days(reading: Reading, rule: LessonRule) -> str | None:
    free = [words(day).capitalize() for day in rule.weekdays or ()]
    count = sum(1 for _, day in reading.dated_days if WEEKDAYS[day.date.weekday()] in (rule.weekdays or ()))
    return f"All {count} days on {joined(free, most=7)} are rest days." if count else None


def _minutes(reading: Reading, rule: LessonRule) -> str | None:
    sessions = reading.sessions
    if rule.weekdays is not None:
        sessions = tuple(s for s in sessions if WEEKDAYS[s.day.date.weekday()] in rule.weekdays)
    if not sessions:
        return None
    longest = max(session.minutes for session in sessions)
    return f"The longest of {len(sessions)} sessions concerned takes {longest} minutes; {number(bounded(rule.amount))} are wished."


def _other_sports(reading: Reading, rule: LessonRule) -> str | None:
    if not reading.bouts or rule.sport is None:
        return None
    others = sorted({words(bout.activity.sport) for bout in reading.bouts})
    return f"There is no {words(rule.sport)}; endurance is {joined(others)}."


def _left_out(reading: Reading, rule: LessonRule) -> str | None:
    if rule.limitation is LimitationKind.CARDIAC_WARNING:
        return "All days are rest days until a doctor has cleared the athlete."
    if rule.limitation is LimitationKind.BETA_BLOCKER:
        return "Effort is given by RPE; no heart rate is named." if reading.bouts else None
    out = spoken_of(reading, rule)
    if rule.kind is LessonRuleKind.EQUIPMENT_MISSING and not out:
        gear = joined([words(item) for item in rule.equipment or ()])
        return f"Nothing in the plan needs {gear}." if reading.lifts else None
    if not out or not reading.strength_sessions:
        return _free_endurance(reading, rule)
    return f"Leaves out {named(out)}; {_instead(reading, out)}."


def _free_endurance(reading: Reading, rule: LessonRule) -> str | None:
    """For plans without strength work: what a limitation means for sports and effort."""
    limit = LIMITS.get(rule.limitation) if rule.limitation is not None else None
    if limit is None or not reading.bouts or not (limit.sports or limit.maximum_zone or limit.effort_everywhere):
        return None
    sports = sorted({words(bout.activity.sport) for bout in reading.bouts})
    zone = max((i.zone for bout in reading.bouts for i in bout.activity.intervals), default=1)
    return f"Endurance is {joined(sports)}, up to zone {zone}, and nothing that this rules out."


def _instead(reading: Reading, out: Sequence[Exercise]) -> str:
    """What in the plan does the work that they would have done: of the same pattern, else for the same muscles."""
    patterns = {exercise.pattern for exercise in out}
    muscles = {muscle for exercise in out for muscle in exercise.primary_muscles}
    done = {lift.exercise.id: lift.exercise for lift in reading.lifts if not lift.is_mobility}.values()
    serving = [exercise for exercise in done if exercise.pattern in patterns]
    serving = serving or [exercise for exercise in done if not muscles.isdisjoint(exercise.primary_muscles)]
    if not serving:
        return "nothing takes their place" if len(out) > 1 else "nothing takes its place"
    names = sorted(exercise.name for exercise in serving)
    return f"{joined(names)} {'do' if len(names) > 1 else 'does'} that work"


def soft_lessons(reading: Reading) -> Verdict | None:
    """R49: how far soft lessons, and hard ones that forbid nothing, are kept; each weighs as much as it is trusted."""
    points = total = 0.0
    missed = []
    for lesson in reading.lessons:
        score = _kept_share(reading, lesson)
        if score is None:
            continue
        points += lesson.confidence * score
        total += lesson.confidence
        if score < KEPT:
            missed.append(_effect(reading, lesson)[1])
    if total <= 0:
        return None
    return Verdict(points / total, "The lessons learned are kept." if not missed else " ".join(missed[:3]))


def _kept_share(reading: Reading, lesson: Lesson) -> float | None:
    if forbids(lesson.rule.kind):
        # Hard ones are judged by R05.
        return None if lesson.is_hard else 1.0 / (1.0 + len(lesson_faults(reading, lesson)))
    if lesson.rule.kind is LessonRuleKind.PREFER_EXERCISE and not _is_open(reading, lesson.rule):
        return None
    verdict = wish_verdict(reading, lesson)
    return verdict.score if verdict is not None else None


def _is_open(reading: Reading, rule: LessonRule) -> bool:
    return any(exercise.id == rule.exercise_id for exercise in reading.candidates)


RULES: tuple[Rule, ...] = (
    Rule(
        id="R49",
        description="Soft lessons are kept, each weighing as much as it is trusted.",
        bound="weighted share",
        source="product",
        group=Group.FIT,
        judge=soft_lessons,
    ),
)
