"""The plan as a whole: the same for the same basis, honest in its words, and refused with reasons where it cannot be."""

import pytest

from domain.brief import Brief
from domain.constraints import Limitation
from domain.exercise import Catalogue
from domain.generations import ImpossiblePlan
from domain.ids import ActivityId, ExerciseId, day_id_of
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import DayKind
from domain.terms import (
    WEEKDAYS,
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
from services.planning.build import build_plan
from tests.unit.planning.making import (
    PLAN_ID,
    basis,
    constraints,
    days_of,
    endurance_of,
    lesson,
    plan,
    strength_of,
    working,
)

Kind = LessonRuleKind
SQUAT, ROW = ExerciseId("exercise_back-squat"), ExerciseId("exercise_seated-cable-row")


def test_the_same_basis_gives_the_same_plan(catalogue: Catalogue) -> None:
    assert plan(basis(), catalogue) == plan(basis(), catalogue)


def test_only_the_activities_ids_come_from_outside(catalogue: Catalogue) -> None:
    document = build_plan(basis(), catalogue, plan_id=PLAN_ID, new_activity_id=lambda: ActivityId("activity_same"))
    assert {a.id for day in days_of(document) for a in day.activities} == {"activity_same"}
    assert all(day.id == day_id_of(PLAN_ID, day.date) for day in days_of(document))


def test_a_plan_records_how_near_to_the_best_choice_it_is_known_to_be(catalogue: Catalogue) -> None:
    gap = plan(basis(), catalogue).solver_gap
    assert gap is not None
    assert 0 <= gap < 0.5
    runner = constraints(
        focus=TrainingFocus.ENDURANCE, sports=(Sport.RUNNING,), session_minutes=30, training_days=WEEKDAYS[:2]
    )
    assert plan(basis(runner), catalogue).solver_gap is None


def test_a_plan_has_whole_weeks_from_its_start_on_whatever_weekday(catalogue: Catalogue) -> None:
    thursday = basis().start_date.replace(day=26)
    document = plan(basis(start_date=thursday, week_count=3), catalogue)
    assert [day.date.toordinal() - thursday.toordinal() for day in days_of(document)] == list(range(21))
    assert all(day.weekday is WEEKDAYS[day.date.weekday()] for day in days_of(document))


def test_seven_open_days_leave_a_rest_day_and_two_for_novices(catalogue: Catalogue) -> None:
    daily = constraints(focus=TrainingFocus.MIXED, training_days=WEEKDAYS)
    for level, most in ((ExperienceLevel.ADVANCED, 6), (ExperienceLevel.NOVICE, 5)):
        week = plan(basis(daily, experience=level), catalogue).weeks[0]
        assert sum(1 for day in week.days if day.activities) == most


def test_rest_days_are_called_rest_and_take_no_time(catalogue: Catalogue) -> None:
    resting = [day for day in days_of(plan(basis(), catalogue)) if day.kind is DayKind.REST]
    assert resting
    assert {(day.title, day.estimated_minutes, day.activities) for day in resting} == {("Rest", 0, ())}


def test_a_warning_sign_of_the_heart_allows_no_plan(catalogue: Catalogue) -> None:
    unsafe = constraints(limitations=(Limitation(kind=LimitationKind.CARDIAC_WARNING),))
    with pytest.raises(ImpossiblePlan) as refusal:
        plan(basis(unsafe), catalogue)
    assert [rule.rule for rule in refusal.value.rules] == ["R06"]


def test_without_a_day_there_is_no_plan(catalogue: Catalogue) -> None:
    with pytest.raises(ImpossiblePlan) as refusal:
        plan(basis(constraints(training_days=())), catalogue)
    assert [rule.rule for rule in refusal.value.rules] == ["R03"]


def test_lessons_that_rule_out_every_movement_are_named_as_the_reason(catalogue: Catalogue) -> None:
    rules = [LessonRule(kind=Kind.AVOID_PATTERN, pattern=pattern) for pattern in MovementPattern]
    lessons = tuple(lesson(rule, number=number) for number, rule in enumerate(rules))
    with pytest.raises(ImpossiblePlan) as refusal:
        plan(basis(lessons=lessons), catalogue)
    assert [rule.rule for rule in refusal.value.rules] == ["R02", "R05", "R04"]
    assert all(rule.finding and rule.is_hard and rule.score == 0 for rule in refusal.value.rules)


def test_lessons_that_rule_out_every_sport_stand_against_endurance(catalogue: Catalogue) -> None:
    lessons = tuple(
        lesson(LessonRule(kind=Kind.AVOID_SPORT, sport=sport), number=number) for number, sport in enumerate(Sport)
    )
    with pytest.raises(ImpossiblePlan) as refusal:
        plan(basis(constraints(focus=TrainingFocus.ENDURANCE), lessons=lessons), catalogue)
    assert [rule.rule for rule in refusal.value.rules] == ["R05", "R47"]


@pytest.mark.parametrize("is_hard", [True, False])
def test_an_exercise_to_avoid_is_left_out(is_hard: bool, catalogue: Catalogue) -> None:
    usual = {a.exercise_id for a in strength_of(plan(basis(), catalogue))}
    unwanted = sorted(usual)[0]
    avoiding = (lesson(LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=unwanted), is_hard=is_hard),)
    assert unwanted not in {a.exercise_id for a in strength_of(plan(basis(lessons=avoiding), catalogue))}


def test_a_preferred_exercise_is_there(catalogue: Catalogue) -> None:
    wished = ExerciseId("exercise_kettlebell-swing")
    preferring = (lesson(LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=wished), is_hard=False),)
    assert wished in {a.exercise_id for a in strength_of(plan(basis(lessons=preferring), catalogue))}


def test_a_muscle_to_stress_gets_more_sets(catalogue: Catalogue) -> None:
    def chest_sets(lessons: tuple[object, ...]) -> int:
        week = plan(basis(constraints(focus=TrainingFocus.MUSCLE), lessons=lessons), catalogue).weeks[0]
        return sum(
            len(working(a)) for a in strength_of(week) if Muscle.CHEST in catalogue[a.exercise_id].primary_muscles
        )

    stressing = lesson(LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=Muscle.CHEST), is_hard=False)
    assert chest_sets((stressing,)) > chest_sets(())


def test_a_lesson_on_intensity_lowers_effort(catalogue: Catalogue) -> None:
    def hardest(lessons: tuple[object, ...]) -> float:
        return max(t.rpe or 0 for a in strength_of(plan(basis(lessons=lessons), catalogue)) for t in working(a))

    easier = lesson(LessonRule(kind=Kind.INTENSITY, amount=0.8), is_hard=False)
    assert hardest((easier,)) < hardest(())


def test_minutes_for_some_weekdays_bound_those_alone(catalogue: Catalogue) -> None:
    short = lesson(LessonRule(kind=Kind.SESSION_MINUTES, weekdays=(Weekday.WEDNESDAY,), amount=20))
    for day in days_of(plan(basis(lessons=(short,)), catalogue)):
        if day.activities:
            assert (day.estimated_minutes <= 20) is (day.weekday is Weekday.WEDNESDAY)


def test_a_briefs_words_are_used_where_they_claim_no_numbers(catalogue: Catalogue) -> None:
    brief = Brief(
        author=Author.MODEL, title="Strong for spring", summary="In 3 weeks you squat 200 kg.", themes=("Roots",)
    )
    document = plan(basis(), catalogue, brief)
    assert (document.title, document.author, document.weeks[0].focus) == ("Strong for spring", Author.MODEL, "Roots")
    assert "200" not in document.summary


@pytest.mark.parametrize(
    "brief",
    [
        Brief(author=Author.MODEL, stressed_muscles=(Muscle.GLUTES,), endurance_share=0.2),
        Brief(author=Author.MODEL, title="Squat 200", summary=" ", themes=("", "Week 2")),
    ],
    ids=["no words", "none that can be used"],
)
def test_a_plan_in_none_of_the_briefs_words_is_by_the_rules(catalogue: Catalogue, brief: Brief) -> None:
    assert plan(basis(), catalogue, brief).author is Author.RULES


def test_one_theme_makes_a_plan_the_models(catalogue: Catalogue) -> None:
    assert plan(basis(), catalogue, Brief(author=Author.MODEL, themes=("Roots",))).author is Author.MODEL


def test_the_summary_tells_days_and_minutes_of_the_first_week(catalogue: Catalogue) -> None:
    document = plan(basis(), catalogue)
    longest = max(day.estimated_minutes for day in document.weeks[0].days)
    assert (
        f"on Monday, Wednesday and Friday: strength work on three days, at most {longest} minutes" in document.summary
    )


def test_a_beginner_at_home_with_bad_knee_and_shoulder_and_ten_minutes_still_gets_both_halves(
    catalogue: Catalogue,
) -> None:
    hurt = tuple(Limitation(kind=kind) for kind in (LimitationKind.KNEE, LimitationKind.SHOULDER))
    beginner = constraints(
        focus=TrainingFocus.GENERAL_HEALTH, session_minutes=10, equipment=(Equipment.BODY_WEIGHT,), limitations=hurt
    )
    week = plan(basis(beginner, experience=ExperienceLevel.NOVICE), catalogue).weeks[0]
    patterns = {catalogue[a.exercise_id].pattern for a in strength_of(week)}
    assert MovementPattern.HINGE in patterns
    assert len(patterns) >= 3
    assert endurance_of(week)
