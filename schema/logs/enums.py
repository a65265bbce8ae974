"""The enums of workout logs."""

from domain import terms, training
from schema.bridge import expose

expose(
    training.Completion,
    "How much of a day's work was done.",
    {
        "DONE": "All of it, as planned or otherwise.",
        "PARTIAL": "Some of it.",
        "SKIPPED": "None of it.",
    },
)
expose(
    terms.BodyArea,
    "Where it hurts.",
    {
        "NECK": "The neck.",
        "SHOULDER": "A shoulder.",
        "ELBOW": "An elbow.",
        "WRIST": "A wrist or hand.",
        "UPPER_BACK": "The upper back.",
        "LOWER_BACK": "The lower back.",
        "CHEST": "The chest. Handled as a warning sign: stop, and see a doctor.",
        "ABDOMEN": "The belly.",
        "HIP": "A hip.",
        "GROIN": "The groin.",
        "THIGH": "A thigh, front or back.",
        "KNEE": "A knee.",
        "LOWER_LEG": "A calf or shin.",
        "ANKLE": "An ankle.",
        "FOOT": "A foot.",
        "OTHER": "Somewhere else.",
    },
)
