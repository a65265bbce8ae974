"""The long run and the easy ones: a message on the one leaves the others alone."""

import dataclasses

import msgspec
import pytest

from domain.ids import ActivityId
from domain.operations import AddEndurance, RemoveActivity
from domain.plan import EnduranceActivity, Interval, IntervalKind
from domain.terms import Sport
from services.feedback.acting.exercises import the_same_in
from services.feedback.understanding import understood
from services.feedback.wishes import Scale, Scope, SwapSport
from tests.unit.feedback.replying import situation
from tests.unit.feedback.sample import DOCUMENT, date, told
from tests.unit.feedback.test_answers import paced_run, with_first_day


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        ("make the long run shorter", "shorter RUNNING @0"),
        ("the long run is too long", "shorter RUNNING @0"),
        ("swap the long run for a ride", "swap RUNNING>CYCLING @0"),
        ("drop the long run", "remove RUNNING @0"),
        ("remove the easy runs", "remove RUNNING @5,12,19,26"),
        ("move the long run to Tuesday", "move @0>@1"),
        ("no more long runs", "shorter RUNNING @0"),
        ("I hate long runs", "shorter RUNNING @0"),
        ("make the runs shorter", "shorter RUNNING @all"),
        ("swap the long ride for a run", "swap CYCLING>RUNNING @all"),
    ],
)
def test_a_session_is_meant_by_its_name(message: str, meaning: str) -> None:
    """The plan has a long run on its first Monday, and easy ones on Saturdays."""
    assert told(understood(message, paced_run())) == meaning


@pytest.mark.parametrize("message", ["no more intervals", "I hate interval runs", "sick of the intervals"])
def test_intervals_become_easier_where_they_are_and_running_goes_on(message: str) -> None:
    run = DOCUMENT.weeks[0].days[5].activities[0]
    assert isinstance(run, EnduranceActivity)
    hard = Interval(kind=IntervalKind.WORK, minutes=4, zone=4, rpe=8)
    intervals = msgspec.structs.replace(run, id=ActivityId("activity_hard"), intervals=(hard,))

    assert told(understood(message, with_first_day("Intervals", intervals))) == "easier RUNNING @all"
    assert understood(message, with_first_day("Intervals", intervals)).wishes == (
        Scale(
            is_volume=False,
            is_more=False,
            scope=Scope(dates=frozenset({date(0)}), is_lasting=True),
            sport=Sport.RUNNING,
            endurance_alone=True,
        ),
    )


def test_two_sessions_of_a_day_become_one_in_another_sport() -> None:
    run = DOCUMENT.weeks[0].days[5].activities[0]
    assert isinstance(run, EnduranceActivity)
    walk = msgspec.structs.replace(run, id=ActivityId("activity_walk"), sport=Sport.WALKING, total_minutes=15)
    here = dataclasses.replace(situation(), document=with_first_day("Easy", run, walk).document)
    monday = here.document.weeks[0].days[0]

    swap = SwapSport(old=None, new=Sport.SWIMMING, scope=Scope(dates=frozenset({date(0)})))

    assert the_same_in(swap, here) == (
        RemoveActivity(activity_id=run.id),
        RemoveActivity(activity_id=walk.id),
        AddEndurance(day_id=monday.id, sport=Sport.SWIMMING, minutes=45, zone=2),
    )
