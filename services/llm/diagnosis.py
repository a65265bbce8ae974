"""What an exception of the provider's client means, and which failures are worth a second try."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
import openai

from services.llm.failures import ModelFailureReason as Reason
from services.llm.failures import ModelUnusable

RETRYABLE = frozenset({Reason.TIMEOUT, Reason.RATE_LIMITED, Reason.SERVER_ERROR, Reason.CONNECTION, Reason.MALFORMED})
"""What may go well a moment later. A deadline that has passed leaves no time for it."""
FATAL = frozenset({Reason.QUOTA, Reason.MISCONFIGURED})
"""What goes on until an operator acts."""
SOUND = frozenset({Reason.REFUSED, Reason.FILTERED, Reason.INCOMPLETE})
"""Failures of one question, that show the model itself at work."""
_MISCONFIGURED = frozenset({401, 403, 404})


@asynccontextmanager
async def until(deadline: float) -> AsyncIterator[None]:
    """What is sent meanwhile is over at this time of the loop. Raises ModelUnusable for all that the client raises."""
    try:
        async with asyncio.timeout_at(deadline):
            yield
    except TimeoutError:
        raise ModelUnusable(Reason.TIMEOUT) from None
    except openai.APIError as error:
        raise failure_of(error) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError):
        # What the client does not wrap: an address or a key that cannot be sent at all.
        raise ModelUnusable(Reason.MISCONFIGURED) from None


def failure_of(error: openai.APIError) -> ModelUnusable:
    """Ours in the place of theirs. Theirs holds the request, and with it the key: it must not be chained."""
    if isinstance(error, openai.APITimeoutError):
        return ModelUnusable(Reason.TIMEOUT)
    if isinstance(error, openai.APIConnectionError):
        return ModelUnusable(Reason.CONNECTION)
    if not isinstance(error, openai.APIStatusError):
        return ModelUnusable(Reason.MALFORMED)
    if error.code == "insufficient_quota" or error.type == "insufficient_quota" or error.status_code == 402:
        return ModelUnusable(Reason.QUOTA)
    if error.status_code == 429:
        return ModelUnusable(Reason.RATE_LIMITED, wait_seconds=_asked_wait(error))
    if error.status_code >= 500:
        return ModelUnusable(Reason.SERVER_ERROR, wait_seconds=_asked_wait(error))
    return ModelUnusable(Reason.MISCONFIGURED if error.status_code in _MISCONFIGURED else Reason.REJECTED)


def _asked_wait(error: openai.APIStatusError) -> float | None:
    """Seconds in Retry-After; None where there is none. A date there is taken for a long time."""
    text = error.response.headers.get("retry-after")
    if text is None:
        return None
    try:
        seconds = float(text)
    except ValueError:
        return math.inf
    return max(0.0, seconds) if math.isfinite(seconds) else math.inf
