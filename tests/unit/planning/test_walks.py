"""Walks fill what a sport that starts short leaves of the minutes that health asks for, and only where they are welcome."""

import datetime

import msgspec
import pytest

from domain.constraints import EnduranceBaseline, Limitation, TargetEvent
from domain.exercise import Catalogue
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import EnduranceActivity, Week
from domain.terms import Equipment, ExperienceLevel, LimitationKind, Sport, TrainingFocus, Weekday
from services.checking.check import broken_rules, check_plan
from tests.unit.planning.making import MONDAY, basis, constraints, days_of, endurance_of, lesson, plan

SKIPPER = constraints(
    focus=TrainingFocus.ENDURANCE,
    sports=(Sport.JUMP_ROPE,),
    equipment=(Equipment.BODY_WEIGHT, Equipment.JUMP_ROPE),
    training_days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.SATURDAY),
    session_minutes=60,
)


def minutes(week: Week, *sports: Sport) -> float:
    return sum(bout.total_minutes for bout in endurance_of(week) if bout.sport in sports)


def test_a_sport_of_short_sessions_is_followed_by_walks_up_to_what_health_asks_for(catalogue: Catalogue) -> None:
    novice = basis(SKIPPER, experience=ExperienceLevel.NOVICE, week_count=8)
    document = plan(novice, catalogue)
    assert broken_rules(check_plan(novice, document, catalogue)) == ()
    first, last = document.weeks[0], document.weeks[6]
    assert (minutes(first, Sport.JUMP_ROPE), minutes(first, Sport.WALKING)) == (30, 30)
    assert minutes(last, Sport.JUMP_ROPE, Sport.WALKING) == 90
    rope, walk = next(
        day for day in days_of(document) if len(day.activities) == 2 and day.kind == "ENDURANCE"
    ).activities
    assert isinstance(rope, EnduranceActivity)
    assert isinstance(walk, EnduranceActivity)
    assert (rope.sport, walk.title) == (Sport.JUMP_ROPE, "Easy walk")


def test_the_words_say_what_the_walk_is_for(catalogue: Catalogue) -> None:
    walking = [day for day in days_of(plan(basis(SKIPPER, week_count=1), catalogue)) if len(day.activities) == 2]
    assert all("of walking: they count in full, while the rope skipping grows" in day.rationale for day in walking)


@pytest.mark.parametrize(
    "rule",
    [
        LessonRule(kind=LessonRuleKind.AVOID_SPORT, sport=Sport.WALKING),
        LessonRule(kind=LessonRuleKind.PREFER_SPORT, sport=Sport.JUMP_ROPE),
    ],
)
def test_nobody_walks_who_would_not_or_who_wants_one_sport_before_all(rule: LessonRule, catalogue: Catalogue) -> None:
    taught = msgspec.structs.replace(basis(SKIPPER, week_count=1), lessons=(lesson(rule, is_hard=False),))
    assert {bout.sport for bout in endurance_of(plan(taught, catalogue))} == {Sport.JUMP_ROPE}


def test_whoever_likes_walking_walks_after_short_sessions_too_but_not_after_a_walk(catalogue: Catalogue) -> None:
    race = TargetEvent(name="the race", date=MONDAY + datetime.timedelta(days=90), sport=Sport.JUMP_ROPE)
    likes = lesson(LessonRule(kind=LessonRuleKind.PREFER_SPORT, sport=Sport.WALKING), is_hard=False)
    taught = msgspec.structs.replace(
        basis(msgspec.structs.replace(SKIPPER, event=race), week_count=1), lessons=(likes,)
    )
    document = plan(taught, catalogue)
    sports = [
        [bout.sport for bout in day.activities if isinstance(bout, EnduranceActivity)] for day in days_of(document)
    ]
    assert [some for some in sports if some] == [[Sport.WALKING], [Sport.JUMP_ROPE], [Sport.JUMP_ROPE, Sport.WALKING]]
    assert broken_rules(check_plan(taught, document, catalogue)) == ()


def test_whoever_is_fit_from_one_sport_starts_another_with_longer_sessions_but_running(catalogue: Catalogue) -> None:
    def first(sport: Sport) -> float:
        rower = EnduranceBaseline(sport=Sport.ROWING, weekly_minutes=240, longest_minutes=90)
        facts = msgspec.structs.replace(SKIPPER, sports=(sport,), endurance_baselines=(rower,))
        return max(
            bout.total_minutes
            for bout in endurance_of(plan(basis(facts, week_count=1), catalogue).weeks[0])
            if bout.sport is sport
        )

    assert first(Sport.CYCLING) == 60
    assert first(Sport.RUNNING) == 20


@pytest.mark.parametrize(("sport", "first"), [(Sport.RUNNING, 20), (Sport.CYCLING, 30)])
def test_an_event_in_the_first_week_does_not_make_the_weeks_after_it_start_lower(
    sport: Sport, first: float, catalogue: Catalogue
) -> None:
    race = TargetEvent(name="the race", date=MONDAY + datetime.timedelta(days=6), sport=sport)
    facts = msgspec.structs.replace(SKIPPER, sports=(sport,), event=race)
    document = plan(basis(facts, week_count=4), catalogue)
    longest = [max(bout.total_minutes for bout in endurance_of(week) if bout.sport is sport) for week in document.weeks]
    assert longest == [first / 2, first / 2, first, first * 1.1]


def test_short_sessions_taper_by_falling_out_in_turn(catalogue: Catalogue) -> None:
    race = TargetEvent(name="the race", date=MONDAY + datetime.timedelta(days=34), sport=Sport.JUMP_ROPE)
    short = msgspec.structs.replace(SKIPPER, session_minutes=10, event=race)
    of = basis(short, week_count=5, experience=ExperienceLevel.NOVICE)
    document = plan(of, catalogue)
    assert [minutes(week, Sport.JUMP_ROPE) for week in document.weeks] == [20, 20, 20, 10, 10]
    taper = next(rule for rule in check_plan(of, document, catalogue).rules if rule.rule == "R43")
    assert taper.score == 1


def test_a_foot_that_must_be_spared_walks_instead_of_running_and_not_besides(catalogue: Catalogue) -> None:
    careful = msgspec.structs.replace(
        SKIPPER, sports=(Sport.RUNNING,), limitations=(Limitation(kind=LimitationKind.FOOT),)
    )
    days = [day for day in days_of(plan(basis(careful, week_count=1), catalogue)) if day.activities]
    assert all(sum(isinstance(item, EnduranceActivity) for item in day.activities) <= 1 for day in days)
