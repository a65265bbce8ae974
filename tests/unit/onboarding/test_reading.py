"""What answers say about the constraints."""

import datetime

import pytest

from domain.constraints import EnduranceBaseline, GivenConstraints, KnownLift, Limitation, TargetEvent
from domain.exercise import Catalogue
from domain.facts import Answered
from domain.ids import ExerciseId
from domain.terms import Equipment, LimitationKind, Sport, TrainingFocus, Weekday
from services.onboarding.reading import LIFTS, given_at, given_in
from tests.unit.onboarding.making import NOW, days_ago, number, picked, screened


def read(*answers: Answered) -> GivenConstraints:
    return given_in(answers, "Europe/Amsterdam")


def test_no_answers_say_nothing() -> None:
    assert read() == GivenConstraints()


def test_plain_answers_are_taken_at_their_word() -> None:
    assert read(
        picked("focus", "ENDURANCE"),
        picked("training_days", "MONDAY", "SUNDAY"),
        number("session_minutes", 60.0),
        picked("equipment", "BARBELL", "RACK"),
        picked("sports", "RUNNING", "ROWING"),
        number("resting_heart_rate", 55.0),
    ) == GivenConstraints(
        focus=TrainingFocus.ENDURANCE,
        training_days=(Weekday.MONDAY, Weekday.SUNDAY),
        session_minutes=60,
        equipment=(Equipment.BARBELL, Equipment.RACK),
        sports=(Sport.RUNNING, Sport.ROWING),
        resting_heart_rate=55,
    )


def test_none_says_that_there_is_none() -> None:
    given = read(picked("sports", "NONE"), picked("limitations", "NONE"), picked("endurance_sport", "NONE"))
    assert (given.sports, given.limitations, given.endurance_baselines) == ((), (), ())


def test_a_full_gym_has_what_gyms_have_and_what_else_was_picked() -> None:
    equipment = read(picked("equipment", "FULL_GYM", "POOL")).equipment or ()
    assert set(Equipment) - set(equipment) == {Equipment.SUSPENSION_TRAINER, Equipment.JUMP_ROPE}


def test_the_health_screen_and_the_question_on_pain_make_limitations() -> None:
    given = read(
        picked("limitations", "KNEE"),
        picked("health_conditions", "BETA_BLOCKER", "PREGNANCY"),
        screened(is_confirmed=True, details="Fainted in May."),
    )
    assert given.limitations == (
        Limitation(kind=LimitationKind.KNEE),
        Limitation(kind=LimitationKind.BETA_BLOCKER),
        Limitation(kind=LimitationKind.PREGNANCY),
        Limitation(kind=LimitationKind.CARDIAC_WARNING, note="Fainted in May."),
    )


def test_a_clean_health_screen_is_no_limitation() -> None:
    assert read(screened(is_confirmed=False)).limitations == ()


def test_an_event_lies_as_many_weeks_after_the_day_of_the_answer_as_it_says() -> None:
    late = datetime.datetime(2026, 11, 22, 23, 30, tzinfo=datetime.UTC)  # Monday already, in Amsterdam
    given = read(picked("event", "HALF_MARATHON"), number("event_weeks", 10, at=late))
    assert given.event == TargetEvent(
        name="A half marathon", date=datetime.date(2027, 2, 1), sport=Sport.RUNNING, distance_km=21.1
    )


@pytest.mark.parametrize(
    "answers", [(picked("event", "NONE"), number("event_weeks", 10)), (picked("event", "MARATHON"),)]
)
def test_there_is_no_event_without_a_kind_and_a_time(answers: tuple[Answered, ...]) -> None:
    assert read(*answers).event is None


def test_lifts_are_of_five_repetitions_and_zero_is_unknown() -> None:
    given = read(number("squat", 100.0), number("bench_press", 0), number("deadlift", 120.5))
    assert given.known_lifts == (
        KnownLift(exercise_id=ExerciseId("exercise_back-squat"), weight_kg=100.0, reps=5),
        KnownLift(exercise_id=ExerciseId("exercise_deadlift"), weight_kg=120.5, reps=5),
    )


def test_lifts_that_are_all_unknown_say_nothing() -> None:
    assert read(number("squat", 0)).known_lifts is None


def test_the_lifts_that_are_asked_for_are_in_the_catalogue(catalogue: Catalogue) -> None:
    assert [catalogue[exercise_id].name for exercise_id in LIFTS.values()] == ["Back Squat", "Bench Press", "Deadlift"]


def test_endurance_grows_from_what_is_done_now() -> None:
    answers = (picked("endurance_sport", "CYCLING"), number("endurance_minutes", 120), number("endurance_longest", 60))
    assert read(*answers).endurance_baselines == (
        EnduranceBaseline(sport=Sport.CYCLING, weekly_minutes=120, longest_minutes=60),
    )


def test_a_longest_session_above_the_usual_week_is_read_the_careful_way() -> None:
    answers = (picked("endurance_sport", "RUNNING"), number("endurance_minutes", 40), number("endurance_longest", 90))
    assert read(*answers).endurance_baselines == (
        EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=40, longest_minutes=40),
    )


def test_an_endurance_sport_without_figures_says_nothing() -> None:
    answers = (picked("endurance_sport", "RUNNING"), number("endurance_minutes", 0))
    assert read(*answers).endurance_baselines is None


def test_a_field_is_as_old_as_the_newest_answer_to_it() -> None:
    answers = [
        picked("event", "MARATHON", at=days_ago(9)),
        number("event_weeks", 10),
        picked("focus", "MUSCLE", at=days_ago(3)),
    ]
    assert given_at(answers) == {"focus": days_ago(3), "event": NOW}
