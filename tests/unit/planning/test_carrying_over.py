"""What a plan carries over from the training before it: lifts up to today, endurance up to its first day."""

import datetime

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.constraints import EnduranceBaseline, KnownLift
from domain.exercise import Catalogue
from domain.history import DoneEndurance, DoneSet, TrainingDay, TrainingHistory
from domain.ids import ExerciseId
from domain.plan import IntervalKind, Week
from domain.terms import Sport
from domain.training import Completion
from services.planning.adaptation.carrying_over import with_training
from services.planning.loads import maximum_of
from tests.unit.checking.sample import bout, interval, week
from tests.unit.planning.making import MONDAY, basis, constraints

SQUAT = ExerciseId("exercise_back-squat")
RUNS = (30.0, 20.0, 40.0)
RUN_DAYS = (1, 3, 5)
"""Minutes of the last plan's runs, and their days from Monday on."""


def runs_of(number: int) -> Week:
    """One week of the plan before, which began on Monday."""
    days = zip(RUN_DAYS, RUNS, strict=True)
    return week(number, {day: (bout(interval(IntervalKind.STEADY, minutes)),) for day, minutes in days})


def ran(day: int, minutes: float, completion: Completion = Completion.DONE) -> TrainingDay:
    found = () if completion is Completion.SKIPPED else (DoneEndurance(sport=Sport.RUNNING, minutes=minutes),)
    date = MONDAY + datetime.timedelta(days=day)
    return TrainingDay(date=date, is_planned=True, completion=completion, endurance=found)


def squatted(load: float, *, day: int) -> TrainingDay:
    sets = (DoneSet(exercise_id=SQUAT, reps=5, rpe=8, load_kg=load),) * 2
    date = MONDAY + datetime.timedelta(days=day)
    return TrainingDay(date=date, is_planned=True, completion=Completion.DONE, sets=sets)


def next_plan(*, weeks_later: int, **said: object) -> PlanBasis:
    """The basis of a plan that begins so many weeks after the one before."""
    return basis(constraints(**said), start_date=MONDAY + datetime.timedelta(weeks=weeks_later))


def carried(of: PlanBasis, catalogue: Catalogue, *days: TrainingDay, on: int) -> PlanBasis:
    """As seen so many days after Monday, with the weeks of the plan before that have begun by then."""
    today = MONDAY + datetime.timedelta(days=on)
    begun = tuple(runs_of(number) for number in (1, 2) if runs_of(number).start_date <= min(today, of.start_date))
    return with_training(of, TrainingHistory(days=days), begun, catalogue, today=today)


ALL_DONE = tuple(
    ran(day + 7 * number, minutes) for number in (0, 1) for day, minutes in zip(RUN_DAYS, RUNS, strict=True)
)


def test_lifts_that_were_shown_stand_in_for_those_that_were_said(catalogue: Catalogue) -> None:
    said = next_plan(weeks_later=1, known_lifts=(KnownLift(exercise_id=SQUAT, weight_kg=200, reps=1),))
    (known,) = carried(said, catalogue, squatted(100, day=2), on=2).constraints.known_lifts
    assert known.reps == 1
    assert known.weight_kg == pytest.approx(maximum_of(100, reps=5, rpe=8), abs=0.01)


def test_lifts_stay_up_to_date_while_the_plan_goes_on(catalogue: Catalogue) -> None:
    of = next_plan(weeks_later=0)
    days = squatted(100, day=-3), squatted(105, day=4), squatted(105, day=7)
    (known,) = carried(of, catalogue, *days, on=8).constraints.known_lifts
    assert known.weight_kg == pytest.approx(maximum_of(105, reps=5, rpe=8), rel=0.02)


def test_endurance_goes_on_a_tenth_above_what_was_done(catalogue: Catalogue) -> None:
    found = carried(next_plan(weeks_later=2), catalogue, *ALL_DONE, on=13).constraints.endurance_baselines
    assert found == (EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=99.0, longest_minutes=40.0),)


def test_after_two_weeks_away_endurance_starts_lower(catalogue: Catalogue) -> None:
    (found,) = carried(next_plan(weeks_later=4), catalogue, *ALL_DONE, on=27).constraints.endurance_baselines
    assert (found.weekly_minutes, found.longest_minutes) == (81.0, 36.0)


def test_what_is_done_after_the_first_day_changes_nothing_of_the_endurance_before_it(catalogue: Catalogue) -> None:
    of = next_plan(weeks_later=2)
    before = carried(of, catalogue, *ALL_DONE, on=13)
    later = carried(of, catalogue, *ALL_DONE, ran(15, 90), on=40)
    assert later.constraints.endurance_baselines == before.constraints.endurance_baselines


def test_a_sport_that_was_planned_and_never_done_stays_as_it_was_said(catalogue: Catalogue) -> None:
    said = (EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=60, longest_minutes=25),)
    skipped = [ran(day, 0, Completion.SKIPPED) for day in (1, 3, 5, 8, 10, 12)]
    found = carried(next_plan(weeks_later=2, endurance_baselines=said), catalogue, *skipped, on=13)
    assert found.constraints.endurance_baselines == said
    unsaid = carried(next_plan(weeks_later=2), catalogue, *skipped, on=13)
    assert unsaid.constraints.endurance_baselines == ()


def test_who_logs_nothing_has_shown_nothing(catalogue: Catalogue) -> None:
    of = next_plan(weeks_later=2)
    untold = [msgspec.structs.replace(day, completion=None, endurance=()) for day in ALL_DONE]
    assert carried(of, catalogue, *untold, on=13) == of
