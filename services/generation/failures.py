"""The ways in which a generation fails, in words for the person."""

from domain.generations import GenerationFailure, GenerationFailureReason, ImpossiblePlan

INTERNAL = GenerationFailure(
    reason=GenerationFailureReason.INTERNAL,
    message="Something went wrong on our side. Please ask for your plan again.",
    is_retryable=True,
)
OVERDUE = GenerationFailure(
    reason=GenerationFailureReason.DEADLINE_EXCEEDED,
    message="Your plan took too long to make. Please ask for it again.",
    is_retryable=True,
)
MODEL_UNAVAILABLE = GenerationFailure(
    reason=GenerationFailureReason.MODEL_UNAVAILABLE,
    message="The coach who words your plan cannot be reached just now. Please ask for your plan again in a while.",
    is_retryable=True,
)
UNSAFE = GenerationFailure(
    reason=GenerationFailureReason.IMPOSSIBLE_CONSTRAINTS,
    message="Please see a doctor before you train. Once they have cleared you, confirm it and ask for your plan again.",
    is_retryable=False,
)
PUT_AWAY = GenerationFailure(
    reason=GenerationFailureReason.IMPOSSIBLE_CONSTRAINTS,
    message="The plan that was to be adapted is over or was put away. Ask for a new plan.",
    is_retryable=False,
)


def impossible(error: ImpossiblePlan) -> GenerationFailure:
    """It fails again until the athlete relaxes something."""
    return GenerationFailure(
        reason=GenerationFailureReason.IMPOSSIBLE_CONSTRAINTS,
        message=str(error),
        is_retryable=False,
        rules=error.rules,
    )
