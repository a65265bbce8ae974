"""The one exception that leaves this package, and why it was raised. Whoever gets it lets the rules do the work."""

from enum import StrEnum


class ModelFailureReason(StrEnum):
    """Why the model cannot be used for this."""

    TIMEOUT = "TIMEOUT"
    """No whole answer within the deadline."""
    RATE_LIMITED = "RATE_LIMITED"
    QUOTA = "QUOTA"
    """Our account with the provider is used up."""
    SERVER_ERROR = "SERVER_ERROR"
    CONNECTION = "CONNECTION"
    REFUSED = "REFUSED"
    """The model would not."""
    FILTERED = "FILTERED"
    """The provider's content filter stopped the answer."""
    INCOMPLETE = "INCOMPLETE"
    """The answer was cut off, mostly for its length."""
    MALFORMED = "MALFORMED"
    """Not what was asked for: no JSON, or not of the schema."""
    USELESS = "USELESS"
    """In the right form, but nothing of it could be kept."""
    REJECTED = "REJECTED"
    """The provider does not take our request."""
    MISCONFIGURED = "MISCONFIGURED"
    """A key, model or address that is wrong: an operator must act."""
    BREAKER_OPEN = "BREAKER_OPEN"
    BUSY = "BUSY"
    """All slots were taken until the deadline."""
    BUDGET = "BUDGET"
    """The athlete's calls or money for today are used up."""
    TOO_LONG = "TOO_LONG"
    """What must be said does not fit into the prompt's bound."""


class ModelUnusable(Exception):
    """The model cannot be used now. `wait_seconds` is what the provider asks to wait, where it says so.

    The text is for logs and names nothing but the reason: no prompt, no answer, no key.
    """

    def __init__(self, reason: ModelFailureReason, *, wait_seconds: float | None = None) -> None:
        self.reason = reason
        self.wait_seconds = wait_seconds
        super().__init__(reason.value)


class Unsupported(ModelUnusable):
    """The model does not take a part of the request; without it, it may."""

    def __init__(self) -> None:
        super().__init__(ModelFailureReason.REJECTED)
