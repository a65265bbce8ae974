"""Constraints from all that was said and learned."""

import datetime
from random import Random

import pytest
from hypothesis import given as holds_for
from hypothesis import settings
from hypothesis import strategies as st

from domain.constraints import Constraints, GivenConstraints, Limitation, TargetEvent
from domain.facts import Facts, KeptLesson
from domain.lessons import LessonRule, LessonSource
from domain.lessons import LessonRuleKind as Kind
from domain.terms import Equipment, LimitationKind, Sport, TrainingFocus, Weekday
from services.onboarding.constraints import constraints_of
from tests.unit.onboarding.making import TODAY, days_ago, facts, learned, number, picked, screened

MONDAY, TUESDAY, FRIDAY = Weekday.MONDAY, Weekday.TUESDAY, Weekday.FRIDAY
KNEE, HIP, HEART = LimitationKind.KNEE, LimitationKind.HIP, LimitationKind.CARDIAC_WARNING


def of(known: Facts) -> Constraints:
    return constraints_of(known, on=TODAY)


def limitation(kind: LimitationKind) -> LessonRule:
    return LessonRule(kind=Kind.LIMITATION, limitation=kind)


def test_where_nothing_is_known_the_defaults_hold() -> None:
    assert of(facts()) == Constraints()


@pytest.mark.parametrize(("answered_days_ago", "focus"), [(60, TrainingFocus.STRENGTH), (40, TrainingFocus.ENDURANCE)])
def test_the_later_of_form_and_answer_wins(answered_days_ago: float, focus: TrainingFocus) -> None:
    answer = picked("focus", "ENDURANCE", at=days_ago(answered_days_ago))
    assert of(facts(GivenConstraints(focus=TrainingFocus.STRENGTH), answer)).focus is focus


def test_fields_that_only_one_of_them_gave_stand_beside_each_other() -> None:
    given = of(facts(GivenConstraints(session_minutes=90), picked("training_days", "FRIDAY", "MONDAY")))
    assert (given.session_minutes, given.training_days) == (90, (MONDAY, FRIDAY))


@pytest.mark.parametrize(("learned_days_ago", "expected"), [(60, 90), (40, 30)])
def test_the_later_of_form_and_lesson_wins(learned_days_ago: float, expected: int) -> None:
    rule = LessonRule(kind=Kind.SESSION_MINUTES, amount=30)
    known = facts(GivenConstraints(session_minutes=90), lessons=(learned(rule, days=learned_days_ago),))
    assert of(known).session_minutes == expected


def test_what_was_said_wins_over_what_was_inferred_later() -> None:
    inferred = learned(LessonRule(kind=Kind.SESSION_MINUTES, amount=30), source=LessonSource.WORKOUT)
    assert of(facts(GivenConstraints(session_minutes=90), lessons=(inferred,))).session_minutes == 90


@pytest.mark.parametrize("firmness", [{"is_hard": True}, {"is_pinned": True}])
def test_what_is_firm_wins_over_what_was_said_later(firmness: dict[str, bool]) -> None:
    firm = learned(LessonRule(kind=Kind.SESSION_MINUTES, amount=30), days=60, **firmness)  # type: ignore[arg-type]
    assert of(facts(GivenConstraints(session_minutes=90), lessons=(firm,))).session_minutes == 30


def test_minutes_for_some_days_alone_do_not_change_the_minutes_of_all() -> None:
    some = learned(LessonRule(kind=Kind.SESSION_MINUTES, amount=30, weekdays=(MONDAY,)))
    assert of(facts(GivenConstraints(session_minutes=90), lessons=(some,))).session_minutes == 90


def test_days_are_added_and_taken_out_by_lessons() -> None:
    lessons = (
        learned(LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(MONDAY,)), number=1),
        learned(LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=(TUESDAY,)), number=2),
    )
    assert of(facts(GivenConstraints(training_days=(MONDAY, FRIDAY)), lessons=lessons)).training_days == (
        TUESDAY,
        FRIDAY,
    )


def test_a_later_form_brings_a_day_back_that_a_lesson_took_out() -> None:
    old = learned(LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(MONDAY,)), days=60)
    assert of(facts(GivenConstraints(training_days=(MONDAY,)), lessons=(old,))).training_days == (MONDAY,)


def test_between_equals_a_day_stays_free() -> None:
    lessons = (
        learned(LessonRule(kind=Kind.TRAIN_ON_DAYS, weekdays=(MONDAY,)), number=1),
        learned(LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(MONDAY,)), number=2),
    )
    assert MONDAY not in of(facts(lessons=lessons)).training_days


def test_equipment_is_added_and_taken_out_but_the_body_stays() -> None:
    lessons = (
        learned(LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=(Equipment.KETTLEBELL,)), number=1),
        learned(
            LessonRule(kind=Kind.EQUIPMENT_MISSING, equipment=(Equipment.BARBELL, Equipment.BODY_WEIGHT)), number=2
        ),
    )
    known = facts(GivenConstraints(equipment=(Equipment.BARBELL, Equipment.RACK)), lessons=lessons)
    assert of(known).equipment == (Equipment.BODY_WEIGHT, Equipment.RACK, Equipment.KETTLEBELL)


def test_sports_keep_the_order_in_which_they_were_said() -> None:
    lessons = (
        learned(LessonRule(kind=Kind.PREFER_SPORT, sport=Sport.CYCLING), number=1),
        learned(LessonRule(kind=Kind.AVOID_SPORT, sport=Sport.RUNNING), number=2),
    )
    known = facts(GivenConstraints(sports=(Sport.ROWING, Sport.RUNNING)), lessons=lessons)
    assert of(known).sports == (Sport.ROWING, Sport.CYCLING)


def test_limitations_are_united_whoever_named_them() -> None:
    known = facts(
        GivenConstraints(limitations=(Limitation(kind=KNEE, note="Left one."),)),
        picked("limitations", "HIP", "KNEE"),
        screened(is_confirmed=False),
        lessons=(learned(limitation(LimitationKind.ANKLE)),),
    )
    assert of(known).limitations == (
        Limitation(kind=KNEE, note="Left one."),
        Limitation(kind=HIP),
        Limitation(kind=LimitationKind.ANKLE, note="Their words."),
    )


def test_a_due_date_is_kept_from_wherever_it_is_known() -> None:
    due = TODAY + datetime.timedelta(days=100)
    given = GivenConstraints(limitations=(Limitation(kind=LimitationKind.PREGNANCY, date=due),))
    known = facts(given, picked("health_conditions", "PREGNANCY"))
    assert of(known).limitations == (Limitation(kind=LimitationKind.PREGNANCY, date=due),)


def test_a_clearance_lifts_what_form_and_answers_say() -> None:
    known = facts(
        GivenConstraints(limitations=(Limitation(kind=KNEE),)),
        picked("limitations", "KNEE", "HIP"),
        cleared=frozenset({KNEE}),
    )
    assert of(known).limitations == (Limitation(kind=HIP),)


def test_a_lesson_learned_since_stands_in_spite_of_a_clearance() -> None:
    known = facts(lessons=(learned(limitation(HEART), is_hard=True),), cleared=frozenset({HEART}))
    assert of(known).has(HEART)


@pytest.mark.parametrize(("days", "is_there"), [(-1, False), (0, True), (7, True)])
def test_an_event_that_is_past_is_gone(days: int, is_there: bool) -> None:
    event = TargetEvent(name="Race", date=TODAY + datetime.timedelta(days=days))
    assert (of(facts(GivenConstraints(event=event))).event == event) is is_there


def test_what_has_faded_no_longer_counts() -> None:
    rule = LessonRule(kind=Kind.EQUIPMENT_AVAILABLE, equipment=(Equipment.KETTLEBELL,))
    assert of(facts(lessons=(learned(rule, days=500),))).equipment == (Equipment.BODY_WEIGHT,)


def test_figures_are_taken_as_they_were_given() -> None:
    given = of(facts(GivenConstraints(maximum_heart_rate=180), number("resting_heart_rate", 55)))
    assert (given.resting_heart_rate, given.maximum_heart_rate) == (55, 180)


_DAY_LESSONS = st.lists(
    st.builds(
        lambda kind, days, ago, is_hard: learned(
            LessonRule(kind=kind, weekdays=tuple(days)), days=ago, is_hard=is_hard
        ),
        st.sampled_from([Kind.TRAIN_ON_DAYS, Kind.REST_ON_DAYS]),
        st.sets(st.sampled_from(Weekday), min_size=1),
        st.integers(0, 49),
        st.booleans(),
    ),
    max_size=6,
)


@settings(deadline=None)
@holds_for(_DAY_LESSONS, st.randoms(use_true_random=False))
def test_the_order_of_lessons_does_not_matter(lessons: list[KeptLesson], random: Random) -> None:
    shuffled = list(lessons)
    random.shuffle(shuffled)
    assert of(facts(lessons=tuple(lessons))) == of(facts(lessons=tuple(shuffled)))


@settings(deadline=None)
@holds_for(st.sets(st.sampled_from(LimitationKind)), st.sets(st.sampled_from(LimitationKind)))
def test_no_limitation_is_lost_but_by_clearance(given: set[LimitationKind], cleared: set[LimitationKind]) -> None:
    known = facts(
        GivenConstraints(limitations=tuple(Limitation(kind=kind) for kind in given)), cleared=frozenset(cleared)
    )
    assert {limitation.kind for limitation in of(known).limitations} == given - cleared
