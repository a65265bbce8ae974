"""What the coach says to what came of a message, word for word."""

import dataclasses

import pytest

from services.feedback import replies
from services.feedback.nothing_done import FOR_LATER, why_nothing
from services.feedback.wishes import Alarm, Rest, Scope
from tests.unit.feedback.replying import ALWAYS, reply, situation
from tests.unit.feedback.sample import date


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (
            "swap the back squat for a front squat on Monday",
            "Done. Swapped Back Squat for Front Squat on Monday 23 November.",
        ),
        (
            "swap the back squat for front squats",
            f"Done. Swapped Back Squat for Front Squat on {ALWAYS}. I keep in mind that you would rather go without Back Squat.",
        ),
        ("drop the run on Saturday", "Done. Removed Easy run on Saturday 28 November."),
        (
            "I can't do push-ups",
            (
                "Done. Swapped Push-Up for Incline Push-Up on Fridays from 27 November to 18 December. I keep in mind that you "
                "cannot do Push-Up yet. Once you can, say “I like Push-Up”."
            ),
        ),
        (
            "cant do bench press, no spotter",
            (
                "Done. Swapped Bench Press for Dumbbell Bench Press on Wednesdays from 25 November to 16 December. I keep in mind "
                "that you cannot do Bench Press yet. Once you can, say “I like Bench Press”."
            ),
        ),
        ("add a plank on Wednesday", "Done. Added 3 sets of Plank on Wednesday 25 November."),
        (
            "move Wednesday to Thursday for good",
            (
                "Done. Moved Upper body from Wednesdays to Thursdays. I keep in mind that you can train on Thursdays and that "
                "you cannot train on Wednesdays."
            ),
        ),
        (
            "swap the running for cycling",
            "Done. Swapped Easy run for an easy ride on Saturdays from 28 November to 19 December.",
        ),
        (
            "I can't train on Wednesdays",
            "Done. Made Wednesdays from 25 November to 16 December rest days. I keep in mind that you cannot train on Wednesdays.",
        ),
        (
            "less biceps",
            (
                "Done. Took a set off Dumbbell Curl on Wednesdays from 25 November to 16 December. I keep in mind that you want"
                " less work for your biceps."
            ),
        ),
        ("make it easier", "Done. Made weeks 1 to 4 easier. I keep in mind that you want your training easier."),
        (
            "I have no dumbbells",
            (
                "Done. Swapped Dumbbell Row for Barbell Row and Dumbbell Curl for Barbell Curl on Wednesdays from 25 November "
                "to 16 December. I keep in mind that you have no dumbbells."
            ),
        ),
        (
            "my knee hurts",
            (
                "I am sorry to hear that. Swapped Back Squat for Dumbbell Sit to Stand and Walking Lunge for Sit to Stand on "
                f"{ALWAYS}. Swapped Goblet Squat for Dumbbell Sit to Stand and Burpee for Sit to Stand on Fridays from 27 "
                "November to 18 December. Swapped Easy run for an easy ride on Saturdays from 28 November to 19 December. I "
                "spare your knee until a doctor has cleared it. If it gets worse, or does not get "
                "better within a few days, let a doctor look at it."
            ),
        ),
    ],
)
def test_what_was_done_is_said_with_its_days_and_what_was_learned(message: str, said: str) -> None:
    assert reply(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("make Tuesday a rest day", "Tuesday 24 November is a rest day already."),
        ("make Tuesday and Thursday rest days", "Tuesday 24 and Thursday 26 November are rest days already."),
        ("add a plank on Monday", "Plank is on Monday 23 November already."),
        ("remove the burpees on Monday", "Burpee is not on Monday 23 November."),
        ("remove the run on Wednesday", "There is no running on Wednesday 25 November."),
        ("swap the curls on Monday", "Dumbbell Curl is not on Monday 23 November."),
        ("move Tuesday to Wednesday", "There is nothing to move on Tuesday 24 November: it is a rest day."),
        ("make Tuesday easier", "There is nothing to change on Tuesday 24 November: it is a rest day."),
        ("make the squats harder this week", "It is as hard as it may be for now."),
        (
            "I have 90 minutes now",
            (
                "Your sessions on the days ahead take 90 minutes or less as they are. I keep in mind that you have 90 minutes for "
                "a session. To make use of it, have this plan adapted or generate a new one."
            ),
        ),
        (
            "sessions of 50 minutes at most",
            (
                "Your sessions on the days ahead take 50 minutes or less as they are. I keep in mind that you have 50 minutes "
                "for a session."
            ),
        ),
        ("I got a kettlebell", "I plan with that already."),
        (
            "I got bands and a trx",
            (
                "The days ahead stay as they are. I keep in mind that you have bands and a suspension trainer. To make use of "
                "it, have this plan adapted or generate a new one."
            ),
        ),
        (
            "never give me box jumps",
            "Box Jump is not on the days ahead. I keep in mind that you want no Box Jump in your training.",
        ),
        (
            "take the Bulgarian split squats out, I can't stand them",
            (
                "Bulgarian Split Squat is not on the days ahead. I keep in mind that you want no Bulgarian Split Squat in your "
                "training."
            ),
        ),
        ("I can't do chin-ups", "Chin-Up is not on the days ahead. I keep in mind that you cannot do Chin-Up yet."),
        (
            "I hate rowing",
            "There is no rowing on the days ahead. I keep in mind that you would rather go without rowing.",
        ),
        (
            "I hate olympic lifts",
            (
                "There are no olympic exercises on the days ahead. I keep in mind that you would rather go without olympic "
                "exercises."
            ),
        ),
        (
            "I have asthma",
            "Thank you for telling me. Nothing on the days ahead has to change for it. I keep in mind that you have asthma.",
        ),
    ],
)
def test_where_nothing_has_to_be_done_it_is_said_why(message: str, said: str) -> None:
    assert reply(message) == said


def test_days_that_are_past_stay_as_they_were() -> None:
    here = situation(today=2)
    past = [Scope(dates=frozenset({date(0)})), Scope(dates=frozenset({date(0), date(1)}))]
    assert [why_nothing([Rest(scope=scope)], here) for scope in past] == [
        "Monday 23 November is past or logged: it stays as it was.",
        "Monday 23 and Tuesday 24 November are past or logged: they stay as they were.",
    ]


def test_a_day_outside_of_the_plan_is_not_taken_for_one_that_is_past() -> None:
    before = Scope(dates=frozenset({date(-3)}))
    assert (
        why_nothing([Rest(scope=before)], situation())
        == "This plan goes from Monday 23 November to Sunday 20 December."
    )


def test_more_time_on_a_day_is_for_another_plan_where_it_is_more_than_before() -> None:
    assert not reply("I only have an hour on Fridays").endswith(FOR_LATER)
    assert reply("I have 90 minutes on Fridays").endswith(FOR_LATER)


def test_who_means_to_harm_themselves_is_sent_to_somebody_to_talk_to() -> None:
    nobody = (Alarm(limitation=None),)
    assert replies.alarmed(nobody, has_rested=True, evidence="I want to kill myself") == (
        "I am glad that you say so, and I am worried about you. Please talk to somebody now: to the emergency number or a crisis "
        "line where you live, to a doctor, or to somebody close to you. Training can wait. The days ahead are rest days now."
    )
    assert replies.alarmed(nobody, has_rested=False, evidence="a sharp pain shoots down my leg") == (
        "Please stop training and see a doctor before you go on. If it is strong or comes back, call an ambulance now. Once a "
        "doctor has looked at it, tell me, and we plan anew around it."
    )


def test_where_all_is_rest_another_plan_is_due() -> None:
    assert why_nothing([], dataclasses.replace(situation(), editable=frozenset({date(1)}))) == (
        "There are only rest days ahead in this plan. Generate a new plan, or have this one adapted, when you are ready."
    )
