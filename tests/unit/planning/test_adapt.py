"""Planning the weeks ahead anew: each thing that a log tells has its effect, and begun weeks stay the very same."""

import datetime
import itertools
from collections.abc import Callable

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.constraints import KnownLift
from domain.exercise import Catalogue
from domain.generations import ImpossiblePlan
from domain.history import TrainingDay, TrainingHistory
from domain.ids import ActivityId, ExerciseId
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import Day, EnduranceActivity, PlanDocument, Week
from domain.terms import Author, Equipment, Sport, TrainingFocus, Weekday
from domain.training import Completion
from services.checking.check import broken_rules, check_plan
from services.generation.adapting import PlanToAdapt
from services.generation.engine import RuleEngine
from services.planning.adapt import Adapted, adapt_plan
from services.planning.adaptation.maxima import with_lifts
from services.planning.explain.weeks import amounts
from tests.unit.planning.making import PLAN_ID, basis, constraints, endurance_of, lesson, plan, strength_of, working
from tests.unit.planning.trained import Feel, done, history, last_day, missed, workouts_of

SQUAT, BENCH = ExerciseId("exercise_back-squat"), ExerciseId("exercise_bench-press")
KIT = (Equipment.BARBELL, Equipment.RACK, Equipment.BENCH)
LIFTER = basis(
    constraints(
        focus=TrainingFocus.STRENGTH,
        training_days=(Weekday.MONDAY, Weekday.THURSDAY),
        session_minutes=60,
        equipment=KIT,
        known_lifts=(
            KnownLift(exercise_id=SQUAT, weight_kg=100, reps=5),
            KnownLift(exercise_id=BENCH, weight_kg=90, reps=5),
        ),
    ),
    lessons=tuple(
        lesson(LessonRule(kind=LessonRuleKind.PREFER_EXERCISE, exercise_id=one), is_hard=False, number=number)
        for number, one in enumerate((SQUAT, BENCH))
    ),
    week_count=6,
)
RUNNER = basis(
    constraints(
        focus=TrainingFocus.ENDURANCE,
        training_days=(Weekday.TUESDAY, Weekday.THURSDAY, Weekday.SUNDAY),
        session_minutes=60,
        sports=(Sport.RUNNING,),
        equipment=(),
    ),
    week_count=4,
)
Adapt = Callable[[TrainingHistory, Week], Adapted]


@pytest.fixture(scope="module")
def document(catalogue: Catalogue) -> PlanDocument:
    return plan(LIFTER, catalogue)


@pytest.fixture
def adapt(catalogue: Catalogue, document: PlanDocument) -> Adapt:
    """Adapts the lifter's plan at the end of a week."""

    def adapted(trained: TrainingHistory, week: Week) -> Adapted:
        return _adapted(LIFTER, document, catalogue, trained, week)

    return adapted


def _adapted(
    of: PlanBasis, document: PlanDocument, catalogue: Catalogue, trained: TrainingHistory, week: Week
) -> Adapted:
    numbers = itertools.count()
    found = adapt_plan(
        with_lifts(of, trained, catalogue, today=last_day(week)),
        document,
        catalogue,
        history=trained,
        today=last_day(week),
        new_activity_id=lambda: ActivityId(f"activity_new{next(numbers):029x}"),
    )
    assert broken_rules(check_plan(of, found.document, catalogue)) == ()
    return found


def load_of(week: Week, exercise: ExerciseId = SQUAT) -> float:
    """The heaviest planned load."""
    lifts = (one for one in strength_of(week) if one.exercise_id == exercise)
    return max(target.load_kg or 0.0 for lift in lifts for target in working(lift))


def effort_of(week: Week, exercise: ExerciseId = SQUAT) -> tuple[float, int]:
    """Its effort and repetitions."""
    lift = next(one for one in strength_of(week) if one.exercise_id == exercise)
    return working(lift)[0].rpe or 0.0, working(lift)[0].reps or 0


def sets_of(week: Week) -> int:
    return amounts(week.days).sets


def told(adapted: Adapted) -> str:
    return " ".join(change.description for change in adapted.changes)


def trained(*weeks: Week, feel: Feel = Feel()) -> list[TrainingDay]:  # noqa: B008 - frozen
    return [done(day, feel) for day in workouts_of(*weeks)]


def test_begun_weeks_are_the_very_same_and_activities_keep_their_ids(document: PlanDocument, adapt: Adapt) -> None:
    first, second, third, *_ = document.weeks
    found = adapt(history(*trained(first, second, feel=Feel(harder=1))), second).document

    assert found.weeks[0] is first
    assert found.weeks[1] is second
    assert [day.id for day in found.weeks[2].days] == [day.id for day in third.days]
    assert {one.id for one in strength_of(found.weeks[2])} == {one.id for one in strength_of(third)}


def test_what_went_well_goes_on_as_it_was_planned(document: PlanDocument, adapt: Adapt) -> None:
    first, second, third, *_ = document.weeks
    found = adapt(history(*trained(first, second)), second).document.weeks[2]

    assert load_of(found) == pytest.approx(load_of(third), abs=2.5)
    assert load_of(found) > load_of(second)
    assert effort_of(found) >= effort_of(second)
    assert sets_of(found) == pytest.approx(sets_of(third), abs=2)  # a better week may be found meanwhile


def test_loads_follow_from_what_was_lifted(document: PlanDocument, adapt: Adapt) -> None:
    first, second, third, *_ = document.weeks
    found = adapt(history(*trained(first, second, feel=Feel(heavier=1.1))), second)

    assert load_of(found.document.weeks[2]) == pytest.approx(1.1 * load_of(third), abs=2.5)
    assert f"Back Squat at {load_of(found.document.weeks[2]):g} kg instead of {load_of(third):g}" in told(found)


@pytest.mark.parametrize("harder", [0.9, -0.9])
def test_an_error_of_effort_is_corrected(document: PlanDocument, adapt: Adapt, harder: float) -> None:
    """A point of RPE is about two and a half percent of the load."""
    first, second, third, *_ = document.weeks
    found = adapt(history(*trained(first, second, feel=Feel(harder=harder))), second).document.weeks[2]

    change = load_of(found) / load_of(third) - 1
    assert change * harder < 0
    assert 0.01 <= abs(change) <= 0.06


def test_a_week_that_was_missed_brings_no_step(document: PlanDocument, adapt: Adapt) -> None:
    first, second, third, *_ = document.weeks
    days = [*trained(first), *map(missed, workouts_of(second))]
    found = adapt(history(*days), second)

    assert effort_of(found.document.weeks[2]) == effort_of(second)
    assert load_of(found.document.weeks[2]) < load_of(third)
    assert "Much of the last week was missed, so the next one does not ask for more." in told(found)


def test_an_exercise_that_was_missed_lags_behind_and_the_others_go_on(document: PlanDocument, adapt: Adapt) -> None:
    first, second, third, *_ = document.weeks

    def without_squats(day: Day) -> TrainingDay:
        whole = done(day)
        return msgspec.structs.replace(whole, sets=tuple(one for one in whole.sets if one.exercise_id != SQUAT))

    found = adapt(history(*trained(first), *map(without_squats, workouts_of(second))), second).document.weeks[2]

    assert effort_of(found) == effort_of(second)
    assert effort_of(found, BENCH)[0] == effort_of(third, BENCH)[0] > effort_of(second, BENCH)[0]


def test_after_two_weeks_away_it_starts_lower_with_less_and_comes_back_step_by_step(
    document: PlanDocument, adapt: Adapt
) -> None:
    first, second, third, *_ = document.weeks
    absent = [*trained(first), *map(missed, workouts_of(second, third))]
    found = adapt(history(*absent), third)
    next_week, later = found.document.weeks[3:5]

    assert load_of(next_week) == pytest.approx(0.9 * load_of(first), rel=0.04)
    assert sets_of(next_week) < sets_of(first)
    assert sets_of(next_week) <= sets_of(later)
    assert "You were away for 17 days, so you start again a little lighter." in told(found)


def test_soreness_takes_sets_out_for_a_while(document: PlanDocument, adapt: Adapt) -> None:
    first, second, third, *_ = document.weeks
    found = adapt(history(*trained(first), *trained(second, feel=Feel(soreness=5))), second)

    assert sets_of(found.document.weeks[2]) < sets_of(third)
    assert load_of(found.document.weeks[2]) == pytest.approx(load_of(third), abs=2.5)
    assert "You were very sore, so there are fewer sets for a while." in told(found)


@pytest.mark.parametrize("bad", [Feel(energy=1), Feel(harder=1.5)], ids=["no energy", "too hard"])
def test_three_bad_workouts_in_a_row_bring_the_deload_forward(document: PlanDocument, adapt: Adapt, bad: Feel) -> None:
    first, second, third, fourth, *_ = document.weeks
    good, *rest = workouts_of(first, second)
    found = adapt(history(done(good), *(done(day, bad) for day in rest)), second)

    assert (third.is_deload, fourth.is_deload) == (False, True)
    assert [week.is_deload for week in found.document.weeks] == [False, False, True, False, False, False]
    assert sets_of(found.document.weeks[2]) < sets_of(second)
    assert "The last three workouts went badly, so the next week is an easier one." in told(found)


def test_two_bad_workouts_do_not(document: PlanDocument, adapt: Adapt) -> None:
    first, second, *_ = document.weeks
    *good, third_last, second_last, last = workouts_of(first, second)
    days = [*map(done, [*good, third_last]), *(done(day, Feel(energy=1)) for day in (second_last, last))]
    found = adapt(history(*days), second)
    assert [week.is_deload for week in found.document.weeks] == [week.is_deload for week in document.weeks]


def test_where_nothing_was_logged_all_is_taken_to_have_gone_as_planned(document: PlanDocument, adapt: Adapt) -> None:
    first, second, third, *_ = document.weeks
    found = adapt(history(*map(missed, workouts_of(first, second))), second)
    assert effort_of(found.document.weeks[2]) == effort_of(third)


def test_a_plan_that_has_not_begun_is_planned_anew_in_whole(catalogue: Catalogue, document: PlanDocument) -> None:
    stronger = msgspec.structs.replace(
        LIFTER,
        constraints=msgspec.structs.replace(
            LIFTER.constraints, known_lifts=(KnownLift(exercise_id=SQUAT, weight_kg=120, reps=5),)
        ),
    )
    found = adapt_plan(
        stronger,
        document,
        catalogue,
        history=history(),
        today=document.start_date - datetime.timedelta(days=3),
        new_activity_id=lambda: ActivityId("activity_new"),
    ).document

    assert [week.number for week in found.weeks] == [1, 2, 3, 4, 5, 6]
    assert load_of(found.weeks[0]) == pytest.approx(1.2 * load_of(document.weeks[0]), abs=2.5)


def test_a_plan_that_a_model_worded_keeps_its_words(catalogue: Catalogue, document: PlanDocument) -> None:
    worded = msgspec.structs.replace(document, author=Author.MODEL, title="Strong and steady", summary="Step by step.")
    first, *_ = worded.weeks
    read = PlanToAdapt(id=PLAN_ID, version=1, document=worded, history=history(*trained(first)), today=last_day(first))
    adapted = RuleEngine(catalogue).adapt(LIFTER, read, brief=read.words)[0]

    assert (adapted.author, adapted.title, adapted.summary) == (Author.MODEL, "Strong and steady", "Step by step.")
    assert msgspec.structs.replace(read, document=document).words == Brief()


def test_where_no_week_lies_ahead_there_is_nothing_to_plan(document: PlanDocument, adapt: Adapt) -> None:
    with pytest.raises(ImpossiblePlan, match="No week of this plan lies ahead"):
        adapt(history(), document.weeks[-1])


def test_runs_that_were_missed_make_the_next_ones_shorter(catalogue: Catalogue) -> None:
    running = plan(RUNNER, catalogue)
    first, second, third, _ = running.weeks
    *others, longest = sorted(workouts_of(second), key=lambda day: sum(one.total_minutes for one in _bouts(day)))
    skipped = msgspec.structs.replace(missed(longest), completion=Completion.SKIPPED)
    went_well = _adapted(RUNNER, running, catalogue, history(*trained(first, second)), second).document.weeks[2]
    without = history(*trained(first), *map(done, others), skipped)
    held = _adapted(RUNNER, running, catalogue, without, second).document.weeks[2]

    assert amounts(went_well.days).minutes == pytest.approx(amounts(third.days).minutes, rel=0.05)
    assert amounts(held.days).minutes < amounts(went_well.days).minutes
    assert _longest(held) <= 1.1 * max(_longest(first), 0) + 5


def _bouts(day: Day) -> list[EnduranceActivity]:
    return [one for one in day.activities if isinstance(one, EnduranceActivity)]


def _longest(week: Week) -> float:
    return max(bout.total_minutes for bout in endurance_of(week))
