"""The enums of plans."""

from domain import plan as domain
from schema.bridge import expose

expose(
    domain.PlanState,
    "Where a plan stands.",
    {
        "IN_REVIEW": "Waiting for the athlete to accept it.",
        "ACCEPTED": "The one to train by.",
        "COMPLETED": "All its weeks have passed.",
        "ARCHIVED": "Put away. It stays readable.",
    },
)
expose(
    domain.DayKind,
    "What a day is for.",
    {
        "STRENGTH": "Strength work.",
        "ENDURANCE": "Endurance work.",
        "MIXED": "Strength and endurance work.",
        "REST": "Rest.",
    },
)
expose(
    domain.SetKind,
    "Whether a set prepares or counts.",
    {"WARM_UP": "It prepares for the working sets.", "WORKING": "It counts."},
)
expose(
    domain.IntervalKind,
    "What a part of an endurance session is for.",
    {
        "WARM_UP": "To get going.",
        "STEADY": "To keep one effort.",
        "WORK": "The hard part.",
        "RECOVERY": "To catch breath between hard parts.",
        "COOL_DOWN": "To come down again.",
    },
)
expose(
    domain.LessonEffect,
    "What a lesson did to a plan.",
    {
        "APPLIED": "It shaped the plan.",
        "OVERRIDDEN": "A stronger rule or lesson stood against it.",
        "NOT_APPLICABLE": "Nothing in the plan concerns it.",
    },
)
expose(
    domain.PlanVersionReason,
    "Why a version of a plan came to be.",
    {
        "GENERATED": "It was made.",
        "ADAPTED": "The weeks ahead were planned anew, from what was logged and learned.",
        "FEEDBACK": "The athlete asked for it in a message.",
        "SAFETY": "Pain or a warning sign in a log, or a new limitation, made days ahead easier at once.",
        "EDITED": "The athlete changed it by hand.",
        "REVERTED": "The athlete went back to an earlier version.",
    },
)
