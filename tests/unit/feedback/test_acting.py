"""Wishes carried out on a plan of the planner's: what was asked for, nothing beside it, and no hard rule broken."""

import datetime
from functools import cache

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.constraints import Constraints, KnownLift, Limitation
from domain.ids import ExerciseId, PlanId, new_activity_id
from domain.lessons import LessonDraft
from domain.lessons import LessonRuleKind as Kind
from domain.plan import Day, DayKind, EnduranceActivity, PlanDocument, StrengthActivity
from domain.profile import Gender, UnitSystem
from domain.terms import (
    Equipment,
    ExperienceLevel,
    JointStress,
    LimitationKind,
    MovementPattern,
    Muscle,
    Sport,
    TrainingFocus,
    Weekday,
)
from services.checking.check import broken_rules, check_plan
from services.feedback.acting.carrying_out import Outcome, carried_out, rested
from services.feedback.acting.situation import Situation
from services.feedback.learning import Learning
from services.feedback.outlook import Outlook
from services.feedback.understanding import understood
from services.planning.build import build_plan
from tests.unit.feedback.sample import MONDAY, catalogue, date, names

BASIS = PlanBasis(
    age=34,
    gender=Gender.FEMALE,
    height_cm=170,
    weight_kg=65,
    unit_system=UnitSystem.METRIC,
    experience=ExperienceLevel.INTERMEDIATE,
    goal="Get stronger and fitter",
    constraints=Constraints(
        focus=TrainingFocus.MIXED,
        training_days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY, Weekday.SATURDAY),
        session_minutes=60,
        equipment=(
            Equipment.BODY_WEIGHT,
            Equipment.BARBELL,
            Equipment.RACK,
            Equipment.BENCH,
            Equipment.DUMBBELL,
            Equipment.CABLE,
            Equipment.PULL_UP_BAR,
        ),
        sports=(Sport.RUNNING, Sport.CYCLING),
        known_lifts=(
            KnownLift(exercise_id=ExerciseId("exercise_back-squat"), weight_kg=100, reps=5),
            KnownLift(exercise_id=ExerciseId("exercise_bench-press"), weight_kg=70, reps=5),
        ),
    ),
    start_date=MONDAY,
    week_count=4,
)


@cache
def plan() -> PlanDocument:
    plan_id = PlanId("plan_" + "5" * 32)
    return build_plan(BASIS, catalogue(), plan_id=plan_id, new_activity_id=new_activity_id)


class Done:
    """What came of a message, with the basis as it is after its lessons."""

    def __init__(self, message: str, *, today: int = 0) -> None:
        outlook = Outlook(
            document=plan(),
            today=date(today),
            looked_at=None,
            catalogue=catalogue(),
            names=names(),
            owned=frozenset(BASIS.constraints.equipment),
        )
        found = understood(message, outlook)
        self.drafts = Learning(BASIS, catalogue()).from_wishes(found.wishes, found.evidence)
        self.basis = after_learning(self.drafts)
        editable = frozenset(day.date for day in days(plan()) if day.date >= date(today))
        self.situation = Situation(
            document=plan(),
            basis=self.basis,
            catalogue=catalogue(),
            editable=editable,
            new_activity_id=new_activity_id,
        )
        self.outcome: Outcome = carried_out(found.wishes, self.situation)
        self.document = self.outcome.document

    @property
    def broken(self) -> list[str]:
        return [outcome.rule for outcome in broken_rules(check_plan(self.basis, self.document, catalogue()))]

    @property
    def changed(self) -> list[int]:
        """Days after the first Monday that are no longer the very same objects."""
        pairs = zip(days(self.document), days(plan()), strict=True)
        return [offset for offset, (after, before) in enumerate(pairs) if after is not before]


def days(document: PlanDocument) -> list[Day]:
    return [day for week in document.weeks for day in week.days]


def exercises(document: PlanDocument) -> set[str]:
    return {one.exercise_id for day in days(document) for one in day.activities if isinstance(one, StrengthActivity)}


def after_learning(drafts: tuple[LessonDraft, ...], basis: PlanBasis = BASIS) -> PlanBasis:
    """The basis with what was learned worked into the constraints, as onboarding does it."""
    known = basis.constraints
    for rule in (draft.rule for draft in drafts):
        if rule.kind is Kind.LIMITATION and rule.limitation:
            known = msgspec.structs.replace(known, limitations=(*known.limitations, Limitation(kind=rule.limitation)))
        if rule.kind in (Kind.REST_ON_DAYS, Kind.TRAIN_ON_DAYS) and rule.weekdays:
            trains = {*known.training_days, *rule.weekdays}
            if rule.kind is Kind.REST_ON_DAYS:
                trains -= set(rule.weekdays)
            known = msgspec.structs.replace(known, training_days=tuple(day for day in Weekday if day in trains))
        if rule.kind is Kind.EQUIPMENT_MISSING and rule.equipment:
            left = tuple(one for one in known.equipment if one not in rule.equipment)
            known = msgspec.structs.replace(known, equipment=left)
        if rule.kind is Kind.AVOID_SPORT:
            known = msgspec.structs.replace(known, sports=tuple(one for one in known.sports if one is not rule.sport))
        if rule.kind is Kind.SESSION_MINUTES and rule.weekdays is None and rule.amount:
            known = msgspec.structs.replace(known, session_minutes=int(rule.amount))
    return msgspec.structs.replace(basis, constraints=known)


@pytest.mark.parametrize(
    "message",
    [
        "swap the back squat for goblet squats",
        "remove the bench press",
        "I hate running",
        "no more deadlifts",
        "add face pulls",
        "make it easier",
        "make it harder",
        "shorter sessions",
        "longer workouts",
        "make Wednesday a rest day",
        "move Wednesday to Thursday",
        "I can't train on Wednesdays",
        "I can only train on Mondays and Fridays",
        "I only have 30 minutes",
        "I have no barbell",
        "I only have dumbbells",
        "no equipment next week",
        "more glutes",
        "less legs",
        "more running",
        "add a 30 minute ride on Sunday",
        "My knee hurts",
        "my lower back hurts",
        "my shoulder is bothering me",
        "my foot hurts",
        "I'm pregnant",
        "I have high blood pressure",
    ],
)
def test_a_wish_is_carried_out_and_breaks_no_hard_rule(message: str) -> None:
    done = Done(message)

    assert done.outcome.changes != ()
    assert done.outcome.refused == ()
    assert done.broken == []


def test_pain_in_the_knee_leaves_nothing_that_loads_it_and_hinges_stay() -> None:
    done = Done("My knee hurts")

    left = [catalogue()[ExerciseId(one)] for one in exercises(done.document)]
    forbidden = {JointStress.KNEE_FLEXION_LOADED, JointStress.KNEE_IMPACT}
    assert all(forbidden.isdisjoint(exercise.stresses) for exercise in left)
    assert any(exercise.pattern is MovementPattern.HINGE for exercise in left)
    assert {draft.rule.limitation for draft in done.drafts} == {LimitationKind.KNEE}


def test_days_before_today_are_left_alone() -> None:
    assert min(Done("My knee hurts", today=9).changed) >= 9


def test_a_rest_day_is_the_only_day_that_changes() -> None:
    done = Done("make Wednesday a rest day")

    assert done.changed == [2]
    assert days(done.document)[2].kind is DayKind.REST


def test_what_is_disliked_is_not_replaced_by_its_namesake() -> None:
    left = exercises(Done("no more deadlifts").document)

    assert not any("Deadlift" in catalogue()[ExerciseId(one)].name for one in left)


@pytest.mark.parametrize("minutes", [30, 20, 15])
def test_minutes_are_kept_wherever_they_were_too_many(minutes: int) -> None:
    document = Done(f"I only have {minutes} minutes").document

    assert max(day.estimated_minutes for day in days(document)) <= minutes
    assert all(
        after.activities for after, before in zip(days(document), days(plan()), strict=True) if before.activities
    )


def test_a_sport_that_is_disliked_gives_its_minutes_to_another() -> None:
    document = Done("I hate running").document

    def minutes(of: PlanDocument) -> float:
        bouts = (one for day in days(of) for one in day.activities if isinstance(one, EnduranceActivity))
        return sum(bout.total_minutes for bout in bouts)

    assert minutes(document) == minutes(plan())
    sports = {one.sport for day in days(document) for one in day.activities if isinstance(one, EnduranceActivity)}
    assert sports == {Sport.CYCLING, Sport.WALKING}


def test_more_of_a_muscle_is_one_set_more_wherever_it_is_trained() -> None:
    done = Done("more glutes")

    pairs = zip(days(plan()), days(done.document), strict=True)
    for before, after in pairs:
        for old, new in zip(before.activities, after.activities, strict=True):
            if isinstance(old, StrengthActivity) and isinstance(new, StrengthActivity):
                more = Muscle.GLUTES in catalogue()[old.exercise_id].primary_muscles
                assert len(new.sets) == len(old.sets) + more


def test_what_cannot_be_is_refused_and_everything_stays() -> None:
    done = Done("swap the bench press for dumbbell bench presses and add a 300 minute run on Saturday")

    assert {outcome.rule for outcome in done.outcome.refused} & {"R04", "R20"}
    assert done.document is plan()
    assert done.outcome.changes == ()


def test_what_is_not_on_the_days_ahead_is_missed() -> None:
    done = Done("remove the run on Monday")

    assert done.outcome.missed
    assert done.document is plan()


def test_an_alarm_rests_every_day_ahead_and_says_why() -> None:
    situation = Done("What is RPE?", today=3).situation

    outcome = rested(situation)

    after = days(outcome.document)
    assert after[:3] == days(plan())[:3]
    assert {day.kind for day in after[3:]} == {DayKind.REST}
    assert {day.rationale for day in after[3:]} >= {"Rest until a doctor has cleared you."}
    assert [change.description for change in outcome.changes] == ["Made all days ahead rest days"]


def test_a_day_named_for_once_is_free_for_training_that_week_alone() -> None:
    (draft,) = Done("move Wednesday to Thursday").drafts

    assert (draft.rule.kind, draft.rule.weekdays) == (Kind.TRAIN_ON_DAYS, (Weekday.THURSDAY,))
    assert draft.expires_at == datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC)
