"""The question bank: fixed questions with fixed ids, from which code makes constraints. An id here never changes."""

from domain.questions import (
    ChoiceOption,
    ChoiceQuestion,
    ConfirmationQuestion,
    MeasureUnit,
    QuestionTopic,
    RatingQuestion,
    SliderQuestion,
    TextQuestion,
)
from domain.terms import Equipment, LimitationKind, Sport, TrainingFocus, Weekday

NONE = "NONE"
"""The option that says so, so that silence and "nothing" are two things."""
FULL_GYM = "FULL_GYM"
"""Stands for everything that a well-kept gym has."""
DONT_KNOW = 0.0
"""What a slider of known weights or minutes says where there is nothing to say."""
DETAILS_LENGTH = 500
LIFT_REPS = 5

PREGNANCY_KINDS = (LimitationKind.PREGNANCY, LimitationKind.POSTPARTUM)
CONDITIONS = (LimitationKind.HYPERTENSION, LimitationKind.BETA_BLOCKER, LimitationKind.ASTHMA, *PREGNANCY_KINDS)


def _worded(labels: dict[str, str]) -> tuple[ChoiceOption, ...]:
    return tuple(ChoiceOption(value, label) for value, label in labels.items())


def _plain(words: type[Weekday] | type[Sport]) -> dict[str, str]:
    return {word.value: word.value.replace("_", " ").capitalize() for word in words}


FOCUS = ChoiceQuestion(
    id="focus",
    text="What should your training do for you first?",
    help_text="Everything else still gets its share. This decides what comes first when time is short.",
    topic=QuestionTopic.FOCUS,
    is_required=True,
    options=_worded(
        {
            TrainingFocus.GENERAL_HEALTH: "Feel fit and stay healthy",
            TrainingFocus.STRENGTH: "Get stronger",
            TrainingFocus.MUSCLE: "Build muscle",
            TrainingFocus.ENDURANCE: "Go further or faster",
            TrainingFocus.MIXED: "A bit of strength and endurance",
        }
    ),
)

TRAINING_DAYS = ChoiceQuestion(
    id="training_days",
    text="On which days can you train?",
    help_text="Pick every day that could work in a usual week.",
    topic=QuestionTopic.SCHEDULE,
    is_required=True,
    options=_worded(_plain(Weekday)),
    allows_multiple=True,
)

SESSION_MINUTES = SliderQuestion(
    id="session_minutes",
    text="How long may one session take?",
    help_text="From the first warm-up to the last set.",
    topic=QuestionTopic.SESSION_LENGTH,
    is_required=True,
    minimum=10,
    maximum=180,
    step=5,
    unit=MeasureUnit.MINUTES,
)

EQUIPMENT = ChoiceQuestion(
    id="equipment",
    text="What can you train with?",
    help_text="Pick everything that is there when you train. Your own body always counts.",
    topic=QuestionTopic.EQUIPMENT,
    is_required=True,
    options=_worded(
        {
            Equipment.BODY_WEIGHT: "Just my body weight",
            FULL_GYM: "A full gym",
            Equipment.DUMBBELL: "Dumbbells",
            Equipment.BENCH: "A bench",
            Equipment.BARBELL: "A barbell with plates",
            Equipment.RACK: "A squat rack",
            Equipment.EZ_BAR: "An EZ curl bar",
            Equipment.KETTLEBELL: "Kettlebells",
            Equipment.BANDS: "Resistance bands",
            Equipment.PULL_UP_BAR: "A pull-up bar",
            Equipment.DIP_BARS: "Dip bars",
            Equipment.SUSPENSION_TRAINER: "A suspension trainer",
            Equipment.CABLE: "A cable machine",
            Equipment.MACHINE: "Weight machines",
            Equipment.SMITH_MACHINE: "A Smith machine",
            Equipment.MEDICINE_BALL: "A medicine ball",
            Equipment.EXERCISE_BALL: "An exercise ball",
            Equipment.PLYO_BOX: "A sturdy box",
            Equipment.JUMP_ROPE: "A jump rope",
            Equipment.FOAM_ROLLER: "A foam roller",
            Equipment.TREADMILL: "A treadmill",
            Equipment.BIKE: "A bike, indoors or out",
            Equipment.ROWING_MACHINE: "A rowing machine",
            Equipment.ELLIPTICAL: "An elliptical trainer",
            Equipment.STAIR_CLIMBER: "A stair climber",
            Equipment.POOL: "A pool",
        }
    ),
    allows_multiple=True,
)

HEALTH_SCREEN = ConfirmationQuestion(
    id="health_screen",
    text="Have you ever had chest pain in activity, fainted or nearly fainted, or been told that you have heart disease?",
    help_text="If so, your plan waits until a doctor has said that you may train.",
    topic=QuestionTopic.HEALTH,
    is_required=True,
    details_prompt="What happened, and when?",
    maximum_length=DETAILS_LENGTH,
)

CONDITION_LABELS: dict[LimitationKind, str] = {
    LimitationKind.HYPERTENSION: "High blood pressure",
    LimitationKind.BETA_BLOCKER: "I take a medicine that changes my heart rate, such as a beta blocker",
    LimitationKind.ASTHMA: "Asthma",
    LimitationKind.PREGNANCY: "I am pregnant",
    LimitationKind.POSTPARTUM: "I gave birth in the past year",
}

HEALTH_CONDITIONS = ChoiceQuestion(
    id="health_conditions",
    text="Does any of this hold for you?",
    help_text="Each of these changes what is good for you, and the plan minds it.",
    topic=QuestionTopic.HEALTH,
    is_required=True,
    options=_worded({NONE: "None of these", **{kind: CONDITION_LABELS[kind] for kind in CONDITIONS}}),
    allows_multiple=True,
)

LIMITATIONS = ChoiceQuestion(
    id="limitations",
    text="Does anything hurt, or need to be spared?",
    help_text="The plan goes round it. For sharp or spreading pain see a doctor first.",
    topic=QuestionTopic.LIMITATIONS,
    is_required=True,
    options=_worded(
        {
            NONE: "Nothing",
            LimitationKind.KNEE: "Knee",
            LimitationKind.LOWER_BACK: "Lower back",
            LimitationKind.UPPER_BACK: "Upper back",
            LimitationKind.NECK: "Neck",
            LimitationKind.SHOULDER: "Shoulder",
            LimitationKind.ELBOW: "Elbow",
            LimitationKind.WRIST: "Wrist",
            LimitationKind.HIP: "Hip",
            LimitationKind.LOWER_LEG: "Shin or calf",
            LimitationKind.ANKLE: "Ankle",
            LimitationKind.FOOT: "Foot",
        }
    ),
    allows_multiple=True,
)

SPORTS = ChoiceQuestion(
    id="sports",
    text="Which endurance sports do you like to do?",
    help_text="Your plan uses these, if any.",
    topic=QuestionTopic.SPORTS,
    options=_worded({NONE: "None", **_plain(Sport)}),
    allows_multiple=True,
)

EVENT_KINDS: dict[str, tuple[str, Sport | None, float | None]] = {
    "RUN_5K": ("A 5 km run", Sport.RUNNING, 5.0),
    "RUN_10K": ("A 10 km run", Sport.RUNNING, 10.0),
    "HALF_MARATHON": ("A half marathon", Sport.RUNNING, 21.1),
    "MARATHON": ("A marathon", Sport.RUNNING, 42.2),
    "OTHER_RUN": ("Another run", Sport.RUNNING, None),
    "CYCLING": ("A bike ride or race", Sport.CYCLING, None),
    "SWIMMING": ("A swim", Sport.SWIMMING, None),
    "ROWING": ("A rowing race", Sport.ROWING, None),
    "HIKING": ("A big hike", Sport.HIKING, None),
    "OTHER": ("Something else", None, None),
}
"""Label, sport and kilometres of what one can train for."""

EVENT = ChoiceQuestion(
    id="event",
    text="Are you training for an event?",
    help_text="The plan then leads up to it.",
    topic=QuestionTopic.EVENT,
    options=_worded({NONE: "No event", **{value: label for value, (label, _, _) in EVENT_KINDS.items()}}),
)

EVENT_WEEKS = SliderQuestion(
    id="event_weeks",
    text="If so, in how many weeks is it?",
    help_text="Counted from today.",
    topic=QuestionTopic.EVENT,
    minimum=1,
    maximum=104,
    step=1,
    unit=MeasureUnit.WEEKS,
)

ENDURANCE_SPORT = ChoiceQuestion(
    id="endurance_sport",
    text="Which endurance sport do you do most at present?",
    topic=QuestionTopic.BASELINE,
    options=_worded({NONE: "None", **_plain(Sport)}),
)

ENDURANCE_MINUTES = SliderQuestion(
    id="endurance_minutes",
    text="How many minutes of it do you do in a usual week?",
    help_text="A rough figure will do: endurance work grows from here.",
    topic=QuestionTopic.BASELINE,
    minimum=0,
    maximum=1200,
    step=5,
    unit=MeasureUnit.MINUTES,
)

ENDURANCE_LONGEST = SliderQuestion(
    id="endurance_longest",
    text="How long was your longest session of it in the last 30 days?",
    topic=QuestionTopic.BASELINE,
    minimum=0,
    maximum=600,
    step=5,
    unit=MeasureUnit.MINUTES,
)


def _lift(question_id: str, name: str) -> SliderQuestion:
    return SliderQuestion(
        id=question_id,
        text=f"What is the most you can {name} for {LIFT_REPS} repetitions?",
        help_text="Leave it at 0 if you do not know. Then your sets are led by effort.",
        topic=QuestionTopic.BASELINE,
        minimum=DONT_KNOW,
        maximum=400,
        step=0.5,
        unit=MeasureUnit.KILOGRAMS,
    )


SQUAT = _lift("squat", "squat with a barbell")
BENCH_PRESS = _lift("bench_press", "bench press with a barbell")
DEADLIFT = _lift("deadlift", "deadlift with a barbell")

RESTING_HEART_RATE = SliderQuestion(
    id="resting_heart_rate",
    text="What is your heart rate at rest?",
    help_text="Best counted in the morning, before you get up. Skip it if you do not know.",
    topic=QuestionTopic.BASELINE,
    minimum=30,
    maximum=95,
    step=1,
    unit=MeasureUnit.BEATS_PER_MINUTE,
)

FITNESS = RatingQuestion(
    id="fitness",
    text="How fit do you feel these days?",
    help_text="Be honest: a plan that starts where you are works best.",
    topic=QuestionTopic.OTHER,
    lowest=1,
    highest=5,
    lowest_label="Out of shape",
    highest_label="In great shape",
)

DISLIKES = TextQuestion(
    id="dislikes",
    text="Is there anything you would rather not do?",
    help_text="Exercises or sports that you dislike, one after another.",
    topic=QuestionTopic.PREFERENCES,
    maximum_length=500,
    placeholder="Burpees, running",
)
