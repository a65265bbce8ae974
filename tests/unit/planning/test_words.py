"""What the texts say around an event and on days that are alike."""

import datetime

import msgspec

from domain.constraints import TargetEvent
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from domain.terms import WEEKDAYS, Equipment, Sport, TrainingFocus, Weekday
from tests.unit.planning.making import MONDAY, basis, constraints, days_of, plan

WALKER = constraints(
    focus=TrainingFocus.ENDURANCE,
    sports=(Sport.WALKING,),
    equipment=(Equipment.BODY_WEIGHT,),
    training_days=(Weekday.TUESDAY, Weekday.THURSDAY, Weekday.SATURDAY),
    session_minutes=45,
)


def walking(weeks: int, *, event_in: int, catalogue: Catalogue) -> PlanDocument:
    event = TargetEvent(name="the march", date=MONDAY + datetime.timedelta(days=event_in), sport=Sport.WALKING)
    return plan(basis(msgspec.structs.replace(WALKER, event=event), week_count=weeks), catalogue)


def test_days_of_rest_and_easy_days_of_a_week_differ_in_their_words(catalogue: Catalogue) -> None:
    often = msgspec.structs.replace(WALKER, training_days=WEEKDAYS[:5])
    week = plan(basis(often, week_count=1), catalogue).weeks[0]
    free = [day.rationale for day in week.days if not day.activities]
    easy = [day.rationale.split(" ", 2)[2] for day in week.days if day.title == "Easy walk"]
    assert len(set(free)) > 1
    assert len(set(easy)) == len(easy) > 1


def test_a_plan_that_ends_long_before_its_event_is_a_stretch_of_the_way(catalogue: Catalogue) -> None:
    document = walking(5, event_in=200, catalogue=catalogue)
    assert "These weeks are a stretch of the way to the march on 11 June 2027." in document.summary
    assert "fresh for your event" not in document.rationale
    assert any(week.is_deload for week in document.weeks)


def test_nobody_is_asked_for_more_in_a_light_week_that_is_like_the_one_before(catalogue: Catalogue) -> None:
    taper = walking(6, event_in=41, catalogue=catalogue).weeks[4:6]
    assert [week.focus for week in taper] == ["Freshen up for your event"] * 2
    assert all("add a repetition" not in week.progression for week in taper)


def test_what_easy_means_is_said_in_the_first_week_alone(catalogue: Catalogue) -> None:
    document = plan(basis(WALKER, week_count=2), catalogue)
    notes = [[item.note for day in week.days for item in day.activities if item.note] for week in document.weeks]
    assert any("whole sentences" in note for note in notes[0])
    assert not any("whole sentences" in note for week in notes[1:] for note in week)


def test_a_day_is_named_after_all_that_is_in_it(catalogue: Catalogue) -> None:
    skipper = constraints(
        focus=TrainingFocus.MIXED, sports=(Sport.JUMP_ROPE,), training_days=(Weekday.MONDAY, Weekday.THURSDAY)
    )
    titles = {day.title for day in days_of(plan(basis(skipper, week_count=1), catalogue)) if day.activities}
    assert "Full body, an easy rope session and an easy walk" in titles
