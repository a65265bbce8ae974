"""The enums of the playbook."""

from domain import lessons as domain
from schema.bridge import expose

expose(
    domain.LessonRuleKind,
    "What a lesson makes the planner do.",
    {
        "AVOID_EXERCISE": "Leave an exercise out.",
        "PREFER_EXERCISE": "Favour an exercise.",
        "AVOID_PATTERN": "Leave a way of moving out.",
        "LIMITATION": "Spare what a limitation forbids.",
        "EMPHASISE_MUSCLE": "Train a muscle more.",
        "REDUCE_MUSCLE": "Train a muscle less.",
        "EQUIPMENT_AVAILABLE": "Count on this equipment too.",
        "EQUIPMENT_MISSING": "Do without this equipment.",
        "TRAIN_ON_DAYS": "Train on these weekdays.",
        "REST_ON_DAYS": "Leave these weekdays free.",
        "SESSION_MINUTES": "Keep sessions within so many minutes.",
        "PREFER_SPORT": "Favour an endurance sport.",
        "AVOID_SPORT": "Leave an endurance sport out.",
        "INTENSITY": "Scale effort: below 1 easier, above 1 harder.",
        "VOLUME": "Scale the number of sets or the minutes: below 1 less, above 1 more.",
        "NOTE": "Worth knowing, with nothing to compute.",
    },
)
expose(
    domain.LessonState,
    "Whether a lesson counts, and if not, why.",
    {
        "ACTIVE": "It shapes plans.",
        "SUPERSEDED": "Newer evidence took its place.",
        "EXPIRED": "Its time has passed.",
        "RETIRED": "The athlete put it away.",
    },
)
expose(
    domain.LessonSource,
    "Where a lesson was learned.",
    {
        "ONBOARDING": "From the profile or an answer.",
        "FEEDBACK": "From a message about a plan.",
        "WORKOUT": "From what was logged.",
        "ATHLETE": "From the athlete's own hand.",
    },
)
expose(
    domain.LessonOperation,
    "What can happen to a lesson.",
    {
        "ADD": "It was learned.",
        "UPDATE": "It was reworded, or its rule corrected.",
        "MERGE": "The same was learned again, and taken into it.",
        "SUPERSEDE": "Newer evidence took its place.",
        "CONFIRM": "New evidence speaks for it.",
        "CONTRADICT": "New evidence speaks against it.",
        "PIN": "The athlete pinned it.",
        "UNPIN": "The athlete unpinned it.",
        "RETIRE": "It is no longer used.",
        "RESTORE": "It is used again.",
        "EXPIRE": "Its time has passed.",
    },
)
