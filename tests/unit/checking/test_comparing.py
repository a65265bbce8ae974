"""What a lesson did, told from the plan and from the one that there would be without it."""

import msgspec
import pytest

from domain.basis import PlanBasis, Untaught
from domain.constraints import Constraints
from domain.ids import LessonId
from domain.lessons import Lesson, LessonRule, LessonRuleKind
from domain.plan import Activity, LessonEffect, LessonUse, PlanDocument
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from services.checking.lessons import lesson_uses
from tests.unit.checking.exercises import CATALOGUE, exercise_id
from tests.unit.checking.judged import day_of
from tests.unit.checking.sample import (
    avoid,
    basis_with,
    clean_plan,
    easy_run,
    hard_run,
    hold,
    lesson,
    lift,
    limited,
    plan,
    sets,
    week,
)

replace = msgspec.structs.replace
Kind = LessonRuleKind
APPLIED, OVERRIDDEN, NOT_APPLICABLE = LessonEffect
CORE = lift("plank", *hold(2, 30))
KNEE = LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.KNEE)


def told(
    rule: LessonRule, document: PlanDocument, without: PlanDocument | None, *, basis: PlanBasis | None = None
) -> str:
    """The explanation of the one lesson, which is not NOT_APPLICABLE."""
    held = replace(basis or basis_with(), lessons=(lesson(rule),))
    (alone,) = lesson_uses(held, document, CATALOGUE)
    (found,) = lesson_uses(held, document, CATALOGUE, without=lambda _: without)
    assert found.effect is alone.effect is not NOT_APPLICABLE  # whatever it is compared with
    return found.explanation


def of(*activities: Activity) -> PlanDocument:
    return day_of(*activities)


def taught(untaught: Constraints, rule: LessonRule) -> PlanBasis:
    """The clean basis with a lesson, without which the constraints would be these."""
    return basis_with(lessons=(lesson(rule),), untaught={LessonId("lesson_1"): Untaught.of(untaught)})


SQUATS, BRIDGE = lift("back-squat", *sets(3)), lift("glute-bridge", *sets(3))


@pytest.mark.parametrize(
    ("rule", "now", "otherwise", "explanation"),
    [
        (
            avoid("walking-lunge"),
            of(BRIDGE, CORE),
            of(lift("walking-lunge", *sets(3)), BRIDGE, CORE),
            "Took out Walking Lunge; kept Glute Bridge.",
        ),
        (
            KNEE,
            of(lift("chair-squat", *sets(3)), BRIDGE),
            of(SQUATS, lift("walking-lunge", *sets(2)), lift("box-jump", *sets(2)), BRIDGE),
            "Took out Back Squat, Box Jump and Walking Lunge; kept Glute Bridge.",
        ),
        (
            LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.LOWER_BACK),
            of(lift("push-up", *sets(3, rpe=7))),
            of(lift("push-up", *sets(3, rpe=8.5)), lift("deadlift", *sets(3, rpe=8.5))),
            "Took out Deadlift. The hardest sets are at RPE 7 instead of 8.5.",
        ),
        (
            LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.ASTHMA),
            of(hard_run(zone=4)),
            of(hard_run(zone=5)),
            "Endurance goes up to zone 4 instead of 5.",
        ),
        (
            LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.FOOT),
            of(easy_run(30, Sport.CYCLING)),
            of(easy_run(30)),
            "Took out running.",
        ),
        (
            LessonRule(kind=Kind.AVOID_SPORT, sport=Sport.RUNNING),
            of(easy_run(45, Sport.ROWING)),
            of(easy_run(40)),
            "Took out running, 40 minutes a week; endurance is rowing.",
        ),
        (
            LessonRule(kind=Kind.EQUIPMENT_MISSING, equipment=(Equipment.PULL_UP_BAR,)),
            of(lift("lat-pulldown", *sets(3))),
            of(lift("pull-up", *sets(3))),
            "Took out Pull Up.",
        ),
        (
            LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=(Equipment.BARBELL,)),
            of(SQUATS, lift("bench-press", *sets(3)), CORE),
            of(lift("bench-press", *sets(3)), lift("chair-squat", *sets(3)), CORE),
            "Brought in Back Squat.",
        ),
        (
            LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=exercise_id("plank")),
            of(BRIDGE, CORE),
            of(BRIDGE),
            "Plank is in 1 instead of 0 of 1 strength sessions.",
        ),
        (
            LessonRule(kind=Kind.REDUCE_MUSCLE, muscle=Muscle.CHEST),
            of(lift("push-up", *sets(2)), lift("deadlift", *sets(4))),
            of(lift("push-up", *sets(5)), lift("deadlift", *sets(4))),
            "Chest: 2 instead of 5 hard sets a week, where other big muscles have 2.33.",
        ),
        (
            LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=Muscle.CHEST),
            of(lift("push-up", *sets(2)), lift("deadlift", *sets(5))),
            of(lift("push-up", *sets(1)), lift("deadlift", *sets(5))),
            "Chest: 2 instead of 1 hard sets a week, where other big muscles have 2.83.",
        ),
        (
            LessonRule(kind=Kind.INTENSITY, amount=0.8),
            of(lift("push-up", *sets(2, rpe=6.5))),
            of(lift("push-up", *sets(2, rpe=8))),
            "Effort is RPE 6.5 instead of 8 on average.",
        ),
        (
            LessonRule(kind=Kind.VOLUME, amount=1.2),
            of(lift("push-up", *sets(5))),
            of(lift("push-up", *sets(4))),
            "5 instead of 4 hard sets a week, where there is time for about 18.33.",
        ),
        (
            LessonRule(kind=Kind.PREFER_SPORT, sport=Sport.RUNNING),
            of(easy_run(30), easy_run(30, Sport.ROWING)),
            of(easy_run(60, Sport.ROWING)),
            "50% instead of 0% of the endurance time is running.",
        ),
    ],
    ids=lambda value: value.kind.value if isinstance(value, LessonRule) else "",
)
def test_what_a_lesson_did_is_told_from_both_plans(
    rule: LessonRule, now: PlanDocument, otherwise: PlanDocument, explanation: str
) -> None:
    assert told(rule, now, otherwise) == explanation


def test_where_there_is_no_other_plan_the_explanation_is_that_of_this_one() -> None:
    assert told(avoid("walking-lunge"), clean_plan(), None) == "Leaves out Walking Lunge; Goblet Squat does that work."


def test_where_the_other_plan_has_nothing_of_what_the_lesson_rules_out_it_is_not_said_to_have_taken_it_out() -> None:
    other = of(lift("deadlift", *sets(3)))
    assert told(avoid("walking-lunge"), of(SQUATS), other) == "Leaves out Walking Lunge; Back Squat does that work."


def test_a_figure_that_moved_against_the_wish_is_not_the_wishs_doing() -> None:
    fewer = LessonRule(kind=Kind.REDUCE_MUSCLE, muscle=Muscle.CHEST)
    now, otherwise = of(lift("push-up", *sets(3)), BRIDGE), of(lift("push-up", *sets(2)), BRIDGE)
    assert told(fewer, now, otherwise) == "Chest: 3 hard sets a week, where other big muscles have 2."


@pytest.mark.parametrize(
    ("rule", "basis", "explanation"),
    [
        (avoid("walking-lunge"), basis_with(), "Walking Lunge would not have been chosen anyway."),
        (
            KNEE,
            basis_with(),
            ("none of what it rules out (4 exercises, such as Back Squat and Box Jump) would have been chosen anyway."),
        ),
        (
            avoid("walking-lunge"),
            limited(LimitationKind.KNEE),
            "limitations or other lessons rule out Walking Lunge as well.",
        ),
        (
            LessonRule(kind=Kind.AVOID_PATTERN, pattern=MovementPattern.JUMP),
            limited(LimitationKind.ANKLE),
            "limitations or other lessons rule out Box Jump as well.",
        ),
    ],
    ids=["one exercise", "several", "a limitation as well", "a pattern as well"],
)
def test_a_lesson_without_which_nothing_would_differ_says_so(
    rule: LessonRule, basis: PlanBasis, explanation: str
) -> None:
    document = of(lift("chair-squat", *sets(3)))
    assert told(rule, document, document, basis=basis) == f"This plan would be the same without it: {explanation}"


def test_a_wish_without_which_nothing_would_differ_says_so_and_what_is_there() -> None:
    document, wish = of(BRIDGE, CORE), LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=exercise_id("plank"))
    assert told(wish, document, document) == (
        "This plan would be the same without it. Plank is in 1 of 1 strength sessions."
    )


REST = LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(Weekday.WEDNESDAY, Weekday.SUNDAY))
TRAIN = LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=(Weekday.MONDAY, Weekday.SATURDAY))
SHORT = LessonRule(kind=Kind.SESSION_MINUTES, amount=60)
SOMEDAY = LessonRule(kind=Kind.SESSION_MINUTES, amount=45, weekdays=(Weekday.MONDAY,))


@pytest.mark.parametrize(
    ("rule", "changes", "explanation"),
    [
        (
            REST,
            {"training_days": (Weekday.MONDAY, Weekday.WEDNESDAY)},
            "All 8 days on Wednesday and Sunday are rest days; without it Wednesday would be open for training.",
        ),
        (
            TRAIN,
            {"training_days": (Weekday.MONDAY,)},
            "Training on Monday and Saturday; without it Saturday would not be for training.",
        ),
        (
            SHORT,
            {"session_minutes": 90},
            "The longest of 16 sessions concerned takes 60 minutes; 60 are wished instead of 90.",
        ),
        (
            SOMEDAY,
            {},
            "The longest of 4 sessions concerned takes 50 minutes; 45 are wished instead of 60.",
        ),
    ],
)
def test_days_and_minutes_are_told_from_what_there_would_be_without_the_lesson(
    rule: LessonRule, changes: dict[str, object], explanation: str
) -> None:
    held = taught(replace(basis_with().constraints, **changes), rule)

    def never(_: Lesson) -> PlanDocument | None:
        raise AssertionError("no plan is needed for it")

    (found,) = lesson_uses(held, clean_plan(), CATALOGUE, without=never)
    assert found.explanation == explanation


def test_only_days_ahead_are_compared() -> None:
    now = plan(week(1, {0: (SQUATS,), 2: (CORE,)}))
    otherwise = plan(week(1, {0: (SQUATS, lift("walking-lunge", *sets(2))), 2: (CORE,)}))
    settled = replace(basis_with(), settled=frozenset({now.weeks[0].days[0].date}))
    assert "Took out" not in told(avoid("walking-lunge"), now, otherwise, basis=settled)


def test_no_other_plan_is_made_for_what_could_not_matter_or_is_not_kept() -> None:
    rules = (LessonRule(kind=Kind.NOTE), avoid("no-such-thing"), avoid("goblet-squat"))
    held = basis_with(lessons=tuple(lesson(rule, number=number) for number, rule in enumerate(rules)))
    asked: list[Lesson] = []

    def noted(one: Lesson) -> None:
        asked.append(one)

    uses: tuple[LessonUse, ...] = lesson_uses(held, clean_plan(), CATALOGUE, without=noted)
    assert ([use.effect for use in uses], asked) == ([NOT_APPLICABLE, NOT_APPLICABLE, OVERRIDDEN], [])
