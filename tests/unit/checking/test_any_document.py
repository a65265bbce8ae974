"""The checker judges any document that can be decoded, however odd, and never raises."""

import datetime
import math

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.basis import PlanBasis
from domain.constraints import Constraints, EnduranceBaseline, KnownLift, Limitation, TargetEvent
from domain.ids import ActivityId, DayId, ExerciseId
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import (
    Day,
    DayKind,
    EnduranceActivity,
    Interval,
    IntervalKind,
    IntRange,
    PlanDocument,
    SetKind,
    SetTarget,
    StrengthActivity,
    Week,
)
from domain.profile import UnitSystem
from domain.terms import (
    Author,
    Equipment,
    ExperienceLevel,
    LimitationKind,
    MovementPattern,
    Muscle,
    Sport,
    TrainingFocus,
    Weekday,
)
from services.checking.check import broken_rules, check_plan
from services.checking.lessons import lesson_uses
from tests.unit.checking.exercises import CATALOGUE, EXERCISES
from tests.unit.checking.sample import clean_basis, clean_plan, lesson, plan, week

replace = msgspec.structs.replace

WHOLE = st.sampled_from((0, 1, 5, 8, 60, 10**30, -1)) | st.integers(-5, 400)
NUMBER = st.sampled_from((0.0, 1.0, 2.5, 60.0, 1e300, -1.0, 1e-300)) | st.floats(-5, 400, allow_nan=False)
DATES = st.sampled_from((datetime.date.min, datetime.date.max)) | st.dates(
    datetime.date(2026, 11, 20), datetime.date(2027, 1, 31)
)
TEXTS = st.sampled_from(
    (
        "",
        "Rest",
        "Week 99999999999999999999 of 3",
        "12 weeks",
        "RPE 1e9",
        "at most zone two.",
        "Nothing here",
        "“",
        "5 km",
    )
) | st.text(max_size=30)
EXERCISE_IDS = st.sampled_from([made.id for made in EXERCISES] + [ExerciseId(""), ExerciseId("exercise_none")])
SETS = st.builds(
    SetTarget,
    kind=st.sampled_from(SetKind),
    reps=st.none() | WHOLE,
    duration_seconds=st.none() | WHOLE,
    load_kg=st.none() | NUMBER,
    rpe=st.none() | NUMBER,
    rest_seconds=WHOLE,
)
RANGES = st.none() | st.builds(IntRange, WHOLE, WHOLE)
INTERVALS = st.builds(
    Interval,
    kind=st.sampled_from(IntervalKind),
    minutes=NUMBER,
    distance_km=st.none() | NUMBER,
    zone=WHOLE,
    heart_rate=RANGES,
    pace_seconds_per_km=RANGES,
    rpe=NUMBER,
)
STRENGTH = st.builds(
    StrengthActivity,
    id=st.just(ActivityId("a")),
    exercise_id=EXERCISE_IDS,
    sets=st.lists(SETS, max_size=4).map(tuple),
    note=st.none() | TEXTS,
)
ENDURANCE = st.builds(
    EnduranceActivity,
    id=st.just(ActivityId("b")),
    title=TEXTS,
    sport=st.sampled_from(Sport),
    intervals=st.lists(INTERVALS, max_size=3).map(tuple),
    total_minutes=NUMBER,
    total_km=st.none() | NUMBER,
    note=st.none(),
)
DAYS = st.builds(
    Day,
    id=st.just(DayId("day")),
    title=TEXTS,
    date=DATES,
    weekday=st.sampled_from(Weekday),
    kind=st.sampled_from(DayKind),
    rationale=TEXTS,
    estimated_minutes=WHOLE,
    activities=st.lists(STRENGTH | ENDURANCE, max_size=3).map(tuple),
)
WEEKS = st.builds(
    Week,
    number=WHOLE,
    start_date=DATES,
    focus=TEXTS,
    goal=TEXTS,
    progression=TEXTS,
    is_deload=st.booleans(),
    days=st.lists(DAYS, max_size=4).map(tuple),
)
DOCUMENTS = st.builds(
    PlanDocument,
    title=TEXTS,
    summary=TEXTS,
    rationale=TEXTS,
    author=st.just(Author.RULES),
    start_date=DATES,
    weeks=st.lists(WEEKS, max_size=6).map(tuple),
)
CONSTRAINTS = st.builds(
    Constraints,
    focus=st.sampled_from(TrainingFocus),
    training_days=st.lists(st.sampled_from(Weekday), max_size=7).map(tuple),
    session_minutes=WHOLE,
    equipment=st.lists(st.sampled_from(Equipment), max_size=9).map(tuple),
    limitations=st.lists(
        st.builds(Limitation, kind=st.sampled_from(LimitationKind), date=st.none() | DATES), max_size=3
    ).map(tuple),
    event=st.none() | st.builds(TargetEvent, name=TEXTS, date=DATES, distance_km=st.none() | NUMBER),
    known_lifts=st.lists(st.builds(KnownLift, exercise_id=EXERCISE_IDS, weight_kg=NUMBER, reps=WHOLE), max_size=2).map(
        tuple
    ),
    endurance_baselines=st.lists(
        st.builds(EnduranceBaseline, sport=st.sampled_from(Sport), weekly_minutes=NUMBER, longest_minutes=NUMBER),
        max_size=2,
    ).map(tuple),
    resting_heart_rate=st.none() | WHOLE,
    maximum_heart_rate=st.none() | WHOLE,
)
LESSON_RULES = st.builds(
    LessonRule,
    kind=st.sampled_from(LessonRuleKind),
    exercise_id=st.none() | EXERCISE_IDS,
    pattern=st.none() | st.sampled_from(MovementPattern),
    muscle=st.none() | st.sampled_from(Muscle),
    limitation=st.none() | st.sampled_from(LimitationKind),
    equipment=st.none() | st.lists(st.sampled_from(Equipment), max_size=2).map(tuple),
    weekdays=st.none() | st.lists(st.sampled_from(Weekday), max_size=2).map(tuple),
    sport=st.none() | st.sampled_from(Sport),
    amount=st.none() | NUMBER,
)
LESSONS = st.builds(lesson, LESSON_RULES, is_hard=st.booleans(), confidence=st.floats(0, 1))


@st.composite
def bases(draw: st.DrawFn) -> PlanBasis:
    return replace(
        clean_basis(),
        age=draw(st.integers(0, 130)),
        experience=draw(st.sampled_from(ExperienceLevel)),
        unit_system=draw(st.sampled_from(UnitSystem)),
        constraints=draw(CONSTRAINTS),
        lessons=tuple(draw(st.lists(LESSONS, max_size=3))),
    )


@given(basis=bases(), document=DOCUMENTS)
@settings(max_examples=40, deadline=None)
def test_any_document_is_judged(basis: PlanBasis, document: PlanDocument) -> None:
    quality = check_plan(basis, document, CATALOGUE)
    assert 0 <= quality.score <= 100
    assert all(0 <= outcome.score <= 1 and outcome.finding for outcome in quality.rules)
    assert (quality.score == 0) >= bool(broken_rules(quality))
    assert len(lesson_uses(basis, document, CATALOGUE)) == len(basis.lessons)


@given(basis=bases(), document=DOCUMENTS, other=st.none() | DOCUMENTS)
@settings(max_examples=20, deadline=None)
def test_any_two_documents_are_compared(basis: PlanBasis, document: PlanDocument, other: PlanDocument | None) -> None:
    alone = lesson_uses(basis, document, CATALOGUE)
    compared = lesson_uses(basis, document, CATALOGUE, without=lambda _: other)
    same = lesson_uses(basis, document, CATALOGUE, without=lambda _: document)
    for uses in (compared, same):
        assert [(use.lesson_id, use.effect) for use in uses] == [(use.lesson_id, use.effect) for use in alone]
        assert all(use.explanation for use in uses)


@given(basis=bases())
@settings(max_examples=30, deadline=None)
def test_a_sound_plan_is_judged_for_anybody(basis: PlanBasis) -> None:
    quality = check_plan(basis, clean_plan(), CATALOGUE)
    assert all(
        outcome.score == 1 for outcome in quality.rules if outcome.rule in {"R01", "R15", "R46"} and outcome.is_hard
    )


def test_a_plan_without_weeks_and_one_without_training_are_judged() -> None:
    for document in (plan(), plan(week(1, {}))):
        quality = check_plan(clean_basis(), document, CATALOGUE)
        assert broken_rules(quality) == ()
        assert not math.isnan(quality.score)


def test_a_week_cut_short_breaks_only_the_rule_on_weeks() -> None:
    short = clean_plan()
    last = replace(short.weeks[-1], days=short.weeks[-1].days[:4])
    quality = check_plan(clean_basis(), replace(short, weeks=(*short.weeks[:-1], last)), CATALOGUE)
    assert [outcome.rule for outcome in broken_rules(quality)] == ["R48"]
