"""What each lesson did to a plan, and how far soft ones are kept (R49)."""

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.lessons import LessonRule, LessonRuleKind, LessonState
from domain.plan import LessonEffect, LessonUse, PlanDocument
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


def use_of(rule: LessonRule, document: PlanDocument | None = None, *, basis: PlanBasis | None = None) -> LessonUse:
    held = replace(basis or basis_with(), lessons=(lesson(rule),))
    (found,) = lesson_uses(held, document or clean_plan(), CATALOGUE)
    return found


@pytest.mark.parametrize(
    ("rule", "effect", "explanation"),
    [
        (
            avoid("walking-lunge"),
            APPLIED,
            "Leaves out Walking Lunge; Goblet Squat does that work.",
        ),
        (
            avoid("goblet-squat"),
            OVERRIDDEN,
            (
                "Not kept everywhere: Goblet Squat on Monday 23 November is to be avoided; Goblet Squat on Thursday 26 November "
                "is to be avoided; Goblet Squat on Monday 30 November is to be avoided; and 5 more."
            ),
        ),
        (avoid("no-such-thing"), NOT_APPLICABLE, "Nothing that it speaks of could have been in this plan."),
        (
            LessonRule(kind=Kind.AVOID_PATTERN, pattern=MovementPattern.JUMP),
            APPLIED,
            "Leaves out Box Jump; Goblet Squat does that work.",
        ),
        (
            LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.ELBOW),
            APPLIED,
            "Leaves out Pull Up; Lat Pulldown does that work.",
        ),
        (
            LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.LOWER_BACK),
            OVERRIDDEN,
            (
                "Not kept everywhere: Goblet Squat on Monday 30 November is at RPE 7.5, above 7; Bench Press on Monday 30 November "
                "is at RPE 7.5, above 7; Cable Pull Through on Monday 30 November is at RPE 7.5, above 7; and 39 more."
            ),
        ),
        (
            LessonRule(kind=Kind.EQUIPMENT_MISSING, equipment=(Equipment.PULL_UP_BAR,)),
            APPLIED,
            "Leaves out Pull Up; Lat Pulldown does that work.",
        ),
        (
            LessonRule(kind=Kind.EQUIPMENT_MISSING, equipment=(Equipment.BANDS,)),
            APPLIED,
            "Nothing in the plan needs bands.",
        ),
        (
            LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=(Equipment.CABLE,)),
            APPLIED,
            "Used for Cable Pull Through and Lat Pulldown.",
        ),
        (
            LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=(Equipment.BANDS,)),
            NOT_APPLICABLE,
            "There is nothing in this plan that it could bear on.",
        ),
        (
            LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=exercise_id("plank")),
            APPLIED,
            "Plank is in 8 of 8 strength sessions.",
        ),
        (
            LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=exercise_id("deadlift")),
            OVERRIDDEN,
            "Deadlift is not in the plan: other exercises were given its place.",
        ),
        (
            LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(Weekday.SUNDAY,)),
            APPLIED,
            "All 4 days on Sunday are rest days.",
        ),
        (
            LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=(Weekday.MONDAY, Weekday.SATURDAY)),
            APPLIED,
            "Training on Monday and Saturday.",
        ),
        (
            LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=(Weekday.MONDAY, Weekday.SUNDAY)),
            OVERRIDDEN,
            "Training on Monday. Sunday stays free.",
        ),
        (
            LessonRule(kind=Kind.SESSION_MINUTES, amount=60),
            APPLIED,
            "The longest of 16 sessions concerned takes 60 minutes; 60 are wished.",
        ),
        (
            LessonRule(kind=Kind.SESSION_MINUTES, amount=45, weekdays=(Weekday.MONDAY,)),
            APPLIED,
            "The longest of 4 sessions concerned takes 50 minutes; 45 are wished.",
        ),
        (
            LessonRule(kind=Kind.PREFER_SPORT, sport=Sport.RUNNING),
            APPLIED,
            "100% of the endurance time is running.",
        ),
        (
            LessonRule(kind=Kind.PREFER_SPORT, sport=Sport.ROWING),
            OVERRIDDEN,
            "0% of the endurance time is rowing.",
        ),
        (
            LessonRule(kind=Kind.AVOID_SPORT, sport=Sport.ROWING),
            APPLIED,
            "There is no rowing; endurance is running.",
        ),
        (
            LessonRule(kind=Kind.REDUCE_MUSCLE, muscle=Muscle.CHEST),
            APPLIED,
            "Chest: 4 hard sets a week, where other big muscles have 4.67.",
        ),
        (
            LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=Muscle.CHEST),
            OVERRIDDEN,
            "Chest: 4 hard sets a week, where other big muscles have 4.67.",
        ),
        (
            LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=Muscle.SHOULDERS),
            APPLIED,
            "Shoulders: 6 hard sets a week, where other big muscles have 4.33.",
        ),
        (
            LessonRule(kind=Kind.INTENSITY, amount=0.8),
            OVERRIDDEN,
            "Effort is RPE 7.75 on average.",
        ),
        (
            LessonRule(kind=Kind.INTENSITY, amount=1.2),
            APPLIED,
            "Effort is RPE 7.75 on average.",
        ),
        (
            LessonRule(kind=Kind.VOLUME, amount=0.8, exercise_id=exercise_id("plank")),
            APPLIED,
            "2 working sets at a time, where other exercises have 2.",
        ),
        (
            LessonRule(kind=Kind.VOLUME, amount=1.2),
            APPLIED,
            "28 hard sets a week, where there is time for about 36.67.",
        ),
        (
            LessonRule(kind=Kind.VOLUME, amount=1.2, sport=Sport.RUNNING),
            APPLIED,
            "117.5 minutes of running a week, where 110 were usual.",
        ),
        (
            LessonRule(kind=Kind.NOTE),
            NOT_APPLICABLE,
            "A note for the coach to read: it moves no sets and no days.",
        ),
    ],
    ids=lambda value: value.kind.value if isinstance(value, LessonRule) else "",
)
def test_what_a_lesson_did(rule: LessonRule, effect: LessonEffect, explanation: str) -> None:
    found = use_of(rule)
    assert (found.effect, found.explanation) == (effect, explanation)


def test_intensity_and_volume_of_a_part_are_held_against_the_rest() -> None:
    core, push = MovementPattern.CORE, lift("push-up", *sets(4, rpe=8))
    document = day_of(push, lift("plank", *hold(2, 30, rpe=7)))
    for amount, effect in ((0.8, APPLIED), (1.2, OVERRIDDEN)):
        effort = use_of(LessonRule(kind=Kind.INTENSITY, amount=amount, pattern=core), document)
        volume = use_of(LessonRule(kind=Kind.VOLUME, amount=amount, pattern=core), document)
        assert (effort.effect, effort.explanation) == (effect, "Effort is RPE 7 on average, 8 elsewhere.")
        assert (volume.effect, volume.explanation) == (
            effect,
            "2 working sets at a time, where other exercises have 4.",
        )


def test_intensity_of_a_sport_goes_by_its_zones() -> None:
    rule = LessonRule(kind=Kind.INTENSITY, amount=1.2, sport=Sport.RUNNING)
    found = use_of(rule, day_of(hard_run()))
    assert (found.effect, found.explanation) == (APPLIED, "Running goes up to zone 4.")
    assert use_of(rule).effect is OVERRIDDEN
    easier = LessonRule(kind=Kind.INTENSITY, amount=0.8, sport=Sport.RUNNING)
    assert use_of(easier).effect is APPLIED
    assert use_of(easier, day_of(hard_run(zone=5))).effect is OVERRIDDEN


def test_more_or_less_of_a_sport_cannot_be_told_where_nobody_knows_how_much_was_usual() -> None:
    unknown = basis_with(lambda it: replace(it, endurance_baselines=()))
    found = use_of(LessonRule(kind=Kind.VOLUME, amount=0.8, sport=Sport.RUNNING), basis=unknown)
    assert (found.effect, found.explanation) == (
        NOT_APPLICABLE,
        "It cannot be told from this plan: how much running was usual is not known.",
    )


def test_a_lesson_on_what_cannot_be_done_anyway_did_nothing() -> None:
    bare = basis_with(lambda it: replace(it, equipment=()))
    document = day_of(lift("push-up", *sets(1)))
    assert use_of(avoid("bench-press"), document, basis=bare).effect is NOT_APPLICABLE
    assert use_of(avoid("chair-squat"), document, basis=bare).explanation == (
        "Leaves out Chair Squat; nothing takes its place."
    )


def test_a_wish_that_equipment_stands_against_is_overridden_and_says_so() -> None:
    bare = basis_with(lambda it: replace(it, equipment=()))
    wish = LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=exercise_id("deadlift"))
    found = use_of(wish, day_of(lift("push-up", *sets(1))), basis=bare)
    assert (found.effect, found.explanation) == (
        OVERRIDDEN,
        "Deadlift is not in the plan: it needs barbell, which is not there.",
    )


def test_a_knee_lesson_names_what_it_leaves_out_and_what_serves_instead() -> None:
    knee = LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.KNEE)
    session = (lift("chair-squat", *sets(2)), lift("cable-pull-through", *sets(2)), lift("plank", *hold(1, 30)))
    found = use_of(knee, plan(week(1, {0: session})), basis=limited(LimitationKind.KNEE))
    assert (found.effect, found.explanation) == (
        APPLIED,
        "Leaves out 4 exercises, such as Back Squat and Box Jump; Chair Squat does that work.",
    )


def test_warning_signs_and_beta_blockers_say_what_they_did() -> None:
    warning = LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.CARDIAC_WARNING)
    assert use_of(warning, plan(week(1, {}))).effect is APPLIED
    assert use_of(warning).effect is OVERRIDDEN
    blocker = LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.BETA_BLOCKER)
    assert use_of(blocker).explanation == "Effort is given by RPE; no heart rate is named."
    assert use_of(blocker, day_of(lift("push-up", *sets(1)))).effect is NOT_APPLICABLE


def test_a_limitation_speaks_of_endurance_where_there_is_no_strength() -> None:
    asthma = LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.ASTHMA)
    found = use_of(asthma, day_of(easy_run(30)))
    assert (found.effect, found.explanation) == (
        APPLIED,
        "Endurance is running, up to zone 2, and nothing that this rules out.",
    )


def test_lessons_come_in_their_order_and_only_the_active_ones() -> None:
    note = LessonRule(kind=Kind.NOTE)
    retired = replace(lesson(note, number=2), state=LessonState.RETIRED)
    lessons = (lesson(note, number=3), retired, lesson(note, number=1))
    uses = lesson_uses(basis_with(lessons=lessons), clean_plan(), CATALOGUE)
    assert [use.lesson_id for use in uses] == ["lesson_3", "lesson_1"]
