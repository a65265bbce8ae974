"""What questions are answered with, from the plan and the catalogue; and what is said to who asks for nothing."""

import dataclasses

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.constraints import Limitation
from domain.plan import EnduranceActivity, Interval, IntervalKind, IntRange
from domain.profile import UnitSystem
from domain.terms import LimitationKind, Sport
from services.feedback import replies
from services.feedback.answers import CAN_ASK, Answers
from services.feedback.outlook import Outlook
from tests.unit.feedback.replying import ATHLETE
from tests.unit.feedback.sample import DOCUMENT, catalogue, exercise, outlook, read

RPE = (
    "RPE, the rate of perceived exertion, says how hard a set feels, from 1 to 10: at RPE 7 you could do three more "
    "repetitions, at RPE 8 two, at RPE 10 none. RIR, the repetitions in reserve, counts the same the other way: RPE 8 "
    "leaves two. Stop a set there, and choose the load so that it fits."
)
IMPERIAL = msgspec.structs.replace(ATHLETE, unit_system=UnitSystem.IMPERIAL)
MONDAY = (
    "Monday 23 November: Lower body, about 45 minutes. Back Squat, 3 sets of 8 repetitions; Walking Lunge, 3 sets of 8 "
    "repetitions; Romanian Deadlift, 3 sets of 8 repetitions; Plank, 3 sets of 8 repetitions; all sets at RPE 7."
)


def ask(question: str, *, basis: PlanBasis = ATHLETE, of: Outlook | None = None, today: int = 0) -> str:
    topic = read(question, today=today).topic
    assert topic is not None, question
    return Answers(of or outlook(today=today), basis).answer(topic, question)


def with_first_day(title: str, *activities: object) -> Outlook:
    """The sample with other activities on its first Monday."""
    week = DOCUMENT.weeks[0]
    day = msgspec.structs.replace(week.days[0], title=title, activities=activities)
    weeks = (msgspec.structs.replace(week, days=(day, *week.days[1:])), *DOCUMENT.weeks[1:])
    return dataclasses.replace(outlook(), document=msgspec.structs.replace(DOCUMENT, weeks=weeks))


def paced_run() -> Outlook:
    """A run of 30 minutes, 4.7 kilometres, with a pace, on the first Monday."""
    easy = Interval(kind=IntervalKind.WARM_UP, minutes=5, zone=1, rpe=2, distance_km=0.7)
    steady = Interval(
        kind=IntervalKind.STEADY, minutes=25, zone=2, rpe=4, distance_km=4, pace_seconds_per_km=IntRange(345, 390)
    )
    run = EnduranceActivity(
        id=DOCUMENT.weeks[0].days[5].activities[0].id,
        title="Long run",
        sport=Sport.RUNNING,
        intervals=(easy, steady),
        total_minutes=30,
        total_km=4.7,
    )
    return with_first_day("Long run", run)


def heavy_squat(*loads: float) -> Outlook:
    lift = DOCUMENT.weeks[0].days[0].activities[0]
    assert not isinstance(lift, EnduranceActivity)
    sets = tuple(
        msgspec.structs.replace(one, load_kg=load, reps=8 - at, rpe=7 + at / 2)
        for at, (one, load) in enumerate(zip(lift.sets, loads, strict=False))
    )
    return with_first_day("Lower body", msgspec.structs.replace(lift, sets=sets))


@pytest.mark.parametrize("question", ["how do i do a back squat", "How do I breathe when doing back squats?"])
def test_how_an_exercise_is_done_is_answered_with_its_cues(question: str) -> None:
    cues = " ".join(catalogue()[exercise("back-squat")].cues)
    assert ask(question) == f"Back Squat: {cues} It is next on Monday 23 November."


def test_an_exercise_that_is_not_in_the_plan_is_not_taken_for_one_that_is() -> None:
    cues = " ".join(catalogue()[exercise("sumo-deadlift")].cues)
    assert ask("How do I do a sumo deadlift?") == f"Sumo Deadlift: {cues} It is not in this plan."
    assert ask("How heavy should the sumo deadlift be?") == "Sumo Deadlift is not in this plan."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what's on Monday?", MONDAY),
        ("what do I have on Tuesday?", "Tuesday 24 November is a rest day."),
        (
            "what is week 4 like?",
            (
                "Week 4, from Monday 14 December on, an easier one: Monday Lower body; Wednesday Upper body; Friday Full body; "
                "Saturday Easy run. Move well"
            ),
        ),
        ("how long is week 2?", "Week 2 has about 180 minutes of training, on four days."),
        ("how many exercises are there on Monday?", "Monday 23 November, Lower body: four exercises."),
        (
            "how many sets for chest?",
            "In week 1 there are six working sets for your chest: 3 of Bench Press and 3 of Push-Up.",
        ),
        ("which days do I train?", "In week 1 you train on four days: Monday, Wednesday, Friday and Saturday."),
        ("is Tuesday a rest day?", "Tuesday 24 November is a rest day."),
        ("when do I squat next?", "Back Squat on Monday 23 November: 3 sets of 8 repetitions at RPE 7."),
        ("why is the run there?", "Saturday 28 November, Easy run: Because of easy run."),
        ("when is my next run?", "Your next run is on Saturday 28 November: Easy run, about 45 minutes."),
        ("when is my next swim?", "There is no swim ahead in this plan."),
        ("how long is the run?", "Easy run on Saturday 28 November takes 30 minutes."),
        ("how many runs next week?", "In week 2 there is running on one day: Saturday."),
        ("how often do I train?", "In week 1 you train on four days: Monday, Wednesday, Friday and Saturday."),
        (
            "why is Monday a rest day?",
            "Monday 23 November is no rest day: Lower body, about 45 minutes. Because of lower body.",
        ),
        ("when is the deload?", "The next easier week is week 4, from Monday 14 December on."),
        (
            "what is a deload?",
            (
                "A deload is an easier week on purpose, with a third to half less to do, so that your body can build in what you "
                "trained. The next easier week is week 4, from Monday 14 December on."
            ),
        ),
        ("how long between sets?", "Rest 90 seconds after each set."),
        (
            "what is a plank?",
            (
                "Plank trains your abdominals; it needs no equipment. It is next on Monday 23 November: 3 sets of 8 "
                "repetitions at RPE 7."
            ),
        ),
        ("how long do I rest after squats?", "Rest 90 seconds after each set of Back Squat."),
        (
            "how heavy are the push-ups?",
            (
                "Push-Up on Friday 27 November: 3 sets of 8 repetitions at RPE 7. It is done with your own weight: stop while "
                "you could do as many more as that says."
            ),
        ),
        (
            "how hard should the squats be?",
            f"Back Squat on Monday 23 November: 3 sets of 8 repetitions at RPE 7. {RPE}",
        ),
        (
            "what can I do instead of burpees?",
            (
                "In the place of Burpee you could do Jump Squat, Broad Jump or Split Jump. Say “swap Burpee for Jump Squat”, and I "
                "change it."
            ),
        ),
        (
            "what muscles does the face pull train?",
            (
                "Face Pull trains your shoulders; it needs a cable machine. It is next on Friday 27 November: 3 sets of 8 "
                "repetitions at RPE 7."
            ),
        ),
        (
            "how do I undo the last change?",
            (
                "Each change makes a new version of the plan, with its reason. Look at them in the plan's history, where you can "
                "also go back to an earlier one."
            ),
        ),
        ("what is RPE?", RPE),
        (
            "what is AMRAP?",
            (
                "AMRAP means as many repetitions as possible: a set that goes on until the next repetition would fail. I plan none "
                "of these: a set ends after its repetitions, at the effort (RPE) that it says."
            ),
        ),
        (
            "what does e1RM mean?",
            (
                "1RM, the one-repetition maximum, is the most that you could lift once. e1RM is the same, estimated from a "
                "heavy set of a few repetitions, so that nobody has to try it. Where I know such a set of yours, loads follow "
                "from it."
            ),
        ),
        (
            "how much should I eat?",
            "I plan training and leave food to others. Ask me about your sessions, their reasons, or what to change.",
        ),
        ("is it a good plan for a dancer?", f"That I cannot tell from your plan. {CAN_ASK}"),
    ],
)
def test_a_question_is_answered_from_the_plan(question: str, answer: str) -> None:
    assert ask(question) == answer


def test_a_part_of_the_body_is_no_exercise() -> None:
    assert ask("should my back be flat when I train?") == f"That I cannot tell from your plan. {CAN_ASK}"


def test_who_waits_for_a_doctor_is_told_so() -> None:
    limited = (Limitation(kind=LimitationKind.CARDIAC_WARNING),)
    waiting = msgspec.structs.replace(
        ATHLETE, constraints=msgspec.structs.replace(ATHLETE.constraints, limitations=limited)
    )
    assert ask("can I train again?", basis=waiting) == (
        "There is no training until a doctor has cleared you. Tell me so once they have, and for what, and we plan anew."
    )


def test_a_long_run_is_the_one_of_that_name() -> None:
    of = paced_run()
    assert ask("how long is the easy run?", of=of) == "Easy run on Saturday 28 November takes 30 minutes."
    assert ask("how long is the long run?", of=of) == "Long run on Monday 23 November takes 30 minutes."


def test_a_day_outside_of_the_plan_is_not_answered_with_another() -> None:
    assert ask("what's on today?", today=-3) == (
        "That day is not in this plan. Your next session is on Monday 23 November: Lower body, about 45 minutes."
    )


def test_what_lies_back_is_told_of_the_day_that_was() -> None:
    assert ask("what did I do on Monday?", today=3) == MONDAY
    assert ask("what did I do yesterday?", today=1) == MONDAY


@pytest.mark.parametrize(
    ("basis", "told"), [(ATHLETE, "80 to 90 kg"), (IMPERIAL, "176 to 198 lb")], ids=["metric", "imperial"]
)
def test_loads_are_in_the_athletes_unit_and_what_differs_from_set_to_set_is_told(basis: PlanBasis, told: str) -> None:
    asked = ask("how heavy should I squat?", basis=basis, of=heavy_squat(80, 85, 90))
    assert asked == f"Back Squat on Monday 23 November: sets of 8, 7 and 6 repetitions with {told} at RPE 7 to 8."


@pytest.mark.parametrize(
    ("basis", "told"), [(ATHLETE, "about 115 kg"), (IMPERIAL, "about 254 lb")], ids=["metric", "imperial"]
)
def test_a_maximum_is_told_where_a_heavy_set_is_known(basis: PlanBasis, told: str) -> None:
    asked = ask("what is my 1RM on squats?", basis=basis)
    assert asked == f"I reckon with {told} for Back Squat: by what I know you could lift that once."
    assert ask("what is my max on lunges?", basis=basis) == (
        "I know no heavy set of Walking Lunge of yours yet. Log one of ten repetitions or fewer, and I reckon your maximum from it."
    )


@pytest.mark.parametrize(
    ("basis", "far", "fast"),
    [(ATHLETE, "4.7 km", "5:45 to 6:30 a kilometre"), (IMPERIAL, "2.9 miles", "9:15 to 10:28 a mile")],
    ids=["metric", "imperial"],
)
def test_distances_and_paces_are_in_the_athletes_unit(basis: PlanBasis, far: str, fast: str) -> None:
    of = paced_run()
    session = f"Long run on Monday 23 November: 30 minutes, about {far}, in zone 2."
    assert ask("how far is the run on Monday?", basis=basis, of=of) == session
    assert ask("how fast should I run?", basis=basis, of=of) == (
        f"The steady part of Long run on Monday 23 November: {fast}, in zone 2."
    )
    assert ask("what's on Monday?", basis=basis, of=of) == (
        f"Monday 23 November: Long run, about 45 minutes. Long run, 30 minutes, about {far}, in zone 2."
    )
    assert ask("how many miles do I run this week?", basis=basis, of=of) == (
        "In week 1 there are 60 minutes of running. I plan it by time, because I do not know your pace in running: tell me in your "
        "answers how far your longest session went."
    )


def test_where_no_pace_is_known_endurance_goes_by_effort_and_pulse() -> None:
    lead = "Easy run on Saturday 28 November goes by effort and not by pace: zone 2, easy enough to talk in sentences."
    assert ask("how fast should I run?") == f"{lead} For you that is about 110 to 129 beats a minute."
    limited = (Limitation(kind=LimitationKind.BETA_BLOCKER),)
    facts = msgspec.structs.replace(ATHLETE.constraints, limitations=limited)
    assert ask("how fast should I run?", basis=msgspec.structs.replace(ATHLETE, constraints=facts)) == lead


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("thanks!", f"You are welcome. {replies.TALK}"),
        ("Hello", f"Hello. {replies.TALK}"),
        ("my dog is brown", replies.TALK),
        (
            "I did my workout today",
            "Thank you for telling me. Log the session on its day, and the weeks ahead can go by it.",
        ),
    ],
)
def test_who_asks_for_nothing_is_answered_politely(message: str, reply: str) -> None:
    assert replies.talk(message) == reply


def test_who_swears_at_the_coach_is_asked_what_is_wrong_with_the_plan() -> None:
    assert read("you're a useless robot").remark == (
        "I am sorry that I am no help so far. Tell me what is wrong with the plan, and I try to put it right."
    )
