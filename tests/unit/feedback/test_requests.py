"""Requests that no wish can be made of: taken as a change, answered honestly, and never carried out."""

import pytest

from services.feedback.second_reading import is_left_open
from tests.unit.feedback.replying import reply
from tests.unit.feedback.sample import read, told

NOTHING_CHANGED = "I understand, but I have not changed anything."
REQUESTS = (
    ("drop it to three days a week", "How often you train a week follows from your answers"),
    ("From next month I can train six days.", "How often you train a week follows from your answers"),
    ("add a second bench day", "How often you train a week follows from your answers"),
    ("I signed up for a 10k and want the plan to build towards that", "What the plan leads to stands in your profile"),
    ("turn the plan towards strength", "What the plan leads to stands in your profile"),
    ("move everything to the mornings", "The plan says what to do on a day and leaves the hour to you"),
    ("mornings are the only time I can train", "The plan says what to do on a day and leaves the hour to you"),
    ("I missed Monday, shift everything back by a day", "I move one day at a time"),
    ("set the rpe at 7 not 9", "I do not set exact sets, repetitions, loads or distances by a message"),
    (
        "6 sets of squats is insane, cut it to 4",
        "I do not set exact sets, repetitions, loads or distances by a message",
    ),
    ("My physio says to avoid any overhead work", "Tell me the exercise, the muscle, the sport or the day"),
)
NO_REQUESTS = (
    ("make it better", "UNCLEAR"),
    ("please change Friday", "UNCLEAR"),
    ("move it to another day", "UNCLEAR"),
    ("my training needs something", "UNCLEAR"),
    ("I only did two sessions last week but they felt great", "OTHER"),
    ("training is going great, did all three sessions", "OTHER"),
    ("give me a joke about burpees", "OTHER"),
    ("set a timer for 10 minutes", "OTHER"),
    ("my brother needs to lift more", "OTHER"),
    ("is two sets enough for abs", "QUESTION"),
    ("are mornings better than evenings for lifting", "QUESTION"),
    ("can I drop the weights if I'm tired", "QUESTION"),
)


@pytest.mark.parametrize(("message", "answer"), REQUESTS)
def test_a_request_that_cannot_be_carried_out_is_answered_with_the_way_to_it(message: str, answer: str) -> None:
    found = read(message)

    assert (found.intent, found.wishes, found.is_to_be_carried_out) == ("CHANGE", (), False)
    assert (found.remark or "").startswith(f"{NOTHING_CHANGED} {answer}")


@pytest.mark.parametrize(("message", "intent"), NO_REQUESTS)
def test_what_says_not_what_to_change_or_asks_for_no_change_is_no_request(message: str, intent: str) -> None:
    assert read(message).intent == intent


def test_a_model_may_find_operations_where_the_rules_found_none() -> None:
    assert is_left_open(read("drop it to three days a week"))


def test_a_request_beside_a_wish_that_is_carried_out_is_no_reason_to_leave_it() -> None:
    found = read("swap the lunges for glute bridges and build towards my 10k")

    assert (found.is_to_be_carried_out, told(found)) == (True, "swap walking-lunge>glute-bridge @all")


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        ("I've come down with a cold", "easier @0,1,2"),
        ("sore throat and a runny nose since yesterday", "easier @0,1,2"),
        ("down with the flu", "rest @0,1,2"),
        ("I have a fever", "rest @0,1,2"),
        ("I've got a cold, make tomorrow easier", "easier @1"),
        ("I had the flu last month but I'm over it", ""),
        ("my son has a cold", ""),
        ("cold showers are great", ""),
        ("can I train with a cold?", "topic ILLNESS"),
    ],
)
def test_an_illness_makes_the_next_days_lighter_or_free(message: str, meaning: str) -> None:
    assert told(read(message)) == meaning


@pytest.mark.parametrize(
    "message",
    ["swap the lunges and build towards my 10k in May", "drop the burpees and train me for my marathon in April"],
)
def test_a_goal_beside_a_wish_that_is_carried_out_is_answered_too(message: str) -> None:
    assert "One thing I have not changed. What the plan leads to stands in your profile" in reply(message)


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        (
            "make Friday shorter, and by the way I have a race on May 3rd",
            "What the plan leads to stands in your profile",
        ),
        ("make Friday longer and also I'm training for a marathon in October", "What the plan leads to stands in your"),
        ("drop the burpees and put all workouts in the morning", "The plan says what to do on a day"),
        ("swap lunges for step-ups. Also I want to do 5x5 on bench", "I do not set exact sets"),
        ("make Friday shorter. also i want to train four times a week", "How often you train a week follows"),
        (
            "make Friday shorter and could you also swap the front squats for hip thrusts",
            "I do not find “front squats”",
        ),
        ("remove the back squat and the hip thrusts", "I do not find “hip thrusts”"),
        ("skip tomorrow, oh and get rid of the box jumps", "I do not find “box jumps”"),
    ],
)
def test_what_was_not_understood_is_told_beside_what_was_done(message: str, answer: str) -> None:
    assert read(message).is_to_be_carried_out
    assert f" One thing I have not changed. {answer}" in reply(message)


@pytest.mark.parametrize(
    "message",
    [
        "make Friday shorter and could you also swap the lunges",
        "make Friday shorter, I'm so tired after work",
        "I find planks awfully boring, swap them please",
        "no access to a gym for the next two weeks, just my body weight",
        "the run on saturday is one thing too many, remove it",
        "Make Saturday a rest day because I am running a charity 5k on Sunday",
        "I need a day off, make Friday a rest day",
        "drop the burpees and set a reminder for me",
        "too much of everything, take the intensity down please",
    ],
)
def test_reasons_and_what_was_done_already_are_not_told_as_left(message: str) -> None:
    assert read(message).is_to_be_carried_out
    assert read(message).remark is None


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        ("drop the lunges and is it ok to eat before training?", "remove walking-lunge @all; topic FOOD"),
        ("make Friday shorter. How long should I rest between sets?", "shorter @4; topic REST"),
        ("why is there a plank? take it out", "remove plank @all"),
        ("my knee hurts, is it ok to train?", "spare KNEE"),
    ],
)
def test_a_question_of_its_own_beside_a_wish_is_heard_too(message: str, meaning: str) -> None:
    assert told(read(message)) == meaning


def test_nothing_is_said_of_a_goal_where_none_is_asked_for() -> None:
    assert "not changed" not in reply("swap the lunges, I need something easier on my knees")
